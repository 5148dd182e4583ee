// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <vector>

#include "core/analysis/StateRank.h"
#include "core/run/LoadedModel.h"
#include "core/run/RunOrder.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// How many directions the tokens of one text fill after every layer of every loop: by their
/// residual stream, and by the keys and values that they leave for others (2607.15456, 2605.07721).
/// Heads stand side by side; keys are rotated.
struct CacheRanks {
  int tokens = 0, loops = 0, layers = 0;        ///< layers of a loop
  std::vector<StateRank> states, keys, values;  ///< [loops * layers]
};

/// Runs the prompt of the order through all loops.
/// @throws Error where the order does not fit the model, the device shows no keys, or the vectors
/// do not fit in memory; Cancelled within a layer
CacheRanks cacheRanks(const LoadedModel& model, const RunOrder& order,
                      const std::stop_token& stop = {}, const ProgressFn& progress = {});

}  // namespace ouroscope
