// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/Evaluation.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/LensTable.h"
#include "core/analysis/Measures.h"
#include "core/analysis/OperatingCurve.h"
#include "core/analysis/ReplayStatus.h"
#include "core/analysis/TraceSummary.h"
#include "core/record/ExitRule.h"
#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();

float logit(double p) {
  return static_cast<float>(std::log(p / (1 - p)));
}
bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) <= tolerance;
}

/// Three tokens, two loops, worked by hand: best words, log-probabilities and gates are given.
///   token            0            1            2
///   best word        5 then 6     6 then 6     8 then 9
///   next token       6            7            none
///   -log p(next)     2.0 then .5  1.0 then 1.5
///   lambda_1         .9           .2           .5
TracePtr small(std::vector<std::int32_t> loopsRun = {2, 2, 2}, int prompt = 3) {
  TraceInfo info;
  info.modelName = "hand";
  info.vocabSize = 10;
  info.hiddenSize = 4;
  info.layers = 1;
  info.loopsTrained = 2;
  info.promptTokens = prompt;
  RecordColumns c;
  c.tokenId = {1, 6, 7};
  c.tokenBytes = {" a", "b", "7"};
  c.loopsRun = loopsRun;
  c.gateLogit = {logit(.9), 0, logit(.2), 0, logit(.5), 0};
  c.entropy = {1, 2, 3, 4, 5, 6};
  c.logprob = {-2.0f, -0.5f, -1.0f, -1.5f, kNaN, kNaN};
  c.rank = {1, 0, 2, 3, -1, -1};
  c.kl = {.4f, 0, .1f, 0, .7f, 0};
  c.topkId = {5, 6, 6, 6, 8, 9};
  c.topkLogprob = {-.1f, -.2f, -.3f, -.4f, -.5f, -.6f};
  c.stateNorm = {1, 1, 1, 1, 1, 1};
  c.stepNorm = {kNaN, 1, kNaN, 1, kNaN, 1};
  c.stepCosine = {kNaN, .5f, kNaN, .5f, kNaN, .5f};
  for (std::int32_t id = 0; id < 10; ++id) c.wordBytes.emplace_back(id, " w" + std::to_string(id));
  return std::make_shared<const Trace>(info, c, 2, 1);
}

}  // namespace

class TestAnalysis : public QObject {
  Q_OBJECT

 private slots:
  void evaluationCountsWhatIsPredicted() {
    const TracePtr trace = small();
    const auto scores = [&](double q) {
      Evaluation evaluation;
      // The first token has nothing before it that could predict it.
      const std::vector<ScoredToken> tokens{{0, "a", 1}, {1, "a", 1}, {2, "b", 0}};
      evaluation.add(*trace, readout(*trace, {0, 0, q}), tokens);
      evaluation.add(*trace, readout(*trace, {0, 0, q}), std::vector<ScoredToken>{{2, "a", 1}});
      return evaluation.scores();
    };
    const auto all = scores(0.95);
    QCOMPARE(int(all.size()), 2);
    const PredictionScore& a = all.at({"a", 1});  // tokens 1 and 2
    QCOMPARE(a.count(), 2);
    QCOMPARE(a.loops(), 2);
    QCOMPARE(a.accuracy(0), 0.0);
    QCOMPARE(a.accuracy(1), 0.5);
    QCOMPARE(a.crossEntropy(0), 1.5);
    QCOMPARE(a.crossEntropy(1), 1.0);
    QCOMPARE(a.meanExitLoop(), 2.0);
    QCOMPARE(a.accuracyAtExit(), 0.5);
    const PredictionScore& b = all.at({"b", 0});  // token 2
    QCOMPARE(b.count(), 1);
    QCOMPARE(b.accuracy(1), 0.0);
    QCOMPARE(b.crossEntropy(1), 1.5);
    // With a lower q the first of them exits at loop 1, where it is wrong.
    const PredictionScore early = scores(0.5).at({"a", 1});
    QCOMPARE(early.meanExitLoop(), 1.5);
    QCOMPARE(early.accuracyAtExit(), 0.0);
    QCOMPARE(early.accuracy(1), 0.5);
  }

