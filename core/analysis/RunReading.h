// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// How one token was read.
struct TokenReading {
  int loop = 0;              ///< exit loop, 0-based
  double expectedDepth = 1;  ///< of the exit distribution over the allowed loops, loops from 1;
                             ///< NaN where a gate that counts is
  bool operator==(const TokenReading&) const = default;
};

/// @param gateLogits of the loops that the token ran, as far as its budget allowed: at least one
TokenReading readToken(std::span<const float> gateLogits, double q);

/// Every token as the run itself read it: by its own gate and by the settings of the time. [T]
/// Prompt tokens are read by the settings that the run began with.
std::vector<TokenReading> readingOfRun(const Trace& trace);

/// Mean of loop + 1; NaN where there is nothing to average.
double meanLoops(std::span<const TokenReading> readings);

/// Tokens a second over the last `window` seconds of a stream. `times` [n] are those at which its
/// tokens arrived, ascending; NaN before a second token has arrived.
double tokensPerSecond(std::span<const double> times, double window = 2.0);

}  // namespace ouroscope
