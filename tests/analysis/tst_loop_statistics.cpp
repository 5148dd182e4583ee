// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <cstring>
#include <numeric>

#include "core/analysis/CandidateMargins.h"
#include "core/analysis/LimitClasses.h"
#include "core/analysis/LoopStatistics.h"
#include "core/model/DemoModel.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/trace/FirstLoops.h"
#include "kernels/LoadedModel.h"
#include "tests/support/HandTrace.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) <= tolerance;
}

/// Best words: token 0: 5 6 6, token 1: 6 6 6, token 2: 5 5 and no third loop, token 3: the last.
TracePtr words() {
  return test::handTrace({{1, "a", {5, 6, 6}, {-2, -1, -0.5f}},
                          {6, "b", {6, 6, 6}, {-4, -1, -0.75f}},
                          {5, "c", {5, 5}, {-1, -3}},
                          {5, "d", {7, 5, 6}}},
                         3);
}

/// Two words with the probabilities that a hand can follow: 0 right with 0.8 or 0.6.
TracePtr scored() {
  return test::handTrace({{1, "a", {5, 5}, {-1, -1}},
                          {5, "b", {5, 6}, {-1, -1}},
                          {6, "c", {6, 5}, {-1, -1}},
                          {6, "d", {6, 6}}},
                         2, [](TraceInfo&, RecordColumns& c) {
                           // Loop 1: right 0.8, wrong 0.6, right 0.5; loop 2: 0.9 thrice.
                           const float p[] = {0.8f, 0.9f, 0.6f, 0.9f, 0.5f, 0.9f, 1, 1};
                           for (std::size_t i = 0; i < 8; ++i) c.topkLogprob[i] = std::log(p[i]);
                         });
}

std::vector<float> cosines(int loops, const std::function<double(int)>& at) {
  std::vector<float> out;
  for (int r = 0; r < loops; ++r) out.push_back(static_cast<float>(at(r)));
  return out;
}

}  // namespace

class TestLoopStatistics : public QObject {
  Q_OBJECT

 private slots:
  void agreementCountsPairsOfLoops() {
    const TracePtr one[] = {words()};
    const LoopAgreement a = loopAgreement(one);
    QCOMPARE(a.loops, 3);
    const std::vector<int> counted{4, 4, 3, 4, 4, 3, 3, 3, 3};
    QCOMPARE(a.counted, counted);
    for (int i = 0; i < 3; ++i) QVERIFY(near(a.share[std::size_t(4 * i)], 1));
    QVERIFY(near(a.share[1], 2.0 / 4));  // tokens 1 and 2
    QVERIFY(near(a.share[2], 1.0 / 3));  // token 1
    QVERIFY(near(a.share[5], 2.0 / 3));  // tokens 0 and 1
    QVERIFY(near(a.share[7], a.share[5]) && near(a.share[3], a.share[1]));
    const TracePtr both[] = {words(), words()};
    QCOMPARE(loopAgreement(both).share, a.share);
    QCOMPARE(loopAgreement(both).counted[0], 8);
  }

  void gainAndBandAreOfTokensThatRanEveryLoop() {
    const TracePtr one[] = {words()};
    const LoopGain g = loopGain(one, 0.4);
    QCOMPARE(g.tokens, 2);  // token 2 ran two loops, token 3 is the last
    QVERIFY(near(g.nll[0], 3) && near(g.nll[1], 1) && near(g.nll[2], 0.625));
    QCOMPARE(g.best, 2);
    QVERIFY(near(g.gain, 2.375));
    QCOMPARE(g.first, 1);
    QCOMPARE(g.last, 2);
    QCOMPARE(loopGain(one, 0.1).first, 2);
    QCOMPARE(loopGain(one, 5).first, 0);
  }

  void nothingToScoreGivesNoGain() {
    const TracePtr one[] = {test::handTrace({{1, "a", {5, 6}}}, 2)};
    const LoopGain g = loopGain(one);
    QCOMPARE(g.tokens, 0);
    QCOMPARE(g.best, -1);
    QVERIFY(std::isnan(g.gain) && std::isnan(g.nll[0]));
    QCOMPARE(calibration(one)[0].tokens, 0);
    QVERIFY(std::isnan(calibration(one)[0].ece));
  }

  void calibrationByHand() {
    const TracePtr one[] = {scored()};
    const std::vector<Calibration> c = calibration(one);
    QCOMPARE(c.size(), std::size_t{2});
    QCOMPARE(c[0].tokens, 3);
    // Token 0 says 5, which follows; token 1 says 5, where 6 follows; token 2 says 6 and is right.
    QVERIFY(near(c[0].accuracy, 2.0 / 3));
    QVERIFY(near(c[0].confidence, 1.9 / 3));
    QVERIFY(near(c[0].ece, (0.2 + 0.6 + 0.5) / 3));
    QVERIFY(near(c[0].brier, (0.04 + 0.36 + 0.25) / 3));
    // Loop 2: right, right, wrong, all at 0.9, in one bin.
    QVERIFY(near(c[1].accuracy, 2.0 / 3));
    QVERIFY(near(c[1].ece, 0.9 - 2.0 / 3));
    QVERIFY(near(c[1].brier, (0.01 + 0.01 + 0.81) / 3));
    QVERIFY(near(c[1].nll, 1));
    QVERIFY(std::isnan(c[0].temperature) && std::isnan(c[0].scaledNll));
  }

