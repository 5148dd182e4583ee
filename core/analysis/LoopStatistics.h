// SPDX-License-Identifier: GPL-3.0-or-later
// What papers on looped models print of all loops together (docs/measures.md).
#pragma once
#include <span>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// How often the best words of two loops are the same: A[i][j] = P(best_i = best_j) (arXiv
/// 2510.25741, figure 9).
struct LoopAgreement {
  int loops = 0;
  std::vector<double> share;  ///< [R,R]; NaN where no token has both
  std::vector<int> counted;   ///< [R,R] tokens that ran both loops and have both words
};
/// @throws Error when the traces' loop counts differ
LoopAgreement loopAgreement(std::span<const TracePtr> traces);

/// Cross entropy by loop, and what loops are worth: mean -log p of the next token over the tokens
/// that have it at every loop, in nats.
struct LoopGain {
  static constexpr double kTolerance = 0.02;
  double tolerance = kTolerance;  ///< nats
  int tokens = 0;
  std::vector<double> nll;    ///< [R]; NaN without tokens
  int best = -1;              ///< loop with the least, from 0; -1 without tokens
  double gain = 0;            ///< nll of loop 1 less the least
  int first = -1, last = -1;  ///< the stretch around `best` within the tolerance of the least
};
/// @throws Error when the traces' loop counts differ
LoopGain loopGain(std::span<const TracePtr> traces, double tolerance = LoopGain::kTolerance);
/// The same of losses [R] that were pooled elsewhere; without tokens.
LoopGain loopGain(std::vector<double> nll, double tolerance = LoopGain::kTolerance);

/// Cosines of the states after all pairs of virtual layers, mean over the tokens that have them
/// (arXiv 2604.11791): [RL,RL], NaN where no token has; empty where not every trace has them.
/// Layer i of loop r is number r L + i.
/// @throws Error when the traces' loop or layer counts differ
std::vector<double> layerSimilarity(std::span<const TracePtr> traces);

/// Bins of the calibration error, of equal width.
inline constexpr int kCalibrationBins = 15;
/// The bin of a probability.
int calibrationBin(double probability);

/// How far the probability of the best word can be taken at its word.
struct Calibration {
  int tokens = 0;         ///< that ran the loop and are followed by a token
  double accuracy = 0;    ///< share whose best word follows
  double confidence = 0;  ///< mean probability of the best word
  double ece = 0;         ///< expected calibration error over the bins of probability
  double brier = 0;       ///< mean (probability of the best word - it follows)^2
  double nll = 0;         ///< mean -log p of the next token
  /// That divides the logits so that nll is least, and what it is then; NaN without captured
  /// logits.
  double temperature = 0, scaledNll = 0;
};
/// [R], every mean NaN where a loop has no tokens. @throws Error when the traces' loop counts
/// differ
std::vector<Calibration> calibration(std::span<const TracePtr> traces);

}  // namespace ouroscope
