// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/Resources.h"

#include <cstdlib>
#include <vector>

#include "core/support/Error.h"

namespace ouroscope {

std::filesystem::path resourceFolder(const std::string& name, const std::string& marker,
                                     const char* environment) {
  namespace fs = std::filesystem;
  std::vector<fs::path> places;
  if (const char* wish = std::getenv(environment); wish && *wish) places.emplace_back(wish);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty())
    places.push_back(program.parent_path().parent_path() / "share" / "ouroscope" / name);
  places.push_back(fs::path(OUROSCOPE_SOURCE_RESOURCES) / name);
  for (const fs::path& place : places)
    if (fs::exists(place / marker, ignored)) return place;
  throw Error("The folder \"" + name + "\" is not installed: no " + marker + " in " +
              places.back().string() + "; set " + environment + ".");
}

}  // namespace ouroscope
