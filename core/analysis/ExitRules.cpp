// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ExitRules.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/record/ExitRule.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

constexpr ExitRuleInfo kRules[] = {
    {ExitRuleKind::Gate, "gate", "", false, kNaN},
    {ExitRuleKind::Entropy, "entropy", "nats", true, kNaN},
    {ExitRuleKind::TopProbability, "top-probability", "", false, kNaN},
    {ExitRuleKind::Margin, "margin", "", false, kNaN},
    {ExitRuleKind::KlStep, "kl-step", "nats", true, kNaN},
    {ExitRuleKind::StateChange, "state-change", "", true, 0.03},
    {ExitRuleKind::StateCosine, "state-cosine", "", false, 1 - 1e-3},
    {ExitRuleKind::SecondDifference, "second-difference", "", true, kNaN},
    {ExitRuleKind::EntropyChange, "entropy-change", "nats", true, 1e-3},
    {ExitRuleKind::KlBefore, "kl-before", "nats", true, 1e-3},
    {ExitRuleKind::MinPKl, "min-p-kl", "nats", true, 1e-5},
    {ExitRuleKind::Stable, "stable", "loops", false, 5},
    {ExitRuleKind::Uniform, "uniform", "", false, kNaN},
    {ExitRuleKind::Oracle, "oracle", "", false, kNaN},
};

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

/// KL(now || before) from captured logits [V] of two loops.
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

/// Probabilities of captured logits [V]; `minP`: words below a tenth of the best one's get 1 / V.
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

/// KL(before || now) of captured logits; before the first loop all words are equally likely.
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

/// |h_r - 2 h_{r-1} + h_{r-2}| of captured states [d].
double acceleration(const float* h, std::size_t d) {
  const float *before = h - d, *first = before - d;
  double sum = 0;
  for (std::size_t i = 0; i < d; ++i) {
    const double a = h[i] - 2.0 * before[i] + first[i];
    sum += a * a;
  }
  return std::sqrt(sum);
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

std::span<const ExitRuleInfo> exitRules() {
  return kRules;
}

// The table is in the order of the enumeration.
const ExitRuleInfo& exitRuleInfo(ExitRuleKind kind) {
  return kRules[static_cast<std::size_t>(kind)];
}

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
  const auto& logits = ofWords ? trace.logits() : none;
  const auto& hidden = kind == ExitRuleKind::SecondDifference ? trace.hidden() : none;
  if (kind == ExitRuleKind::Gate) gates = trace.gateLogits(gate);
  if ((kind == ExitRuleKind::KlStep || kind == ExitRuleKind::KlBefore) && logits.empty())
    scores.basis = ScoreBasis::LowerBound;
  if (kind == ExitRuleKind::SecondDifference && hidden.empty())
    scores.basis = ScoreBasis::LowerBound;
  scores.values.assign(T * R, kNaN);
  bool any = false;
  for (int t = 0; t < T; ++t) {
    double survival = 1;
    int stable = 0;
    for (int r = 0; r < c.loopsRun[t]; ++r) {
      const std::size_t at = trace.at(t, r);
      const auto value = [&](const std::vector<float>& column) {
        return static_cast<double>(column[at]);
      };
      double score = kNaN;
      switch (kind) {
        case ExitRuleKind::Gate:
          survival *= 1 - exitProbability(gates[at]);
          score = 1 - survival;
          break;
        case ExitRuleKind::Entropy:
          score = -value(c.entropy);
          break;
        case ExitRuleKind::TopProbability:
          score = std::exp(static_cast<double>(c.topkLogprob[at * K]));
          break;
        case ExitRuleKind::Margin:
          if (K > 1)
            score = std::exp(static_cast<double>(c.topkLogprob[at * K])) -
                    std::exp(static_cast<double>(c.topkLogprob[at * K + 1]));
          break;
        case ExitRuleKind::KlStep:
          if (r > 0 && !logits.empty()) {
            const std::size_t vocab = trace.info().vocabSize;
            score = -exactKl(logits.data() + at * vocab, logits.data() + (at - 1) * vocab,
                             trace.info().vocabSize);
          } else if (r > 0) {
            score = -coarseKl(c, at, at - 1, K);
          }
          break;
        case ExitRuleKind::StateChange:
          score = -value(c.stepNorm) / value(c.stateNorm);
          break;
        case ExitRuleKind::StateCosine:
          score = value(c.stepCosine);
          break;
        case ExitRuleKind::SecondDifference:
          if (r > 1 && !hidden.empty())
            score = -acceleration(hidden.data() + at * d, d) / value(c.stateNorm);
          else if (r > 1)
            score = -std::abs(value(c.stepNorm) - c.stepNorm[at - 1]) / value(c.stateNorm);
          break;
        case ExitRuleKind::EntropyChange:
          score = -std::abs(value(c.entropy) - (r > 0 ? c.entropy[at - 1] : 100.0));
          break;
        case ExitRuleKind::KlBefore:
        case ExitRuleKind::MinPKl:
          if (!logits.empty()) {
            const std::size_t vocab = trace.info().vocabSize;
            const float* now = logits.data() + at * vocab;
            score = -klBefore(r > 0 ? now - vocab : nullptr, now, trace.info().vocabSize,
                              kind == ExitRuleKind::MinPKl);
          } else if (r > 0 && kind == ExitRuleKind::KlBefore) {
            score = -coarseKl(c, at - 1, at, K);
          }
          break;
        case ExitRuleKind::Stable: {
          const std::int32_t best = c.topkId[at * K];
          stable = best >= 0 && r > 0 && best == c.topkId[(at - 1) * K] ? stable + 1 : 1;
          if (best >= 0) score = stable;
          break;
        }
        case ExitRuleKind::Uniform:
        case ExitRuleKind::Oracle:
          break;
      }
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
  for (const ExitRuleInfo& info : kRules)
    if (info.kind > ExitRuleKind::Gate && info.kind < ExitRuleKind::Uniform) add(info.kind, 0);
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
