// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
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
  std::vector<bool> rightThenLost;  ///< [T] some loop had it right and the last one has not
};
AnswerDynamics answerDynamics(const Trace& trace);

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
