// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Where a state goes when the loops go on (the classes of arXiv 2604.11791).
enum class LimitClass { FixedPoint, Orbit, Slider, Unknown };
inline constexpr int kLimitClasses = 4;
std::string_view limitClassName(LimitClass kind);  ///< "fixed point", "orbit", "slider", "unknown"

/// Fewer loops say nothing of a limit.
inline constexpr int kLimitLoops = 16;

struct LimitOptions {
  double tau = 0.05;  ///< cosines from 1 - tau on count as the same direction
  double rho = 0.9;   ///< least rank correlation of a slider's cosines with the loops
};

/// The class of a state by its cosines with the last one, c_r = cos(x_r, x_{R-1}), looked at in the
/// second half of the loops. Fixed point: all are at least 1 - tau. Orbit: there is a period k from
/// 2 to a quarter of the loops such that the cosines k, 2 k ... loops before the last are at least
/// 1 - tau and no other is. Slider: the rank correlation of loops and cosines is at least rho.
/// @return Unknown also for fewer than kLimitLoops cosines, or where one is not a number
LimitClass limitClass(std::span<const float> cosines, const LimitOptions& options = {});

/// [L] of one token after every physical layer, from layer_last_cosine; empty where that was not
/// captured.
std::vector<LimitClass> layerLimits(const Trace& trace, int token,
                                    const LimitOptions& options = {});
/// Of one token at the ends of loops. The trace has captured states.
LimitClass loopLimit(const Trace& trace, int token, const LimitOptions& options = {});

/// How many tokens are of which class.
struct LimitCounts {
  std::array<int, kLimitClasses> tokens{};
};
/// [L] by the physical layer, from layer_last_cosine; empty where that was not captured.
std::vector<LimitCounts> layerLimits(const Trace& trace, const LimitOptions& options = {});
/// At the ends of loops, from captured states; all zero where these were not captured.
LimitCounts loopLimits(const Trace& trace, const LimitOptions& options = {});

}  // namespace ouroscope
