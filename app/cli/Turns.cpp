// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Turns.h"

#include <nlohmann/json.hpp>

#include "core/run/ConversationText.h"
#include "core/support/StrictJson.h"

namespace ouroscope::cli {

std::vector<ChatTurn> turnsOf(std::string_view json, const std::string& what) {
  const nlohmann::json document = parseStrictJson(json, what);
  const nlohmann::json* list = &document;
  if (document.is_object() && document.contains("messages")) list = &document["messages"];
  return chatTurns(*list, what);
}

}  // namespace ouroscope::cli
