// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "core/text/Tokenizer.h"
#include "core/text/Utf8.h"

namespace ouroscope {

/// What Tokenizer::encodePlain() is given, as valid UTF-8. Where bytes were replaced, the places of
/// the plain stretches have moved: all of the text is plain then.
class ValidText {
 public:
  ValidText(std::string_view given, std::span<const TextRange> plainIn)
      : text(given), plain(plainIn) {
    if (utf8ValidPrefix(given) == given.size()) return;
    repaired_ = utf8Lossy(given);
    text = repaired_;
    whole_.end = text.size();
    if (!plain.empty()) plain = std::span(&whole_, 1);
  }
  ValidText(const ValidText&) = delete;
  ValidText& operator=(const ValidText&) = delete;

  std::string_view text;
  std::span<const TextRange> plain;

 private:
  std::string repaired_;
  TextRange whole_;
};

}  // namespace ouroscope
