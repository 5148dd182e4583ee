// SPDX-License-Identifier: GPL-3.0-or-later
// The compare view, driven by mouse and keys; what it shows is compared with core/analysis.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/support/HandTrace.h"
#include "tests/support/OwnSettings.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/ViewStage.h"
#include "tests/support/WindowStage.h"
#include "ui/figures/plots/CompareFigure.h"
#include "ui/session/ViewHistory.h"
#include "ui/views/CompareView.h"

using namespace ouroscope;

namespace {

struct Stage : test::ViewStage<CompareView> {
  Stage() : ViewStage({900, 760}) {}
  void showMeasure(const char* id) {
    auto* box = find<QComboBox>("compareMeasure");
    box->setCurrentIndex(box->findData(QString(id)));
  }
  QString text(const char* table, int row, int column) {
    return find<QTableView>(table)->model()->index(row, column).data().toString();
  }
};

TracePtr sentence(std::int32_t third, const char* word, int loops = 2) {
  using test::HandToken;
  const std::vector<std::int32_t> best(static_cast<std::size_t>(loops), 5);
  std::vector<HandToken> tokens{{1, "The", best, {-2.0f, -1.0f}, {}},
                                {2, " red", best, {-3.0f, -2.5f}, {}},
                                {third, word, best, {-1.0f, -0.5f}, {}},
                                {9, " ran", best, {}, {}}};
  return test::handTrace(tokens, loops);
}

}  // namespace