  void exitDistributionByHand() {
    // lambda = .5, .5, (ignored): p = .5, .25, .25
    const auto d = exitDistribution(std::vector<float>{0, 0, 7});
    QVERIFY(near(d.p[0], .5) && near(d.p[1], .25) && near(d.p[2], .25));
    QVERIFY(near(d.cdf[0], .5) && near(d.cdf[1], .75));
    QCOMPARE(d.cdf[2], 1.0);
    QVERIFY(near(d.expectedDepth, 1.75));
    QVERIFY(near(d.entropy, .5 * std::log(2) + .5 * std::log(4)));
    QVERIFY(d.valid);
    QVERIFY(
        near(d.lambda[2], 1 / (1 + std::exp(-7.0))));  // recorded, although it takes no part in p
  }

  void oneLoopAndExtremeGates() {
    const auto one = exitDistribution(std::vector<float>{-3});
    QCOMPARE(one.p, std::vector<double>{1});
    QCOMPARE(one.entropy, 0.0);
    const auto open = exitDistribution(std::vector<float>{kInf, 0, 0});
    QCOMPARE(open.p, (std::vector<double>{1, 0, 0}));
    QCOMPARE(open.entropy, 0.0);
    const auto shut = exitDistribution(std::vector<float>{-kInf, -kInf, 0});
    QCOMPARE(shut.p, (std::vector<double>{0, 0, 1}));
    const auto broken = exitDistribution(std::vector<float>{0, kNaN, 0});
    QVERIFY(!broken.valid);
    QVERIFY(near(broken.p[0], .5) && near(broken.cdf[0], .5));  // known before the NaN
    for (const std::size_t r : {1, 2})
      QVERIFY(std::isnan(broken.p[r]) && std::isnan(broken.cdf[r]));
    QVERIFY(std::isnan(broken.expectedDepth) && std::isnan(broken.entropy));
    const auto lastOnly = exitDistribution(std::vector<float>{0, 0, kNaN});
    QVERIFY(lastOnly.valid);  // the last gate takes no part
  }

  void exitLoopAtThresholds() {
    const std::vector<float> gates{0, 0, 0};  // CDF .5, .75, 1
    QCOMPARE(exitLoop(gates, 0.0), 0);
    QCOMPARE(exitLoop(gates, 0.5), 0);  // >=, not >
    QCOMPARE(exitLoop(gates, 0.51), 1);
    QCOMPARE(exitLoop(gates, 0.75), 1);
    QCOMPARE(exitLoop(gates, 0.76), 2);
    QCOMPARE(exitLoop(gates, 1.0), 2);
    QCOMPARE(exitLoop(gates, 1.5), 2);
    QCOMPARE(exitLoop(std::vector<float>{kInf, 0, 0}, 1.0),
             2);  // q = 1 is the last loop even where the gate saturates
    QCOMPARE(exitLoop(std::vector<float>{kNaN, kNaN, kNaN}, 0.1), 2);
    QCOMPARE(exitLoop(std::vector<float>{0, kNaN, 0}, 0.6), 2);
    QCOMPARE(exitLoop(std::vector<float>{0, kNaN, 0}, 0.5), 0);  // decided before the NaN
    QCOMPARE(exitLoop(std::vector<float>{-9}, 0.9), 0);
  }

  /// The engine decides with its own incremental rule; a replay must say the same.
  void engineAndAnalysisExitAlike() {
    const TracePtr trace = test::syntheticTrace({.tokens = 200, .loops = 6});
    for (const double q : {0.0, 0.1, 0.33, 0.5, 0.7, 0.9, 0.999, 1.0})
      for (int t = 0; t < trace->tokens(); ++t) {
        const auto gates = std::span(trace->columns().gateLogit).subspan(trace->at(t, 0), 6);
        ExitRule rule(q);
        int engine = 5;
        for (int r = 0; r < 6; ++r)
          if (rule.stops(gates[static_cast<std::size_t>(r)])) {
            engine = r;
            break;
          }
        QCOMPARE(exitLoop(gates, q), engine);
      }
  }

