// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Tokenizer.h"

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/text/AddedEntries.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SentencePieceTokenizer.h"
#include "core/text/VocabMerges.h"

namespace ouroscope {

std::unique_ptr<Tokenizer> Tokenizer::open(const ContainedFolder& folder) {
  constexpr const char *kJson = "tokenizer.json", *kModel = "tokenizer.model";
  const auto shown = [&](const char* name) { return shownPath(folder.path() / name); };
  const auto sentencePiece = [&](const std::optional<Note>& note) {
    AddedEntries added = AddedEntries::read(folder);
    if (note) added.notes.insert(added.notes.begin(), *note);
    return std::make_unique<SentencePieceTokenizer>(
        folder.read(kModel, SentencePieceTokenizer::kMostBytes), shown(kModel), added);
  };
  if (folder.contains(kJson)) {
    const std::string json = folder.read(kJson, ByteLevelBpeTokenizer::kMostBytes);
    try {
      auto tokenizer = std::make_unique<ByteLevelBpeTokenizer>(json, shown(kJson));
      // The model itself is nearer to how it was trained than a conversion of it.
      if (tokenizer->converted() && folder.contains(kModel)) return sentencePiece({});
      return tokenizer;
    } catch (const Error& error) {
      if (!folder.contains(kModel)) throw;
      return sentencePiece(Note{NoteKind::OtherTokenizer, {error.what()}});
    }
  }
  if (folder.contains(kModel)) return sentencePiece({});
  if (folder.contains("vocab.json") && folder.contains("merges.txt"))
    return openVocabMerges(folder);
  throw Error(shownPath(folder.path()) +
              " has neither tokenizer.json nor tokenizer.model, nor vocab.json with merges.txt; "
              "copy the tokenizer of the model there.");
}

}  // namespace ouroscope
