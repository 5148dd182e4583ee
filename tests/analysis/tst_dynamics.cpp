// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <thread>

#include "core/analysis/AblationTable.h"
#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/LoopFindings.h"
#include "core/support/Error.h"
#include "tests/support/HandTrace.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) <= tolerance;
}

/// Six tokens, three loops. Next tokens are 10, 20, 30, 40, 50, none.
///   0  right at once and for ever          9 ...: committed at 1
///   1  right at loop 2, lost at loop 3     overthinking, 0.6 nats
///   2  only the last loop is right         two flips
///   3  never right, three different words
///   4  ran one loop only
///   5  no token follows
TracePtr hand() {
  return test::handTrace(
      {
          {1, " a", {10, 10, 10}, {-0.05f, -0.05f, -0.045f}},
          {10, "b", {7, 20, 7}, {-2.0f, -0.4f, -1.0f}},
          {20, " 7", {8, 9, 30}, {-4.0f, -2.0f, -0.5f}},
          {30, ".", {5, 6, 7}, {-3.0f, -3.005f, -3.5f}},
          {40, " e", {50}, {-1.0f}},
          {50, " f", {1, 2, 2}},
      },
      3, [](TraceInfo& info, RecordColumns&) { info.promptTokens = 3; });
}

}  // namespace

class TestDynamics : public QObject {
  Q_OBJECT

 private slots:
  void statesByHand() {
    const auto states = answerStates(*hand());
    const auto at = [&](int t, int r) {
      return static_cast<double>(states[static_cast<std::size_t>(3 * t + r)]);
    };
    const double right = 0, wrong = 1, other = 2, lost = 3;
    QCOMPARE(at(0, 0), right);
    QCOMPARE(at(0, 2), right);
    QCOMPARE(at(1, 0), wrong);  // what the last loop says too
    QCOMPARE(at(1, 1), lost);
    QCOMPARE(at(1, 2), wrong);
    QCOMPARE(at(2, 0), other);
    QCOMPARE(at(2, 1), other);
    QCOMPARE(at(2, 2), right);
    QCOMPARE(at(3, 0), other);
    QCOMPARE(at(3, 2), wrong);
    QCOMPARE(at(4, 0), right);
    QVERIFY(std::isnan(at(4, 1)));  // not run
    QVERIFY(std::isnan(at(5, 0)));  // nothing follows
  }

  void filtersByHand() {
    const TracePtr trace = hand();
    const AnswerDynamics d = answerDynamics(*trace);
    using Tokens = std::vector<int>;
    const auto with = [&](DynamicsFilter f) { return tokensWith(*trace, d, f); };
    QCOMPARE(with(DynamicsFilter::RightThenLost), Tokens({1}));
    QCOMPARE(with(DynamicsFilter::Hurt), (Tokens{1, 3}));
    QCOMPARE(with(DynamicsFilter::LateCommit), (Tokens{2, 3}));
    QCOMPARE(with(DynamicsFilter::OnlyLastRight), Tokens({2}));
    QCOMPARE(with(DynamicsFilter::NeverRight), Tokens({3}));
    QCOMPARE(with(DynamicsFilter::ManyFlips), (Tokens{1, 2, 3}));
    QCOMPARE(with(DynamicsFilter::AnyFlip), (Tokens{1, 2, 3, 5}));
    QCOMPARE(static_cast<int>(dynamicsFilters().size()), 7);
    for (std::size_t i = 0; i < dynamicsFilters().size(); ++i)
      QCOMPARE(static_cast<std::size_t>(dynamicsFilters()[i].filter), i);
  }

  void overthinkingByHand() {
    const TracePtr trace = hand();
    QVERIFY(near(overthinkingNats(*trace, 1), 0.6));
    QVERIFY(near(overthinkingNats(*trace, 3), 0.5));
    QCOMPARE(overthinkingNats(*trace, 2), 0.0);
    QCOMPARE(overthinkingNats(*trace, 4), 0.0);
    QVERIFY(std::isnan(overthinkingNats(*trace, 5)));
  }

