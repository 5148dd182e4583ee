// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace ouroscope {

/// A regular expression of a Split pre-tokenizer, done by hand: bytes matched at `pos` of valid
/// UTF-8 `text` (pos < text.size()), or 0. Patterns look ahead to the end of `text` only. Linear:
/// callers go on behind each match.
using SplitMatcher = std::size_t (*)(std::string_view text, std::size_t pos);

/// The pattern of Qwen 2, as its tokenizer.json has it.
inline constexpr std::string_view kQwen2Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

/// The pattern of GPT-2, which ByteLevel with use_regex applies.
std::size_t matchGpt2(std::string_view text, std::size_t pos);

/// The matcher for a pattern recognised by its exact text or its SHA-256, or nullptr. A general
/// regular expression engine is not offered on purpose: none agrees with Oniguruma on every code
/// point and a hostile pattern could run for hours.
SplitMatcher splitMatcherFor(std::string_view pattern);

/// White-space run rule shared by the patterns, "\s+(?!\S)|\s+": bytes of the run at `pos`, less
/// its last character where something follows and at least one remains; 0 where no white space is.
std::size_t matchSpaceRun(std::string_view text, std::size_t pos);

}  // namespace ouroscope
