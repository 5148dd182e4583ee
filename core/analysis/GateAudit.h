// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Mean and quartiles over tokens; NaN where none counts.
struct Spread {
  int count = 0;
  double mean = 0, lower = 0, median = 0, upper = 0;  ///< lower, upper: 25 % and 75 %
};
/// NaN values are left out. Quartiles interpolate between neighbours.
Spread spreadOf(std::vector<double> values);

/// The exit distribution averaged over tokens (paper Fig. 19). A loop counts the tokens that ran
/// it; tokens whose gate is NaN where it matters are left out and counted.
struct GateAverages {
  std::vector<Spread> lambda, p, cdf;  ///< [R]
  Spread entropy;                      ///< of p, nats
  Spread expectedDepth;                ///< loops from 1
  int tokens = 0, invalid = 0;
};
GateAverages gateAverages(const Trace& trace, int gate);

}  // namespace ouroscope