  /// At the temperature that was found, a little more or less is worse.
  void temperatureIsWhereTheNllIsLeast() {
    const TracePtr random =
        test::syntheticTrace({.tokens = 40, .loops = 2, .vocab = 30, .captureLogits = true});
    // Logits that know something of the next token: else the best temperature is without end.
    RecordColumns columns = random->whole();
    for (int t = 0; t + 1 < random->tokens(); ++t)
      for (int r = 0; r < 2; ++r)
        columns.logits[random->at(t, r) * 30 + columns.tokenId[std::size_t(t) + 1]] += 2 + r;
    const TracePtr one[] = {
        std::make_shared<const Trace>(random->info(), std::move(columns), 2, random->topK())};
    const Trace& trace = *one[0];
    const std::vector<Calibration> c = calibration(one);
    for (int r = 0; r < 2; ++r) {
      const auto nll = [&](double temperature) {
        double sum = 0;
        int n = 0;
        for (int t = 0; t + 1 < trace.tokens(); ++t, ++n) {
          const float* z = trace.logits().data() + trace.at(t, r) * 30;
          double all = 0;
          for (int v = 0; v < 30; ++v) all += std::exp(double(z[v]) / temperature);
          sum +=
              std::log(all) - double(z[trace.columns().tokenId[std::size_t(t) + 1]]) / temperature;
        }
        return sum / n;
      };
      const double found = c[std::size_t(r)].temperature;
      QVERIFY(near(c[std::size_t(r)].scaledNll, nll(found), 1e-9));
      QVERIFY(nll(found) <= nll(found * 1.01) + 1e-9 && nll(found) <= nll(found / 1.01) + 1e-9);
      QVERIFY(nll(found) <= nll(1) + 1e-9);
    }
  }

  void tracesOfOtherLoopsAreRefused() {
    const TracePtr both[] = {words(), scored()};
    QVERIFY_THROWS_EXCEPTION(Error, loopAgreement(both));
    QVERIFY_THROWS_EXCEPTION(Error, loopGain(both));
    QVERIFY_THROWS_EXCEPTION(Error, calibration(both));
  }

  /// The first loops of a longer run are the run of so many, but for what looks at the last loop.
  void theFirstLoopsAreTheRunOfSoMany() {
    ModelRequest wanted;
    wanted.folder = demoModelFolder();
    wanted.threads = 1;
    const ModelPtr model = loadModel(wanted);
    const auto traced = [&](int loops) {
      RunOrder order;
      order.prompt = std::string("Take 3, add 4, double, get 4.");
      order.loops = loops;
      order.capture = {true, true, true, true};
      order.track = {"#5"};
      return RunRecording(model, prepareRun(*model, order)).run();
    };
    const TracePtr four = traced(4), six = traced(6), cut = firstLoops(*six, 4);
    QCOMPARE(cut->loops(), 4);
    QVERIFY(cut->hidden().empty());
    int compared = 0;
    forEachColumn(four->whole(), [&](const Column& column, const auto& values) {
      if (column.name == "hidden") return;
      std::visit(
          [&](auto field) {
            const auto& found = cut->whole().*field;
            QCOMPARE(found.size(), values.size());
            const bool ofLast = column.name == "kl" || column.name == "layer_last_cosine";
            for (std::size_t i = 0; i < found.size(); ++i)
              if (ofLast)
                QVERIFY(std::isnan(double(found[i])));
              else
                QVERIFY2(std::memcmp(&found[i], &(four->whole().*field)[i], sizeof found[i]) == 0,
                         column.name.data());
            compared += !values.empty();
          },
          column.field);
    });
    QVERIFY(compared > 25);
    const std::vector<TracePtr> both = commonLoops({four, six});
    QCOMPARE(both[0], four);
    QCOMPARE(both[1]->loops(), 4);
    QCOMPARE(loopGain(both).nll.size(), std::size_t{4});
    QCOMPARE(commonLoops({four, four})[1], four);
    QVERIFY_THROWS_EXCEPTION(
        Error, firstLoops(*test::handTrace(
                              {{1, "a", {5, 5, 5}}}, 3,
                              [](TraceInfo& info, RecordColumns&) { info.stepRule = "euler"; }),
                          2));
  }

