// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace ouroscope {

/// Ways to decide where a token stops. All but the gate need no training; the last two are
/// baselines without a score. Huginn's released criteria are EntropyChange, StateChange ("latent
/// diff"), KlBefore, MinPKl, StateCosine and Stable.
enum class ExitRuleKind {
  Gate,              ///< learned: CDF of the exit distribution (Q-exit)
  Entropy,           ///< of the next word; low stops
  TopProbability,    ///< of the best candidate; high stops
  Margin,            ///< probability of the best less that of the second; high stops
  KlStep,            ///< KL(loop || loop before); low stops
  StateChange,       ///< |h_r - h_{r-1}| / |h_r|; low stops
  StateCosine,       ///< cos(h_r, h_{r-1}); high stops
  SecondDifference,  ///< |d_r - d_{r-1}| / |h_r|, d_r = h_r - h_{r-1}; low stops (arXiv 2509.23314,
                     ///< without its second hit, for which few loops leave room)
  EntropyChange,     ///< |entropy - that of the loop before|, 100 before the first; low stops
  KlBefore,  ///< KL(loop before || loop), against the uniform distribution before the first;
             ///< low stops
  MinPKl,   ///< the same with words below a tenth of the best one's probability taken for 1 / V and
            ///< all brought to a sum of 1 again; low stops
  Stable,   ///< loops in a row that had the best word of the loop before; high stops
  Uniform,  ///< the same budget for all, two neighbouring ones mixed at random
  Oracle    ///< OracleFrontier: knows the text
};
/// A baseline without a score: it knows more than a run does, and stops no token.
constexpr bool isBaseline(ExitRuleKind kind) {
  return kind >= ExitRuleKind::Uniform;
}
struct ExitRuleInfo {
  ExitRuleKind kind;
  std::string_view id;        ///< on the command line, in CSV and in traces
  std::string_view released;  ///< its name in the released code of Huginn; empty: it has none
  std::string_view unit;      ///< of the threshold
  bool lowStops;              ///< stops where the quantity falls to the threshold
  double usual;               ///< threshold in the released code of Huginn; NaN: none
};
std::span<const ExitRuleInfo> exitRules();
const ExitRuleInfo& exitRuleInfo(ExitRuleKind kind);

/// A rule that stops tokens while they run, with its threshold.
struct ExitCriterion {
  ExitRuleKind kind = ExitRuleKind::Gate;  ///< Gate: RunSettings::exitThreshold is the threshold
  double threshold = 0;                    ///< in the rule's own quantity

  bool isGate() const { return kind == ExitRuleKind::Gate; }
  /// As the released code of Huginn: below a threshold that low quantities reach, at or above
  /// another. NaN stops nothing.
  bool stops(double quantity) const {
    return exitRuleInfo(kind).lowStops ? quantity < threshold : quantity >= threshold;
  }
  bool operator==(const ExitCriterion&) const = default;
};
/// By its id or its name in the released code of Huginn, with the threshold of that code.
/// @throws Error listing the ids of rules that can stop a token while it runs
ExitCriterion exitCriterionFromName(const std::string& name);

/// What a rule may look at in one loop; NaN and -1 where it is not known.
struct LoopFacts {
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  float gateLogit = std::numeric_limits<float>::quiet_NaN();
  double entropy = kUnknown;           ///< nats
  double best = kUnknown;              ///< probability of the best word
  double second = kUnknown;            ///< and of the second
  std::int32_t bestId = -1;            ///< the best word
  double kl = kUnknown;                ///< klOfLoops() of the rule
  double norm = kUnknown;              ///< |h_r|
  double step = kUnknown;              ///< |h_r - h_{r-1}|
  double cosine = kUnknown;            ///< cos(h_r, h_{r-1})
  double secondDifference = kUnknown;  ///< |h_r - 2 h_{r-1} + h_{r-2}|
};

/// A rule's quantity of one token, loop by loop from the first.
class ExitQuantity {
 public:
  explicit ExitQuantity(ExitRuleKind kind) : kind_(kind) {}
  double next(const LoopFacts& loop);  ///< NaN where it is not known

 private:
  ExitRuleKind kind_;
  double survival_ = 1, entropy_ = 100;
  std::int32_t best_ = -1;
  int repeats_ = 0;
};

/// The divergence that a rule of it takes, in nats, from logits [V] of a loop and of the one
/// before.
/// @param before null at the first loop, where only KlBefore and MinPKl have a value
double klOfLoops(ExitRuleKind kind, const float* before, const float* now, int vocab);
/// |h_r - 2 h_{r-1} + h_{r-2}|
double secondDifference(std::span<const float> now, std::span<const float> before,
                        std::span<const float> first);

}  // namespace ouroscope
