// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/CausalMapJson.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "core/support/Numbers.h"
#include "core/support/StrictJson.h"
#include "core/text/Utf8.h"

namespace ouroscope {

nlohmann::json causalMapJson(const CausalMap& map) {
  nlohmann::json json{{"over", map.ofTokens ? "tokens" : "layers"},
                      {"intervention", utf8Lossy(map.intervention)},
                      {"token", map.token},
                      {"word", map.word},
                      {"logprob", map.logprob},
                      {"loops", map.loops},
                      {"places", map.places},
                      {"change", map.change},
                      {"kl", map.kl},
                      {"best", map.best},
                      {"rows", map.rows},
                      {"rows_alone", map.rowsAlone}};
  if (!map.from.empty()) json["from"] = utf8Lossy(map.from);
  return json;
}

CausalMap readCausalMap(const nlohmann::json& json, const std::string& where,
                        const CausalMapBounds& bounds) {
  const JsonObject root(json, where);
  CausalMap map;
  const std::string over = root.string("over");
  if (over != "tokens" && over != "layers") root.fail("over", "must be tokens or layers");
  map.ofTokens = over == "tokens";
  map.intervention = root.string("intervention");
  map.from = root.optionalString("from").value_or("");
  map.token = root.integer("token", 0, bounds.tokens - 1);
  map.word = root.integer("word", 0, bounds.words - 1);
  map.logprob = root.optionalNumber("logprob", -1e9, 1e9).value_or(kNaN);
  map.loops = root.integer("loops", bounds.loops, bounds.loops);
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  map.rows = root.integer("rows", 0, kMost);
  map.rowsAlone = root.integer("rows_alone", 0, kMost);
  const auto list = [&](const char* key) -> const nlohmann::json& {
    const nlohmann::json& value = root.require(key);
    if (!value.is_array()) root.fail(key, "must be a list");
    return value;
  };
  const int most = map.ofTokens ? bounds.tokens : bounds.layers;
  for (const auto& place : list("places")) {
    map.places.push_back(root.integerIn(place, "places", 0, most - 1));
    if (map.places.size() > 1 && map.places.back() <= map.places[map.places.size() - 2])
      root.fail("places", "must ascend");
  }
  const auto cells = [&](const char* key) -> const nlohmann::json& {
    const nlohmann::json& value = list(key);
    if (value.size() != map.cells()) root.fail(key, "must have a value for every loop and place");
    return value;
  };
  for (const auto& [key, to] : {std::pair("change", &map.change), {"kl", &map.kl}})
    for (const auto& value : cells(key)) {
      if (!value.is_number() && !value.is_null()) root.fail(key, "must be a list of numbers");
      to->push_back(value.is_null() ? kNaN : value.get<double>());
    }
  for (const auto& id : cells("best"))
    map.best.push_back(root.integerIn(id, "best", -1, bounds.words - 1));
  return map;
}

}  // namespace ouroscope
