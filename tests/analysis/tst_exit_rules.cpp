// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/ExitRules.h"
#include "core/analysis/GateAudit.h"
#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

float logit(double p) {
  return static_cast<float>(std::log(p / (1 - p)));
}
float ln(double p) {
  return static_cast<float>(std::log(p));
}
bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) <= tolerance;
}

struct Options {
  std::vector<std::int32_t> loopsRun{3, 3, 3, 3};
  int prompt = 4;
  std::string policy = "full";
};

/// Four tokens, three loops, two candidates, worked by hand.
///   token          0             1             2             3
///   lambda 1, 2    .5 .5         .1 .2         .8 .9         .4 .4
///   CDF 1, 2       .5 .75        .1 .28        .8 .98        .4 .64
///   best word      5 6 6         6 6 6         8 8 9         1 1 1
///   -log p(next)   3 1 .5        1 1.5 2       2 2 1         none
///   entropy        2 1 .5        1 1 1         .5 .4 .3      2 2 .1
///   KL             .6 .1 0       .2 .1 0       .3 .2 0       .5 .4 0
RecordColumns columns() {
  RecordColumns c;
  c.tokenId = {1, 6, 7, 2};
  c.tokenBytes = {" a", " b", " c", " d"};
  c.gateLogit = {logit(.5), logit(.5), 0, logit(.1), logit(.2), 0,
                 logit(.8), logit(.9), 0, logit(.4), logit(.4), 0};
  c.entropy = {2, 1, .5f, 1, 1, 1, .5f, .4f, .3f, 2, 2, .1f};
  c.logprob = {-3, -1, -.5f, -1, -1.5f, -2, -2, -2, -1, kNaN, kNaN, kNaN};
  c.rank = {1, 0, 0, 0, 0, 0, 1, 1, 1, -1, -1, -1};
  c.kl = {.6f, .1f, 0, .2f, .1f, 0, .3f, .2f, 0, .5f, .4f, 0};
  c.topkId = {5, 6, 6, 5, 6, 5, 6, 7, 6, 7, 6, 7, 8, 9, 8, 9, 9, 8, 1, 2, 1, 2, 1, 2};
  c.topkLogprob = {ln(.5), ln(.25), ln(.5),  ln(.4), ln(.7), ln(.2), ln(.6), ln(.3),
                   ln(.6), ln(.3),  ln(.6),  ln(.3), ln(.6), ln(.3), ln(.5), ln(.4),
                   ln(.7), ln(.2),  ln(.25), ln(.2), ln(.3), ln(.2), ln(.9), ln(.05)};
  c.stateNorm = {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
  c.stepNorm = {kNaN, 5, 1, kNaN, 2, 2, kNaN, 1, .5f, kNaN, 4, 3};
  c.stepCosine = {kNaN, .5f, .9f, kNaN, .8f, .8f, kNaN, .9f, .95f, kNaN, .6f, .7f};
  for (std::int32_t id = 0; id < 10; ++id) c.wordBytes.emplace_back(id, " w" + std::to_string(id));
  return c;
}

Trace hand(const Options& o = {}, RecordColumns c = columns()) {
  TraceInfo info;
  info.modelName = "hand";
  info.vocabSize = 10;
  info.hiddenSize = 2;
  info.layers = 1;
  info.loopsTrained = 3;
  info.promptTokens = o.prompt;
  info.kvPolicy = o.policy;
  info.captured.hidden = !c.hidden.empty();
  info.captured.logits = !c.logits.empty();
  c.loopsRun = o.loopsRun;
  return Trace(info, c, 3, 2);
}

const ExitRuleRow& rowOf(const ExitRuleAudit& audit, const std::vector<ExitRuleRow>& rows,
                         ExitRuleKind kind) {
  for (const ExitRuleRow& row : rows)
    if (audit.curves[row.curve].kind == kind) return row;
  throw std::runtime_error("no such rule");
}

}  // namespace

class TestExitRules : public QObject {
  Q_OBJECT

