// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/record/Note.h"
#include "core/run/RunOrder.h"
#include "core/text/ChatTemplate.h"
#include "core/text/FolderText.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// How a model folder holds conversations: the marks of its tokenizer and the habits of its own
/// chat template.
struct FolderChat {
  const ChatMarks* marks = nullptr;  ///< null: the tokenizer has no marks that are known
  ChatHabits habits;
  bool hasTemplate = false, recognised = false;

  static FolderChat of(const Tokenizer& tokenizer, const FolderText& text);

  /// What a person should know who sends a conversation; mostly nothing.
  std::vector<Note> notes() const;
};

/// The turns of a conversation as programs for chats have them: [{"role": "user", "content":
/// "..."}, ...].
/// @param what names the list in messages
/// @throws Error
std::vector<ChatTurn> chatTurns(const nlohmann::json& list, const std::string& what);

/// A conversation as it is written for the model.
struct WrittenConversation {
  Conversation conversation;
  std::string text;                 ///< the whole prompt
  std::vector<TextRange> contents;  ///< where the contents of its turns stand
};

/// @param model its name, in sentences
/// @throws Error where the tokenizer has no marks, or where turns and options contradict each other
WrittenConversation writeConversation(const FolderChat& chat, const ChatPrompt& prompt,
                                      const std::string& model);

}  // namespace ouroscope
