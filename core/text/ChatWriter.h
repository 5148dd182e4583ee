// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Conversation.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// How models mark the turns of a conversation. One row a style; the tokenizer says which it is.
struct ChatMarks {
  std::string_view name;          ///< in sentences and in traces
  std::string_view first;         ///< written once before all turns; may be empty
  std::string_view before, role;  ///< before + ROLE + role + content + after
  std::string_view after;
  std::string_view assistant;  ///< what the assistant is called in its own header
  std::string_view endOfTurn;  ///< the token at which a turn ends
  bool trims = false;          ///< white space around a content is left out

  std::string header(std::string_view roleName) const;
};

/// The style (ChatML, Llama 3 or Huginn) whose marks the tokenizer has, or null.
const ChatMarks* chatMarksOf(const Tokenizer& tokenizer);
/// The style of that name, or null.
const ChatMarks* chatMarksNamed(std::string_view name);

/// All turns, then the assistant's header and `opening`.
/// @param trims as the style or the folder's template has it
/// @param contents if given, filled with where the contents stand
std::string writeChat(const ChatMarks& marks, std::span<const ChatTurn> turns,
                      std::string_view opening, bool trims,
                      std::vector<TextRange>* contents = nullptr);

}  // namespace ouroscope
