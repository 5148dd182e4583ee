// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ExitRules.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

/// KL(now || before) over the words kept at both loops and one class of all others: merging words
/// only loses divergence, so this never exceeds the true one.
double coarseKl(const TraceColumns& c, std::size_t now, std::size_t before, std::size_t K) {
  if (c.topkId[now * K] < 0 || c.topkId[before * K] < 0) return kNaN;
  double kl = 0, restNow = 1, restBefore = 1;
  for (std::size_t k = 0; k < K; ++k) {
    const std::int32_t id = c.topkId[now * K + k];
    if (id < 0) continue;
    for (std::size_t j = 0; j < K; ++j) {
      if (c.topkId[before * K + j] != id) continue;
      const double a = c.topkLogprob[now * K + k], b = c.topkLogprob[before * K + j];
      const double p = std::exp(a);
      if (p > 0) kl += p * (a - b);
      restNow -= p;
      restBefore -= std::exp(b);
      break;
    }
  }
  // Rounded log-probabilities may sum to a little more than one.
  constexpr double kLeast = 1e-9;
  if (restNow > kLeast) kl += restNow * std::log(restNow / std::max(restBefore, kLeast));
  return kl < 0 ? 0 : kl;  // a NaN stays one
}

/// A reading moved one loop deeper because its score stayed below the threshold.
struct Move {
  double score;  ///< best score so far at the loop left
  int token, loop;
};

/// Best score up to every loop that a token may leave, NaN before the first one. Without a score at
/// a loop nothing new stops there.
template <class Visit>
void visitScores(const ReadingQuality& q, const std::vector<double>& scores, int token,
                 const Visit& visit) {
  double best = kNaN;
  for (int r = 0; r < q.deepest[token]; ++r) {
    const double score = scores[q.at(token, r)];
    if (std::isnan(best) || score > best) best = score;
    visit(r, best);
  }
}

OperatingPoint nowhere(double meanLoops) {
  return {kNaN, meanLoops, kNaN, kNaN, kNaN, 0};
}

}  // namespace

RuleScores ruleScores(const Trace& trace, ExitRuleKind kind, int gate) {
  const TraceColumns& c = trace.columns();
  const int T = trace.tokens(), R = trace.loops();
  const std::size_t K = trace.topK(), d = trace.info().hiddenSize;
  RuleScores scores;
  std::vector<float> gates;
  // Heavy columns are read only for the rules that use them.
  static const std::vector<float> none;
  const bool ofWords = kind == ExitRuleKind::KlStep || kind == ExitRuleKind::KlBefore ||
                       kind == ExitRuleKind::MinPKl;
  const bool recorded = kind == ExitRuleKind::KlStep && !c.klStep.empty();
  const auto& logits = ofWords && !recorded ? trace.logits() : none;
  const auto& hidden = kind == ExitRuleKind::SecondDifference ? trace.hidden() : none;
  const auto stateAt = [&](std::size_t at) { return std::span(hidden).subspan(at * d, d); };
  if (kind == ExitRuleKind::Gate) gates = trace.gateLogits(gate);
  if ((kind == ExitRuleKind::KlStep || kind == ExitRuleKind::KlBefore) && logits.empty() &&
      !recorded)
    scores.basis = ScoreBasis::LowerBound;
  if (kind == ExitRuleKind::SecondDifference && hidden.empty())
    scores.basis = ScoreBasis::LowerBound;
  scores.values.assign(T * R, kNaN);
  const double sign = exitRuleInfo(kind).lowStops ? -1 : 1;
  const std::size_t vocab = trace.info().vocabSize;
  bool any = false;
  for (int t = 0; t < T; ++t) {
    ExitQuantity quantity(kind);
    for (int r = 0; r < c.loopsRun[t]; ++r) {
      const std::size_t at = trace.at(t, r);
      LoopFacts loop;
      if (!gates.empty()) loop.gateLogit = gates[at];
      loop.entropy = c.entropy[at];
      loop.best = std::exp(static_cast<double>(c.topkLogprob[at * K]));
      if (K > 1) loop.second = std::exp(static_cast<double>(c.topkLogprob[at * K + 1]));
      loop.bestId = c.topkId[at * K];
      loop.norm = c.stateNorm[at];
      loop.step = c.stepNorm[at];
      loop.cosine = c.stepCosine[at];
      if (r > 1)
        loop.secondDifference =
            hidden.empty() ? std::abs(double{c.stepNorm[at]} - c.stepNorm[at - 1])
                           : secondDifference(stateAt(at), stateAt(at - 1), stateAt(at - 2));
      if (recorded) {
        loop.kl = c.klStep[at];
      } else if (!logits.empty()) {
        const float* now = logits.data() + at * vocab;
        loop.kl = klOfLoops(kind, r > 0 ? now - vocab : nullptr, now, trace.info().vocabSize);
      } else if (r > 0 && kind != ExitRuleKind::MinPKl && ofWords) {
        loop.kl =
            kind == ExitRuleKind::KlStep ? coarseKl(c, at, at - 1, K) : coarseKl(c, at - 1, at, K);
      }
      const double score = sign * quantity.next(loop);
      scores.values[at] = score;
      // Only a score before the last loop can stop anything.
      any = any || (!std::isnan(score) && r + 1 < R);
    }
  }
  if (!any) scores.basis = ScoreBasis::Absent;
  return scores;
}

