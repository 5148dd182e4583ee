// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// What a reading of a record is worth (design.md, "Exit analysis").
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

/// A token whose loops were skipped can be read no deeper than it ran; a rule that would read it
/// deeper needs a re-run.
inline Replay replayOf(const Trace& trace, const Readout& read) {
  const auto& run = trace.columns().loopsRun;
  const int budget = read.rule.budget;
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    // Read at its last loop although the budget allows more: the gate may not have wanted to stop
    // there under this rule.
    if (run[i] < budget && read.loop[i] == run[i] - 1 && read.rule.q > trace.info().exitThreshold)
      return {ReplayStatus::NeedsRerun, t};
  }
  if (read.firstBranch >= 0) return {ReplayStatus::Branches, read.firstBranch};
  return {};
}

}  // namespace ouroscope
