// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

#include "core/record/RunSettings.h"

namespace ouroscope {

/// Draws next tokens; the same seed and logits give the same tokens on every machine (own
/// generator, no <random> distributions).
class Sampler {
 public:
  /// @throws Error for a temperature below 0, or topP outside (0, 1].
  explicit Sampler(const SamplingOptions& options);
  /// @throws Error when no logit is finite.
  std::int32_t sample(std::span<const float> logits);
  /// As if `draws` tokens had been drawn before.
  void skip(std::uint64_t draws);

 private:
  double uniform();
  SamplingOptions options_;
  std::uint64_t state_;
};

}  // namespace ouroscope