 private slots:
  void qualityByHand() {
    const ReadingQuality q(hand());
    QCOMPARE(q.scoredTokens, 3);
    QCOMPARE(q.klTokens, 4);
    QVERIFY(!q.skipped);
    const OperatingPoint p = q.point(std::vector<int>{0, 1, 2, 0}, 0.25);
    QCOMPARE(p.setting, 0.25);
    QVERIFY(near(p.meanLoops, (1 + 2 + 3 + 1) / 4.0));
    QVERIFY(near(p.agreement, 3 / 4.0));  // token 0 still says 5
    QVERIFY(near(p.nll, (3 + 1.5 + 1) / 3));
    QVERIFY(near(p.kl, (.6 + .1 + 0 + .5) / 4));
    QCOMPARE(valueOf(p, Quality::Nll), p.nll);
    for (const QualityInfo& info : qualities())
      QCOMPARE(&qualities()[static_cast<std::size_t>(info.quality)], &info);
  }

  /// The sweep against the rule itself, token by token, for every threshold of the grid.
  void curveIsTheRuleAtEveryThreshold() {
    for (const int budget : {0, 1, 3, 5}) {
      const TracePtr trace =
          test::syntheticTrace({.tokens = 300, .loops = 5, .promptTokens = 100, .skipLoops = true});
      const ReadingQuality q(*trace);
      const OperatingCurve curve = operatingCurve(q, trace->columns().gateLogit, budget);
      QCOMPARE(int(curve.gate.size()), 101);
      for (const OperatingPoint& p : curve.gate) {
        const Readout read = readout(*trace, {0, budget, p.setting});
        const OperatingPoint direct = readingPoint(q, read);
        QVERIFY(near(p.meanLoops, read.meanLoops, 1e-9));
        QVERIFY(near(p.agreement, direct.agreement, 1e-9) && near(p.nll, direct.nll, 1e-9) &&
                near(p.kl, direct.kl, 1e-9));
        for (const QualityInfo& info : qualities()) {
          const Interval swept = q.interval(p, info.quality),
                         once = q.interval(direct, info.quality);
          QVERIFY(near(swept.low, once.low, 1e-7) && near(swept.high, once.high, 1e-7));
          QVERIFY(swept.low <= valueOf(p, info.quality) + 1e-9 &&
                  swept.high >= valueOf(p, info.quality) - 1e-9);
        }
      }
    }
  }

  /// Against numbers worked out by hand and from tables: n = 10 values 1..10, and 8 of 10.
  void intervalsByHand() {
    const Interval mean = meanInterval(5.5, 38.5, 10);  // s² = 82.5 / 9
    QVERIFY(near(mean.low, 3.623477, 1e-5) && near(mean.high, 7.376523, 1e-5));
    const Interval share = shareInterval(0.8, 10);
    QVERIFY(near(share.low, 0.490162, 1e-5) && near(share.high, 0.943318, 1e-5));
    const Interval all = shareInterval(1, 20);
    QVERIFY(near(all.low, 0.838875, 1e-5) && all.high == 1);
    const Interval equal = meanInterval(0.1, 0.1 * 0.1, 50);
    QVERIFY(near(equal.low, 0.1, 1e-9) && near(equal.high, 0.1, 1e-9));
    QVERIFY(std::isnan(meanInterval(1, 2, 9).low) && std::isnan(shareInterval(0.5, 9).high));
    // What is no mean of tokens read at one loop each has none.
    const TracePtr trace = test::syntheticTrace({.tokens = 50, .loops = 3});
    const ReadingQuality q(*trace);
    const OperatingCurve curve = operatingCurve(*trace, 0, 5);
    for (const QualityInfo& info : qualities()) {
      QVERIFY(std::isnan(q.interval(curve.random[2], info.quality).low));
      QVERIFY(std::isnan(q.interval(curve.oracle[2], info.quality).low));
      QVERIFY(!std::isnan(q.interval(curve.uniform[1], info.quality).low));
      // Full depth is what all of them are compared with.
      const double full = valueOf(curve.uniform[2], info.quality);
      const Interval none = q.interval(curve.uniform[2], info.quality);
      QVERIFY(near(none.low, full, 1e-9) && near(none.high, full, 1e-9));
    }
    // Every token's loss 0.125 nats above the last loop's: no doubt about the difference.
    RecordColumns c = trace->whole();
    for (int t = 0; t < 50; ++t) c.logprob[trace->at(t, 0)] = c.logprob[trace->at(t, 2)] - 0.125f;
    const Trace shifted(trace->info(), c, 3, trace->topK());
    const OperatingPoint first = operatingCurve(shifted, 0).uniform[0];
    const Interval sure = ReadingQuality(shifted).interval(first, Quality::Nll);
    QVERIFY(near(sure.low, first.nll, 1e-6) && near(sure.high, first.nll, 1e-6));
  }

