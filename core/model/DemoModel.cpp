// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/DemoModel.h"

#include <cstdlib>
#include <vector>

#include "core/support/Error.h"

namespace ouroscope {

std::filesystem::path demoModelFolder() {
  namespace fs = std::filesystem;
  std::vector<fs::path> places;
  if (const char* wish = std::getenv("OUROSCOPE_DEMO_DIR"); wish && *wish)
    places.emplace_back(wish);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty())
    places.push_back(program.parent_path().parent_path() / "share" / "ouroscope" / "demo");
  places.emplace_back(OUROSCOPE_SOURCE_RESOURCES "/demo");
  for (const fs::path& place : places)
    if (fs::exists(place / "config.json", ignored)) return place;
  throw Error("The demo model is not installed: no config.json in " + places.back().string() +
              "; name a model with --model, or set OUROSCOPE_DEMO_DIR.");
}

}  // namespace ouroscope