  void readoutByHand() {
    const TracePtr trace = small();
    const Readout half = readout(*trace, {0, 2, 0.5});
    QCOMPARE(half.loop, (std::vector<int>{0, 1, 0}));
    QCOMPARE(half.topId, (std::vector<std::int32_t>{5, 6, 8}));
    QVERIFY(near(half.meanLoops, 4.0 / 3));
    QCOMPARE(half.histogram, (std::vector<int>{2, 1}));
    QVERIFY(near(static_cast<double>(half.expectedDepth[0]), 1.1) &&
            near(static_cast<double>(half.expectedDepth[1]), 1.8));
    QVERIFY(near(static_cast<double>(half.depthEntropy[2]), std::log(2)));
    // A budget of one loop takes all probability there.
    const Readout one = readout(*trace, {0, 1, 1.0});
    QCOMPARE(one.loop, (std::vector<int>{0, 0, 0}));
    QCOMPARE(one.expectedDepth, (std::vector<float>{1, 1, 1}));
    QCOMPARE(readout(*trace, {0, 0, 1.0}).loop, (std::vector<int>{1, 1, 1}));
  }

  void readoutNeverReadsLoopsThatWereNotRun() {
    const TracePtr trace = small({2, 1, 2}, 1);
    const Readout full = readout(*trace, {0, 2, 1.0});
    QCOMPARE(full.loop, (std::vector<int>{1, 0, 1}));
  }

  void replayStates() {
    // Everything prompt: nothing was drawn, every reading is exact.
    QCOMPARE(replayOf(*small(), readout(*small(), {0, 1, 1.0})).status, ReplayStatus::Exact);
    // Generated from token 1 on, greedy: at loop 2 token 0 says 6, which is token 1; token 1 says
    // 6, but token 2 is 7.
    const TracePtr generated = small({2, 2, 2}, 1);
    const Replay full = replayOf(*generated, readout(*generated, {0, 2, 1.0}));
    QCOMPARE(full.status, ReplayStatus::Branches);
    QCOMPARE(full.token, 2);
    QCOMPARE(replayOf(*generated, readout(*generated, {0, 1, 1.0})).token,
             1);  // loop 1 of token 0 says 5
    // Loops truly skipped at q = .5, asked for at q = .9: the record cannot say.
    TraceInfo info = small()->info();
    info.exitThreshold = 0.5;
    info.kvPolicy = "last-exited-copy";
    RecordColumns columns = small({2, 1, 2}, 1)->whole();
    const Trace skipped(info, columns, 2, 1);
    QCOMPARE(replayOf(skipped, readout(skipped, {0, 2, 0.9})).status, ReplayStatus::NeedsRerun);
  }

  void operatingCurveByHand() {
    const OperatingCurve curve = operatingCurve(*small(), 0, 3);  // q = 0, .5, 1
    QCOMPARE(int(curve.gate.size()), 3);
    const OperatingPoint& mid = curve.gate[1];  // loops 1, 2, 1
    QVERIFY(near(mid.meanLoops, 4.0 / 3));
    QVERIFY(
        near(mid.agreement, 1.0 / 3));  // token 1 only: 6 is its last word; 5 is not 6, 8 is not 9
    QVERIFY(near(mid.nll, (2.0 + 1.5) / 2));
    QVERIFY(near(mid.kl, (0.4 + 0 + 0.7) / 3));
    // The same depths dealt at random: loop 1 with 2/3, loop 2 with 1/3.
    const OperatingPoint& random = curve.random[1];
    QVERIFY(near(random.meanLoops, 4.0 / 3));
    QVERIFY(near(random.agreement, (1.0 / 3 + 1 + 1.0 / 3) / 3));
    QVERIFY(near(random.nll, ((2.0 * 2 + .5) / 3 + (2 * 1.0 + 1.5) / 3) / 2));
    QCOMPARE(int(curve.uniform.size()), 2);
    QVERIFY(near(curve.uniform[0].nll, 1.5) && near(curve.uniform[1].nll, 1.0));
    QVERIFY(near(curve.uniform[1].agreement, 1) && near(curve.uniform[1].kl, 0));
    QVERIFY(near(curve.gate[0].meanLoops, 1) && near(curve.gate[2].meanLoops, 2));
  }