  /// Tokens 0 to 3 count. Loop 2: helped 1 (1.6) and 2 (2.0), none hurt (0.005 is unchanged).
  /// Loop 3: helped 2 (1.5) and 0 (0.005 is unchanged), hurt 1 (0.6) and 3
  /// (0.495).
  void tableByHand() {
    const AblationTable table = ablationTable(*hand(), AblationBy::None);
    QCOMPARE(table.groups.size(), 1U);
    const AblationGroup& all = table.groups[0];
    QCOMPARE(all.name, std::string("all"));
    QCOMPARE(all.tokens, 4);
    const auto& rows = all.ablation.rows;
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].loop, 1);
    QCOMPARE(rows[0].helped, 2);
    QCOMPARE(rows[0].hurt, 0);
    QCOMPARE(rows[0].unchanged, 2);
    QVERIFY(near(rows[0].helpedNats, 3.6));
    QCOMPARE(rows[0].madeRight, 1);
    QCOMPARE(rows[0].madeWrong, 0);
    QCOMPARE(rows[1].helped, 1);
    QCOMPARE(rows[1].hurt, 2);
    QCOMPARE(rows[1].unchanged, 1);
    QVERIFY(near(rows[1].hurtNats, 1.095));
    QCOMPARE(rows[1].madeRight, 1);
    QCOMPARE(rows[1].madeWrong, 1);
    QVERIFY(near(rows[1].meanGainNats, (0.005 - 0.6 + 1.5 - 0.495) / 4));
    QVERIFY(near(all.meanLoss[0], (0.05 + 2 + 4 + 3) / 4));
    QVERIFY(near(all.meanLoss[1], (0.05 + 0.4 + 2 + 3.005) / 4));
    QVERIFY(near(all.meanLoss[2], (0.045 + 1 + 0.5 + 3.5) / 4));
    QCOMPARE(all.ablation.bestLoop, 2);
    QVERIFY(std::isnan(all.gain[0].low));  // four tokens are too few for an interval
    QVERIFY(std::isnan(all.bestShare[0]));
  }

  void groupsByHand() {
    const auto names = [](const AblationTable& table) {
      QStringList out;
      for (const AblationGroup& g : table.groups)
        out << QStringLiteral("%1:%2").arg(QString::fromStdString(g.name)).arg(g.tokens);
      return out;
    };
    const TracePtr trace = hand();
    QCOMPARE(
        names(ablationTable(*trace, AblationBy::Word)),
        (QStringList{"all:4", "continuation:1", "digit:1", "punctuation:1", "word-initial:1"}));
    QCOMPARE(names(ablationTable(*trace, AblationBy::Source)),
             (QStringList{"all:4", "prompt:3", "generated:1"}));
    // -log p at loop 1: .05, 2, 4, 3; an edge belongs to the harder bin.
    QCOMPARE(names(ablationTable(*trace, AblationBy::FirstLoopLoss)),
             (QStringList{"all:4", "0-0.1:1", "1-3:1", "3-:2"}));
    // At the last loop: .045, 1, .5, 3.5.
    QCOMPARE(names(ablationTable(*trace, AblationBy::LastLoopLoss)),
             (QStringList{"all:4", "0-0.1:1", "0.1-1:1", "1-3:1", "3-:1"}));
    const AblationTable easy = ablationTable(*trace, AblationBy::FirstLoopLoss);
    QCOMPARE(easy.groups[2].ablation.bestLoop, 1);  // token 1 alone is best at loop 2
  }

  /// Groups are parts: their counts add up to those of all tokens.
  void groupsAddUp() {
    const TracePtr trace = test::syntheticTrace({.tokens = 300, .loops = 5});
    for (const AblationByInfo& info : ablationGroupings()) {
      const AblationTable table = ablationTable(*trace, info.by, 0);
      for (std::size_t r = 0; r < 4; ++r) {
        int helped = 0, hurt = 0, right = 0;
        for (std::size_t g = 1; g < table.groups.size(); ++g) {
          helped += table.groups[g].ablation.rows[r].helped;
          hurt += table.groups[g].ablation.rows[r].hurt;
          right += table.groups[g].ablation.rows[r].madeRight;
        }
        if (info.by == AblationBy::None) continue;
        QCOMPARE(helped, table.groups[0].ablation.rows[r].helped);
        QCOMPARE(hurt, table.groups[0].ablation.rows[r].hurt);
        QCOMPARE(right, table.groups[0].ablation.rows[r].madeRight);
      }
    }
  }

  void equalTokensHaveNoUncertainty() {
    std::vector<test::HandToken> tokens(12, {1, " a", {1, 1, 1}, {-3.0f, -2.0f, -1.5f}});
    const AblationTable table = ablationTable(*test::handTrace(tokens, 3), AblationBy::None);
    const AblationGroup& all = table.groups[0];
    QCOMPARE(all.tokens, 11);
    QVERIFY(near(all.gain[0].low, 1.0) && near(all.gain[0].high, 1.0));
    QVERIFY(near(all.gain[1].low, 0.5) && near(all.gain[1].high, 0.5));
    QCOMPARE(all.bestShare, (std::vector<double>{0, 0, 1}));
  }

  /// Half of the tokens gain 1 nat, half lose 1: the mean of n draws has a standard deviation of
  /// 1 / sqrt(n), and the interval is about 1.96 of them wide on each side.
  void intervalHasTheWidthOfTheTheory() {
    std::vector<test::HandToken> tokens;
    for (int i = 0; i < 401; ++i)
      tokens.push_back({1, " a", {1, 1}, {-2.0f, i % 2 ? -1.0f : -3.0f}});
    const AblationTable table = ablationTable(*test::handTrace(tokens, 2), AblationBy::None, 2000);
    const Interval gain = table.groups[0].gain[0];
    QVERIFY2(near(gain.low, -0.098, 0.012) && near(gain.high, 0.098, 0.012),
             qPrintable(QStringLiteral("%1 %2").arg(gain.low).arg(gain.high)));
    const AblationTable again = ablationTable(*test::handTrace(tokens, 2), AblationBy::None, 2000);
    QCOMPARE(again.groups[0].gain[0].low, gain.low);
    QCOMPARE(again.groups[0].gain[0].high, gain.high);
  }

  void oneLoopAndOneToken() {
    const AblationTable one =
        ablationTable(*test::handTrace({{1, "a", {1}}, {2, "b", {1}}}, 1), AblationBy::Word);
    QVERIFY(one.groups[0].ablation.rows.empty());
    QCOMPARE(one.groups[0].ablation.bestLoop, 0);
    QVERIFY(
        ablationTable(*test::handTrace({{1, "a", {1, 1}}}, 2), AblationBy::Word).groups.empty());
  }

  void stopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(
        Cancelled, ablationTable(*test::syntheticTrace({.tokens = 50}), AblationBy::None, 1000,
                                 0.01, stop.get_token()));
  }

  /// The hand trace above: token 0 never changes, 1 changes twice, 2 at both steps, 3 at both, 4
  /// ran one loop, 5 changes once.
  void findingsByHand() {
    const LoopFindings found = loopFindings(*hand());
    QCOMPARE(found.changed, (std::vector<int>{0, 4, 3}));
    QCOMPARE(found.ran, (std::vector<int>{0, 5, 5}));
    QCOMPARE(found.mostChanging(), 1);
    QCOMPARE(found.compared, 6);
    QCOMPARE(found.scored, 4);
    // Already the last word: tokens 0, 1 and 4 at loop 1; 0, 4 and 5 at loop 2; all at loop 3.
    QCOMPARE(found.settled, (std::vector<double>{0.5, 0.5, 1}));
    Readout read;
    read.loop = {0, 0, 2, 2, 0, 1};
    read.histogram = {3, 1, 2};
    QCOMPARE(settledAtRandom(found, read), (3 * 0.5 + 0.5 + 2) / 6);
  }
};

QTEST_GUILESS_MAIN(TestDynamics)
#include "tst_dynamics.moc"
