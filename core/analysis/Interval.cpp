// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Interval.h"

#include <algorithm>
#include <cmath>

#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % quantile of the normal distribution

}  // namespace

Interval meanInterval(double mean, double meanSquare, int n) {
  if (n < kFewestForInterval) return {kNaN, kNaN};
  // Equal values may differ from their mean square by rounding: no variance is below 0.
  const double variance = std::max(0.0, meanSquare - mean * mean) * n / (n - 1.0);
  const double half = kZ * std::sqrt(variance / n);
  return {mean - half, mean + half};
}

Interval shareInterval(double share, int n) {
  if (n < kFewestForInterval) return {kNaN, kNaN};
  const double z2 = kZ * kZ / n, centre = (share + z2 / 2) / (1 + z2);
  const double half = kZ * std::sqrt(share * (1 - share) / n + z2 / (4.0 * n)) / (1 + z2);
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace ouroscope
