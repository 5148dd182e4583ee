// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/TokenStop.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/engine/StartNoise.h"

namespace ouroscope {
namespace {

bool readsWords(ExitRuleKind kind) {
  return kind != ExitRuleKind::StateChange && kind != ExitRuleKind::StateCosine &&
         kind != ExitRuleKind::SecondDifference;
}

}  // namespace

TokenStop::TokenStop(const ExitCriterion& criterion, double q, const ModelSpec& spec,
                     const Sequence& sequence, std::uint64_t startSeed)
    : criterion_(criterion),
      spec_(spec),
      sequence_(sequence),
      startSeed_(startSeed),
      gate_(q),
      quantity_(criterion.kind) {}

bool TokenStop::stops(int loop, int row, int batch) {
  row_ = row;
  if (!criterion_.isGate()) return criterion_.stops(quantity_.next(factsOf(loop)));
  std::vector<float> gates(batch);
  sequence_.gateLogits(loop, gates);
  return gate_.stops(gates[row]);
}

LoopFacts TokenStop::factsOf(int loop) {
  LoopFacts facts;
  if (readsWords(criterion_.kind))
    readWords(loop, facts);
  else
    readState(loop, facts);
  return facts;
}

void TokenStop::readWords(int loop, LoopFacts& facts) {
  std::swap(logits_, before_);
  logits_.resize(spec_.vocabSize);
  sequence_.logits(loop, row_, logits_);
  const auto best = std::max_element(logits_.begin(), logits_.end());
  double sum = 0, weighted = 0, second = -std::numeric_limits<double>::infinity();
  for (auto z = logits_.begin(); z != logits_.end(); ++z) {
    const double below = double{*z} - *best, weight = std::exp(below);
    sum += weight;
    if (weight > 0) weighted += weight * below;
    if (z != best) second = std::max(second, below);
  }
  if (!std::isfinite(sum)) return;  // logits like that say nothing of any word
  facts.bestId = best - logits_.begin();
  facts.entropy = std::log(sum) - weighted / sum;
  facts.best = 1 / sum;
  facts.second = std::exp(second) / sum;
  facts.kl = klOfLoops(criterion_.kind, loop > 0 ? before_.data() : nullptr, logits_.data(),
                       spec_.vocabSize);
}

void TokenStop::readState(int loop, LoopFacts& facts) const {
  const std::size_t d = spec_.hiddenSize;
  const auto stateOf = [&](int of) {
    std::vector<float> state(d);
    sequence_.hidden(of, row_, 1, state);
    return state;
  };
  float norm = 0, step = 0, cosine = 0;
  const StateSteps out{{&norm, 1}, {&step, 1}, {&cosine, 1}};
  if (loop > 0)
    sequence_.stateSteps(loop, row_, 1, out);
  else
    out.set(0, stateOf(0), startState());
  facts.norm = norm;
  facts.step = step;
  facts.cosine = cosine;
  if (criterion_.kind == ExitRuleKind::SecondDifference && loop > 1)
    facts.secondDifference = secondDifference(stateOf(loop), stateOf(loop - 1), stateOf(loop - 2));
}

/// What the first loop starts from counts as the state before it, where that is known: noise and
/// zeros. Empty for an embedding, which is of another kind.
std::vector<float> TokenStop::startState() const {
  if (spec_.start == StartState::Embedding) return {};
  std::vector<float> state(spec_.hiddenSize);
  if (spec_.start == StartState::Noise)
    for (std::size_t i = 0; i < state.size(); ++i)
      state[i] = spec_.startSpread * startNoise(startSeed_, sequence_.length() + row_, i);
  return state;
}

}  // namespace ouroscope
