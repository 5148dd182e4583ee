// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ChatText.h"

#include "core/text/Utf8.h"

namespace ouroscope::cli {

std::string chatText(const FolderChat& chat) {
  if (!chat.marks) return "none: the tokenizer has no marks of turns that are known";
  std::string text(chat.marks->name);
  if (!chat.hasTemplate) return text + ", no template in the folder (a base model?)";
  if (!chat.recognised) return text + "; the folder's template is not recognised";
  text += ", as the folder's template";
  text += chat.habits.system.empty()
              ? ", no default system turn"
              : ", default system turn \"" + printable(chat.habits.system) + "\"";
  if (!chat.habits.opening.empty()) text += ", opens \"" + printable(chat.habits.opening) + "\"";
  if (chat.habits.openingThinking != chat.habits.openingWithout) text += ", knows --think";
  return text;
}

}  // namespace ouroscope::cli
