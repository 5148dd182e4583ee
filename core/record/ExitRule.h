// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>

namespace ouroscope {

/// Q-exit, loop by loop (paper section 3.2): a token stops at the first loop whose cumulative exit
/// probability CDF_r = 1 - prod_{j<=r} (1 - lambda_j) reaches q. q >= 1 and a NaN gate mean the
/// last loop.
class ExitRule {
 public:
  explicit ExitRule(double q) : q_(q) {}

  /// Feeds the gate logit of the next loop; true when the token stops at this loop.
  bool stops(float gateLogit) {
    const double lambda = 1.0 / (1.0 + std::exp(-static_cast<double>(gateLogit)));
    survival_ *= 1.0 - lambda;  // a NaN stays: no comparison below is then ever true
    return q_ < 1.0 && 1.0 - survival_ >= q_;
  }

  /// S_r, the probability of going on after the loops fed so far; NaN from the first NaN gate on.
  double survival() const { return survival_; }

 private:
  double q_;
  double survival_ = 1.0;
};

}  // namespace ouroscope
