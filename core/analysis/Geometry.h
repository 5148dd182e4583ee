// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/analysis/Pca.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// cos(h_r - h_{r-1}, h_{r-1} - h_{r-2}) per token and loop, [T,R]: -1 goes back, 0 turns off, 1
/// goes on. On the states after the loop's norm, so that loops compare; the first loop starts from
/// the embedding, which is on another scale, and has no step. NaN where absent or not captured.
/// @throws Error where the states cannot be read; Cancelled
std::vector<float> stateTurns(const Trace& trace, const std::stop_token& stop = {});

/// One loop's values over tokens: quartiles with linear interpolation between order statistics.
struct LoopSpread {
  int tokens = 0;  ///< that have a value; the quartiles are NaN where there is none
  double low, median, high;
};
/// @param matrix [T,R]; absent values are left out. @return [R].
std::vector<LoopSpread> loopSpread(const std::vector<float>& matrix, int loops);

/// The states of a run in one basis of principal components, fitted to all tokens and loops.
struct Orbits {
  PcaBasis basis;
  std::vector<int> tokens;   ///< n of them, evenly over the text
  std::vector<float> cloud;  ///< [n,R,k] their coordinates
};
/// @param most tokens of the cloud. @throws Error where no hidden states were captured; Cancelled.
Orbits orbitsOf(const Trace& trace, int components = 6, int most = 400,
                const std::stop_token& stop = {}, const ProgressFn& progress = {});
/// [R,k] coordinates of one token; NaN for loops that were not run.
std::vector<float> orbitOf(const Trace& trace, const PcaBasis& basis, int token);

}  // namespace ouroscope
