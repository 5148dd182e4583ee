// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "app/cli/Arguments.h"
#include "core/analysis/ExitAnalysis.h"

namespace ouroscope::cli {

/// --budget N, --exit-threshold Q and --gate NAME: how a record is read.
struct ReadingOptions {
  int budget = 0;
  double q = -1;
  std::string gate;

  void add(Subcommand& command);
  /// Without options: the trace's own q at full depth; a budget alone reads that loop everywhere.
  /// @throws Error for a gate or a budget that the trace does not have.
  ReadoutRule ruleFor(const Trace& trace) const;
};

/// Name of a gate of the trace by its index (ReadoutRule::gate); "" where it has none.
std::string gateName(const Trace& trace, int gate);

/// "first loop whose cumulative exit probability reaches 0.7 (gate lookahead)"
std::string ruleText(const Trace& trace, const ReadoutRule& rule);

/// "kl-step at 0.001": a rule of a run other than its gate.
std::string criterionText(const ExitCriterion& criterion);

/// Whether what is shown is what the run did, only a theory about it, or needs a run of its own.
std::string replayText(const Trace& trace, const Readout& read);

}  // namespace ouroscope::cli
