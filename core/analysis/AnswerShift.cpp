// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AnswerShift.h"

#include <algorithm>
#include <cmath>

#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

bool allFinite(std::span<const float> logits) {
  return std::ranges::all_of(logits, [](float z) { return std::isfinite(z); });
}

/// log of the sum of e^z.
double logSum(std::span<const float> logits) {
  const double top = *std::ranges::max_element(logits);
  return top + std::log(sumOf(logits.size(),
                              [&](std::size_t i) { return std::exp(double{logits[i]} - top); }));
}

}  // namespace

double logProbability(std::span<const float> logits, std::int32_t word) {
  return allFinite(logits) ? double{logits[word]} - logSum(logits) : kNaN;
}

std::int32_t bestWord(std::span<const float> logits) {
  if (!allFinite(logits)) return -1;
  return std::ranges::max_element(logits) - logits.begin();
}

AnswerShift answerShift(std::span<const float> untouched, std::span<const float> changed,
                        std::int32_t word) {
  AnswerShift out{kNaN, kNaN, bestWord(changed)};
  if (out.best < 0 || !allFinite(untouched)) return out;
  const double before = logSum(untouched), after = logSum(changed);
  out.change = (double{changed[word]} - after) - (double{untouched[word]} - before);
  out.kl = sumOf(untouched.size(), [&](std::size_t i) {
    const double p = double{untouched[i]} - before, q = double{changed[i]} - after;
    return std::exp(p) * (p - q);
  });
  return out;
}

}  // namespace ouroscope
