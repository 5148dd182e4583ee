// SPDX-License-Identifier: GPL-3.0-or-later
// What a reading answers, on traces whose answers are known by hand.
#include <QtTest>
#include <cmath>

#include "core/analysis/Answer.h"
#include "core/analysis/AnswerChange.h"
#include "core/support/Error.h"
#include "tests/support/HandTrace.h"

using namespace ouroscope;
using test::handTrace;

namespace {

/// Gates that stop with probability 0.5 at every loop: CDF .5 .75 .875 1.
/// Token 1 is the prompt's last: best words 5 7 8 8; then 8 is recorded, then 9.
TracePtr story() {
  return handTrace({{1, "a", {2, 2, 2, 2}},
                    {3, " b", {5, 7, 8, 8}},
                    {8, " 8", {4, 9, 9, 6}},
                    {9, " 9", {1, 1, 1, 1}}},
                   4, [](TraceInfo& info, RecordColumns&) { info.promptTokens = 2; });
}

}  // namespace

class TestAnswer : public QObject {
  Q_OBJECT
 private slots:
  void fullDepth() {
    const TracePtr trace = story();
    QCOMPARE(answerToken(*trace), 1);
    const Answer a = answerAt(*trace, 1, readout(*trace, {0, 4, 1.0}));
    QCOMPARE(a.token, 1);
    QCOMPARE(a.read, 3);
    QCOMPARE(a.allowed, 4);
    QCOMPARE(a.last, 3);
    QCOMPARE(a.now.id, 8);
    QVERIFY(std::abs(a.now.probability - std::exp(-0.5)) < 1e-6);
    QCOMPARE(a.onePass.id, 5);
    QCOMPARE(a.fullDepth.id, 8);
    QCOMPARE(a.since, 2);
    QCOMPARE(a.wanted, 8);  // recorded
    QVERIFY(!a.expected && a.right() && !a.wrong() && !a.changed());
    QCOMPARE(a.rightSince(), 2);
  }
  void aSettingChangesTheAnswer() {
    const TracePtr trace = story();
    for (const ReadoutRule rule : {ReadoutRule{0, 2, 1.0}, ReadoutRule{0, 4, 0.75}}) {
      const Readout read = readout(*trace, rule);
      const Answer a = answerAt(*trace, 1, read);
      QCOMPARE(a.read, 1);
      QCOMPARE(a.allowed, rule.budget);
      QCOMPARE(a.now.id, 7);
      QCOMPARE(a.now.id, read.topId[1]);
      QCOMPARE(a.since, 1);
      QVERIFY(a.changed() && a.wrong() && !a.right());
      QCOMPARE(a.rightSince(), -1);
      const AnswerChange change = answerChange(*trace, read);
      QCOMPARE(change.token, 1);
      QVERIFY(change.answer());
    }
    QCOMPARE(answerAt(*trace, 1, readout(*trace, {0, 0, 0.0})).read, 0);
    QCOMPARE(answerAt(*trace, 1, readout(*trace, {0, 0, 0.0})).allowed, 4);
  }
  void sinceIsTheLastStretch() {
    // 6 6 5 6: loop 1 says the same, but not from loop 1 on.
    const TracePtr trace = handTrace({{1, "a", {6, 6, 5, 6}}}, 4);
    QCOMPARE(answerAt(*trace, 0, 3, 4).since, 3);
    QCOMPARE(answerAt(*trace, 0, 1, 4).since, 0);
    QCOMPARE(answerAt(*trace, 0, 9, 4).read, 3);  // no deeper than it ran
  }
  void expectedAnswers() {
    const TracePtr trace = story();
    const Readout read = readout(*trace, {0, 4, 1.0});
    const ExpectedAnswer two{1, {8, 6}};
    QCOMPARE(two.next(*trace, 0), -1);
    QCOMPARE(two.next(*trace, 1), 8);
    QCOMPARE(two.next(*trace, 2), 6);
    QCOMPARE(two.next(*trace, 3), -1);
    const Answer second = answerAt(*trace, 2, read, two);
    QVERIFY(second.expected && second.right());  // the record goes on with 9
    QCOMPARE(second.rightSince(), 3);
    QVERIFY(answerAt(*trace, 2, read).wrong());
    // Another beginning than the recorded one: of the second word nothing can be said.
    const ExpectedAnswer other{1, {7, 6}};
    QCOMPARE(other.next(*trace, 1), 7);
    QCOMPARE(other.next(*trace, 2), -1);
    QVERIFY(answerAt(*trace, 1, read, other).wrong());
    QVERIFY(!answerAt(*trace, 2, read, other).expected);
    // After the last token only an expected answer can be right.
    QCOMPARE(answerAt(*trace, 3, read).wanted, -1);
    QVERIFY(!answerAt(*trace, 3, read).right() && !answerAt(*trace, 3, read).wrong());
    QVERIFY(answerAt(*trace, 3, read, {3, {1}}).right());
    QCOMPARE((ExpectedAnswer{-1, {8}}.next(*trace, 0)), -1);
    QCOMPARE((ExpectedAnswer{3, {8}}.next(*trace, 4)), -1);
  }
  void whatIsMissingIsAbsent() {
    const TracePtr trace = handTrace({{1, "a", {5, 6, 6}}}, 4, [](TraceInfo&, RecordColumns& c) {
      c.topkId[1] = -1;
      c.topkLogprob[1] = std::numeric_limits<float>::quiet_NaN();
    });
    const Answer a = answerAt(*trace, 0, 3, 4);
    QCOMPARE(a.last, 2);
    QCOMPARE(a.read, 2);
    QCOMPARE(a.now.id, 6);
    QCOMPARE(a.since, 2);  // loop 2 is not known
    const Answer gone = answerAt(*trace, 0, 1, 4);
    QVERIFY(!gone.now.known() && std::isnan(gone.now.probability));
    QCOMPARE(gone.since, -1);
    QVERIFY(!gone.right() && !gone.wrong() && !gone.changed());
    QCOMPARE(answerAt(*trace, 0, -1, 4).read, -1);
    QVERIFY(!answerAt(*trace, 0, -1, 4).now.known());
    for (const int nowhere : {-1, 1}) {
      QCOMPARE(answerAt(*trace, nowhere, 3, 4).token, -1);
      QCOMPARE(answerAt(*trace, nowhere, readout(*trace, {0, 4, 1})).token, -1);
      QVERIFY(!answerAt(*trace, nowhere, 3, 4).onePass.known());
    }
  }
  void criteria() {
    // Entropies 4 3 2 1.
    const TracePtr trace = handTrace({{1, "a", {5, 7, 8, 8}}}, 4, [](TraceInfo&, RecordColumns& c) {
      c.entropy = {4, 3, 2, 1};
    });
    const auto at = [&](double threshold, int budget) {
      return answerAt(*trace, 0, ExitCriterion{ExitRuleKind::Entropy, threshold}, budget);
    };
    QCOMPARE(at(2.5, 0).read, 2);
    QCOMPARE(at(2.5, 0).now.id, 8);
    QCOMPARE(at(2.5, 0).allowed, 4);
    QCOMPARE(at(3, 0).read, 2);  // below, not at
    QCOMPARE(at(9, 0).read, 0);
    QCOMPARE(at(0, 0).read, 3);
    QCOMPARE(at(0, 2).read, 1);
    QVERIFY(at(0, 2).changed());
    // Exact KL between loops needs the logits, which a plain record has not.
    const Answer unknown = answerAt(*trace, 0, ExitCriterion{ExitRuleKind::MinPKl, 0.1}, 0);
    QCOMPARE(unknown.read, -1);
    QVERIFY(unknown.onePass.known() && unknown.fullDepth.known() && !unknown.now.known());
    QCOMPARE(answerAt(*trace, 0, ExitCriterion{ExitRuleKind::MinPKl, 0.1}, 1).read, 0);
    QVERIFY_EXCEPTION_THROWN(answerAt(*trace, 0, ExitCriterion{}, 0), Error);
    QVERIFY_EXCEPTION_THROWN(answerAt(*trace, 0, ExitCriterion{ExitRuleKind::Oracle, 0}, 0), Error);
  }
};

QTEST_APPLESS_MAIN(TestAnswer)
#include "tst_answer.moc"