class TestCompareView : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir home_;

 private slots:
  void initTestCase() { test::ownSettings(home_.path()); }

  void saysWhatToDoWithoutATrace() {
    Stage stage;
    QVERIFY(stage.find<QLabel>("compareHint")->isVisible());
    stage.workspace.add(test::syntheticTrace());
    QVERIFY(!stage.find<QLabel>("compareHint")->isVisible());
  }

  void twoReadingsOfOneTrace() {
    Stage stage;
    const TracePtr trace = test::syntheticTrace({.tokens = 40, .loops = 4});
    stage.workspace.add(trace);
    stage.state.setRule({0, 4, 1.0});
    QVERIFY(stage.view.comparison());
    auto* budget = stage.find<QSpinBox>("compareBudget");
    QCOMPARE(budget->value(), 4);
    auto* changes = stage.find<QTableView>("compareChanges");
    stage.showMeasure("token:exit-loop");
    QCOMPARE(changes->model()->rowCount(), 0);  // the same reading twice
    budget->setFocus();
    QTest::keyClick(budget, Qt::Key_Down);
    QTest::keyClick(budget, Qt::Key_Down);
    QCOMPARE(budget->value(), 2);
    const Comparison expected = compareTraces(trace, {0, 4, 1.0}, trace, {0, 2, 1.0});
    QCOMPARE(changes->model()->rowCount(), 40);
    QCOMPARE(stage.text("compareChanges", 0, ChangesModel::Difference), QString("\u22122"));
    for (const char* id : {"token:entropy", "token:logprob", "token:kl"}) {
      stage.showMeasure(id);
      const auto d = ComparedMeasure::fromId(id)->differences(expected);
      const auto most = mostChanged(d, 1, 200);
      QCOMPARE(changes->model()->rowCount(), static_cast<int>(most.size()));
      for (std::size_t row = 0; row < most.size(); ++row) {
        QCOMPARE(stage.text("compareChanges", static_cast<int>(row), ChangesModel::PositionA),
                 QString::number(most[row].column + 1));
        const QString sign = most[row].difference < 0 ? "\u2212" : "+";
        QCOMPARE(stage.text("compareChanges", static_cast<int>(row), ChangesModel::Difference),
                 sign + QString::number(std::abs(most[row].difference), 'g', 4));
      }
      QCOMPARE(stage.find<CompareFigure>("compareMap")->limit(), differenceLimit(d));
      const QString summary = stage.find<QLabel>("compareSummary")->text();
      const DifferenceSummary s = summariseDifferences(d);
      QVERIFY2(summary.contains(QString::number(s.meanAbsolute, 'g', 3)), qPrintable(summary));
      QVERIFY2(summary.contains(QString::number(summariseReadings(expected).meanLoopsB, 'g', 3)),
               qPrintable(summary));
    }
    // The other slider: a lower q reads some tokens earlier.
    auto* q = stage.find<QDoubleSpinBox>("compareQ");
    q->setFocus();
    for (int i = 0; i < 10; ++i) QTest::keyClick(q, Qt::Key_Down);
    QCOMPARE(q->value(), 0.5);
    QCOMPARE(stage.view.comparison()->b.readout.loop, readout(*trace, {0, 2, 0.5}).loop);
    // A follows the window's sliders.
    stage.state.setRule({0, 3, 1.0});
    QCOMPARE(stage.view.comparison()->a.readout.rule.budget, 3);
  }

  void twoTracesWithOneTokenReplaced() {
    Stage stage;
    const int first = stage.workspace.add(sentence(3, " fox"), "first");
    stage.workspace.add(sentence(4, " dog"), "second");
    stage.workspace.show(first);
    auto* others = stage.find<QComboBox>("compareOther");
    // By keys, as a person would: the other trace is below "another reading".
    others->setFocus();
    QTest::keyClick(others, Qt::Key_Down);
    QTRY_VERIFY(stage.view.comparison() && stage.view.comparison()->alignment.columns.size() == 5U);
    QCOMPARE(others->currentText(), QString("second"));
    QVERIFY(stage.find<QCheckBox>("compareSame")->isChecked());
    QVERIFY(!stage.find<QSpinBox>("compareBudget")->isEnabled());
    const QString notes = stage.find<QLabel>("compareNotes")->text();
    QVERIFY2(notes.contains("3 tokens are in both") && notes.contains("1 only in A") &&
                 notes.contains("1 only in B"),
             qPrintable(notes));

    // The token that only B has: its lens is alone, and the other views select nothing.
    stage.showMeasure("loop:entropy");
    auto* map = stage.find<CompareFigure>("compareMap");
    map->replot(QCustomPlot::rpImmediateRefresh);
    const auto click = [&](int column, int loop) {
      QTest::mouseClick(map, Qt::LeftButton, {},
                        QPoint(qRound(map->xAxis->coordToPixel(column)),
                               qRound(map->yAxis->coordToPixel(loop + 1))));
    };
    click(0, 1);
    QCOMPARE(stage.state.selectedToken(), 0);
    QCOMPARE(stage.state.selectedLoop(), 1);
    QVERIFY(stage.text("compareLens", 0, 0).contains("w5"));
    QVERIFY(stage.text("compareLens", 0, 1).contains("w5"));
    click(2, 0);
    QCOMPARE(stage.state.selectedToken(), 2);
    QVERIFY(stage.text("compareLens", 0, 1).isEmpty());
    click(3, 0);
    QCOMPARE(stage.state.selectedToken(), -1);
    QVERIFY(stage.text("compareLens", 0, 0).isEmpty());
    QVERIFY(stage.text("compareLens", 0, 1).contains("w5"));
  }

  void aChangeIsAClickAway() {
    Stage stage;
    const TracePtr a = test::syntheticTrace({.tokens = 30}),
                   b = test::syntheticTrace({.tokens = 30});
    // The same text from another run: only the entropies differ, at one place.
    RecordColumns columns = b->whole();
    columns.entropy[b->at(12, 2)] += 1.5f;
    columns.entropy[b->at(20, 1)] -= 0.5f;
    TraceInfo info = b->info();
    info.dtype = "f32";
    const int first = stage.workspace.add(a, "first");
    const int second = stage.workspace.add(
        std::make_shared<const Trace>(info, columns, b->loops(), b->topK()), "second");
    stage.workspace.show(first);
    stage.view.compareWith(second);
    stage.showMeasure("loop:entropy");
    auto* changes = stage.find<QTableView>("compareChanges");
    QTRY_COMPARE(changes->model()->rowCount(), 2);
    QVERIFY(stage.find<QLabel>("compareNotes")->text().contains("bf16, B in f32"));
    QTest::mouseClick(changes->viewport(), Qt::LeftButton, {},
                      changes->visualRect(changes->model()->index(0, 0)).center());
    QCOMPARE(stage.state.selectedToken(), 12);
    QCOMPARE(stage.state.selectedLoop(), 2);
    QTest::keyClick(changes, Qt::Key_Down);
    QCOMPARE(stage.state.selectedToken(), 20);
    QCOMPARE(stage.state.selectedLoop(), 1);
    stage.state.select(12);
    QCOMPARE(changes->currentIndex().row(), 0);
  }

  void opensATraceBesideTheShownOne() {
    QTemporaryDir folder;
    const QString path = folder.filePath("other.trace.safetensors");
    writeTrace(*test::syntheticTrace({.tokens = 12, .seed = 9}), path.toStdString());
    Stage stage;
    const TracePtr shown = test::syntheticTrace({.tokens = 12});
    stage.workspace.add(shown, "first");
    stage.view.openOther(path);
    QTRY_COMPARE(stage.workspace.items().size(), 2U);
    QCOMPARE(stage.state.trace(), shown);  // still
    QTRY_VERIFY(stage.view.comparison() &&
                stage.view.comparison()->b.trace == stage.workspace.items().back().trace);
    QSignalSpy asked(&stage.intents, &Intents::exportAsked);
    QTest::mouseClick(stage.find<QToolButton>("compareExport"), Qt::LeftButton);
    QCOMPARE(asked.at(0).at(0).value<FigureRequest>().recipe.kind, QString("compare"));
    // The trace is closed: another reading of A is what remains.
    stage.workspace.close(stage.workspace.items().back().id);
    QCOMPARE(stage.view.comparison()->b.trace, shown);
    QTest::mouseClick(stage.find<QToolButton>("compareExport"), Qt::LeftButton);
    QCOMPARE(asked.at(1).at(0).value<FigureRequest>().recipe.kind, QString("compare-rules"));
  }

  void aClosedOtherTraceComesBackWithItsComparison() {
    Stage stage;
    const TracePtr a = sentence(3, " fox"), b = sentence(4, " dog");
    const int first = stage.workspace.add(a, "first"), second = stage.workspace.add(b, "second");
    stage.workspace.show(first);
    stage.view.compareWith(second);
    QTRY_VERIFY(stage.view.comparison() && stage.view.comparison()->b.trace == b);
    stage.workspace.close(second);
    QCOMPARE(stage.view.comparison()->b.trace, a);
    QVERIFY(!stage.find<QCheckBox>("compareSame")->isEnabled());
    stage.workspace.reopen();
    stage.workspace.show(first);
    QTRY_VERIFY(stage.view.comparison() && stage.view.comparison()->b.trace == b);
    QVERIFY(stage.find<QCheckBox>("compareSame")->isChecked());
  }

  /// The window's own undo, over B's budget, its q and the measure.
  void undoAndRedoTheSecondSide() {
    test::WindowStage stage;
    MainWindow& window = stage.window;
    const TracePtr trace = test::syntheticTrace({.tokens = 40, .loops = 4});
    window.workspace().add(trace);
    window.docks().showView("compare");
    auto* view = qobject_cast<CompareView*>(window.docks().view("compare"));
    auto* budget = view->findChild<QSpinBox*>("compareBudget");
    const auto rest = [] { QTest::qWait(ViewHistory::kRestMs + 150); };
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
      window.docks().showView("text");  // a spin box takes Ctrl+Z for what was typed in it
      QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    rest();
    budget->setFocus();
    QTest::keyClick(budget, Qt::Key_Down);
    QTest::keyClick(budget, Qt::Key_Down);
    rest();
    auto* measures = view->findChild<QComboBox*>("compareMeasure");
    measures->setFocus();
    QTest::keyClick(measures, Qt::Key_Down);
    const QString changed = measures->currentText();
    rest();
    QCOMPARE(budget->value(), 2);
    QCOMPARE(view->comparison()->b.readout.loop, readout(*trace, {0, 2, 1.0}).loop);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(measures->currentText() != changed);
    QCOMPARE(budget->value(), 2);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(budget->value(), 4);
    QCOMPARE(view->comparison()->b.readout.loop, readout(*trace, {0, 4, 1.0}).loop);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(budget->value(), 2);
    QCOMPARE(measures->currentText(), changed);
    QCOMPARE(view->comparison()->b.readout.loop, readout(*trace, {0, 2, 1.0}).loop);
  }

  /// The other trace is found again although a trace that was opened before both is not there.
  void aSessionBringsTheSecondSideBack() {
    QTemporaryDir home;
    const TracePtr a = test::syntheticTrace({.tokens = 30, .loops = 4}),
                   b = test::syntheticTrace({.tokens = 20, .loops = 4, .seed = 8});
    const auto isBack = [](MainWindow& window) {
      window.docks().showView("compare");
      return qobject_cast<CompareView*>(window.docks().view("compare"));
    };
    {
      MainWindow window;
      window.show();
      window.startSession(home.filePath("sessions"), {});
      QTRY_VERIFY_WITH_TIMEOUT(!window.busy() && window.state().trace(), 60000);  // the demo
      const int demo = window.workspace().current();
      window.workspace().add(a, "a");
      const int first = window.workspace().current();
      const int second = window.workspace().add(b, "b");
      window.workspace().show(first);
      window.workspace().close(demo);
      CompareView* view = isBack(window);
      view->compareWith(second);
      QTRY_VERIFY(view->comparison() && view->comparison()->b.trace == b);
      auto* same = view->findChild<QCheckBox*>("compareSame");
      QTest::mouseClick(same, Qt::LeftButton, {}, QPoint(8, same->height() / 2));
      QVERIFY(!same->isChecked());
      auto* budget = view->findChild<QSpinBox*>("compareBudget");
      budget->setFocus();
      QTest::keyClick(budget, Qt::Key_Down);
      QCOMPARE(budget->value(), 3);
      window.close();
    }
    MainWindow window;
    window.show();
    window.startSession(home.filePath("sessions"), {});
    QTRY_VERIFY_WITH_TIMEOUT(!window.busy() && window.state().trace(), 60000);
    QCOMPARE(window.state().trace()->tokens(), 30);
    CompareView* view = isBack(window);
    QTRY_VERIFY(view->comparison() && view->comparison()->b.trace->tokens() == 20);
    QCOMPARE(view->findChild<QComboBox*>("compareOther")->currentText(), QString("b"));
    QVERIFY(!view->findChild<QCheckBox*>("compareSame")->isChecked());
    QCOMPARE(view->findChild<QSpinBox*>("compareBudget")->value(), 3);
    // B's own reading began where it was: by the q that A's run had.
    QCOMPARE(view->comparison()->b.readout.loop, readout(*b, {0, 3, ruleOfRun(*a).q}).loop);
  }

  void aFileThatIsNoTraceIsRefusedInWords() {
    QTemporaryDir folder;
    Stage stage;
    stage.workspace.add(test::syntheticTrace());
    stage.view.openOther(folder.filePath("absent.trace.safetensors"));
    auto* said = stage.find<QLabel>("jobText");
    QTRY_VERIFY(std::ranges::any_of(stage.view.findChildren<QLabel*>("jobText"), [](QLabel* l) {
      return l->isVisible() && l->text().contains("absent.trace");
    }));
    QVERIFY(said);
    QVERIFY(stage.view.comparison());
  }

  /// Ticks of the sliders at 50,000 tokens: the alignment is kept, and only what moved is read
  /// again.
  void fiftyThousandTokens() {
    Stage stage;
    stage.workspace.add(test::syntheticTrace(
        {.tokens = 50000, .loops = 4, .topK = 1, .otherGates = 0, .tracked = 0}));
    stage.showMeasure("token:exit-loop");
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i) stage.state.setRule({0, 4, 0.1 + 0.15 * i});
    qInfo("%lld ms for five slider ticks with their comparison", timer.elapsed());
    QVERIFY(timer.elapsed() < 15000);  // quadratic work would take minutes
  }

  /// The exponentials of another gate of a long text are a job's: the window goes on, and shows no
  /// number of the gate before.
  void anotherGateOfALongTextIsReadInAJob() {
    Stage stage;
    const TracePtr trace =
        test::syntheticTrace({.tokens = 20000, .loops = 4, .topK = 1, .tracked = 0});
    stage.workspace.add(trace);
    stage.state.setRule({0, 4, 0.5});
    auto* gates = stage.find<QComboBox>("compareGate");
    gates->setFocus();
    QTest::keyClick(gates, Qt::Key_Down);
    QVERIFY(!stage.view.comparison());
    QVERIFY(stage.find<QLabel>("compareSummary")->text().isEmpty());
    stage.state.setRule({0, 3, 0.5});  // meanwhile
    QTRY_VERIFY(stage.view.comparison());
    QCOMPARE(stage.view.comparison()->a.readout.loop, readout(*trace, {0, 3, 0.5}).loop);
    QCOMPARE(stage.view.comparison()->b.readout.loop, readout(*trace, {1, 4, 1.0}).loop);
    gates->setFocus();
    QTest::keyClick(gates, Qt::Key_Up);  // known: at once
    QVERIFY(stage.view.comparison());
  }
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