  void nanGatesReadTheLastLoop() {
    RecordColumns c = columns();
    c.gateLogit[0] = kNaN;
    const OperatingCurve curve = operatingCurve(hand({}, c), 0, 3);
    // q = .5: token 0 cannot say, so loop 3; token 1 loop 3; token 2 loop 1; token 3 loop 2.
    QVERIFY(near(curve.gate[1].meanLoops, (3 + 3 + 1 + 2) / 4.0));
    QVERIFY(near(curve.gate[0].meanLoops, (3 + 1 + 1 + 1) / 4.0));
  }

  void frontierByHand() {
    const OracleFrontier best = oracleFrontier(ReadingQuality(hand()), Quality::Nll);
    // Falls a loop: token 0 buys 2 for one loop, then .5; token 2 buys 1 for two loops (.5 each);
    // token 1 only loses. Together (3+1+2)/3, (1+1+2)/3, then .5 + 1 for three loops.
    QCOMPARE(best.meanLoops, (std::vector<double>{1, 1 + 1 / 4.0, 1 + 4 / 4.0}));
    QVERIFY(near(best.at(1), 2) && near(best.at(1.25), 4 / 3.0) && near(best.at(2), 2.5 / 3));
    QVERIFY(near(best.at(1.125), (2 + 4 / 3.0) / 2));  // between corners: half of the tokens each
    QVERIFY(near(best.at(3), 2.5 / 3));                // depth no longer pays
    QVERIFY(std::isnan(best.at(0.9)));
    const OracleFrontier agreement = oracleFrontier(ReadingQuality(hand()), Quality::Agreement);
    // Token 0 agrees from loop 2 on, token 2 only at loop 3.
    QVERIFY(near(agreement.at(1), .5) && near(agreement.at(1.25), .25) &&
            near(agreement.at(1.75), 0));
  }

  void noRuleBeatsTheOracle() {
    const TracePtr trace = test::syntheticTrace({.tokens = 400, .loops = 6});
    const ExitRuleAudit audit = exitRuleAudit(*trace);
    for (double loops = 1; loops <= 6; loops += 0.1)
      for (const ExitRuleRow& row : compareExitRules(audit, loops)) QVERIFY(!(row.regret < -1e-9));
  }

  void gateRuleIsQExit() {
    const Trace trace = hand();
    const ReadingQuality q(trace);
    const RuleScores scores = ruleScores(trace, ExitRuleKind::Gate);
    QCOMPARE(scores.basis, ScoreBasis::Exact);
    QVERIFY(near(scores.values[0], .5) && near(scores.values[1], .75) &&
            near(scores.values[4], .28));
    for (const double threshold : {.1, .5, .7, .9})
      QCOMPARE(exitLoops(q, scores, threshold), readout(trace, {0, 3, threshold}).loop);
    const ExitRuleCurve curve = exitRuleCurve(q, scores, ExitRuleKind::Gate);
    // Eight scores, all different: eight thresholds and the end where nothing stops.
    QCOMPARE(int(curve.points.size()), 9);
    QVERIFY(near(curve.points[0].setting, .1) && near(curve.points[0].meanLoops, 1));
    QVERIFY(std::isnan(curve.points[8].setting) && near(curve.points[8].meanLoops, 3));
    // Above .1 and .28 token 1 reads loop 3, then token 3 leaves loop 1 (.4).
    QVERIFY(near(curve.points[3].meanLoops, (1 + 3 + 1 + 2) / 4.0));
    QVERIFY(near(curve.points[3].setting, .5));
    QVERIFY(near(curve.points[3].nll, (3 + 2 + 2) / 3.0));
  }

