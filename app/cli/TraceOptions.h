// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "app/cli/Command.h"
#include "core/run/RunRecording.h"

namespace ouroscope::cli {

/// The options of `trace` as they are written.
struct TraceOptions {
  ModelOptions model;
  std::string text, textFile, tokens, turns, branch, replace, track, capture, stateLayers, kvPolicy,
      gate, seed, lensFile;
  std::string startSeed, exitRule;
  std::string stop, out;
  std::vector<std::string> interventions;
  std::optional<std::string> system;
  bool chat = false, think = false, noThink = false, noStop = false, noBos = false;
  bool plainSpecials = false, withinContext = false, noStagger = false;
  int loops = 0, generate = 0, topK = 0, budget = 0, draftLoops = 0, draftTokens = 0, at = 0;
  double temperature = 0, topP = 1, exitThreshold = -1;

  void add(Subcommand& command);
};

/// What they mean.
struct TraceTask {
  ModelRequest model;
  RunOrder order;      ///< where there is no branch
  BranchOrder branch;  ///< where it has a record
  std::string out;

  PreparedRun prepared(const LoadedModel& with) const {
    return branch.before ? prepareBranch(with, branch) : prepareRun(with, order);
  }
};

/// What a list of --capture names.
/// @throws UsageError
Capture captureOf(const std::string& list);

/// @param terminal the run is shown on one: then a file may be left out
/// @throws UsageError; Error where a file cannot be read
TraceTask taskOf(const TraceOptions& options, bool terminal);

}  // namespace ouroscope::cli
