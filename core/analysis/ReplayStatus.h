// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>

#include "core/analysis/ExitAnalysis.h"
#include "core/record/ExitRule.h"

namespace ouroscope {

/// What a reading of a record says of a run with that rule.
enum class ReplayStatus {
  Exact,       ///< fixed text, loops all recorded: what the model would have said
  Branches,    ///< a greedy run would have drawn another token: the text after it would differ
  NeedsRerun,  ///< asks for loops that were truly skipped when the record was made
};

struct Replay {
  ReplayStatus status = ReplayStatus::Exact;
  int token = -1;  ///< Branches: first token that would differ; NeedsRerun: first token whose loops
                   ///< are missing
};

/// A token whose loops were skipped can be read no deeper than it ran; a rule whose gate would not
/// have stopped there, although its budget allows more, needs a re-run.
inline Replay replayOf(const Trace& trace, const Readout& read) {
  const auto& run = trace.columns().loopsRun;
  // Fewer loops would have taken other steps.
  if (!trace.info().keepsPrefix())
    for (std::size_t t = 0; t < run.size(); ++t)
      if (read.loop[t] + 1 < run[t]) return {ReplayStatus::NeedsRerun, static_cast<int>(t)};
  const std::size_t R = trace.loops();
  const auto skipped = [&](int loops) { return loops < read.rule.budget; };
  if (std::any_of(run.begin(), run.end(), skipped)) {
    const std::vector<float> gates = trace.gateLogits(read.rule.gate);
    for (std::size_t t = 0; t < run.size(); ++t) {
      if (!skipped(run[t]) || read.loop[t] != run[t] - 1) continue;
      ExitRule rule(read.rule.q);
      bool stops = false;
      for (int r = 0; r < run[t]; ++r) stops = rule.stops(gates[t * R + r]);
      if (!stops) return {ReplayStatus::NeedsRerun, static_cast<int>(t)};
    }
  }
  if (read.firstBranch >= 0) return {ReplayStatus::Branches, read.firstBranch};
  return {};
}

}  // namespace ouroscope
