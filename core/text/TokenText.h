// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/Tokenizer.h"

namespace ouroscope {

/// The text of token ids, decoded once. A text that is decoded in pieces is another one: a
/// sentencepiece model leaves out the space before the first word of whatever it decodes, and half
/// a character at the end of a piece is lost.
struct TokenText {
  std::string all;                ///< Tokenizer::decode() without special tokens
  std::vector<std::size_t> ends;  ///< [ids] bytes of `all` up to the end of each token

  /// Where the text of token `id` begins, with the whole of a character that it completes.
  std::size_t beginOf(std::size_t id) const;
  /// What the tokens behind the first `count` say.
  std::string behind(std::size_t count) const { return all.substr(beginOf(count)); }
};

TokenText tokenText(const Tokenizer& tokenizer, std::span<const std::int32_t> ids);

}  // namespace ouroscope