  void candidatesByHand() {
    const TracePtr trace = test::handTrace(
        {{1, "a", {5, 5, 5}}, {2, "b", {5, 5}}}, 3, [](TraceInfo& info, RecordColumns& c) {
          info.tracked = {5, 6, 7};
          c.trackedLogprob = {-1, -2, -3, -3,   -1.5f, -1, -4,   -1,   -0.5f,
                              -1, -1, -2, -2.5, -1,    -3, kNaN, kNaN, kNaN};
          c.trackedRank = {0, 1, 2, 2, 1, 0, 2, 1, 0, 0, 1, 2, 1, 0, 2, -1, -1, -1};
          c.wordBytes.emplace_back(6, "x");
          c.wordBytes.emplace_back(7, "y");
        });
    const CandidateMargins m = candidateMargins(*trace);
    QCOMPARE(m.leader, (std::vector<int>{0, 2, 2, 0, 1, -1}));
    QVERIFY(near(m.margin[0], 1) && near(m.margin[1], 0.5) && near(m.margin[3], 0));
    // Against the last loop's pair: words 7 and 6 of token 0, 6 and 5 of token 1.
    QVERIFY(near(m.gap[0], -1) && near(m.gap[1], 0.5) && near(m.gap[2], 0.5));
    QVERIFY(std::isnan(m.update[0]) && near(m.update[1], 1.5) && near(m.update[2], 0));
    QVERIFY(near(m.gap[4], 1.5) && near(m.update[4], 1.5) && std::isnan(m.gap[5]));
    QCOMPARE(m.holdsFrom, (std::vector<int>{1, 1}));
    QVERIFY(candidateMargins(*words()).leader.empty());
  }

  void limitsOfSeriesThatAreKnown() {
    const auto classOf = [](const std::vector<float>& c) { return limitClass(c); };
    QCOMPARE(classOf(cosines(32, [](int r) { return 1 - std::exp(-r); })), LimitClass::FixedPoint);
    for (const int period : {2, 3, 8})
      QCOMPARE(classOf(cosines(32, [&](int r) { return (31 - r) % period ? 0.5 : 1.0; })),
               LimitClass::Orbit);
    QCOMPARE(classOf(cosines(32, [](int r) { return 0.2 + 0.8 * r / 31; })), LimitClass::Slider);
    QCOMPARE(classOf(cosines(32, [](int r) { return std::sin(r * r * 1.3); })),
             LimitClass::Unknown);
    QCOMPARE(classOf(cosines(15, [](int) { return 1; })), LimitClass::Unknown);
    QCOMPARE(classOf(cosines(32, [](int r) { return r == 20 ? NAN : 1; })), LimitClass::Unknown);
    QCOMPARE(limitClass(cosines(32, [](int) { return 0.9; }), {.tau = 0.1001}),
             LimitClass::FixedPoint);
  }

  void similarityIsTheMeanOfItsTokens() {
    const TracePtr one[] = {test::syntheticTrace({.tokens = 5,
                                                  .loops = 3,
                                                  .layers = 2,
                                                  .promptTokens = 1,
                                                  .captureLayers = true,
                                                  .captureSimilarity = true,
                                                  .skipLoops = true})};
    const std::vector<double> mean = layerSimilarity(one);
    QCOMPARE(mean.size(), std::size_t{36});
    for (int v = 0; v < 6; ++v)
      for (int w = 0; w < 6; ++w)
        QVERIFY(near(mean[std::size_t(6 * v + w)], 1 - 0.01 * std::abs(v - w)));
    QVERIFY(layerSimilarity(std::span<const TracePtr>()).empty());
    const TracePtr none[] = {words()};
    QVERIFY(layerSimilarity(none).empty());
  }

  void limitsAreCountedByLayer() {
    const TracePtr trace = test::syntheticTrace(
        {.tokens = 6, .loops = 16, .layers = 3, .captureHidden = true, .captureLayers = true});
    // A layer of each class.
    RecordColumns c = trace->whole();
    for (int t = 0; t < 6; ++t)
      for (int r = 0; r < 16; ++r) {
        float* at = c.layerLastCosine.data() + trace->at(t, r) * 3;
        at[0] = 1;
        at[1] = (15 - r) % 2 ? 0.5f : 1;
        at[2] = 0.2f + 0.8f * static_cast<float>(r) / 15;
      }
    const auto layers = layerLimits(Trace(trace->info(), std::move(c), 16, trace->topK()));
    QCOMPARE(layers.size(), std::size_t{3});
    const LimitClass is[] = {LimitClass::FixedPoint, LimitClass::Orbit, LimitClass::Slider};
    for (std::size_t layer = 0; layer < 3; ++layer) {
      QCOMPARE(layers[layer].tokens[int(is[layer])], 6);
      QCOMPARE(std::accumulate(layers[layer].tokens.begin(), layers[layer].tokens.end(), 0), 6);
    }
    const LimitCounts loops = loopLimits(*trace);
    QCOMPARE(loops.tokens[int(LimitClass::Unknown)], 6);  // random states
    QVERIFY(layerLimits(*words()).empty());
    QCOMPARE(loopLimits(*words()).tokens[int(LimitClass::Unknown)], 0);
  }
};

QTEST_GUILESS_MAIN(TestLoopStatistics)
#include "tst_loop_statistics.moc"
