// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/analysis/Pca.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// How a state moves from loop to loop. All on the states after the loop's norm, so that loops
/// compare; the first loop starts from the embedding, which is on another scale, and has no step.
enum class GeometryQuantity {
  StepNorm,      ///< |h_r - h_{r-1}|
  RelativeStep,  ///< |h_r - h_{r-1}| / |h_r|
  Cosine,        ///< cos(h_r, h_{r-1})
  Angle,         ///< its arc cosine, degrees
  StateNorm,     ///< |h_r|
  Turn           ///< cos(h_r - h_{r-1}, h_{r-1} - h_{r-2}): -1 goes back, 0 turns off, 1 goes on
};
struct GeometryQuantityInfo {
  GeometryQuantity quantity;
  std::string_view id;       ///< "relative-step"
  std::string_view name;     ///< "Relative step"
  std::string_view formula;  ///< what is plotted, for axes and captions
  std::string_view unit;
  bool needsHidden;  ///< only from captured hidden states
};
std::span<const GeometryQuantityInfo> geometryQuantities();
const GeometryQuantityInfo& geometryInfo(GeometryQuantity quantity);

/// [T,R]; NaN where absent: not run, not captured, no loop before it.
std::vector<float> geometryMatrix(const Trace& trace, GeometryQuantity quantity,
                                  std::stop_token stop = {});

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
Orbits orbitsOf(const Trace& trace, int components = 6, int most = 400, std::stop_token stop = {},
                const ProgressFn& progress = {});
/// [R,k] coordinates of one token; NaN for loops that were not run.
std::vector<float> orbitOf(const Trace& trace, const PcaBasis& basis, int token);

}  // namespace ouroscope
