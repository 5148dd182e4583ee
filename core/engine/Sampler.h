// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

namespace ouroscope {

struct SamplingOptions {
  double temperature = 0;  ///< 0: greedy, ties by lower id
  double topP = 1;         ///< smallest set of tokens with at least this probability, in (0, 1]
  std::uint64_t seed = 0;

  bool operator==(const SamplingOptions&) const = default;
};

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
