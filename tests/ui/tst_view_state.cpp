// SPDX-License-Identifier: GPL-3.0-or-later
// One ViewState, three views: hover, selection and sliders reach all of them.
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

#include "tests/support/TextTrace.h"
#include "ui/figures/plots/HeatmapFigure.h"
#include "ui/state/LensTableModel.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/LensView.h"
#include "ui/views/StripCanvas.h"
#include "ui/views/StripView.h"

using namespace ouroscope;

class TestViewState : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void selectionIsASetWithOnePrimary() {
    ViewState state;
    state.select(3);
    QCOMPARE(state.selectedToken(), -1);  // nothing to select
    state.setTrace(test::syntheticTrace());
    QSignalSpy changed(&state, &ViewState::selectionChanged);
    state.select(4, 2);
    QCOMPARE(state.selectedTokens(), (std::vector<int>{4}));
    state.extendSelection(2);
    QCOMPARE(state.selectedTokens(), (std::vector<int>{2, 3, 4}));
    QCOMPARE(state.selectedToken(), 2);
    state.extendSelection(6);  // from where it began, not from where it went
    QCOMPARE(state.selectedTokens(), (std::vector<int>{4, 5, 6}));
    state.toggleSelection(1);
    QCOMPARE(state.selectedToken(), 1);
    state.toggleSelection(1);
    QCOMPARE(state.selectedTokens(), (std::vector<int>{4, 5, 6}));
    QCOMPARE(state.selectedToken(), 6);
    QCOMPARE(changed.size(), 5);
    state.select(6);
    const qsizetype before = changed.size();
    state.select(6);
    QCOMPARE(changed.size(), before);  // no change, no signal
    state.select(-1);
    QVERIFY(state.selectedTokens().empty());
  }
  void aShorterTraceKeepsWhatItHas() {
    ViewState state;
    test::SyntheticOptions options;
    options.tokens = 30;
    state.setTrace(test::syntheticTrace(options));
    state.selectRange(5, 25);
    options.tokens = 10;
    state.setTrace(test::syntheticTrace(options));
    QCOMPARE(state.selectedToken(), 9);
    QVERIFY(state.isSelected(9));
    QVERIFY(state.selectedTokens().back() <= 9);
    state.setTrace(nullptr);
    QCOMPARE(state.selectedToken(), -1);
    QVERIFY(state.readout().loop.empty());
  }
  void slidersGiveTheReadoutOfCore() {
    ViewState state;
    const TracePtr trace = test::syntheticTrace();
    state.setTrace(trace);
    QSignalSpy ticks(&state, &ViewState::readoutChanged);
    for (const ReadoutRule& rule :
         {ReadoutRule{0, 3, 0.4}, ReadoutRule{1, 4, 0.9}, ReadoutRule{2, 1, 1.0}}) {
      state.setRule(rule);
      const Readout wanted = readout(*trace, rule);
      QCOMPARE(state.readout().loop, wanted.loop);
      QCOMPARE(state.readout().expectedDepth, wanted.expectedDepth);
      QCOMPARE(state.readout().topId, wanted.topId);
      QCOMPARE(state.readout().firstBranch, wanted.firstBranch);
    }
    QCOMPARE(ticks.size(), 3);
  }
  void oneHoverOneSelectionOneSliderForAllViews() {
    ViewState state;
    Workspace workspace(state);
    Intents intents;
    const ViewContext context{state, workspace, intents};
    StripView text(context);
    HeatmapView heatmap(context);
    LensView lens(context);
    for (QWidget* view : std::initializer_list<QWidget*>{&text, &heatmap, &lens}) {
      view->resize(600, 420);
      view->show();
      (void)QTest::qWaitForWindowExposed(view);
    }
    const TracePtr trace = test::syntheticTrace();
    state.setTrace(trace);
    heatmap.figure()->replot(QCustomPlot::rpImmediateRefresh);
    auto* readoutLine = heatmap.findChild<QLabel*>("heatmapReadout");

    // Hover in the text is seen in heatmap and lens.
    QTest::mouseMove(text.canvas()->viewport(), text.canvas()->tokenRect(7).center().toPoint());
    QCOMPARE(lens.model()->token(), 7);
    QVERIFY(readoutLine->text().startsWith("8 "));
    // Click in the heatmap is seen in text and lens.
    QTest::mouseClick(heatmap.figure(), Qt::LeftButton, {},
                      heatmap.figure()->cellRect(3, 2).center().toPoint());
    state.hover(-1);
    QCOMPARE(state.selectedToken(), 3);
    QCOMPARE(lens.model()->token(), 3);
    QVERIFY(text.canvas()->cellSelected(0, 3));
    // A key in the text is seen in heatmap and lens.
    text.canvas()->setFocus();
    QTest::keyClick(text.canvas(), Qt::Key_Right);
    QCOMPARE(lens.model()->token(), 4);
    QVERIFY(readoutLine->text().startsWith("5 "));
    // A slider tick: all say the loop that core says.
    for (int budget = 1; budget <= trace->loops(); ++budget) {
      state.setRule({0, budget, 0.6});
      const int loop = readout(*trace, {0, budget, 0.6}).loop[4] + 1;
      QVERIFY(text.canvas()->cellValue(0, 4).contains(QString::number(loop)));
      QVERIFY(readoutLine->text().contains(QString("exit loop %1").arg(loop)));
      QVERIFY(lens.model()->loopIndex(loop - 1, 0).data(LensTableModel::ExitRole).toBool());
    }
  }
};

QTEST_MAIN(TestViewState)
#include "tst_view_state.moc"
