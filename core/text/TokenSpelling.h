// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// The `decoder` of a tokenizer.json: how tokens are written, and so what they stand for in a text.
struct TokenSpelling {
  bool byteLevel = true;      ///< in GPT-2's byte alphabet; else as sentencepiece writes them
  bool marks = false;         ///< U+2581 is a space
  bool byteFallback = false;  ///< "<0x0A>" is a byte
  int strip = 0;              ///< spaces left out at the beginning of a decoded text

  /// The bytes that a token stands for in running text.
  std::string bytesOf(std::string_view token) const;
  /// What tokens stand for together: U+FFFD for what is not UTF-8, in the byte alphabet one for
  /// each maximal invalid prefix, and of bytes "<0x..>" one for each byte of a run that is not.
  std::string join(std::span<const std::string* const> tokens) const;
};

}  // namespace ouroscope
