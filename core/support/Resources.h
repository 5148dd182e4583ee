// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

namespace ouroscope {

/// A folder that is installed with the program: where `environment` says, beside the installed
/// program, or in the source tree of a program run from its build folder.
/// @param marker a file that the folder holds
/// @throws Error naming the places
std::filesystem::path resourceFolder(const std::string& name, const std::string& marker,
                                     const char* environment);

}  // namespace ouroscope
