// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>

namespace ouroscope {

/// lambda = sigmoid(g), the probability of stopping at a loop that was reached.
inline double exitProbability(float gateLogit) {
  return 1.0 / (1.0 + std::exp(-static_cast<double>(gateLogit)));
}

/// Q-exit (paper section 3.2): a token stops at the first loop whose cumulative exit probability
/// CDF_r = 1 - S_r reaches q; q >= 1 means the last loop.
/// @param loops that may be read, at least 1: the last of them takes what remains
/// @param survival S_r = prod_{j<=r} (1 - lambda_j) of a loop from 0; NaN from the first NaN gate
/// on, which no q is reached by
/// @return loop, from 0
template <class SurvivalAt>
int firstReaching(double q, int loops, const SurvivalAt& survival) {
  if (!(q < 1)) return loops - 1;
  for (int r = 0; r + 1 < loops; ++r)
    if (1.0 - survival(r) >= q) return r;
  return loops - 1;
}

/// The same, loop by loop as the gates come.
class ExitRule {
 public:
  explicit ExitRule(double q) : q_(q) {}

  /// Feeds the gate logit of the next loop; true when the token stops at this loop.
  bool stops(float gateLogit) {
    survival_ *= 1.0 - exitProbability(gateLogit);
    return firstReaching(q_, 2, [this](int) { return survival_; }) == 0;
  }

  /// S_r, the probability of going on after the loops fed so far; NaN from the first NaN gate on.
  double survival() const { return survival_; }

 private:
  double q_;
  double survival_ = 1.0;
};

/// firstReaching() from gate logits. @param gate logit of a loop from 0; called in ascending order
template <class GateAt>
int exitLoopAt(double q, int loops, const GateAt& gate) {
  double survival = 1;
  return firstReaching(q, loops, [&](int r) { return survival *= 1.0 - exitProbability(gate(r)); });
}

}  // namespace ouroscope