  void tiesStopTogetherAndMix() {
    const Trace trace = hand();
    const ReadingQuality q(trace);
    const ExitRuleCurve curve =
        exitRuleCurve(q, ruleScores(trace, ExitRuleKind::Entropy), ExitRuleKind::Entropy);
    // Entropies at loops 1, 2: {2 1} {1 1} {.5 .4} {2 2}. High ones go on first; token 3 goes
    // through both its loops at once.
    QCOMPARE(int(curve.points.size()), 5);
    QVERIFY(near(curve.points[0].setting, 2) && near(curve.points[0].meanLoops, 1));
    QVERIFY(near(curve.points[1].setting, 1) &&
            near(curve.points[1].meanLoops, (2 + 1 + 1 + 3) / 4.0));
    QVERIFY(near(curve.points[2].setting, .5) &&
            near(curve.points[2].meanLoops, (3 + 3 + 1 + 3) / 4.0));
    QVERIFY(near(curve.points[1].nll, (1 + 1 + 2) / 3.0));
    // Half way between two thresholds: half of the tokens follow each.
    const OperatingPoint mixed = curve.at((1.75 + 2.5) / 2);
    QVERIFY(near(mixed.nll, ((1 + 1 + 2) / 3.0 + (.5 + 2 + 2) / 3.0) / 2));
    QVERIFY(near(mixed.meanLoops, 2.125));
    QVERIFY(near(curve.at(1.75).nll, 4 / 3.0));
    QVERIFY(std::isnan(curve.at(0.5).nll) && std::isnan(curve.at(3.5).nll));
    // Fewer points kept are still real thresholds.
    const ExitRuleCurve thin =
        exitRuleCurve(q, ruleScores(trace, ExitRuleKind::Entropy), ExitRuleKind::Entropy, 0, 2);
    QVERIFY(thin.points.size() < curve.points.size());
    QVERIFY(near(thin.points.front().meanLoops, 1) && near(thin.points.back().meanLoops, 3));
  }

  void scoresByHand() {
    const Trace trace = hand();
    const auto at = [&](ExitRuleKind kind, int token, int loop) {
      return ruleScores(trace, kind).values[trace.at(token, loop)];
    };
    QVERIFY(near(at(ExitRuleKind::TopProbability, 0, 2), .7));
    QVERIFY(near(at(ExitRuleKind::Margin, 0, 1), .1));
    QVERIFY(near(at(ExitRuleKind::StateChange, 0, 1), -.5));
    QVERIFY(std::isnan(at(ExitRuleKind::StateChange, 0, 0)));
    QVERIFY(near(at(ExitRuleKind::StateCosine, 2, 1), .9f));
    QVERIFY(std::isnan(at(ExitRuleKind::SecondDifference, 0, 1)));
    QVERIFY(near(at(ExitRuleKind::SecondDifference, 0, 2), -.4));
    QCOMPARE(ruleScores(trace, ExitRuleKind::SecondDifference).basis,
             ScoreBasis::Absent);  // loop 3
    // KL of token 0, loop 2 against 1: words 6 and 5 were kept at both, the rest is one class.
    const double kl = .5 * std::log(.5 / .25) + .4 * std::log(.4 / .5) + .1 * std::log(.1 / .25);
    QVERIFY(near(at(ExitRuleKind::KlStep, 0, 1), -kl));
    QCOMPARE(ruleScores(trace, ExitRuleKind::KlStep).basis, ScoreBasis::LowerBound);
    QVERIFY(near(at(ExitRuleKind::KlStep, 1, 1), 0));
    // The other way round: what was kept at both loops, weighted by the loop before.
    const double back =
        .25 * std::log(.25 / .5) + .5 * std::log(.5 / .4) + .25 * std::log(.25 / .1);
    QVERIFY(near(at(ExitRuleKind::KlBefore, 0, 1), -back));
    QVERIFY(std::isnan(at(ExitRuleKind::KlBefore, 0, 0)));
    QCOMPARE(ruleScores(trace, ExitRuleKind::KlBefore).basis, ScoreBasis::LowerBound);
    QCOMPARE(ruleScores(trace, ExitRuleKind::MinPKl).basis, ScoreBasis::Absent);
    QCOMPARE(exitRuleInfo(ExitRuleKind::StateChange).usual, 0.03);
    QVERIFY(std::isnan(exitRuleInfo(ExitRuleKind::Entropy).usual));
    const auto entropy = [&](int loop) { return double{trace.columns().entropy[loop]}; };
    QVERIFY(near(at(ExitRuleKind::EntropyChange, 0, 0), -(100 - entropy(0))));
    QVERIFY(near(at(ExitRuleKind::EntropyChange, 0, 1), -std::abs(entropy(1) - entropy(0))));
    // As the released code counts: one more for each loop that keeps the best word of the last.
    int row = 0;
    for (int r = 0; r < 3; ++r) {
      const auto best = [&](int loop) { return trace.columns().topkId[loop * trace.topK()]; };
      row = r > 0 && best(r) == best(r - 1) ? row + 1 : 0;
      QCOMPARE(at(ExitRuleKind::Stable, 0, r), double(row));
    }
  }

