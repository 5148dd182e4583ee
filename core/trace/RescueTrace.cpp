// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/RescueTrace.h"

#include <unistd.h>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

/// A name that is free now.
std::filesystem::path freeName(const std::filesystem::path& folder) {
  std::error_code ignored;
  for (int n = 0;; ++n) {
    const auto path = folder / ("rescued-" + std::to_string(::getpid()) + "-" + std::to_string(n) +
                                ".trace.safetensors");
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) return path;
  }
}

}  // namespace

std::filesystem::path rescueTrace(const Trace& trace, const std::filesystem::path& wanted) {
  std::error_code ignored;
  const std::filesystem::path here = std::filesystem::current_path(ignored);
  std::string reason = "Nowhere to write.";
  for (const std::filesystem::path& folder :
       {wanted.has_parent_path() ? wanted.parent_path() : here,
        std::filesystem::temp_directory_path(ignored), here}) {
    if (folder.empty()) continue;
    const std::filesystem::path path = freeName(folder);
    try {
      writeTrace(trace, path);
      return path;
    } catch (const Error& error) {
      reason = error.what();
    }
  }
  throw Error(reason);
}

}  // namespace ouroscope
