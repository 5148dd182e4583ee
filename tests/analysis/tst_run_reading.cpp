// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/ReplayStatus.h"
#include "core/analysis/RunReading.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

class TestRunReading : public QObject {
  Q_OBJECT

 private slots:
  void oneTokenByHand() {
    // lambda = 1/2 at every loop: p = 1/2, 1/4, 1/4; CDF = 1/2, 3/4, 1.
    const std::vector<float> gates{0, 0, 0};
    QCOMPARE(readToken(gates, 0.5).loop, 0);
    QCOMPARE(readToken(gates, 0.6).loop, 1);
    QCOMPARE(readToken(gates, 0.8).loop, 2);
    QCOMPARE(readToken(gates, 1.0).loop, 2);
    QCOMPARE(readToken(gates, 0.0).loop, 0);
    QCOMPARE(readToken(gates, 0.5).expectedDepth, 1.75);
    QCOMPARE(readToken(std::span(gates).first(2), 1.0).expectedDepth, 1.5);
    QCOMPARE(readToken(std::span(gates).first(1), 0.1), (TokenReading{0, 1.0}));
    const std::vector<float> broken{std::numeric_limits<float>::quiet_NaN(), 0, 0};
    QCOMPARE(readToken(broken, 0.5).loop, 2);
    QVERIFY(std::isnan(readToken(broken, 0.5).expectedDepth));
  }

  /// Without changes on the way it is what the readout of the run's own rule says.
  void aRunWithoutEventsReadsAsItsRule() {
    for (const bool skip : {false, true}) {
      test::SyntheticOptions o;
      o.tokens = 200;
      o.promptTokens = 20;
      o.skipLoops = skip;
      const TracePtr trace = test::syntheticTrace(o);
      const Readout read = readout(*trace, ruleOfRun(*trace));
      const std::vector<TokenReading> readings = readingOfRun(*trace);
      QCOMPARE(int(readings.size()), trace->tokens());
      for (std::size_t t = 0; t < readings.size(); ++t) {
        QCOMPARE(readings[t].loop, read.loop[t]);
        QVERIFY(std::abs(readings[t].expectedDepth - double(read.expectedDepth[t])) < 1e-6);
      }
      QVERIFY(std::abs(meanLoops(readings) - read.meanLoops) < 1e-12);
    }
  }

  void eventsChangeTheReadingFromTheirTokenOn() {
    const TracePtr base = test::syntheticTrace();
    TraceInfo info = base->info();
    info.events = {{10, RunEvent::What::Budget, 1},
                   {14, RunEvent::What::ExitThreshold, 1.0},
                   {14, RunEvent::What::Budget, 3}};
    const Trace trace(info, base->whole(), base->loops(), base->topK());
    const auto before = readingOfRun(*base), after = readingOfRun(trace);
    for (std::size_t t = 0; t < 24; ++t) {
      if (t < 10)
        QCOMPARE(after[t], before[t]);
      else
        QCOMPARE(after[t].loop, t < 14 ? 0 : 2);
    }
  }

  void aRunChangedOnTheWayIsReplayedExactlyWhereItsLoopsAreThere() {
    // Two loops were run of four because of the budget; the gate had not reached q = 0.9 there.
    const TracePtr base = test::syntheticTrace({.tokens = 4});
    TraceInfo info = base->info();
    RecordColumns c = base->whole();
    info.kvPolicy = "last-exited-copy";
    info.exitThreshold = 0.9;
    info.promptTokens = 2;
    info.events = {{2, RunEvent::What::Budget, 2}};
    for (std::size_t t = 2; t < 4; ++t) {
      c.loopsRun[t] = 2;
      for (std::size_t r = 0; r < 2; ++r) c.gateLogit[t * 4 + r] = 0;  // CDF 1/2, 3/4
    }
    const Trace trace(info, c, 4, base->topK());
    QCOMPARE(replayOf(trace, readout(trace, {0, 4, 0.9})).status, ReplayStatus::NeedsRerun);
    QCOMPARE(replayOf(trace, readout(trace, {0, 4, 0.9})).token, 2);
    QVERIFY(replayOf(trace, readout(trace, {0, 4, 0.7})).status != ReplayStatus::NeedsRerun);
    QVERIFY(replayOf(trace, readout(trace, {0, 2, 1.0})).status != ReplayStatus::NeedsRerun);
  }

  void aGivenTokenIsNoBranchOfTheReading() {
    const TracePtr base = test::syntheticTrace({.tokens = 12, .promptTokens = 4});
    const ReadoutRule rule = ruleOfRun(*base);
    const int first = readout(*base, rule).firstBranch;
    QVERIFY(first >= 4);
    TraceInfo info = base->info();
    info.events = {{first, RunEvent::What::Branch, 3}};
    const Trace trace(info, base->whole(), base->loops(), base->topK());
    QVERIFY(readout(trace, rule).firstBranch > first);
  }

  void speedByHand() {
    QVERIFY(std::isnan(tokensPerSecond({})));
    QVERIFY(std::isnan(tokensPerSecond(std::vector<double>{1.0})));
    QCOMPARE(tokensPerSecond(std::vector<double>{1.0, 1.5}), 2.0);
    QCOMPARE(tokensPerSecond(std::vector<double>{0, 0.25, 0.5, 0.75, 1.0}), 4.0);
    // Only the last two seconds count: 8, 8.5, 9, 9.5, 10.
    QCOMPARE(tokensPerSecond(std::vector<double>{0, 1, 2, 8, 8.5, 9, 9.5, 10}), 2.0);
    // After a pause: the step that ended it is all there is.
    QCOMPARE(tokensPerSecond(std::vector<double>{0, 1, 11}), 0.1);
    QVERIFY(std::isnan(tokensPerSecond(std::vector<double>{3, 3})));
    QVERIFY(std::isnan(meanLoops({})));
  }
};

QTEST_GUILESS_MAIN(TestRunReading)
#include "tst_run_reading.moc"
