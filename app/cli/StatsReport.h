// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "app/cli/LoopStatisticsText.h"
#include "app/cli/Reading.h"
#include "app/cli/Table.h"
#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/OperatingCurve.h"
#include "core/analysis/TraceSummary.h"

namespace ouroscope::cli {

/// Statistics of several traces: classes of tokens, what each added loop changed, and the operating
/// curve. All numbers come from core/analysis; here they are added up over traces and written.
class StatsReport {
 public:
  /// @param mostLoops of the traces as they were recorded; more than they have now where only the
  /// loops that all have are read
  /// @throws Error when the traces' loop counts differ
  StatsReport(const std::vector<TracePtr>& traces, const ReadoutRule& rule, Grouping grouping,
              int mostLoops);

  std::string text(const Terminal& terminal) const;
  std::string csv() const;  ///< one line per class and loop
  std::string json() const;

 private:
  std::string groupTables(const Terminal& terminal) const;
  std::string ablationTable(const Terminal& terminal) const;
  std::string curveTable(const Terminal& terminal) const;

  std::string rule_;
  int budget_ = 0;  ///< most loops of the operating curve's gate
  bool gated_ = true;
  std::string stepRule_;  ///< one with which fewer loops are another run; empty
  std::vector<TracePtr> traces_;
  int loops_ = 0, mostLoops_ = 0;
  std::vector<GroupStats> groups_;
  std::vector<LoopAblationRow> ablation_;
  ReadingQuality quality_;
  OperatingCurve curve_;
};

}  // namespace ouroscope::cli
