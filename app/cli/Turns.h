// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Conversation.h"

namespace ouroscope::cli {

/// The turns of a conversation written as JSON, as programs for chats have them:
/// [{"role": "user", "content": "..."}, ...], or an object with that list under "messages".
/// @param what names the text in messages
/// @throws Error
std::vector<ChatTurn> turnsOf(std::string_view json, const std::string& what);

}  // namespace ouroscope::cli
