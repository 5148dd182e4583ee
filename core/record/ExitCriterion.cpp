// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/ExitCriterion.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/record/ExitRule.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr ExitRuleInfo kRules[] = {
    {ExitRuleKind::Gate, "gate", "", "", false, kNaN},
    {ExitRuleKind::Entropy, "entropy", "", "nats", true, kNaN},
    {ExitRuleKind::TopProbability, "top-probability", "", "", false, kNaN},
    {ExitRuleKind::Margin, "margin", "", "", false, kNaN},
    {ExitRuleKind::KlStep, "kl-step", "", "nats", true, kNaN},
    {ExitRuleKind::StateChange, "state-change", "latent-diff", "", true, 0.03},
    {ExitRuleKind::StateCosine, "state-cosine", "cosine", "", false, 1 - 1e-3},
    {ExitRuleKind::SecondDifference, "second-difference", "", "", true, kNaN},
    {ExitRuleKind::EntropyChange, "entropy-change", "entropy-diff", "nats", true, 1e-3},
    {ExitRuleKind::KlBefore, "kl-before", "kl", "nats", true, 1e-3},
    {ExitRuleKind::MinPKl, "min-p-kl", "minp-kl", "nats", true, 1e-5},
    {ExitRuleKind::Stable, "stable", "argmax-stability", "loops", false, 5},
    {ExitRuleKind::Uniform, "uniform", "", "", false, kNaN},
    {ExitRuleKind::Oracle, "oracle", "", "", false, kNaN},
};

/// KL(now || before) from logits [V] of two loops.
double exactKl(const float* now, const float* before, int vocab) {
  const auto logSumExp = [vocab](const float* x) {
    const double top = *std::max_element(x, x + vocab);
    double sum = 0;
    for (int v = 0; v < vocab; ++v) sum += std::exp(x[v] - top);
    // cppcheck-suppress invalidFunctionArg ; the largest entry alone makes the sum 1
    return top + std::log(sum);
  };
  const double a = logSumExp(now), b = logSumExp(before);
  double kl = 0;
  for (int v = 0; v < vocab; ++v) {
    const double p = now[v] - a, q = before[v] - b;
    kl += std::exp(p) * (p - q);
  }
  return kl < 0 ? 0 : kl;  // a NaN stays one
}

/// Probabilities of logits [V]; `minP`: words below a tenth of the best one's get 1 / V.
std::vector<double> probabilities(const float* logits, int vocab, bool minP) {
  const double top = *std::max_element(logits, logits + vocab);
  std::vector<double> p(vocab);
  double sum = 0;
  for (int v = 0; v < vocab; ++v) sum += p[v] = std::exp(logits[v] - top);
  const double least = 0.1 / sum;  // the best one's is 1 / sum
  for (double& x : p) x /= sum;
  if (!minP) return p;
  sum = 0;
  for (double& x : p) sum += x = x < least ? 1.0 / vocab : x;
  for (double& x : p) x /= sum;
  return p;
}

/// KL(before || now) of logits; before the first loop all words are equally likely.
/// @param before null at the first loop
double klBefore(const float* before, const float* now, int vocab, bool minP) {
  const std::vector<double> q = probabilities(now, vocab, minP);
  std::vector<double> p(vocab, 1.0 / vocab);
  if (before) p = probabilities(before, vocab, minP);
  double kl = 0;
  for (int v = 0; v < vocab; ++v)
    if (p[v] > 0) kl += p[v] * std::log(p[v] / q[v]);
  return kl < 0 ? 0 : kl;  // a NaN stays one
}

}  // namespace

std::span<const ExitRuleInfo> exitRules() {
  return kRules;
}

// The table is in the order of the enumeration.
const ExitRuleInfo& exitRuleInfo(ExitRuleKind kind) {
  return kRules[static_cast<std::size_t>(kind)];
}

ExitCriterion exitCriterionFromName(const std::string& name) {
  std::string known;
  for (const ExitRuleInfo& rule : kRules) {
    if (isBaseline(rule.kind)) break;
    if (name == rule.id || (!rule.released.empty() && name == rule.released))
      return {rule.kind, rule.usual};
    known += (known.empty() ? "" : ", ") + std::string(rule.id);
  }
  throw Error("There is no exit rule " + shownText(name) + ": the rules are " + known + ".");
}

double ExitQuantity::next(const LoopFacts& loop) {
  switch (kind_) {
    case ExitRuleKind::Gate:
      survival_ *= 1 - exitProbability(loop.gateLogit);
      return 1 - survival_;
    case ExitRuleKind::Entropy:
      return loop.entropy;
    case ExitRuleKind::TopProbability:
      return loop.best;
    case ExitRuleKind::Margin:
      return loop.best - loop.second;
    case ExitRuleKind::KlStep:
    case ExitRuleKind::KlBefore:
    case ExitRuleKind::MinPKl:
      return loop.kl;
    case ExitRuleKind::StateChange:
      return loop.step / loop.norm;
    case ExitRuleKind::StateCosine:
      return loop.cosine;
    case ExitRuleKind::SecondDifference:
      return loop.secondDifference / loop.norm;
    case ExitRuleKind::EntropyChange: {
      const double change = std::abs(loop.entropy - entropy_);
      entropy_ = loop.entropy;
      return change;
    }
    case ExitRuleKind::Stable:
      repeats_ = loop.bestId >= 0 && loop.bestId == best_ ? repeats_ + 1 : 0;
      best_ = loop.bestId;
      return loop.bestId >= 0 ? repeats_ : kNaN;
    case ExitRuleKind::Uniform:
    case ExitRuleKind::Oracle:
      break;
  }
  return kNaN;
}

double klOfLoops(ExitRuleKind kind, const float* before, const float* now, int vocab) {
  if (kind == ExitRuleKind::KlStep) return before ? exactKl(now, before, vocab) : kNaN;
  return klBefore(before, now, vocab, kind == ExitRuleKind::MinPKl);
}

double secondDifference(std::span<const float> now, std::span<const float> before,
                        std::span<const float> first) {
  return std::sqrt(sumOf(now.size(), [&](std::size_t i) {
    const double a = now[i] - 2.0 * before[i] + first[i];
    return a * a;
  }));
}

}  // namespace ouroscope
