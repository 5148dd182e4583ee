// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Writes a finished record somewhere else, after its own place has refused it: under a short new
/// name beside it, in the folder for temporary files, or in the working folder. No file is
/// replaced.
/// @return where it is
/// @throws Error of the last try, where none of the places takes it
std::filesystem::path rescueTrace(const Trace& trace, const std::filesystem::path& wanted);

}  // namespace ouroscope
