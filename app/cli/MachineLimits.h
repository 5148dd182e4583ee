// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <vector>

#include "core/engine/Backend.h"

namespace ouroscope::cli {

/// What this machine can do at best, measured now: clocks and memory rates of shared machines move
/// by a factor of two between minutes, so a benchmark is only worth something beside them.
struct MachineLimits {
  double gflops = 0;      ///< register-resident multiply-adds with the path's own instructions
  double readGbPerS = 0;  ///< one linear read of memory far beyond the caches

  void takeBetter(const MachineLimits& other);
};

/// Bests of several runs of about 0.1 s on all threads. @throws Cancelled
MachineLimits measureLimits(int threads, Precision precision, const std::stop_token& stop);

double medianOf(std::vector<double> values);

}  // namespace ouroscope::cli
