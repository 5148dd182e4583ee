// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/Geometry.h"

namespace ouroscope {

/// What can be said of a record in one sentence under a question, whatever rule it is read by.
/// Loops from 0; a token counts at a loop where it has a best candidate there and at its last loop.
struct LoopFindings {
  std::vector<int> changed;      ///< [R] tokens with another best candidate than a loop before
  std::vector<int> ran;          ///< [R] tokens that have one at this loop and the one before
  std::vector<double> settled;   ///< [R] share whose best candidate is already their last loop's;
                                 ///< a token that stopped earlier has settled. NaN without tokens
  int compared = 0;              ///< tokens behind `settled`
  int scored = 0;                ///< tokens that a token follows and that ran two loops or more
  LoopAblation ablation;         ///< over all tokens
  std::vector<LoopSpread> step;  ///< [R] |h_r - h_{r-1}| / |h_r|; none at the first loop
  int mostChanging() const;      ///< the loop that changes the most best candidates; -1 none does
};
LoopFindings loopFindings(const Trace& trace);

/// The share of best candidates that would be full depth's if the same loops were spent on words
/// drawn at random: what a gate has to beat. NaN without tokens.
double settledAtRandom(const LoopFindings& findings, const Readout& read);

}  // namespace ouroscope