  void capturedColumnsMakeBoundsExact() {
    RecordColumns c = columns();
    for (int i = 0; i < 12; ++i) {
      // h of a token: (0,0), (1,0), (1,2): d = (1,0), (0,2); second difference (-1,2).
      c.hidden.push_back(i % 3 == 0 ? 0.0f : 1.0f);
      c.hidden.push_back(i % 3 == 2 ? 2.0f : 0.0f);
      for (int v = 0; v < 10; ++v)
        c.logits.push_back(v == 0 && i % 3 == 1 ? static_cast<float>(std::log(3)) : 0.0f);
    }
    const Trace trace = hand({}, c);
    const RuleScores second = ruleScores(trace, ExitRuleKind::SecondDifference);
    QVERIFY(near(second.values[2], -std::sqrt(5) / 10));
    const RuleScores kl = ruleScores(trace, ExitRuleKind::KlStep);
    QCOMPARE(kl.basis, ScoreBasis::Exact);
    // 3/12 and nine times 1/12 against ten times 1/10.
    const double exact = .25 * std::log(2.5) + .75 * std::log(10 / 12.0);
    QVERIFY(near(kl.values[1], -exact));
    // Loop 1 is even, loop 2 gives one word three times the weight of nine others.
    const RuleScores before = ruleScores(trace, ExitRuleKind::KlBefore);
    QCOMPARE(before.basis, ScoreBasis::Exact);
    QVERIFY(near(before.values[0], 0));
    const double back = .1 * std::log(.1 / .25) + .9 * std::log(.1 * 12);
    QVERIFY(near(before.values[1], -back));
    // All words are above a tenth of the best one: nothing is cut.
    QVERIFY(near(ruleScores(trace, ExitRuleKind::MinPKl).values[1], -back));
  }

  /// Words below a tenth of the best one's probability count 1 / V, then all are brought to 1.
  void minPCutsTheTail() {
    RecordColumns c = columns();
    for (int i = 0; i < 12; ++i) {
      c.hidden.insert(c.hidden.end(), {0.0f, 0.0f});
      for (int v = 0; v < 10; ++v)
        c.logits.push_back(v == 0 && i % 3 == 1 ? static_cast<float>(std::log(91)) : 0.0f);
    }
    const Trace trace = hand({}, c);
    // 0.91 and nine times 0.01 becomes 0.91 and nine times 0.1, which sum to 1.81.
    const double cut = .1 * std::log(.1 / (.91 / 1.81)) + .9 * std::log(1.81);
    QVERIFY(near(ruleScores(trace, ExitRuleKind::MinPKl).values[1], -cut));
    const double whole = .1 * std::log(.1 / .91) + .9 * std::log(10);
    QVERIFY(near(ruleScores(trace, ExitRuleKind::KlBefore).values[1], -whole));
  }

