// SPDX-License-Identifier: GPL-3.0-or-later
// The strict JSON reader and what reads fields out of its documents.
#include <nlohmann/json.hpp>

#include "core/support/StrictJson.h"
#include "core/text/JsonView.h"
#include "tests/fuzz/Fuzz.h"

namespace ouroscope {
namespace {

void readFields(const nlohmann::json& value, const std::string& what, int depth) {
  shownValue(value);
  fuzz::quietly([&] {
    const JsonObject object(value, what);
    for (const auto& item : value.items()) {
      const std::string& key = item.key();
      fuzz::quietly([&] { object.integer(key, -5, 1'000'000'000'000); });
      fuzz::quietly([&] { object.optionalInteger(key, INT64_MIN, INT64_MAX); });
      fuzz::quietly([&] { object.number(key, -1e300, 1e300); });
      fuzz::quietly([&] { object.string(key); });
      fuzz::quietly([&] { object.boolean(key, true); });
      if (depth < 3) readFields(item.value(), what + "." + key, depth + 1);
    }
  });
  fuzz::quietly([&] {
    const JsonView view(value, what);
    for (std::size_t i = 0; i < view.size(); ++i) {
      const JsonView element = view.element(i);
      fuzz::quietly([&] { element.integer(0, 100); });
      fuzz::quietly([&] { element.string(); });
      fuzz::quietly([&] { element.requireOnly({"a", "b"}); });
    }
  });
}

}  // namespace
}  // namespace ouroscope

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  fuzz::quietly([&] {
    const nlohmann::json document = parseStrictJson(fuzz::textOf(data, size), "input");
    // What is accepted is JSON also for the library alone, and means the same.
    fuzz::require(nlohmann::json::parse(data, data + size) == document);
    readFields(document, "input", 0);
  });
  return 0;
}
