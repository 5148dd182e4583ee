// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

namespace ouroscope {

/// What became of an answer: two next-word distributions of one place, by their logits.
struct AnswerShift {
  double change = 0;       ///< log-probability of the word, changed less untouched; nats
  double kl = 0;           ///< KL(untouched ‖ changed), nats
  std::int32_t best = -1;  ///< word with the most probability in the changed one; ties by lower id
};
/// All NaN and no best word where a logit is not finite. Equal logits give exact zeros.
/// @param untouched, changed [V]
AnswerShift answerShift(std::span<const float> untouched, std::span<const float> changed,
                        std::int32_t word);

/// log softmax(logits)[word]
double logProbability(std::span<const float> logits, std::int32_t word);

/// The most probable word; ties by lower id; -1 where a logit is not finite.
std::int32_t bestWord(std::span<const float> logits);

}  // namespace ouroscope
