// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

/// Character classes exactly as Hugging Face's tokenizers see them (tools/unicode/make_tables.py
/// asks the library itself), because its parts follow different Unicode versions and none of them
/// is the system's.
namespace ouroscope::unicode {

struct Range {
  std::uint32_t first, last;  ///< inclusive
};

/// Code points first, first + step, ... last become lower case by adding delta.
struct CaseRun {
  std::uint32_t first, last, step;
  std::int32_t delta;
};

std::span<const Range> letters();   ///< \p{L} of its regular expressions
std::span<const Range> numbers();   ///< \p{N} of its regular expressions
std::span<const Range> digits();    ///< what the Digits pre-tokenizer isolates
std::span<const Range> spaces();    ///< \s, and what lstrip and rstrip swallow
std::span<const Range> wordOnly();  ///< \w of single_word that are neither letter nor number
std::span<const Range> notWord();   ///< letters and numbers that single_word does not count as \w
std::span<const Range> symbols();   ///< [\p{P}\p{S}] of its regular expressions
std::span<const CaseRun> lowercaseRuns();

enum CharClass : std::uint8_t {
  Letter = 1,
  Number = 2,
  Digit = 4,
  Space = 8,
  Word = 16,
  Symbol = 32
};

/// The classes of a code point, as a set of CharClass bits; 0 above U+10FFFF.
std::uint8_t classOf(char32_t codePoint);

/// Lower case of one character by itself; U+0130 has two characters and is left to the caller.
char32_t toLower(char32_t codePoint);

}  // namespace ouroscope::unicode
