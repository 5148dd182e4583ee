// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/analysis/OperatingCurve.h"

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
  Stable,   ///< loops in a row with the same best word, this one counted; high stops
  Uniform,  ///< the same budget for all, two neighbouring ones mixed at random
  Oracle    ///< OracleFrontier: knows the text
};
struct ExitRuleInfo {
  ExitRuleKind kind;
  std::string_view id;    ///< CSV
  std::string_view unit;  ///< of the threshold
  bool lowStops;          ///< stops where the quantity falls to the threshold
  double usual;           ///< threshold in the released code of Huginn; NaN: none
};
std::span<const ExitRuleInfo> exitRules();
const ExitRuleInfo& exitRuleInfo(ExitRuleKind kind);

/// How true a score is to the rule's definition.
enum class ScoreBasis {
  Exact,
  /// From what the record holds: KL over the words kept at both loops and one class of all others,
  /// or the change of the step's length instead of the step's. Neither is ever above the truth.
  LowerBound,
  Absent  ///< the record does not hold what the rule needs
};

/// [T,R]: the higher, the sooner the token stops (low-stopping quantities are negated). NaN where a
/// loop has no score: nothing stops there.
struct RuleScores {
  std::vector<double> values;
  ScoreBasis basis = ScoreBasis::Exact;
};
/// @param gate for ExitRuleKind::Gate. Baselines have no scores: Absent.
RuleScores ruleScores(const Trace& trace, ExitRuleKind kind, int gate = 0);

/// Quality of one rule over all its thresholds: a token stops at the first loop whose score reaches
/// the threshold, else at its last. Points are sorted by mean loops; `setting` is the threshold in
/// the rule's own quantity (NaN at the end where nothing stops early). Tokens with equal scores
/// stop together.
struct ExitRuleCurve {
  ExitRuleKind kind = ExitRuleKind::Gate;
  int gate = 0;
  ScoreBasis basis = ScoreBasis::Exact;
  std::vector<OperatingPoint> points;

  /// At exactly this depth: between two points their mixture, in which a share of the tokens drawn
  /// at random follows each threshold (expected value). NaN where the rule cannot reach the depth.
  OperatingPoint at(double meanLoops) const;
};
/// @param most points kept, evenly; neighbours are always both real thresholds
ExitRuleCurve exitRuleCurve(const ReadingQuality& quality, const RuleScores& scores,
                            ExitRuleKind kind, int gate = 0, int most = 1024);

/// Exit loop of every token at one score threshold (not negated back), for tests and replays.
std::vector<int> exitLoops(const ReadingQuality& quality, const RuleScores& scores,
                           double scoreThreshold);

/// All rules of one record: every gate of the trace, the rules without training, the two baselines.
struct ExitRuleAudit {
  std::vector<ExitRuleCurve> curves;
  OracleFrontier bestNll;
  int tokens = 0, scoredTokens = 0;
  std::array<int, 3> tokensOf{};  ///< by Quality: how many tokens its mean is over
};
/// @throws Cancelled when stopped
ExitRuleAudit exitRuleAudit(const Trace& trace, const std::stop_token& stop = {});

/// One rule at the wanted depth.
struct ExitRuleRow {
  std::size_t curve = 0;  ///< index into ExitRuleAudit::curves
  OperatingPoint point;   ///< NaN where the rule cannot reach this depth
  double regret = 0;      ///< nats a scored token above the oracle at the same depth; NaN as point
};
/// Sorted by regret, unreachable and absent rules last.
std::vector<ExitRuleRow> compareExitRules(const ExitRuleAudit& audit, double meanLoops);

}  // namespace ouroscope
