// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace ouroscope {

/// Called from the working thread: `done` of `total` steps of the named stage ("Loading weights",
/// "Running").
using ProgressFn =
    std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)>;

}  // namespace ouroscope