  void answerDynamicsByHand() {
    const AnswerDynamics d = answerDynamics(*small());
    QCOMPARE(d.firstCommit, (std::vector<int>{1, 0, 1}));
    QCOMPARE(d.lastFlip, (std::vector<int>{1, -1, 1}));
    QCOMPARE(d.flips, (std::vector<int>{1, 0, 1}));
    QCOMPARE(d.firstRight, (std::vector<int>{1, -1, -1}));
    QCOMPARE(d.rightThenLost, (std::vector<bool>{false, false, false}));
    RecordColumns c = small()->whole();
    c.topkId[0] = 6;
    c.topkId[1] = 5;  // right at loop 1, lost at loop 2
    const Trace lost(small()->info(), c, 2, 1);
    QCOMPARE(answerDynamics(lost).rightThenLost, (std::vector<bool>{true, false, false}));
  }

  void loopAblationByHand() {
    const LoopAblation a = loopAblation(*small());
    QCOMPARE(int(a.rows.size()), 1);
    const LoopAblationRow& row = a.rows[0];
    QCOMPARE(row.loop, 1);
    QCOMPARE(row.helped, 1);
    QCOMPARE(row.hurt, 1);
    QCOMPARE(row.unchanged, 0);
    QVERIFY(near(row.helpedNats, 1.5) && near(row.hurtNats, 0.5) && near(row.meanGainNats, 0.5));
    QCOMPARE(row.madeRight, 1);
    QCOMPARE(row.madeWrong, 0);
    QCOMPARE(a.bestLoop, 1);  // mean -log p: 1.5, then 1.0
    const LoopAblation second = loopAblation(*small(), 0.01, {false, true, true});
    QCOMPARE(second.rows[0].helped, 0);
    QCOMPARE(second.bestLoop, 0);
    QCOMPARE(loopAblation(*small(), 2.0).rows[0].unchanged, 2);
  }

  void oneTokenOneLoop() {
    const TracePtr trace = test::syntheticTrace({.tokens = 1, .loops = 1});
    QCOMPARE(readout(*trace, {0, 0, 0.5}).loop, std::vector<int>{0});
    const OperatingCurve curve = operatingCurve(*trace, 0);
    QVERIFY(std::isnan(curve.gate[0].nll));  // nothing follows, so nothing is scored
    QVERIFY(near(curve.gate[0].meanLoops, 1));
    QVERIFY(loopAblation(*trace).rows.empty());
    QCOMPARE(answerDynamics(*trace).firstCommit, std::vector<int>{0});
  }

  void measuresAreTheColumnsAndTheGates() {
    const TracePtr trace =
        test::syntheticTrace({.tokens = 30, .loops = 5, .promptTokens = 10, .skipLoops = true});
    const RecordColumns& c = trace->whole();
    const ReadoutRule rule{1, 0, 0.5};
    for (const Measure* m : loopMeasures()) {
      const Measure& info = *m;
      QCOMPARE(findMeasure(info.id), m);  // no id appears twice
      const auto matrix = measureMatrix(*trace, info, rule.gate);
      QCOMPARE(matrix.size(), c.entropy.size());
      for (int t = 0; t < 30; ++t)
        for (int r = c.loopsRun[std::size_t(t)]; r < 5; ++r)
          QVERIFY2(std::isnan(matrix[trace->at(t, r)]), info.id.data());
    }
    const auto cdf = measureMatrix(*trace, measure("cdf"), rule.gate);
    const auto lambda = measureMatrix(*trace, measure("lambda"), rule.gate);
    const auto p = measureMatrix(*trace, measure("exit-probability"), rule.gate);
    const auto gates = trace->gateLogits(1);
    for (int t = 0; t < 30; ++t) {
      const int run = c.loopsRun[std::size_t(t)];
      const auto d = exitDistribution(std::span(gates).subspan(trace->at(t, 0), std::size_t(run)));
      for (int r = 0; r < run; ++r) {
        QCOMPARE(cdf[trace->at(t, r)], static_cast<float>(d.cdf[std::size_t(r)]));
        QCOMPARE(lambda[trace->at(t, r)], static_cast<float>(d.lambda[std::size_t(r)]));
        QCOMPARE(p[trace->at(t, r)], static_cast<float>(d.p[std::size_t(r)]));
      }
      QCOMPARE(cdf[trace->at(t, run - 1)], 1.0f);
    }
    QVERIFY(std::isnan(measureMatrix(
        *trace, measure("rank"), rule.gate)[trace->at(29, 0)]));  // rank -1 is absent, not a rank
    const Readout read = readout(*trace, rule);
    for (const Measure* m : tokenMeasures()) {
      const Measure& info = *m;
      QCOMPARE(findMeasure(info.id), m);
      QCOMPARE(int(tokenMeasure(*trace, info, read).size()), 30);
    }
    QCOMPARE(tokenMeasure(*trace, measure("exit-loop"), read)[3],
             static_cast<float>(read.loop[3] + 1));
    QCOMPARE(tokenMeasure(*trace, measure("kl"), read)[3], c.kl[trace->at(3, read.loop[3])]);
  }

