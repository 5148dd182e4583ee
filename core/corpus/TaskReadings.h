// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/ReadingQuality.h"
#include "core/corpus/ExitGrid.h"

namespace ouroscope {

/// The loop (from 0) that every token is read at, for every threshold of a grid. [points][T]. Empty
/// where the record does not hold what the rule looks at.
/// @param tables of the trace, for the gate
/// @param rule gate and budget, for the gate
/// @param exactOnly also empty where the record gives a bound of the rule's quantity only
std::vector<std::vector<int>> gridLoops(const Trace& trace, const ReadingQuality& quality,
                                        const ReadoutTables& tables, const ReadoutRule& rule,
                                        const ExitGrid& grid, bool exactOnly);

/// Which of the ways to read an answer are looked at.
enum class TaskGrids {
  Loops,  ///< every loop, and the exit loop
  Gate,   ///< also every threshold of the gate
  Rules   ///< also the other exit rules
};
TaskGrids taskGridsFromName(const std::string& name);  ///< loops, gate, rules. @throws Error
std::string taskGridsName(TaskGrids grids);

/// All ways to read a record, by name ("loop", "exit", exit rules whose quantity it holds exactly).
/// [points][T]: loops from 0. Loop r of "loop" is a budget of so many loops where nothing exits.
using TaskReadings = std::map<std::string, std::vector<std::vector<int>>>;
TaskReadings taskReadings(const Trace& trace, const ReadoutRule& rule, TaskGrids grids);

}  // namespace ouroscope
