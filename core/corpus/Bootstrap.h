// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/analysis/AblationTable.h"
#include "core/corpus/FixedSum.h"
#include "core/support/Numbers.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// A mean as a quotient of sums over clusters. A cluster is what is drawn as a whole: a document,
/// or all documents of a group.
struct ClusterRatio {
  std::vector<FixedSum> above;      ///< [n]
  std::vector<std::int64_t> below;  ///< [n]; 0: nothing of the mean is in this cluster
  /// [parts][n]; where there are any, the sum of the absolute values of their sums stands above.
  std::vector<std::vector<FixedSum>> parts{};
};

/// A mean, or the difference of two on the same clusters (paired: both follow the same draws).
struct ClusterMean {
  ClusterRatio of;
  std::optional<ClusterRatio> minus{};
};

struct BootstrapOptions {
  int resamples = 2000;
  std::uint64_t seed = 1;
  double level = 0.95;
  bool operator==(const BootstrapOptions&) const = default;
};

/// A mean with its uncertainty.
struct Estimate {
  double value = kNaN;
  Interval interval{kNaN, kNaN};  ///< NaN below kFewestForInterval clusters
  std::int64_t clusters = 0;      ///< that have something of the mean
};

/// Percentile intervals of a bootstrap over n clusters. Draw i of resample b is cluster
/// floor(u n / 2^64), where u = splitMix(splitMix(seed) + kSplitMixStep (b n + i + 1)); sums are of
/// whole numbers and the quantile is linear between neighbours, so every machine gives the same.
/// Resamples in which a mean has nothing below the line are left out of it.
/// @throws Cancelled
std::vector<Estimate> bootstrapMeans(std::span<const ClusterMean> means, std::size_t clusters,
                                     const BootstrapOptions& options,
                                     const std::stop_token& stop = {},
                                     const ProgressFn& progress = {});

/// How often resample `b` draws each of n clusters. [n]
std::vector<int> resampleWeights(std::uint64_t seed, std::int64_t b, std::size_t clusters);

}  // namespace ouroscope
