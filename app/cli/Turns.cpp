// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Turns.h"

#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope::cli {

std::vector<ChatTurn> turnsOf(std::string_view json, const std::string& what) {
  const nlohmann::json document = parseStrictJson(json, what);
  const nlohmann::json* list = &document;
  if (document.is_object() && document.contains("messages")) list = &document["messages"];
  if (!list->is_array())
    throw Error(what + R"( must be a list of turns, [{"role": "user", "content": "..."}, ...].)");
  std::vector<ChatTurn> turns;
  for (const nlohmann::json& entry : *list) {
    const JsonObject turn(entry, what + ", turn " + std::to_string(turns.size() + 1));
    turns.push_back({turn.string("role"), turn.string("content")});
  }
  return turns;
}

}  // namespace ouroscope::cli
