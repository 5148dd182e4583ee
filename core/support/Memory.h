// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

namespace ouroscope {

/// Memory that can still be taken, in bytes: the least of what the system has available, what the
/// control group allows and the process's own address-space limit. malloc succeeding proves nothing
/// where memory is overcommitted.
std::uint64_t availableMemory();

/// @throws Error "WHAT needs 3.1 GiB, but 2.0 GiB of memory are free; ..." when `bytes` do not fit.
void requireMemory(std::uint64_t bytes, const std::string& what);

/// "3.1 GiB", "640 MiB", "12 KiB".
std::string formatBytes(std::uint64_t bytes);

}  // namespace ouroscope