  void lensTableMarksFlipsAndRanks() {
    const TracePtr trace = small();
    const LensTable table = lensTable(*trace, 0);
    QCOMPARE(table.at(0, 0).id, 5);
    QCOMPARE(table.at(1, 0).id, 6);
    QCOMPARE(QByteArray(table.at(1, 0).bytes.c_str()), QByteArray(" w6"));
    QVERIFY(!table.at(0, 0).flip && table.at(1, 0).flip);
    QCOMPARE(table.at(1, 0).rankBefore, -1);
    QVERIFY(!lensTable(*trace, 1).at(1, 0).flip);
    // The next token is known exactly at every loop, a candidate only where it was kept.
    const LensCurve next = lensCurve(*trace, 0, 6, LensQuantity::LogProb);
    QCOMPARE(next.values, (std::vector<double>{-2.0, -0.5}));
    QCOMPARE(lensCurve(*trace, 0, 6, LensQuantity::Rank).values, (std::vector<double>{2, 1}));
    const LensCurve five = lensCurve(*trace, 0, 5, LensQuantity::Prob);
    QVERIFY(near(five.values[0], std::exp(-.1)) && std::isnan(five.values[1]));
    QCOMPARE(wordId(*trace, "w3"), 3);
    QCOMPARE(wordId(*trace, "nothing"), -1);
    QVERIFY_THROWS_EXCEPTION(Error, lensQuantityFromName("odds"));
  }

  void summaryAddsUp() {
    const TracePtr a = test::syntheticTrace({.tokens = 40, .promptTokens = 30, .seed = 2}),
                   b = test::syntheticTrace({.tokens = 25, .seed = 3});
    const ReadoutRule rule{0, 4, 0.6};
    const auto groups = summarise({a, b}, rule, Grouping::Source);
    QCOMPARE(groups[0].tokens, 65);
    QCOMPARE(groups[0].traces, 2);
    QCOMPARE(groups[0].withNext, 63);
    int tokens = 0, traces = 0;
    for (std::size_t g = 1; g < groups.size(); ++g) {
      tokens += groups[g].tokens;
      if (groups[g].name == "generated") traces = groups[g].traces;
    }
    QCOMPARE(tokens, 65);
    QCOMPARE(traces, 1);  // only the first was generated
    const double mean = (readout(*a, rule).meanLoops * 40 + readout(*b, rule).meanLoops * 25) / 65;
    QVERIFY(near(groups[0].meanExitLoop(), mean, 1e-9));
    QCOMPARE(groups[0].agreement[3], 65.0);  // the last loop agrees with itself
    QVERIFY_THROWS_EXCEPTION(
        Error, summarise({a, test::syntheticTrace({.loops = 3})}, rule, Grouping::None));
    QCOMPARE(tokenGroup(*small(), 0, Grouping::Word), std::string("word-initial"));
    QCOMPARE(tokenGroup(*small(), 1, Grouping::Word), std::string("continuation"));
    QCOMPARE(tokenGroup(*small(), 2, Grouping::Word), std::string("digit"));
    QCOMPARE(tokenGroup(*small(), 2, Grouping::Position), std::string("2-4"));
  }
};

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
