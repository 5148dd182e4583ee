// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// How the best candidate of each token moves over the loops. Loops 0-based; -1 where it never
/// happens.
struct AnswerDynamics {
  std::vector<int> firstCommit;  ///< [T] first loop whose best candidate is the last loop's
  std::vector<int>
      lastFlip;  ///< [T] last loop whose best candidate differs from the loop before; -1 never
  std::vector<int> flips;       ///< [T] how often it changes
  std::vector<int> firstRight;  ///< [T] first loop whose best candidate is the token that follows
  std::vector<bool> rightThenLost;  ///< [T] some loop had it right, the last one does not
};
AnswerDynamics answerDynamics(const Trace& trace);

/// What the best candidate of one loop is, in the order in which it strikes: where many cells fall
/// on a pixel the highest is shown.
enum class AnswerState {
  RightAndFinal = 0,  ///< the token that follows, and the last loop says so too
  WrongAndFinal = 1,  ///< already what the last loop says, but not the token that follows
  WrongAndOther = 2,  ///< neither: still on the way
  RightThenLost = 3   ///< the token that follows, which the last loop has lost: overthinking
};
/// [T,R] of AnswerState as numbers; NaN where the loop was not run or no token follows.
std::vector<float> answerStates(const Trace& trace);

/// Which tokens are worth a look. Only tokens that ran two loops and more can be in one.
enum class DynamicsFilter {
  RightThenLost,  ///< some loop had the token that follows, the last one does not
  Hurt,           ///< some loop gave the token that follows 0.1 nats more than the last one
  LateCommit,     ///< the last loop run says what no loop before it said
  OnlyLastRight,  ///< only the last loop run has the token that follows
  NeverRight,     ///< no loop has the token that follows
  ManyFlips,      ///< the best candidate changes twice or more
  AnyFlip         ///< it changes
};
struct DynamicsFilterInfo {
  DynamicsFilter filter;
  std::string_view id;    ///< "right-then-lost"
  std::string_view name;  ///< "Right, then lost"
};
std::span<const DynamicsFilterInfo> dynamicsFilters();
/// Positions in order. `dynamics` is that of `trace`.
std::vector<int> tokensWith(const Trace& trace, const AnswerDynamics& dynamics,
                            DynamicsFilter filter);
/// Nats by which the best loop of a token beats its last one at the token that follows: what
/// overthinking cost. 0 where the last loop is the best, NaN without a next token.
double overthinkingNats(const Trace& trace, int token);

/// What loop r (0-based, r >= 1) changed against loop r - 1, over tokens with a next token.
struct LoopAblationRow {
  int loop = 0;
  int helped = 0, hurt = 0, unchanged = 0;  ///< -log p(next) falls / rises by more than `tolerance`
  double helpedNats = 0, hurtNats = 0;      ///< summed over those tokens, both positive
  double meanGainNats = 0;                  ///< mean fall of -log p(next) over all tokens
  int madeRight = 0, madeWrong = 0;         ///< best candidate becomes / stops being the next token
};
struct LoopAblation {
  std::vector<LoopAblationRow> rows;  ///< R - 1
  int bestLoop = 0;  ///< with the lowest mean -log p(next): extra loops stop helping after it
};
/// @param include [T] or empty for all: which tokens count (a class, a difficulty).
LoopAblation loopAblation(const Trace& trace, double tolerance = 0.01,
                          const std::vector<bool>& include = {});

}  // namespace ouroscope
