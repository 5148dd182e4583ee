// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace ouroscope {

/// Looks through the precompiled_charsmap of a sentencepiece model: a 4-byte length, a double-array
/// trie of 4-byte units (little-endian), and replacement texts that each end in NUL. Every step
/// that any input could take must stay inside the trie, at most 32 keys may lie on one path (the
/// library keeps room for no more), and every replacement must be valid UTF-8 of at most 1 KiB.
/// @return an empty string, or what is wrong
std::string charsMapDefect(std::string_view blob);

}  // namespace ouroscope
