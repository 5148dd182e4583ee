// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// A quantity per token and loop that heatmaps show. Names and units are for axes, colour bars and
/// CSV headers.
enum class Measure {
  Lambda,
  ExitProbability,
  Cdf,
  Entropy,
  LogProb,
  Rank,
  Kl,
  StateNorm,
  StepNorm,
  StepCosine,
  TopAgreement
};
struct MeasureInfo {
  Measure measure;
  std::string_view id;     ///< "exit-probability": command line, recipes, CSV
  std::string_view name;   ///< "Exit probability p"
  std::string_view unit;   ///< "nats" or ""
  bool diverging = false;  ///< centred on zero
};
std::span<const MeasureInfo> measures();
const MeasureInfo& measureInfo(Measure measure);

/// [T,R] row-major; NaN where absent (not captured, not run, no next token).
/// Gate-derived measures use rule.gate and the full recorded depth, not the budget.
/// @param known tables of this trace and gate, where somebody has them: these measures are then
///   copied rather than computed
std::vector<float> measureMatrix(const Trace& trace, Measure measure, const ReadoutRule& rule,
                                 const ReadoutTables* known = nullptr);

/// A quantity per token that the text view shades by.
enum class TokenMeasure {
  ExitLoop,
  ExpectedDepth,
  DepthEntropy,
  Entropy,
  LogProb,
  Kl,
  FirstCommit,
  LastFlip,
  Lambda,
  ExitProbability,
  Cdf,
  Rank,
  StateNorm,
  StepNorm,
  StepCosine,
  TopAgreement,
  Flips
};
struct TokenMeasureInfo {
  TokenMeasure measure;
  std::string_view id, name, unit;
  bool loops;    ///< counts loops from 1
  bool readout;  ///< changes with the rule; the others belong to the trace alone
};
std::span<const TokenMeasureInfo> tokenMeasures();
const TokenMeasureInfo& tokenMeasureInfo(TokenMeasure measure);
/// [T]; loops counted from 1; what a heatmap shows per loop (entropy, log-prob, KL, p ...) is taken
/// at the readout's loop. NaN where absent. `known` as above: a slider tick is then look-ups.
std::vector<float> tokenMeasure(const Trace& trace, TokenMeasure measure, const Readout& readout,
                                const ReadoutTables* known = nullptr);

/// Ends of a colour scale. They belong to trace and measure, not to a setting of the sliders, so a
/// colour keeps its meaning while a slider moves.
struct Limits {
  double low = 0, high = 1;
};
/// Loops: 1 to R. Probabilities: 0 to 1. Entropy of depth: 0 to log R. Others: zero, and all but
/// the outermost 0.5 % of the values at either end, so that one broken token does not flatten the
/// rest.
Limits tokenLimits(const Trace& trace, TokenMeasure measure);

}  // namespace ouroscope
