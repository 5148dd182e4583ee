// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "core/support/Index.h"

namespace ouroscope {

/// Sums over scored tokens, each predicted at the position before it.
class PredictionScore {
 public:
  /// @param position of the token before the scored one
  /// @param read where the gate exits
  void add(const Trace& trace, const Readout& read, int position);

  int count() const { return count_; }
  int loops() const { return intSize(right_); }
  /// Share of tokens that are the best word at `loop` (from 0).
  double accuracy(int loop) const { return right_[loop] / count_; }
  /// Mean of -log p(token) at `loop`, in nats.
  double crossEntropy(int loop) const { return nll_[loop] / count_; }
  double meanExitLoop() const { return exitLoops_ / count_; }  ///< loops from 1
  double accuracyAtExit() const { return rightAtExit_ / count_; }

 private:
  int count_ = 0;
  std::vector<double> right_, nll_;  // [R]
  double exitLoops_ = 0, rightAtExit_ = 0;
};

/// What a text says of the tokens to be predicted.
struct ScoredToken {
  int token = 0;  ///< index in the text; the first one cannot be predicted and is left out
  std::string group;
  int level = 0;
};

/// Accuracy, cross entropy and exit loops of known texts, by group and level.
class Evaluation {
 public:
  void add(const Trace& trace, const Readout& read, std::span<const ScoredToken> tokens);
  /// In the order of names and levels.
  const std::map<std::pair<std::string, int>, PredictionScore>& scores() const { return scores_; }

 private:
  std::map<std::pair<std::string, int>, PredictionScore> scores_;
};

}  // namespace ouroscope
