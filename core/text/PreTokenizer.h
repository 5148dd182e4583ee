// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/SplitPatterns.h"

namespace ouroscope {

/// Text cut into pieces: piece i is text[ends[i-1], ends[i]), with 0 before the first. No piece is
/// empty.
struct Pieces {
  std::string text;
  std::vector<std::size_t> ends;
};

/// The `pre_tokenizer` of a tokenizer.json: steps that cut each piece further; none leaves the text
/// whole.
class PreTokenizer {
 public:
  struct Step {
    enum class Kind { ByteLevel, DigitsAlone, DigitsTogether, Pattern, Literal, Metaspace };
    /// Metaspace: which pieces get a space mark in front, where they do not begin with one.
    enum class Mark { Always, First, Never };
    Kind kind = Kind::ByteLevel;
    bool addPrefixSpace =
        false;  ///< ByteLevel: a space before each piece that does not begin with one
    SplitMatcher matcher = nullptr;  ///< ByteLevel with use_regex, Pattern
    std::string literal;             ///< Literal: never empty
    bool dropMatches = false;        ///< Pattern, Literal: behavior "Removed"
    bool dropGaps = false;           ///< the same with invert
    bool withPrevious = false;       ///< Literal: a match ends the piece before it
    Mark mark = Mark::Always;        ///< Metaspace
    bool splitAtMarks = false;       ///< Metaspace: every mark begins a piece
  };

  PreTokenizer() = default;
  explicit PreTokenizer(std::vector<Step> steps) : steps_(std::move(steps)) {}

  /// `text` is valid UTF-8. Behind a ByteLevel step the pieces are written in its byte alphabet.
  /// @param first nothing stands before it
  Pieces apply(std::string_view text, bool first = true) const;

 private:
  std::vector<Step> steps_;
};

/// GPT-2's byte alphabet: the printable bytes stand for themselves, the other 68 are U+0100,
/// U+0101, ... in order.
char32_t byteToAlphabet(std::uint8_t byte);

/// The byte a character of the alphabet stands for, or -1.
int alphabetToByte(char32_t codePoint);

/// What a token written in the alphabet means; a token with one foreign character means its own
/// UTF-8 bytes, whole.
std::string bytesFromAlphabet(std::string_view token);

}  // namespace ouroscope
