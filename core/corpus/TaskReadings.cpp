// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/TaskReadings.h"

#include <algorithm>

#include "core/support/Error.h"

namespace ouroscope {

std::vector<std::vector<int>> gridLoops(const Trace& trace, const ReadingQuality& quality,
                                        const ReadoutTables& tables, const ReadoutRule& rule,
                                        const ExitGrid& grid, bool exactOnly) {
  std::vector<std::vector<int>> out;
  if (grid.kind == ExitRuleKind::Gate) {
    if (!trace.hasGate(rule.gate)) return {};
    for (const double q : grid.thresholds)
      out.push_back(tables.read(trace, {rule.gate, rule.budget, q}).loop);
    return out;
  }
  const RuleScores scores = ruleScores(trace, grid.kind);
  if (scores.basis == ScoreBasis::Absent || (exactOnly && scores.basis != ScoreBasis::Exact))
    return {};
  const bool low = exitRuleInfo(grid.kind).lowStops;
  for (const double threshold : grid.thresholds)
    out.push_back(exitLoops(quality, scores, low ? -threshold : threshold));
  return out;
}

TaskGrids taskGridsFromName(const std::string& name) {
  for (const TaskGrids grids : {TaskGrids::Loops, TaskGrids::Gate, TaskGrids::Rules})
    if (taskGridsName(grids) == name) return grids;
  throw Error("Answers are read at loops, gate or rules, not at " + name + ".");
}

std::string taskGridsName(TaskGrids grids) {
  return grids == TaskGrids::Loops ? "loops" : grids == TaskGrids::Gate ? "gate" : "rules";
}

TaskReadings taskReadings(const Trace& trace, const ReadoutRule& rule, TaskGrids grids) {
  const ReadoutTables tables(trace, rule.gate);
  TaskReadings out;
  auto& loops = out["loop"];
  for (int r = 0; r < trace.loops(); ++r) {
    loops.emplace_back();
    for (int t = 0; t < trace.tokens(); ++t)
      loops.back().push_back(std::min(r, trace.columns().loopsRun[t] - 1));
  }
  out["exit"].push_back(tables.read(trace, rule).loop);
  if (grids == TaskGrids::Loops) return out;
  const ReadingQuality quality(trace);
  for (const ExitGrid& grid : exitGrids()) {
    if (grids == TaskGrids::Gate && grid.kind != ExitRuleKind::Gate) continue;
    auto found = gridLoops(trace, quality, tables, rule, grid, true);
    if (!found.empty()) out.emplace(exitRuleInfo(grid.kind).id, std::move(found));
  }
  return out;
}

}  // namespace ouroscope
