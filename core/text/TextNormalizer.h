// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace ouroscope {

/// The `normalizer` of a tokenizer.json: Unicode normalisation forms and lower-casing, in order;
/// none is the identity.
class TextNormalizer {
 public:
  enum class Step { Nfc, Nfd, Nfkc, Nfkd, Lowercase };

  TextNormalizer() = default;
  explicit TextNormalizer(std::vector<Step> steps) : steps_(std::move(steps)) {}

  /// `text` is valid UTF-8.
  std::string apply(std::string text) const;

 private:
  std::vector<Step> steps_;
};

}  // namespace ouroscope
