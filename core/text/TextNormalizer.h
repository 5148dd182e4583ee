// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// sentencepiece's mark of a space, U+2581.
inline constexpr std::string_view kSpaceMark = "\xE2\x96\x81";
/// The text with spaces for its marks.
std::string marksToSpaces(std::string_view text);

/// The `normalizer` of a tokenizer.json: Unicode normalisation forms, lower-casing and the marks of
/// spaces that sentencepiece models are written with, in order; none is the identity.
class TextNormalizer {
 public:
  enum class Step {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
    Lowercase,
    PrependMark,   ///< in front of every text that is not empty
    SpacesToMarks  ///< U+0020 only
  };

  TextNormalizer() = default;
  explicit TextNormalizer(std::vector<Step> steps) : steps_(std::move(steps)) {}

  /// `text` is valid UTF-8.
  std::string apply(std::string text) const;

 private:
  std::vector<Step> steps_;
};

}  // namespace ouroscope