  void lowerBoundsAreBounds() {
    // The kept candidates of a random distribution against all of it.
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    test::SyntheticOptions o;
    o.captureLogits = true;
    o.tokens = 50;
    const TracePtr full = test::syntheticTrace(o);
    RecordColumns c = full->whole();
    const auto V = static_cast<std::size_t>(o.vocab), K = static_cast<std::size_t>(o.topK);
    for (std::size_t cell = 0; cell < c.entropy.size(); ++cell) {
      std::vector<std::pair<float, std::int32_t>> words;
      double sum = 0;
      for (std::size_t v = 0; v < V; ++v) {
        // Loops resemble each other, so that candidates overlap.
        c.logits[cell * V + v] = 3 * std::sin(static_cast<float>(v)) + 0.5f * normal(random);
        words.emplace_back(-c.logits[cell * V + v], static_cast<std::int32_t>(v));
        sum += std::exp(static_cast<double>(c.logits[cell * V + v]));
      }
      std::sort(words.begin(), words.end());
      for (std::size_t k = 0; k < K; ++k) {
        c.topkId[cell * K + k] = words[k].second;
        c.topkLogprob[cell * K + k] = -words[k].first - static_cast<float>(std::log(sum));
      }
    }
    // A trace from before the divergence of neighbouring loops was recorded.
    c.klStep.clear();
    c.jsStep.clear();
    TraceInfo info = full->info();
    const Trace exact(info, c, full->loops(), full->topK());
    info.captured.logits = false;
    c.logits.clear();
    const Trace kept(info, c, full->loops(), full->topK());
    const auto a = ruleScores(exact, ExitRuleKind::KlStep).values,
               b = ruleScores(kept, ExitRuleKind::KlStep).values;
    double gap = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (!std::isnan(a[i])) {
        QVERIFY(-b[i] <= -a[i] + 1e-6);
        gap += b[i] - a[i];
      }
    QVERIFY(gap > 0);  // and the two are not the same thing
  }

  void absentAndUnreachable() {
    RecordColumns c = columns();
    std::fill(c.stateNorm.begin(), c.stateNorm.end(), kNaN);
    std::fill(c.entropy.begin(), c.entropy.end(), kNaN);
    const ExitRuleAudit audit = exitRuleAudit(hand({}, c));
    const auto rows = compareExitRules(audit, 1.5);
    for (const auto kind : {ExitRuleKind::Entropy, ExitRuleKind::StateChange}) {
      const ExitRuleRow& row = rowOf(audit, rows, kind);
      QCOMPARE(audit.curves[row.curve].basis, ScoreBasis::Absent);
      QVERIFY(std::isnan(row.regret) && std::isnan(row.point.nll));
    }
    // The cosine needs a loop before: it never stops at loop 1, so 1.5 loops are out of its reach.
    const ExitRuleRow& cosine = rowOf(audit, rows, ExitRuleKind::StateCosine);
    QCOMPARE(audit.curves[cosine.curve].basis, ScoreBasis::Exact);
    QVERIFY(std::isnan(cosine.regret));
    QVERIFY(near(audit.curves[cosine.curve].points.front().meanLoops, 2));
    QVERIFY(
        !std::isnan(rowOf(audit, compareExitRules(audit, 2.5), ExitRuleKind::StateCosine).regret));
    QVERIFY(std::isnan(rows.back().regret) && !std::isnan(rows.front().regret));
  }

