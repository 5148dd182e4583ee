// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/GuessLoop.h"

#include <algorithm>

#include "core/support/Index.h"

namespace ouroscope {
namespace {

constexpr double kFade = 0.9;    // of what was learnt, from token to token
constexpr double kWorth = 0.97;  // of plain decoding: guesses must gain more than the count may err
constexpr double kHope = 0.5;  // tokens before the first that are taken to have been right at once

/// What a token costs where the next one is begun after `first` loops, and again whenever a later
/// loop says another word; as if all that follows were right.
double costOf(std::span<const std::int32_t> words, int first, int rows, double rowCost,
              double headCost) {
  const int loops = intSize(words);
  int begun = first;  // loops after which the token that follows now was begun
  double dropped = 0;
  for (int run = first + 1; run <= loops; ++run) {
    if (words[run - 1] == words[run - 2]) continue;
    // It has run a few loops by then, and so have those behind it.
    for (int wasted = run - begun, behind = 1; wasted > 0 && behind < rows;
         wasted -= first, ++behind)
      dropped += wasted;
    begun = run;
  }
  const double passes = std::max(1.0 * begun, 1.0 * loops / rows);
  return passes * (1 + headCost) + rowCost * (loops + dropped - passes);
}

}  // namespace

GuessLoop::GuessLoop(int loops, int rows, double rowCost, double headCost)
    : loops_(loops),
      rows_(rows),
      rowCost_(rowCost),
      headCost_(headCost),
      from_(loops + 1),
      plainCost_(kHope * (loops + headCost)) {
  const std::vector<std::int32_t> same(loops, 0);
  for (int first = 1; first <= loops; ++first)
    cost_.push_back(kHope * costOf(same, first, rows, rowCost, headCost));
}

void GuessLoop::learn(std::span<const std::int32_t> words, std::int32_t follows) {
  if (rows_ == 1 || words.empty() || words.back() != follows) return;
  const int loops = intSize(words);
  plainCost_ = plainCost_ * kFade + loops + headCost_;
  for (int first = 1; first <= loops_; ++first) {
    double& sum = cost_[first - 1];
    sum = sum * kFade + costOf(words, std::min(first, loops), rows_, rowCost_, headCost_);
  }
  const auto least = std::min_element(cost_.begin(), cost_.end());
  from_ = *least < kWorth * plainCost_ ? static_cast<int>(least - cost_.begin()) + 1 : loops_ + 1;
}

}  // namespace ouroscope
