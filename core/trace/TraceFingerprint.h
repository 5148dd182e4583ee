// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/trace/Trace.h"

namespace ouroscope {

/// 64 hex digits that name what was recorded: every column, the texts of tokens and words and the
/// hash of the weights. The same before and after saving. Heavy columns that are still in a file
/// are hashed from there. @throws Error where that file has changed
std::string traceFingerprint(const Trace& trace);

}  // namespace ouroscope
