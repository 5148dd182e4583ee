// SPDX-License-Identifier: GPL-3.0-or-later
// The answer dynamics view, driven by mouse and keys; what it shows is compared with core/analysis.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "core/analysis/AblationTable.h"
#include "tests/support/PaintedTexts.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/ViewStage.h"
#include "ui/figures/plots/AblationFigure.h"
#include "ui/figures/plots/AnswerMapFigure.h"
#include "ui/state/AblationTableModel.h"
#include "ui/state/DynamicsTableModel.h"
#include "ui/views/DynamicsView.h"

using namespace ouroscope;

namespace {

struct Stage : test::ViewStage<DynamicsView> {
  explicit Stage(TracePtr trace) : ViewStage({760, 720}, std::move(trace)) {}
};

TracePtr sample() {
  return test::syntheticTrace({.tokens = 120, .loops = 5, .vocab = 24, .promptTokens = 70});
}

QPoint rowCentre(QTableView* table, int row, int column = 0) {
  return table->visualRect(table->model()->index(row, column)).center();
}

}  // namespace

class TestDynamicsView : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatToDoWithoutATrace() {
    Stage stage(nullptr);
    auto* hint = stage.find<QLabel>("dynamicsHint");
    QVERIFY(hint->isVisible() && hint->text().contains("open a trace"));
    stage.state.setTrace(test::syntheticTrace({.loops = 1}));
    QVERIFY(hint->isVisible() && hint->text().contains("one loop"));
    stage.state.setTrace(sample());
    QVERIFY(!hint->isVisible());
  }

  void listsTheTokensOfEveryFilter() {
    const TracePtr trace = sample();
    Stage stage(trace);
    const AnswerDynamics d = answerDynamics(*trace);
    auto* filter = stage.find<QComboBox>("dynamicsFilter");
    auto* table = stage.find<QTableView>("dynamicsTokens");
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Home);
    int seen = 0;
    for (const DynamicsFilterInfo& info : dynamicsFilters()) {
      QCOMPARE(filter->currentData().toInt(), static_cast<int>(info.filter));
      const std::vector<int> expected = tokensWith(*trace, d, info.filter);
      QCOMPARE(table->model()->rowCount(), static_cast<int>(expected.size()));
      QVERIFY(
          stage.find<QLabel>("dynamicsCount")->text().startsWith(QString::number(expected.size())));
      for (std::size_t row = 0; row < expected.size(); ++row) {
        const auto t = static_cast<std::size_t>(expected[row]);
        const auto cell = [&](int column) {
          return table->model()->index(static_cast<int>(row), column).data().toString();
        };
        QCOMPARE(cell(DynamicsTableModel::Position), QString::number(t + 1));
        QCOMPARE(cell(DynamicsTableModel::FirstCommit), QString::number(d.firstCommit[t] + 1));
        QCOMPARE(cell(DynamicsTableModel::LastFlip),
                 d.lastFlip[t] < 0 ? "\u2013" : QString::number(d.lastFlip[t] + 1));
        QCOMPARE(cell(DynamicsTableModel::Flips), QString::number(d.flips[t]));
        QCOMPARE(cell(DynamicsTableModel::FirstRight),
                 d.firstRight[t] < 0 ? "\u2013" : QString::number(d.firstRight[t] + 1));
        const double lost = overthinkingNats(*trace, expected[row]);
        QCOMPARE(cell(DynamicsTableModel::Lost),
                 std::isnan(lost) ? "\u2013" : QString::number(lost, 'f', 2));
        ++seen;
      }
      QTest::keyClick(filter, Qt::Key_Down);
    }
    QVERIFY(seen > 200);
  }

  void clicksAndKeysSelectTokens() {
    const TracePtr trace = sample();
    Stage stage(trace);
    auto* filter = stage.find<QComboBox>("dynamicsFilter");
    filter->setCurrentIndex(filter->findData(static_cast<int>(DynamicsFilter::AnyFlip)));
    const auto tokens = tokensWith(*trace, answerDynamics(*trace), DynamicsFilter::AnyFlip);
    QVERIFY(tokens.size() > 4);
    auto* table = stage.find<QTableView>("dynamicsTokens");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, rowCentre(table, 2));
    QCOMPARE(stage.state.selectedToken(), tokens[2]);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(stage.state.selectedToken(), tokens[3]);
    auto* next = stage.find<QPushButton>("dynamicsNext");
    auto* previous = stage.find<QPushButton>("dynamicsPrevious");
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(stage.state.selectedToken(), tokens[4]);
    QCOMPARE(table->currentIndex().row(), 4);
    QTest::mouseClick(previous, Qt::LeftButton);
    QTest::mouseClick(previous, Qt::LeftButton);
    QCOMPARE(stage.state.selectedToken(), tokens[2]);
    // From a token between two of the list, the neighbours on either side.
    stage.state.select(-1);
    QCOMPARE(table->currentIndex().row(), -1);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(stage.state.selectedToken(), tokens.front());
    QTest::mouseClick(previous, Qt::LeftButton);
    QCOMPARE(stage.state.selectedToken(), tokens.front());  // there is none before
    stage.state.select(-1);
    QTest::mouseClick(previous, Qt::LeftButton);
    QCOMPARE(stage.state.selectedToken(), tokens.back());
  }

  void theMapSelectsAndHovers() {
    Stage stage(sample());
    auto* map = stage.find<AnswerMapFigure>("answerMap");
    QCoreApplication::processEvents();  // the layout that its labels ask for
    map->replot(QCustomPlot::rpImmediateRefresh);
    const QPoint cell(static_cast<int>(map->xAxis->coordToPixel(40)),
                      static_cast<int>(map->yAxis->coordToPixel(3)));
    QTest::mouseMove(map, cell);
    QCOMPARE(stage.state.hoveredToken(), 40);
    QTest::mouseClick(map, Qt::LeftButton, {}, cell);
    QCOMPARE(stage.state.selectedToken(), 40);
    QCOMPARE(stage.state.selectedLoop(), 2);
  }

  void ablationShowsTheTable() {
    const TracePtr trace = sample();
    Stage stage(trace);
    auto* tabs = stage.find<QTabWidget>("dynamicsTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    auto* table = stage.find<QTableView>("ablationTable");
    QTRY_COMPARE(table->model()->rowCount(), 4);  // all tokens, loops 2 to 5
    auto* by = stage.find<QComboBox>("ablationBy");
    by->setFocus();
    QTest::keyClick(by, Qt::Key_Down);
    const AblationTable expected = ablationTable(*trace, AblationBy::Word);
    QTRY_COMPARE(table->model()->rowCount(), static_cast<int>(expected.groups.size()) * 4);
    for (std::size_t g = 0; g < expected.groups.size(); ++g)
      for (std::size_t i = 0; i < 4; ++i) {
        const AblationGroup& group = expected.groups[g];
        const LoopAblationRow& row = group.ablation.rows[i];
        const auto cell = [&](int column) {
          return table->model()->index(static_cast<int>(4 * g + i), column).data().toString();
        };
        using M = AblationTableModel;
        QCOMPARE(cell(M::Loop), QString::number(i + 2));
        QCOMPARE(cell(M::Tokens), QString::number(group.tokens));
        QCOMPARE(cell(M::Helped), QString::number(row.helped));
        QCOMPARE(cell(M::Hurt), QString::number(row.hurt));
        QCOMPARE(cell(M::Unchanged), QString::number(row.unchanged));
        QCOMPARE(cell(M::HelpedNats), QString::number(row.helpedNats, 'f', 1));
        QCOMPARE(cell(M::HurtNats), QString::number(row.hurtNats, 'f', 1));
        QCOMPARE(cell(M::MadeRight), QString::number(row.madeRight));
        QCOMPARE(cell(M::MadeWrong), QString::number(row.madeWrong));
        QString gain = QString::number(row.meanGainNats, 'f', 3);
        if (group.tokens >= kFewestForInterval)
          gain += QStringLiteral(" [%1, %2]")
                      .arg(group.gain[i].low, 0, 'f', 3)
                      .arg(group.gain[i].high, 0, 'f', 3);
        QCOMPARE(cell(M::Gain), gain);
        QCOMPARE(!cell(M::Lowest).isEmpty(),
                 row.loop == group.ablation.bestLoop || (group.ablation.bestLoop == 0 && i == 0));
      }
  }

  /// The grey of the loops past the best one is named where there is some, and the words about the
  /// best one stand over every interval.
  void theAblationNamesItsGrey() {
    const TracePtr trace = sample();
    for (int best = 0; best < 5; ++best) {
      auto table = std::make_shared<AblationTable>(ablationTable(*trace, AblationBy::None));
      AblationGroup& group = table->groups.at(0);
      QVERIFY(group.tokens >= kFewestForInterval);
      group.ablation.bestLoop = best;
      AblationFigure figure;
      figure.resize(380, 260);
      figure.setTable(table, 0);
      figure.show();
      const std::vector<test::PaintedText> texts = test::paintedTexts(figure);
      const auto painted = [&](const QString& text) {
        return std::ranges::find(texts, text, &test::PaintedText::text);
      };
      QCOMPARE(painted("past the lowest loss") != texts.end(), best < 4);
      const auto label = painted(QStringLiteral("lowest loss at loop %1").arg(best + 1));
      QVERIFY(label != texts.end());
      for (const Interval& interval : group.gain)
        QVERIFY(label->ink.bottom() < figure.yAxis->coordToPixel(interval.high));
    }
  }

  void exportAsksForWhatIsShown() {
    Stage stage(sample());
    QSignalSpy asked(&stage.intents, &Intents::exportAsked);
    QTest::mouseClick(stage.find<QToolButton>("dynamicsExport"), Qt::LeftButton);
    QCOMPARE(asked.at(0).at(0).value<FigureRequest>().recipe.kind, QString("answer-map"));
    auto* tabs = stage.find<QTabWidget>("dynamicsTabs");
    tabs->setCurrentIndex(1);
    auto* by = stage.find<QComboBox>("ablationBy");
    by->setCurrentIndex(by->findData(static_cast<int>(AblationBy::Source)));
    auto* table = stage.find<QTableView>("ablationTable");
    QTRY_COMPARE(table->model()->rowCount(), 12);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, rowCentre(table, 9));
    QTest::mouseClick(stage.find<QToolButton>("dynamicsExport"), Qt::LeftButton);
    const auto recipe = asked.at(1).at(0).value<FigureRequest>().recipe;
    QCOMPARE(recipe.kind, QString("ablation"));
    QCOMPARE(recipe.options["by"].toString(), QString("source"));
    QCOMPARE(recipe.options["group"].toString(), QString("generated"));
  }

  void aHiddenViewDoesNoWork() {
    Stage stage(sample());
    auto* table = stage.find<QTableView>("dynamicsTokens");
    const int rows = table->model()->rowCount();
    stage.view.hide();
    stage.state.setTrace(test::syntheticTrace({.tokens = 9, .loops = 3}));
    QCOMPARE(table->model()->rowCount(), rows);
    stage.view.show();
    QVERIFY(table->model()->rowCount() < 10);
  }
};

QTEST_MAIN(TestDynamicsView)
#include "tst_dynamics_view.moc"
