// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <span>
#include <stop_token>
#include <vector>

#include "core/analysis/OperatingCurve.h"
#include "core/record/ExitCriterion.h"

namespace ouroscope {

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
