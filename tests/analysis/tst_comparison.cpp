// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QtTest>
#include <cmath>

#include "core/analysis/Comparison.h"
#include "core/analysis/SequenceDiff.h"
#include "core/support/Error.h"
#include "tests/support/HandTrace.h"
#include "tests/support/SyntheticTrace.h"

using namespace ouroscope;

namespace {

using Runs = std::vector<CommonRun>;

bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) <= tolerance;
}

/// Length of the longest common subsequence by the table of the textbook.
int longest(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                         : std::max(table[i - 1][j], table[i][j - 1]);
  return table[a.size()][b.size()];
}

struct Random {
  std::uint64_t state = 7;
  int below(int n) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(n));
  }
  std::vector<int> sequence(int n, int symbols) {
    std::vector<int> out;
    for (int i = 0; i < n; ++i) out.push_back(below(symbols));
    return out;
  }
};

/// A valid alignment: runs are equal stretches, in order in both, and none touch in both.
int checkedLength(const SequenceDiff& diff, const std::vector<int>& a, const std::vector<int>& b) {
  int endA = 0, endB = 0, total = 0;
  for (const CommonRun& run : diff.runs) {
    if (run.length < 1 || run.a < endA || run.b < endB) return -1;
    if (endA && run.a == endA && run.b == endB) return -2;
    for (int i = 0; i < run.length; ++i)
      if (a.at(static_cast<std::size_t>(run.a + i)) != b.at(static_cast<std::size_t>(run.b + i)))
        return -3;
    endA = run.a + run.length;
    endB = run.b + run.length;
    total += run.length;
  }
  return endA <= std::ssize(a) && endB <= std::ssize(b) ? total : -4;
}

QString shown(const Alignment& alignment) {
  QStringList out;
  for (const AlignedColumn& c : alignment.columns)
    out << (c.a < 0 ? "-" : QString::number(c.a)) + "/" + (c.b < 0 ? "-" : QString::number(c.b));
  return out.join(' ');
}

test::HandToken token(std::int32_t id, const char* bytes) {
  return {id, bytes, {1, 1}, {}, {}};
}

}  // namespace

class TestComparison : public QObject {
  Q_OBJECT

 private slots:
  void diffByHand() {
    const auto runs = [](const std::vector<int>& a, const std::vector<int>& b) {
      return sequenceDiff(a, b).runs;
    };
    QCOMPARE(runs({}, {}), Runs());
    QCOMPARE(runs({1, 2}, {}), Runs());
    QCOMPARE(runs({1, 2, 3}, {1, 2, 3}), (Runs{{0, 0, 3}}));
    QCOMPARE(runs({1, 2, 3}, {4, 5}), Runs());
    QCOMPARE(runs({1, 2, 3}, {1, 3}), (Runs{{0, 0, 1}, {2, 1, 1}}));           // 2 is gone
    QCOMPARE(runs({1, 2, 3}, {1, 9, 2, 3}), (Runs{{0, 0, 1}, {1, 2, 2}}));     // 9 came
    QCOMPARE(runs({1, 2, 3, 4}, {1, 8, 9, 4}), (Runs{{0, 0, 1}, {3, 3, 1}}));  // replaced
  }

  void diffIsShortestOnEverySmallCase() {
    Random random;
    for (int i = 0; i < 3000; ++i) {
      const auto a = random.sequence(random.below(14), 1 + random.below(4)),
                 b = random.sequence(random.below(14), 1 + random.below(4));
      const SequenceDiff diff = sequenceDiff(a, b);
      QVERIFY(diff.shortest);
      QCOMPARE(checkedLength(diff, a, b), longest(a, b));
    }
    for (const int symbols : {2, 5, 40}) {
      const auto a = random.sequence(300, symbols), b = random.sequence(350, symbols);
      QCOMPARE(checkedLength(sequenceDiff(a, b), a, b), longest(a, b));
    }
  }

  /// With the search cut short the alignment stays valid, and says so.
  void diffCutShortIsStillValid() {
    Random random;
    int cut = 0;
    for (int i = 0; i < 2000; ++i) {
      const auto a = random.sequence(random.below(40), 1 + random.below(6)),
                 b = random.sequence(random.below(40), 1 + random.below(6));
      const SequenceDiff diff = sequenceDiff(a, b, 1 + random.below(3));
      const int kept = checkedLength(diff, a, b), best = longest(a, b);
      QVERIFY2(kept >= 0 && kept <= best, qPrintable(QString::number(kept)));
      if (diff.shortest) QCOMPARE(kept, best);
      cut += !diff.shortest;
    }
    QVERIFY(cut > 500);
  }

