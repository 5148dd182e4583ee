// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cmath>

namespace ouroscope {

/// A slider for the exit threshold q, 0 to 1, has whole positions: hundredths.
inline constexpr int kThresholdSteps = 100;
inline double thresholdAt(int position) {
  return static_cast<double>(position) / kThresholdSteps;
}
inline int thresholdPosition(double q) {
  return static_cast<int>(std::lround(std::min(1.0, q) * kThresholdSteps));
}

}  // namespace ouroscope
