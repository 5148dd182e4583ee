// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/analysis/LoopWalk.h"
#include "core/support/Error.h"
#include "core/trace/ExampleTraces.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

float logit(double p) {
  return static_cast<float>(std::log(p / (1 - p)));
}
float ln(double p) {
  return static_cast<float>(std::log(p));
}
bool near(double a, double b) {
  return std::abs(a - b) < 1e-6;
}

/// Two tokens, three loops, two candidates. Token 0: best words 4, 5, 5; lambda .5, .5; next is 5.
Trace hand(std::vector<std::int32_t> run = {3, 3}) {
  TraceInfo info;
  info.vocabSize = 8;
  info.hiddenSize = info.layers = 1;
  info.loopsTrained = 3;
  info.promptTokens = 2;
  RecordColumns c;
  c.tokenId = {1, 5};
  c.tokenBytes = {" a", " Nine"};
  c.loopsRun = std::move(run);
  c.gateLogit = {logit(.5), logit(.5), 0, logit(.9), 0, 0};
  c.entropy = c.logprob = c.kl = c.stateNorm = c.stepNorm = c.stepCosine =
      std::vector<float>(6, 1.0f);
  c.rank = std::vector<std::int32_t>(6, 0);
  c.topkId = {4, 5, 5, 4, 5, 6, 2, 3, 2, 3, 2, 3};
  c.topkLogprob = {ln(.6), ln(.3), ln(.5), ln(.4), ln(.9), ln(.05),
                   ln(.6), ln(.3), ln(.6), ln(.3), ln(.6), ln(.3)};
  c.wordBytes = {{2, " x"}, {3, " y"}, {4, " Eight"}, {5, " Nine"}, {6, "nine"}};
  return Trace(info, c, 3, 2);
}

}  // namespace

class TestLoopWalk : public QObject {
  Q_OBJECT

 private slots:
  void walkByHand() {
    const Trace trace = hand();
    const LoopWalk walk = loopWalk(trace, 0, readout(trace, {0, 3, 0.7}));
    QCOMPARE(int(walk.loops.size()), 3);
    QCOMPARE(walk.exitLoop, 1);  // CDF .5, .75
    QCOMPARE(walk.next, 5);
    QVERIFY(near(walk.loops[0].lambda, .5) && near(walk.loops[1].exitProbability, .25) &&
            near(walk.loops[1].cdf, .75) && near(walk.loops[2].cdf, 1));
    QCOMPARE(walk.loops[0].words[0].bytes, std::string(" Eight"));
    QVERIFY(near(walk.loops[0].words[1].probability, .3));
    QVERIFY(!walk.loops[0].changed && walk.loops[1].changed && !walk.loops[2].changed);
    QVERIFY(!walk.loops[0].stops && walk.loops[1].stops && !walk.loops[2].stops);
    QCOMPARE(int(loopWalk(trace, 0, readout(trace, {0, 3, 1}), 1).loops[2].words.size()), 1);
    QCOMPARE(loopWalk(trace, 1, readout(trace, {0, 3, 1})).next, -1);
  }

  void aTokenThatStoppedEarlyWalksOnlyWhatItRan() {
    const Trace trace = hand({2, 3});
    const LoopWalk walk = loopWalk(trace, 0, readout(trace, {0, 3, 1}));
    QCOMPARE(int(walk.loops.size()), 2);
    QCOMPARE(walk.exitLoop, 1);
    QVERIFY(near(walk.loops[1].cdf, 1));
  }

  void choicesHoldTheAnswerOnceAndGiveNothingAway() {
    const Trace trace = hand();
    const GuessRound round = guessRound(loopWalk(trace, 0, readout(trace, {0, 3, 1})));
    // " Nine" and "nine" are the same word to a person.
    QCOMPARE(int(round.choices.size()), 2);
    QCOMPARE(round.choices[0].bytes, std::string(" Eight"));  // by alphabet
    QCOMPARE(round.right, 1);
    QCOMPARE(round.choices[1].id, 5);
    // Read at loop 1 the answer is another.
    QCOMPARE(guessRound(loopWalk(trace, 0, readout(trace, {0, 1, 1}))).right, 0);
    QCOMPARE(guessRound({}).right, -1);
    const TracePtr many = test::syntheticTrace({.tokens = 50});
    for (int t = 0; t < 50; ++t) {
      const LoopWalk walk = loopWalk(*many, t, readout(*many, {0, 4, .6}));
      const GuessRound r = guessRound(walk);
      QVERIFY(r.right >= 0 && int(r.choices.size()) <= 4);
      QCOMPARE(r.choices[std::size_t(r.right)].id,
               walk.loops[std::size_t(walk.exitLoop)].words[0].id);
    }
  }

  void typedGuesses() {
    QVERIFY(guessMatches("nine", " Nine"));
    QVERIFY(guessMatches("  Nine ", " nine"));
    QVERIFY(!guessMatches("nin", " nine"));
    QVERIFY(!guessMatches("", ""));
    QVERIFY(!guessMatches(" ", " "));
    QVERIFY(guessMatches("\xe4\xb8\xad", " \xe4\xb8\xad"));
  }

  /// What is bundled can be read, and every part of the tour has something to show on it.
  void bundledExamplesAreWhole() {
    const auto examples = exampleTraces();
    QVERIFY(examples.size() >= 6);
    bool changes = false, deep = false;
    for (const ExampleTrace& example : examples) {
      QVERIFY(!example.title.empty() && !example.look.empty());
      const TracePtr trace = readTrace(example.file);
      QVERIFY(trace->tokens() > 1 && trace->tokens() < 400);
      QVERIFY(std::filesystem::file_size(example.file) < 200000);
      const Readout read = readout(*trace, {0, 0, 1.0});
      for (int t = 0; t < trace->tokens(); ++t) {
        const LoopWalk walk = loopWalk(*trace, t, read);
        QVERIFY(!walk.loops.empty());
        changes =
            changes || walk.loops.front().words.front().id != walk.loops.back().words.front().id;
      }
      deep = deep || trace->loops() > trace->info().loopsTrained;
    }
    QVERIFY(changes);
    QVERIFY(deep);
  }
};

QTEST_GUILESS_MAIN(TestLoopWalk)
#include "tst_loop_walk.moc"
