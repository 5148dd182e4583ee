// SPDX-License-Identifier: GPL-3.0-or-later
// The chat templates of tests/text/fixtures, and the added tokens of a tokenizer.json.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "tests/model/ModelFixtures.h"

namespace ouroscope::test {

/// [{"name", "template", "marks", "recognised", "cases"}]: written by tools/chat_fixtures.py.
inline const nlohmann::json& chatTemplates() {
  static const nlohmann::json document = nlohmann::json::parse(
      fixture::readFile(OUROSCOPE_SOURCE_DIR "/tests/text/fixtures/chat_templates.json"));
  return document["templates"];
}

/// Empty where there is none of that name.
inline std::string chatTemplateNamed(const std::string& name) {
  for (const nlohmann::json& entry : chatTemplates())
    if (entry["name"] == name) return entry["template"];
  return {};
}

/// A special token as tokenizer.json lists it, its keys in the order of released files.
template <class Json>
Json addedToken(int id, const std::string& content) {
  return {{"id", id},        {"content", content},  {"single_word", false}, {"lstrip", false},
          {"rstrip", false}, {"normalized", false}, {"special", true}};
}

}  // namespace ouroscope::test
