// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope {

/// Sums over tokens, so that several traces add up; the means are over tokens.
struct GroupStats {
  std::string name;
  int traces = 0, tokens = 0, withNext = 0;
  double exitLoops = 0, expectedDepth = 0;  ///< sums; loops from 1
  int withDepth = 0;                        ///< tokens whose expected depth is a number
  std::vector<int> histogram;               ///< [R] tokens per exit loop
  std::vector<double> nll, entropy,
      agreement;             ///< [R] sums at every loop; agreement with the token's last loop
  std::vector<int> right;    ///< [R] best candidate is the next token
  std::vector<int> counted;  ///< [R] tokens that ran this loop
  // [R] of those, the tokens behind each sum: what is not a number is left out.
  std::vector<int> countedNll, countedRight, countedAgreement, countedEntropy;

  double meanExitLoop() const { return tokens ? exitLoops / tokens : 0; }
};

/// What a token is by its text and place.
enum class Grouping { None, Source, Word, Position };
/// "all", "source" (prompt, generated), "word" (word-initial, continuation, digit, punctuation,
/// space, special), "position".
/// @throws Error listing the names.
Grouping groupingFromName(const std::string& name);

/// Statistics of several traces read by one rule, one row per group, "all" first.
/// @throws Error when the traces' loop counts differ.
std::vector<GroupStats> summarise(const std::vector<TracePtr>& traces, const ReadoutRule& rule,
                                  Grouping grouping);

/// Group of one token.
std::string tokenGroup(const Trace& trace, int token, Grouping grouping);

}  // namespace ouroscope
