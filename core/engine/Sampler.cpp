// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/SplitMix.h"

namespace ouroscope {
Sampler::Sampler(const SamplingOptions& options) : options_(options), state_(options.seed) {
  if (!(options.temperature >= 0) || !std::isfinite(options.temperature))
    throw Error("The temperature must be 0 (greedy) or more.");
  if (!(options.topP > 0 && options.topP <= 1)) throw Error("top-p must be above 0 and at most 1.");
}

void Sampler::skip(std::uint64_t draws) {
  state_ += draws * kSplitMixStep;
}

double Sampler::uniform() {
  state_ += kSplitMixStep;
  return (splitMix(state_) >> 11) * 0x1.0p-53;
}

std::int32_t Sampler::sample(std::span<const float> logits) {
  int best = -1;
  for (int i = 0; i < intSize(logits); ++i) {
    const float z = logits[i];
    if (!std::isnan(z) && (best < 0 || z > logits[best])) best = i;
  }
  if (best < 0 || !std::isfinite(logits[best]))
    throw Error(
        "The model gave no finite logit to draw the next token from: its weights are damaged or "
        "too large.");
  if (options_.temperature == 0) return best;

  const double top = logits[best];
  std::vector<double> p(logits.size());
  double total = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    p[i] = std::isnan(logits[i]) ? 0 : std::exp((logits[i] - top) / options_.temperature);
    total += p[i];
  }
  std::vector<std::int32_t> order(p.size());
  std::iota(order.begin(), order.end(), 0);
  if (options_.topP < 1)
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return p[a] > p[b]; });

  // The nucleus: the fewest tokens that together reach topP.
  double kept = 0;
  std::size_t count = 0;
  while (count < order.size() && (count == 0 || kept < options_.topP * total))
    kept += p[order[count++]];

  double draw = uniform() * kept;
  for (std::size_t i = 0; i < count; ++i) {
    draw -= p[order[i]];
    if (draw < 0) return order[i];
  }
  return order[0];
}

}  // namespace ouroscope