  void tableByHand() {
    const ExitRuleAudit audit = exitRuleAudit(hand());
    const auto rows = compareExitRules(audit, 1.75);
    QCOMPARE(audit.curves[rows.front().curve].kind, ExitRuleKind::Oracle);
    QVERIFY(near(rows.front().regret, 0));
    const double best = 4 / 3.0 + (2.5 / 3 - 4 / 3.0) * (0.5 / 0.75);
    QVERIFY(near(rows.front().point.nll, best));
    const ExitRuleRow& gate = rowOf(audit, rows, ExitRuleKind::Gate);
    QVERIFY(near(gate.point.nll, 7 / 3.0) && near(gate.regret, 7 / 3.0 - best));
    QVERIFY(near(gate.point.setting, .5));
    const ExitRuleRow& entropy = rowOf(audit, rows, ExitRuleKind::Entropy);
    QVERIFY(near(entropy.regret, 4 / 3.0 - best));
    // A quarter of the tokens at loop 1, three quarters at loop 2.
    const ExitRuleRow& uniform = rowOf(audit, rows, ExitRuleKind::Uniform);
    QVERIFY(near(uniform.point.nll, .25 * 2 + .75 * 1.5));
    for (std::size_t i = 1; i < rows.size(); ++i)
      QVERIFY(std::isnan(rows[i].regret) || rows[i - 1].regret <= rows[i].regret);
    for (const ExitRuleInfo& info : exitRules()) QCOMPARE(&exitRuleInfo(info.kind), &info);
  }

  void oneTokenAndOneLoop() {
    const TracePtr one = test::syntheticTrace({.tokens = 1, .loops = 1, .topK = 1});
    const ExitRuleAudit audit = exitRuleAudit(*one);
    for (const ExitRuleRow& row : compareExitRules(audit, 1)) {
      QVERIFY(std::isnan(row.regret));  // nothing follows, so nothing is scored
      const auto& curve = audit.curves[row.curve];
      if (curve.kind < ExitRuleKind::Uniform) QCOMPARE(curve.basis, ScoreBasis::Absent);
    }
    const TracePtr flat = test::syntheticTrace({.tokens = 5, .loops = 1});
    const auto rows = compareExitRules(exitRuleAudit(*flat), 1);
    QVERIFY(near(rows.front().regret, 0));
    QCOMPARE(gateAverages(*flat, 0).p[0].mean, 1.0);
    QCOMPARE(ruleScores(*one, ExitRuleKind::Margin).basis, ScoreBasis::Absent);
  }

  void skippedLoopsAndMeasuredRuns() {
    const Trace trace = hand({{3, 2, 1, 3}, 1, "last-exited-copy"});
    const MeasuredRun run = measuredRun(trace);
    QVERIFY(run.measured);
    QVERIFY(near(run.meanLoops, 9 / 4.0) && near(run.meanLoopsGenerated, 2));
    QVERIFY(near(run.nll, (.5 + 1.5 + 2) / 3));
    QVERIFY(!measuredRun(hand()).measured);
    QVERIFY(ReadingQuality(trace).skipped);
    const OperatingCurve curve = operatingCurve(trace, 0, 101);
    // Token 1 really stopped at CDF .28, token 2 at .8: a higher q has no record of theirs.
    QCOMPARE(curve.gate[27].needRerun, 0);
    QCOMPARE(curve.gate[29].needRerun, 1);
    QCOMPARE(curve.gate[79].needRerun, 1);
    QCOMPARE(curve.gate[81].needRerun, 2);
    QCOMPARE(curve.uniform[0].needRerun, 0);
    QCOMPARE(curve.uniform[1].needRerun, 1);
    QCOMPARE(curve.uniform[2].needRerun, 2);
    QVERIFY(near(curve.uniform[2].meanLoops, 9 / 4.0));
  }

  void severalTracesArePooled() {
    const std::vector<TracePtr> traces{test::syntheticTrace({.tokens = 30, .seed = 4}),
                                       test::syntheticTrace({.tokens = 10, .seed = 5})};
    const ReadingQuality both(traces), a(*traces[0]), b(*traces[1]);
    QCOMPARE(both.scoredTokens, 38);
    const std::vector<int> loop(40, 1), la(30, 1), lb(10, 1);
    QVERIFY(near(both.point(loop, 0).nll, (a.point(la, 0).nll * 29 + b.point(lb, 0).nll * 9) / 38));
    const std::vector<TracePtr> unlike{traces[0], test::syntheticTrace({.loops = 3})};
    QVERIFY_THROWS_EXCEPTION(Error, ReadingQuality{unlike});
  }

