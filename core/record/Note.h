// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ouroscope {

/// What a person can have to know of a model folder or of a run before it starts. Arguments in the
/// order of the sentence's places.
enum class NoteKind : std::uint8_t {
  // config.json
  UsualValue,      ///< key, value of the released configuration class
  WindowWithout,   ///< sliding_window without its switch: its value
  WindowNowhere,   ///< sliding_window that no layer has: its value
  LongLayerTypes,  ///< entries, layers
  ExitStep,        ///< early_exit_step, loop from 1
  ExitStepNone,    ///< early_exit_step that is no loop, loops
  NoEos,           ///< eos_token_id is -1
  YarnFactor,      ///< two lengths of context are equal
  // weights
  PeftNames,     ///< names with the prefix of the peft library
  BaseNames,     ///< names without this prefix
  NoShardIndex,  ///< the index of the shards is missing
  NoGate,        ///< an exit gate that the family has is missing
  UnusedLayers,  ///< layers that config.json asks for
  // tokenizer and texts
  TokensBehind,    ///< the post-processor puts tokens behind a text
  AddedOtherId,    ///< token, id that it says, id that it has
  AddedHidden,     ///< token that is never found
  AddedIsPiece,    ///< token, id, piece
  AddedTwice,      ///< token
  AddedNotRead,    ///< why
  FileNotRead,     ///< why
  OtherTokenizer,  ///< why tokenizer.json is not read
  StopIsWord,      ///< file, id, word
  NoBeginning,     ///< a beginning-of-text token that the tokenizer does not have
  NoTemplate,      ///< a conversation for a folder without a chat template
  OtherTemplate,   ///< marks that are written in place of the folder's own template
  DroppedOne,      ///< code point, token from 1
  DroppedSome,     ///< characters, first code point, token from 1
};

/// One of them. As data, so that every program says it in its own language.
struct Note {
  NoteKind kind{};
  std::vector<std::string> args = {};

  std::string text() const;  ///< in English
  bool operator==(const Note&) const = default;
};

struct NoteForm {
  NoteKind kind{};
  const char* text;  ///< a sentence with %1, %2, ... for the arguments; what translations go by
};
/// In the order of the enumeration.
std::span<const NoteForm> noteForms();
const NoteForm& noteForm(NoteKind kind);

/// Puts arguments in the places of a sentence.
std::string filledNote(const std::string& sentence, std::span<const std::string> args);

}  // namespace ouroscope
