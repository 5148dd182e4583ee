// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/analysis/ExitRules.h"

namespace ouroscope {

/// The thresholds of one exit rule at which a corpus is read. They are fixed before the first
/// document, because sums at thresholds that follow the data do not merge.
struct ExitGrid {
  ExitRuleKind kind;
  std::vector<double> thresholds;  ///< in the rule's own unit; of the gate: q
};

/// The gate first (q from 0 to 1 in steps of 0.05), then the rules without training.
std::span<const ExitGrid> exitGrids();
/// By the rule's name. @throws Error
const ExitGrid& exitGrid(const std::string& name);

}  // namespace ouroscope