  void thresholdOfADepth() {
    const std::vector<OperatingPoint> gate{
        {0, 1, 0, 0, 0, 0}, {.25, 1.5, 0, 0, 0, 0}, {.5, 1.5, 0, 0, 0, 0}, {1, 3, 0, 0, 0, 0}};
    QCOMPARE(thresholdFor(gate, 1.1, .9), 0.0);
    QCOMPARE(thresholdFor(gate, 1.6, .9), .5);  // of the plateau the q nearest to the present one
    QCOMPARE(thresholdFor(gate, 1.6, .1), .25);
    QCOMPARE(thresholdFor(gate, 9, .1), 1.0);
    QCOMPARE(thresholdFor({}, 2, .3), .3);
  }

  void averagesByHand() {
    const Spread s = spreadOf({4, 1, 3, 2, std::nan("")});
    QCOMPARE(s.count, 4);
    QVERIFY(near(s.mean, 2.5) && near(s.lower, 1.75) && near(s.median, 2.5) && near(s.upper, 3.25));
    QVERIFY(std::isnan(spreadOf({}).mean));
    QVERIFY(near(spreadOf({7}).upper, 7));
    const GateAverages g = gateAverages(hand(), 0);
    QCOMPARE(g.tokens, 4);
    QCOMPARE(g.invalid, 0);
    QVERIFY(near(g.lambda[0].mean, (.5 + .1 + .8 + .4) / 4));
    QVERIFY(near(g.p[1].mean, (.25 + .18 + .18 + .24) / 4));
    QVERIFY(near(g.p[2].mean, (.25 + .72 + .02 + .36) / 4));
    QVERIFY(near(g.cdf[2].mean, 1) && near(g.cdf[1].median, (.64 + .75) / 2));
    QVERIFY(near(g.expectedDepth.mean, (1.75 + 2.62 + 1.22 + 1.96) / 4));
    RecordColumns c = columns();
    c.gateLogit[3] = kNaN;
    const GateAverages broken = gateAverages(hand({}, c), 0);
    QCOMPARE(broken.invalid, 1);
    QVERIFY(near(broken.lambda[0].mean, (.5 + .8 + .4) / 3));
    // A loop counts the tokens that ran it.
    QCOMPARE(gateAverages(hand({{3, 2, 1, 3}, 1, "last-exited-copy"}), 0).p[2].count, 2);
  }

  void cancels() {
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, exitRuleAudit(hand(), source.get_token()));
  }

  /// Not a benchmark: a guard against quadratic work. 50,000 x 8 took 0.1 and 1 s on a busy
  /// machine.
  void fiftyThousandTokensAreFast() {
    const TracePtr trace = test::syntheticTrace(
        {.tokens = 50000, .loops = 8, .topK = 5, .otherGates = 0, .tracked = 0});
    QElapsedTimer timer;
    timer.start();
    const ReadingQuality quality(*trace);
    const OperatingCurve curve = operatingCurve(quality, trace->columns().gateLogit);
    qInfo("operating curve, 50,000 x 8: %lld ms", timer.restart());
    const ExitRuleAudit audit = exitRuleAudit(*trace);
    qInfo("audit of all rules: %lld ms", timer.restart());
    for (int i = 0; i < 100; ++i) compareExitRules(audit, 1 + i * 0.07);
    qInfo("100 tables: %lld ms", timer.restart());
    const Readout read = readout(*trace, {0, 8, 0.6});
    timer.restart();
    for (int i = 0; i < 10; ++i) readingPoint(quality, read);
    qInfo("10 reading points: %lld ms", timer.elapsed());
    QVERIFY(curve.gate.back().meanLoops == 8);
  }
};

QTEST_GUILESS_MAIN(TestExitRules)
#include "tst_exit_rules.moc"
