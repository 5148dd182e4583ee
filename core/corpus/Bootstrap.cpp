// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/Bootstrap.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/SplitMix.h"

namespace ouroscope {
namespace {

__extension__ typedef unsigned __int128 UInt128;

/// @param weights of the clusters; empty: each once
double ratioOf(const ClusterRatio& ratio, std::span<const int> weights) {
  const auto sumOver = [&](std::size_t clusters, const auto& of) {
    Int128 sum = 0;
    for (std::size_t i = 0; i < clusters; ++i)
      sum += Int128{of(i)} * (weights.empty() ? 1 : weights[i]);
    return sum;
  };
  const auto steps = [&](const std::vector<FixedSum>& sums) {
    return sumOver(sums.size(), [&](std::size_t i) { return sums[i].steps(); });
  };
  const Int128 below =
      sumOver(ratio.below.size(), [&](std::size_t i) { return Int128{ratio.below[i]}; });
  Int128 above = ratio.parts.empty() ? steps(ratio.above) : 0;
  for (const auto& part : ratio.parts) {
    const Int128 sum = steps(part);
    above += sum < 0 ? -sum : sum;
  }
  if (below == 0) return kNaN;
  return FixedSum::ofSteps(above).value() / static_cast<double>(below);
}

double valueOf(const ClusterMean& mean, std::span<const int> weights) {
  const double value = ratioOf(mean.of, weights);
  return mean.minus ? value - ratioOf(*mean.minus, weights) : value;
}

std::int64_t clustersOf(const ClusterMean& mean) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < mean.of.below.size(); ++i)
    count += mean.of.below[i] > 0 && (!mean.minus || mean.minus->below[i] > 0);
  return count;
}

}  // namespace

std::vector<int> resampleWeights(std::uint64_t seed, std::int64_t b, std::size_t clusters) {
  std::vector<int> weights(clusters);
  std::uint64_t state = splitMix(seed) + kSplitMixStep * (std::uint64_t(b) * clusters);
  for (std::size_t i = 0; i < clusters; ++i) {
    state += kSplitMixStep;
    // cppcheck takes the 128 bits for 64.
    // cppcheck-suppress shiftTooManyBits
    ++weights[static_cast<std::size_t>((UInt128{splitMix(state)} * clusters) >> 64)];
  }
  return weights;
}

std::vector<Estimate> bootstrapMeans(std::span<const ClusterMean> means, std::size_t clusters,
                                     const BootstrapOptions& options, const std::stop_token& stop,
                                     const ProgressFn& progress) {
  std::vector<Estimate> estimates(means.size());
  std::vector<std::vector<double>> drawn(means.size());
  for (std::size_t m = 0; m < means.size(); ++m)
    estimates[m] = {.value = valueOf(means[m], {}), .clusters = clustersOf(means[m])};
  for (int b = 0; b < options.resamples; ++b) {
    if (stop.stop_requested()) throw Cancelled();
    if (progress && b % 50 == 0) progress("Bootstrap", b, options.resamples);
    const std::vector<int> weights = resampleWeights(options.seed, b, clusters);
    for (std::size_t m = 0; m < means.size(); ++m) {
      if (estimates[m].clusters < kFewestForInterval) continue;
      const double value = valueOf(means[m], weights);
      if (!std::isnan(value)) drawn[m].push_back(value);
    }
  }
  for (std::size_t m = 0; m < means.size(); ++m) {
    if (drawn[m].empty()) continue;
    const double outside = (1 - options.level) / 2;
    estimates[m].interval.low = quantile(drawn[m], outside);
    estimates[m].interval.high = quantile(drawn[m], 1 - outside);
  }
  return estimates;
}

}  // namespace ouroscope
