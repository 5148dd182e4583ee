// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/ExampleTraces.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/Resources.h"

namespace ouroscope {

std::vector<ExampleTrace> exampleTraces() {
  const std::filesystem::path folder =
      resourceFolder("traces", "examples.json", "OUROSCOPE_TRACES_DIR");
  const std::filesystem::path list = folder / "examples.json";
  std::ifstream in(list);
  const nlohmann::json json = nlohmann::json::parse(in, nullptr, false);
  if (!json.is_array()) throw Error(list.string() + " is not a list of examples.");
  std::vector<ExampleTrace> examples;
  for (const nlohmann::json& entry : json) {
    const auto field = [&](const char* name) {
      if (!entry.is_object() || !entry.contains(name) || !entry[name].is_string())
        throw Error(list.string() + ": every example needs a text \"" + name + "\".");
      return entry[name].get<std::string>();
    };
    // A bare name: the list does not reach out of its folder.
    const std::filesystem::path name = std::filesystem::path(field("file")).filename();
    examples.push_back({folder / name, field("title"), field("look"), !entry.contains("model")});
  }
  return examples;
}

}  // namespace ouroscope