OperatingPoint ExitRuleCurve::at(double meanLoops) const {
  constexpr double kSlack = 1e-9;
  if (points.empty() || !(meanLoops >= points.front().meanLoops - kSlack) ||
      meanLoops > points.back().meanLoops + kSlack)
    return nowhere(meanLoops);
  const auto above = std::find_if(points.begin(), points.end(), [&](const OperatingPoint& p) {
    return p.meanLoops >= meanLoops - kSlack;
  });
  if (above == points.end()) return points.back();
  if (above == points.begin() || above->meanLoops <= meanLoops + kSlack) return *above;
  const OperatingPoint &a = *(above - 1), &b = *above;
  const double w = (meanLoops - a.meanLoops) / (b.meanLoops - a.meanLoops);
  const auto mix = [w](double x, double y) { return (1 - w) * x + w * y; };
  return {w < 0.5 ? a.setting : b.setting,
          meanLoops,
          mix(a.agreement, b.agreement),
          mix(a.nll, b.nll),
          mix(a.kl, b.kl),
          0};
}

ExitRuleCurve exitRuleCurve(const ReadingQuality& q, const RuleScores& scores, ExitRuleKind kind,
                            int gate, int most) {
  ExitRuleCurve curve{kind, gate, scores.basis, {}};
  if (scores.basis == ScoreBasis::Absent) return curve;
  const double sign = exitRuleInfo(kind).lowStops ? -1 : 1;

  // With the lowest threshold every token stops at its first scored loop; raising it moves tokens
  // one loop deeper in the order of their best score so far.
  std::vector<Move> moves;
  QualitySums sums;
  for (int t = 0; t < q.tokens; ++t) {
    int first = q.deepest[t];
    visitScores(q, scores.values, t, [&](int r, double best) {
      if (std::isnan(best)) return;
      first = std::min(first, r);
      moves.push_back({best, t, r});
    });
    sums.add(q, t, first);
  }
  std::sort(moves.begin(), moves.end(),
            [](const Move& a, const Move& b) { return a.score < b.score; });
  const double stride = std::max(1.0, 1.0 * moves.size() / std::max(1, most));
  double next = 0;
  for (std::size_t i = 0; i < moves.size();) {
    if (i >= next) {
      curve.points.push_back(sums.mean(q, sign * moves[i].score));
      next = i + stride;
    }
    for (const double score = moves[i].score; i < moves.size() && moves[i].score == score; ++i) {
      sums.add(q, moves[i].token, moves[i].loop, -1);
      sums.add(q, moves[i].token, moves[i].loop + 1);
    }
  }
  curve.points.push_back(sums.mean(q, kNaN));
  return curve;
}

std::vector<int> exitLoops(const ReadingQuality& q, const RuleScores& scores, double threshold) {
  std::vector<int> loop = q.deepest;
  for (int t = 0; t < q.tokens; ++t)
    visitScores(q, scores.values, t, [&](int r, double best) {
      if (best >= threshold) loop[t] = std::min(loop[t], r);
    });
  return loop;
}

ExitRuleAudit exitRuleAudit(const Trace& trace, const std::stop_token& stop) {
  const ReadingQuality quality(trace);
  ExitRuleAudit audit;
  audit.tokens = quality.tokens;
  audit.scoredTokens = quality.scoredTokens;
  for (const QualityInfo& info : qualities())
    audit.tokensOf[static_cast<std::size_t>(info.quality)] = quality.tokensOf(info.quality);
  const auto add = [&](ExitRuleKind kind, int gate) {
    if (stop.stop_requested()) throw Cancelled();
    audit.curves.push_back(exitRuleCurve(quality, ruleScores(trace, kind, gate), kind, gate));
  };
  for (int g = trace.info().gated ? 0 : 1; g <= intSize(trace.info().otherGates); ++g)
    add(ExitRuleKind::Gate, g);
  for (const ExitRuleInfo& info : exitRules())
    if (info.kind != ExitRuleKind::Gate && !isBaseline(info.kind)) add(info.kind, 0);
  if (stop.stop_requested()) throw Cancelled();
  const OperatingCurve baselines = operatingCurve(quality, trace.gateLogits(0), 0, 1);
  audit.curves.push_back({ExitRuleKind::Uniform, 0, ScoreBasis::Exact, baselines.uniform});
  audit.curves.push_back({ExitRuleKind::Oracle, 0, ScoreBasis::Exact, baselines.oracle});
  audit.bestNll = baselines.bestNll;
  return audit;
}

std::vector<ExitRuleRow> compareExitRules(const ExitRuleAudit& audit, double meanLoops) {
  std::vector<ExitRuleRow> rows;
  const double best = audit.bestNll.at(meanLoops);
  for (std::size_t i = 0; i < audit.curves.size(); ++i) {
    ExitRuleRow row{i, audit.curves[i].at(meanLoops), 0};
    // The drawn oracle is sampled; here its exact value counts.
    if (audit.curves[i].kind == ExitRuleKind::Oracle) row.point.nll = best;
    row.regret = row.point.nll - best;
    rows.push_back(row);
  }
  // The oracle leads even where a rule equals it.
  const auto key = [&](const ExitRuleRow& row) {
    if (std::isnan(row.regret)) return kInf;
    return audit.curves[row.curve].kind == ExitRuleKind::Oracle ? -kInf : row.regret;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const ExitRuleRow& a, const ExitRuleRow& b) { return key(a) < key(b); });
  return rows;
}

}  // namespace ouroscope
