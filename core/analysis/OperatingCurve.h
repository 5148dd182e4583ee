// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/ReadingQuality.h"

namespace ouroscope {

/// The best that any choice of exit loops could reach when it knew the text: for mean loops x the
/// lowest possible mean of one quality (for agreement: of disagreement). Convex and falling; exact
/// at its corners, between them a corner is reached by some of the tokens only. No rule can lie
/// below it, so a regret to it is never negative.
struct OracleFrontier {
  std::vector<double> meanLoops, value;  ///< corners, from everything at loop 1
  /// NaN below one loop and where nothing is scored; past the last corner depth no longer pays.
  double at(double loops) const;
};
OracleFrontier oracleFrontier(const ReadingQuality& quality, Quality judgedBy);

/// Depth against quality of one record. Loops saved on it are theoretical: a replay chooses what is
/// read, not what is computed.
struct OperatingCurve {
  std::vector<OperatingPoint> gate;     ///< over q, 0..1 in equal steps
  std::vector<OperatingPoint> uniform;  ///< budgets 1..R
  std::vector<OperatingPoint> random;   ///< each gate point's exit loops shuffled over tokens:
                                        ///< expected value, exact, no seed
  /// At `setting` = mean loops, 20 steps a loop: every quality is the best possible at that depth,
  /// each for itself.
  std::vector<OperatingPoint> oracle;
  OracleFrontier bestAgreement, bestNll, bestKl;  ///< of agreement: 1 - agreement
};
/// Linear in tokens x loops plus a sort: milliseconds for thousands of tokens.
/// @param gateLogits [T,R] of one gate; empty: there is none, so `gate` and `random` are empty
/// @param budget loops allowed, 1..R; 0 means R
OperatingCurve operatingCurve(const ReadingQuality& quality, std::span<const float> gateLogits,
                              int budget = 0, int points = 101);
OperatingCurve operatingCurve(const Trace& trace, int gate, int points = 101);

/// The reading that the sliders show now.
OperatingPoint readingPoint(const ReadingQuality& quality, const Readout& readout);

/// What a run that truly stopped early has measured (KV policy other than full).
struct MeasuredRun {
  bool measured = false;
  double meanLoops = 0;           ///< loops really run a token
  double meanLoopsGenerated = 0;  ///< of generated tokens alone; NaN where there are none
  /// Mean over scored tokens, nats. Agreement and KL were not measured: the loops to compare with
  /// were not run.
  double nll = 0;
};
MeasuredRun measuredRun(const Trace& trace);

/// The q of the curve whose point lies nearest to `meanLoops`; of several the one nearest to
/// `current`.
double thresholdFor(std::span<const OperatingPoint> gate, double meanLoops, double current);

}  // namespace ouroscope
