// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/LanguageDemo.h"

#include <fstream>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Resources.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

LanguageDemo languageDemo() {
  namespace fs = std::filesystem;
  const fs::path folder = resourceFolder("language", "demo.json", "OUROSCOPE_LANGUAGE_DIR");
  const std::string what = shownPath(folder / "demo.json");
  std::ifstream in(folder / "demo.json", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const nlohmann::json document = parseStrictJson(bytes, what);
  const JsonObject object(document, what);
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  LanguageDemo demo;
  demo.model = object.string("model");
  demo.from = object.string("from");
  demo.licence = object.string("licence");
  demo.package = object.string("package") + " " + object.string("version");
  demo.folder = fs::path(object.string("folder")).filename().string();
  demo.wheelBytes = object.integer("wheel_bytes", 1, kMost);
  demo.folderBytes = object.integer("folder_bytes", 1, kMost);
  const char* const name = "tools/language_demo.sh";
  std::error_code ignored;
  for (const fs::path& root : {folder.parent_path(), folder.parent_path().parent_path()})
    if (demo.script.empty() && fs::exists(root / name, ignored)) demo.script = root / name;
  if (demo.script.empty())
    throw Error(std::string(name) + " is not installed beside " + what +
                ": the language demo cannot be made here.");
  return demo;
}

}  // namespace ouroscope
