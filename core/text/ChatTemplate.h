// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/text/ChatWriter.h"

namespace ouroscope {

/// What a folder's own chat template writes around the turns that it is given.
struct ChatHabits {
  std::string system;  ///< its system text where no system turn is given; empty: none
  bool trims = false;  ///< white space around a content is left out
  /// Written after the assistant's header: as it is, with enable_thinking true, and with false.
  std::string opening, openingThinking, openingWithout;
};

/// Reads a chat template (Jinja) far enough to know its habits. Nothing is run: the template is
/// taken apart, and recognised where its turns are those of `marks` and its system turn is a
/// constant or the one that is given. Others (a date in the system turn, macros that write it) are
/// not recognised: nothing is returned.
std::optional<ChatHabits> readChatTemplate(std::string_view jinja, const ChatMarks& marks);

}  // namespace ouroscope
