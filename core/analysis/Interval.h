// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope {

/// Ends of a 95 % interval; NaN where it was not computed.
struct Interval {
  double low, high;
};

/// A mean over this many tokens or clusters has an interval: of fewer it would say nothing.
inline constexpr int kFewestForInterval = 10;

/// Of a mean of n independent values, by the normal approximation: mean ± 1.96 s / √n with
/// s² = (meanSquare − mean²) n / (n − 1). NaN below kFewestForInterval.
Interval meanInterval(double mean, double meanSquare, int n);

/// Of a share of n independent cases: Wilson's score interval, which stays within 0..1 and is not
/// empty at either end. NaN below kFewestForInterval.
Interval shareInterval(double share, int n);

}  // namespace ouroscope
