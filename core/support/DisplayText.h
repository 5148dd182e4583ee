// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace ouroscope {

/// Text out of a file, in single quotes, safe to print on a terminal: control characters, invisible
/// and direction-changing characters and bytes that are not UTF-8 are escaped, and it is shortened
/// to about `maxBytes`.
std::string shownText(std::string_view text, std::size_t maxBytes = 80);

/// The same of the name of a file or folder, of which more is shown.
std::string shownPath(const std::filesystem::path& path);

/// The first byte that is not part of strict UTF-8 (no overlong forms, no surrogates, nothing above
/// U+10FFFF); npos where all is well.
std::size_t firstInvalidUtf8(std::string_view text);

}  // namespace ouroscope
