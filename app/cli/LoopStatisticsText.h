// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/Table.h"
#include "core/analysis/AttentionStatistics.h"
#include "core/analysis/LimitClasses.h"
#include "core/analysis/LoopStatistics.h"
#include "core/analysis/StateRank.h"

namespace ouroscope::cli {

/// Energy and ranks, as members of an object.
void putRank(nlohmann::ordered_json& json, const StateRank& rank);

/// What is said of all loops together, of several traces.
struct LoopStatistics {
  LoopAgreement agreement;
  LoopGain gain;
  std::vector<Calibration> calibration;  ///< [R]
  std::vector<LimitCounts> layerLimits;  ///< [L]; empty where not every trace has layers
  LimitCounts loopLimits;                ///< all zero where not every trace has states
  AttentionStatistics attention;         ///< empty where not every trace has it
  std::vector<StateRank> ranks;          ///< [R]; empty where not every trace has states

  /// @throws Error when the traces' loop counts differ
  explicit LoopStatistics(const std::vector<TracePtr>& traces);

  std::string text(const Terminal& terminal) const;
  /// @param similarity layerSimilarity() of the traces, which the text does not show
  nlohmann::ordered_json json(const std::vector<double>& similarity) const;
};

}  // namespace ouroscope::cli
