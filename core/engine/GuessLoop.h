// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace ouroscope {

/// From which loop of a token the next one is begun, in staggered decoding: the loop that would
/// have cost least for the tokens so far, the later ones counting more, by the words that their
/// loops said. Cost is counted in passes over one row; a row more costs `rowCost` of one, and
/// reading the head for the words of a pass `headCost`: plain decoding does that once a token.
/// Guesses are made only where they would have paid, so where they fail they end after a few
/// tokens.
class GuessLoop {
 public:
  /// @param rows that a batch may hold
  GuessLoop(int loops, int rows, double rowCost, double headCost = 0);

  /// One token: the words that its loops said (-1: none), up to the loop that it is read at, and
  /// the one that follows it.
  void learn(std::span<const std::int32_t> words, std::int32_t follows);

  /// Loops (from 1) after which a token's word is taken; above loops() no guess is made.
  int from() const { return from_; }
  bool guesses() const { return from_ <= loops_; }

 private:
  int loops_, rows_;
  double rowCost_, headCost_;
  int from_;
  double plainCost_;
  std::vector<double> cost_;  ///< [loops] sums of what a token would have cost, by the first loop
};

}  // namespace ouroscope
