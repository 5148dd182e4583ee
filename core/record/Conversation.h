// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace ouroscope {

/// One turn of a conversation, role "system", "user" or "assistant".
struct ChatTurn {
  std::string role, content;
  bool operator==(const ChatTurn&) const = default;
};

/// A conversation as it stands in the prompt of a run.
struct Conversation {
  std::string marks;            ///< "ChatML", "Llama 3" or "Huginn"
  std::vector<ChatTurn> turns;  ///< all that were written, a system turn among them
  /// Where the system turn came from: "given", "template" (the folder's own default) or "none".
  std::string system = "none";
  std::string opening;  ///< written after the assistant's header: "<think>\n" or the like
  bool think = false;   ///< the opening leaves a <think> block open

  bool operator==(const Conversation&) const = default;
};

}  // namespace ouroscope
