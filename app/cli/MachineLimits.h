// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <vector>

namespace ouroscope::cli {

/// What this machine can do at best, measured now: clocks and memory rates of shared machines move
/// by a factor of two between minutes, so a benchmark is only worth something beside them.
struct MachineLimits {
  double fmaGflops = 0;   ///< fp32 multiply-adds on registers only, all threads, 2 flop each
  double readGbPerS = 0;  ///< one linear read of memory far beyond the caches, all threads
};

/// Medians of several runs of about 0.1 s. @throws Cancelled
MachineLimits measureLimits(int threads, std::stop_token stop);

double medianOf(std::vector<double> values);

}  // namespace ouroscope::cli
