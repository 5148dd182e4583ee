// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope::cli {

/// --budget N, --exit-threshold Q and --gate NAME: how a record is read.
struct RuleOptions {
  int budget = 0;
  double q = -1;
  std::string gate;
  void add(CLI::App& command);
  /// Without options: the trace's own q, at full depth. @throws Error for a gate or a budget that the trace has not.
  ReadoutRule toRule(const Trace& trace) const;
};

/// Header lines of `show`: what the trace is and how it is read, in words.
std::string describeTrace(const Trace& trace, const Readout& read);

/// The distribution of one token over the loops that it ran; `gates` [T,R].
ExitDistribution distributionOf(const Trace& trace, const std::vector<float>& gates, int token);

/// Every number per token and loop.
nlohmann::ordered_json traceJson(const Trace& trace, const Readout& read);

/// A number as JSON; NaN and infinities as null.
nlohmann::ordered_json jsonNumber(double value);

}  // namespace ouroscope::cli
