// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace ouroscope {

/// SHA-256 (hex) of the 468 characters of the pattern that Huginn's tokenizer splits with.
inline constexpr std::string_view kHuginnPatternSha256 =
    "53f3be7ff49ae852904928bae9b9289cfbe182415405d509df38c322985b6d5b";

/// That pattern as a SplitMatcher (core/text/SplitPatterns.h): bytes matched at `pos`, or 0. Text
/// that matches nowhere (combining accents, joiners) is dropped by the tokenizer.
std::size_t matchHuginn(std::string_view text, std::size_t pos);

}  // namespace ouroscope