  /// 50,000 tokens that have nothing in common, and 50,000 that are random: no quadratic blow-up.
  void diffOfVeryDifferentTextsEnds() {
    Random random;
    std::vector<int> a = random.sequence(50000, 1000), b = random.sequence(50000, 1000);
    QElapsedTimer timer;
    timer.start();
    const SequenceDiff diff = sequenceDiff(a, b);
    QVERIFY(!diff.shortest);
    QVERIFY(checkedLength(diff, a, b) >= 0);
    for (int& v : b) v += 1000;
    QVERIFY(sequenceDiff(a, b).runs.empty());
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
  }

  void diffStopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(
        Cancelled, sequenceDiff(std::vector{1, 2}, std::vector{2, 1}, 100, stop.get_token()));
  }

  void alignsTheSameText() {
    const TracePtr a = test::syntheticTrace({.tokens = 5});
    const Alignment self = alignTokens(*a, *a);
    QCOMPARE(self.by, AlignedBy::Identity);
    QCOMPARE(shown(self), QString("0/0 1/1 2/2 3/3 4/4"));
    QCOMPARE(self.both, 5);
  }

  void alignsByTokenIds() {
    const TracePtr a = test::handTrace({token(1, "a"), token(2, "b"), token(3, "c")}, 2),
                   b = test::handTrace({token(1, "a"), token(4, "d"), token(3, "c"), token(5, "e")},
                                       2);
    const Alignment alignment = alignTokens(*a, *b);
    QCOMPARE(alignment.by, AlignedBy::TokenIds);
    QCOMPARE(shown(alignment), QString("0/0 1/- -/1 2/2 -/3"));
    QCOMPARE(alignment.both, 2);
    QCOMPARE(alignment.onlyA, 1);
    QCOMPARE(alignment.onlyB, 2);
    QVERIFY(alignment.shortest);
  }

  /// The same ids mean other texts: tokens meet where they end after the same text.
  void alignsByBytesAcrossTokenizers() {
    const TracePtr a = test::handTrace(
                       {token(1, "I"), token(2, " am"), token(3, " un"), token(4, "happy")}, 2),
                   b = test::handTrace({token(1, "I"), token(2, " a"), token(3, "m"),
                                        token(4, " unhappy"), token(5, " now")},
                                       2);
    QVERIFY(tokenizersDiffer(*a, *b));
    const Alignment alignment = alignTokens(*a, *b);
    QCOMPARE(alignment.by, AlignedBy::Bytes);
    QCOMPARE(shown(alignment), QString("0/0 -/1 1/2 2/- 3/3 -/4"));
  }

  void alignsByBytesWhereTheTextsDiffer() {
    const TracePtr a = test::handTrace({token(1, "The"), token(2, " red"), token(3, " fox")}, 2),
                   b = test::handTrace(
                       {token(7, "The"), token(1, " big"), token(2, " f"), token(3, "ox")}, 2);
    QCOMPARE(shown(alignTokens(*a, *b)), QString("0/0 1/- -/1 -/2 2/3"));
    // Characters beyond ASCII are pieces of their own, so that one changed sign is one change.
    const TracePtr c = test::handTrace({token(1, "\xe4\xb8\xad\xe6\x96\x87")}, 2),
                   d = test::handTrace({token(1, "\xe4\xb8\xad"), token(2, "\xe6\x97\xa5"),
                                        token(3, "\xe6\x96\x87")},
                                       2);
    QCOMPARE(shown(alignTokens(*c, *d)), QString("-/0 -/1 0/2"));
  }

  /// A: "a b x", B: "a b y": after "b" another token follows, so its log-probability is of another
  /// word and does not count as a difference.
  void differencesByHand() {
    const TracePtr a = test::handTrace({{1, "a", {5, 6}, {-2.0f, -1.0f}, {}},
                                        {2, "b", {5, 6}, {-3.0f, -3.0f}, {}},
                                        {3, "x", {5, 5}, {}, {}}},
                                       2),
                   b = test::handTrace({{1, "a", {5, 7}, {-1.5f, -1.25f}, {}},
                                        {2, "b", {5, 6}, {-9.0f, -9.0f}, {}},
                                        {4, "y", {5, 5}, {}, {}}},
                                       2, [](TraceInfo&, RecordColumns&c) { c.entropy[2] = 4; });
    const Comparison comparison = compareTraces(a, {0, 2, 1.0}, b, {0, 2, 1.0});
    QCOMPARE(shown(comparison.alignment), QString("0/0 1/1 2/- -/2"));
    QCOMPARE(comparison.sameNext, (std::vector<bool>{true, false, false, false}));
    const auto logprob = loopDifference(comparison, measure("logprob"));
    QCOMPARE(logprob[0], 0.5f);
    QCOMPARE(logprob[1], -0.25f);
    for (std::size_t i = 2; i < 8; ++i) QVERIFY(std::isnan(logprob[i]));
    const auto entropy = loopDifference(comparison, measure("entropy"));
    QCOMPARE(entropy[2], 3.0f);  // what does not depend on the next token is compared
    QCOMPARE(entropy[3], 0.0f);
    QVERIFY(std::isnan(entropy[4]) && std::isnan(entropy[7]));
    QVERIFY(std::isnan(tokenDifference(comparison, measure("logprob"))[1]));
    QCOMPARE(tokenDifference(comparison, measure("logprob"))[0], -0.25f);

    const ReadingSummary read = summariseReadings(comparison);
    QCOMPARE(read.compared, 2);
    QCOMPARE(read.comparedNext, 1);
    QCOMPARE(read.sameWord, 1);  // "b" says 6 in both; "a" says 6 and 7
    QVERIFY(near(read.lossA, 1) && near(read.lossB, 1.25));
    QVERIFY(near(read.meanLoopsA, 2) && near(read.meanLoopsB, 2));
  }

  void twoRulesOfOneTrace() {
    const TracePtr trace = test::handTrace({{1, "a", {5, 6}, {-2.0f, -1.0f}, {3, 0}},
                                            {2, "b", {6, 6}, {-3.0f, -3.5f}, {-3, 0}},
                                            {3, "c", {5, 5}, {}, {3, 0}}},
                                           2);
    Comparison comparison = compareTraces(trace, {0, 2, 1.0}, trace, {0, 2, 0.5});
    QVERIFY(comparison.notes.empty());
    QCOMPARE(tokenDifference(comparison, measure("exit-loop")), (std::vector<float>{-1, 0, -1}));
    QCOMPARE(tokenDifference(comparison, measure("logprob"))[0], -1.0f);
    comparison.a.read({0, 1, 1.0});
    comparison.b.read({0, 1, 1.0});
    QCOMPARE(tokenDifference(comparison, measure("exit-loop")), (std::vector<float>{0, 0, 0}));
    QCOMPARE(summariseReadings(comparison).sameWord, 3);
  }

  void loopsThatOnlyOneHasAreLeftOut() {
    const TracePtr a = test::syntheticTrace({.tokens = 8, .loops = 4}),
                   b = test::syntheticTrace({.tokens = 8, .loops = 6});
    const Comparison comparison = compareTraces(a, {}, b, {});
    QCOMPARE(comparison.loops, 4);
    QCOMPARE(loopDifference(comparison, measure("state-norm")).size(),
             comparison.alignment.columns.size() * 4);
    QVERIFY(std::find(comparison.notes.begin(), comparison.notes.end(), ComparisonNote::Loops) !=
            comparison.notes.end());
  }

  void notesByHand() {
    const auto a = test::handTrace({token(1, "a")}, 2);
    const auto b = test::handTrace({token(1, "a")}, 2, [](TraceInfo& info, RecordColumns&) {
      info.dtype = "f32";
      info.device = "another";
      info.weightsSha256 = "f";
      info.kvPolicy = "last-exited-copy";
    });
    using N = ComparisonNote;
    QCOMPARE(compareTraces(a, {}, b, {}).notes,
             (std::vector<N>{N::Weights, N::DTypes, N::Devices, N::Policies}));
  }

  void summaryByHand() {
    constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> d{1, -3, kNaN, 0, 2, kNaN};
    const DifferenceSummary s = summariseDifferences(d);
    QCOMPARE(s.compared, 4);
    QCOMPARE(s.rises, 2);
    QCOMPARE(s.falls, 1);
    QVERIFY(near(s.mean, 0) && near(s.meanAbsolute, 1.5));
    QCOMPARE(s.largest, -3.0);
    QCOMPARE(differenceLimit(d), 3.0);
    QCOMPARE(differenceLimit(std::vector<float>{0, 0}), 1.0);
    QVERIFY(std::isnan(summariseDifferences(std::vector<float>{kNaN}).mean));

    // Columns of two loops: (1,-3), (NaN,0), (2,NaN).
    const auto changes = mostChanged(d, 2, 10);
    QCOMPARE(changes.size(), 2U);
    QCOMPARE(changes[0].column, 0);
    QCOMPARE(changes[0].loop, 1);
    QCOMPARE(changes[0].difference, -3.0);
    QCOMPARE(changes[1].column, 2);
    QCOMPARE(changes[1].loop, 0);
    QCOMPARE(mostChanged(d, 2, 1).size(), 1U);
    // Equal sizes are in the order of the text.
    const auto ties = mostChanged(std::vector<float>{1, -1, 1}, 1, 2);
    QCOMPARE(ties[0].column, 0);
    QCOMPARE(ties[1].column, 1);
  }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
