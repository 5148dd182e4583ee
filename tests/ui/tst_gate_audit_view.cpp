// SPDX-License-Identifier: GPL-3.0-or-later
// The gate audit driven by real mouse and key events; its numbers are those of core/analysis.
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "tests/support/SyntheticTrace.h"
#include "tests/support/ViewStage.h"
#include "ui/base/Theme.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/figures/plots/GateFigure.h"
#include "ui/views/GateAuditView.h"

using namespace ouroscope;

namespace {

struct Bench : test::ViewStage<GateAuditView> {
  QTableWidget* table = view.findChild<QTableWidget*>("exitRulesTable");
  Bench() : ViewStage({1100, 700}) {}
  void open(const TracePtr& trace) {
    state.setTrace(trace);
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->rowCount() > 0, 20000);
    QTest::qWait(30);
  }
  QString text(const char* name) const { return view.findChild<QLabel*>(name)->text(); }
  QString cell(int row, const QString& header) const {
    for (int c = 0; c < table->columnCount(); ++c)
      if (table->horizontalHeaderItem(c)->text() == header) return table->item(row, c)->text();
    return "no such column";
  }
  int row(const QString& rule) const {
    for (int r = 0; r < table->rowCount(); ++r)
      if (table->item(r, 0)->text().contains(rule)) return r;
    return -1;
  }
};

}  // namespace

class TestGateAuditView : public QObject {
  Q_OBJECT

 private slots:
  void tokenFollowsSelectionAndHover() {
    Bench b;
    const TracePtr trace = test::syntheticTrace({.tokens = 40});
    b.open(trace);
    QVERIFY(b.text("gateTokenTitle").contains("Select a token"));
    b.state.setRule({0, 4, 0.6});
    b.state.select(7);
    const auto of = [&](int token) {
      return exitDistribution(
          std::span(trace->columns().gateLogit).subspan(trace->at(token, 0), 4));
    };
    QVERIFY(b.text("gateTokenTitle").contains("Token 8"));
    QVERIFY(b.text("gateTokenTitle").contains(QString::number(of(7).entropy, 'f', 3)));
    QVERIFY(b.text("gateTokenTitle").contains(QString::number(of(7).expectedDepth, 'f', 2)));
    QVERIFY(
        b.text("gateTokenTitle").contains(QString("loop %1").arg(b.state.readout().loop[7] + 1)));
    b.state.hover(3);  // a preview
    QVERIFY(b.text("gateTokenTitle").contains("Token 4"));
    QVERIFY(b.text("gateTokenTitle").contains(QString::number(of(3).entropy, 'f', 3)));
    b.state.hover(-1);
    QVERIFY(b.text("gateTokenTitle").contains("Token 8"));
    // Another gate speaks of the same token.
    b.state.setRule({1, 4, 0.6});
    const auto other = trace->gateLogits(1);
    QVERIFY(
        b.text("gateTokenTitle")
            .contains(QString::number(
                exitDistribution(std::span(other).subspan(trace->at(7, 0), 4)).entropy, 'f', 3)));
  }

  void barsHoverAndSelectLoops() {
    Bench b;
    b.open(test::syntheticTrace({.tokens = 40}));
    b.state.select(5);
    QTest::qWait(30);
    QTest::mouseMove(b.view.tokenFigure(), b.view.tokenFigure()->barPixel(1).toPoint());
    QTRY_COMPARE(b.state.hoveredToken(), 5);
    QCOMPARE(b.state.hoveredLoop(), 1);
    QTest::mouseClick(b.view.tokenFigure(), Qt::LeftButton, {},
                      b.view.tokenFigure()->barPixel(2).toPoint());
    QCOMPARE(b.state.selectedToken(), 5);
    QCOMPARE(b.state.selectedLoop(), 2);
  }

  void averagesAreThoseOfTheAnalysis() {
    Bench b;
    const TracePtr trace = test::syntheticTrace({.tokens = 90, .loops = 6});
    b.open(trace);
    for (int gate = 0; gate < 3; ++gate) {
      b.state.setRule({gate, 6, 0.5});
      const GateAverages g = gateAverages(*trace, gate);
      QVERIFY(b.text("gateAverageTitle").contains(QString::number(g.entropy.mean, 'f', 3)));
      QVERIFY(b.text("gateAverageTitle").contains(QString::number(g.expectedDepth.mean, 'f', 2)));
      QVERIFY(b.text("gateAverageTitle").contains("90"));
    }
  }

  void tableIsSortedByRegretAtThePresentDepth() {
    Bench b;
    const TracePtr trace = test::syntheticTrace({.tokens = 120});
    b.open(trace);
    const ExitRuleAudit audit = exitRuleAudit(*trace);
    for (const double q : {0.9, 0.5, 0.7}) {
      b.state.setRule({0, 4, q});
      const double depth = b.state.readout().meanLoops;
      QVERIFY(b.text("exitRulesTitle").contains(QString::number(depth, 'f', 2)));
      const auto rows = compareExitRules(audit, depth);
      QCOMPARE(b.table->rowCount(), int(rows.size()));
      for (int r = 0; r < b.table->rowCount(); ++r) {
        const ExitRuleRow& row = rows[static_cast<std::size_t>(r)];
        QCOMPARE(b.cell(r, "Exit rule"), exitRuleTitle(audit.curves[row.curve], trace->info()));
        if (std::isnan(row.regret)) {
          QCOMPARE(b.cell(r, "Regret"), QString(QChar(0x2013)));
          continue;
        }
        QVERIFY(std::abs(b.cell(r, "Regret").toDouble() - row.regret) < 6e-5);
        QCOMPARE(b.cell(r, "NLL"), QString::number(row.point.nll, 'f', 3));
      }
      QCOMPARE(b.cell(0, "Exit rule"), QString("Oracle"));
      QCOMPARE(b.cell(0, "Regret"), QString("0.0000"));
    }
    // The gate's own row is its reading: same depth, same NLL.
    const OperatingPoint now = readingPoint(ReadingQuality(*trace), b.state.readout());
    QCOMPARE(b.cell(b.row("lookahead"), "NLL"), QString::number(now.nll, 'f', 3));
  }

  void scoresSayWhatTheyAreWorth() {
    Bench b;
    const TracePtr recorded = test::syntheticTrace({.tokens = 60});
    b.open(recorded);
    QCOMPARE(b.cell(b.row("KL step"), "Score"), QString("exact"));
    RecordColumns older = recorded->whole();  // from before this divergence was recorded
    older.klStep.clear();
    older.jsStep.clear();
    b.open(std::make_shared<const Trace>(recorded->info(), std::move(older), recorded->loops(),
                                         recorded->topK()));
    QCOMPARE(b.cell(b.row("KL step"), "Score"), QString("lower bound"));
    b.state.setRule({0, 4, 0.9});
    QCOMPARE(b.cell(b.row("Entropy"), "Score"), QString("exact"));
    b.open(test::syntheticTrace({.tokens = 60, .topK = 1}));
    QCOMPARE(b.cell(b.row("Margin"), "Score"), QString("not recorded"));
    b.state.setRule({0, 4, 0.0});  // one loop: rules that compare loops cannot stop there
    QVERIFY(b.cell(b.row("Cosine"), "Score").contains("from 2.00 loops"));
    QCOMPARE(b.cell(b.row("Cosine"), "Regret"), QString(QChar(0x2013)));
  }

  void rowsAndCurvesHighlightEachOther() {
    Bench b;
    b.open(test::syntheticTrace({.tokens = 80}));
    b.state.setRule({0, 4, 0.6});
    const int entropy = b.row("Entropy");
    b.table->scrollToItem(b.table->item(entropy, 0));
    QSignalSpy replots(b.view.rulesFigure(), &QCustomPlot::beforeReplot);
    QTest::mouseClick(b.table->viewport(), Qt::LeftButton, {},
                      b.table->visualItemRect(b.table->item(entropy, 0)).center());
    QCOMPARE(b.table->currentRow(), entropy);
    QTRY_VERIFY(!replots.isEmpty());
    QTest::keyClick(b.table, Qt::Key_Down);
    QCOMPARE(b.table->currentRow(), entropy + 1);
  }

  void plotsTakeTheRoomTheyAreGiven() {
    Bench b;
    b.open(test::syntheticTrace({.tokens = 30}));
    for (const QCustomPlot* plot : std::initializer_list<const QCustomPlot*>{
             b.view.rulesFigure(), b.view.averageFigure(),
             b.view.tokenFigure()})  // nothing selected: empty
      QVERIFY2(plot->axisRect()->width() > plot->width() * 0.7, qPrintable(plot->objectName()));
  }

  void exportsAskForTheirKinds() {
    Bench b;
    b.open(test::syntheticTrace({.tokens = 30}));
    QSignalSpy asked(&b.intents, &Intents::exportAsked);
    QTest::mouseClick(b.view.findChild<QToolButton*>("gateExport"), Qt::LeftButton);
    QTest::keyClick(b.view.findChild<QComboBox*>("exitRulesQuality"), Qt::Key_Down);
    QTest::mouseClick(b.view.findChild<QToolButton*>("exitRulesExport"), Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).at(0).value<FigureRequest>().recipe.kind, QString("gate"));
    const auto rules = asked.at(1).at(0).value<FigureRequest>().recipe;
    QCOMPARE(rules.kind, QString("exit-rules"));
    QCOMPARE(rules.options["quality"].toString(), QString("agreement"));
  }

  void undefinedGatesOneTokenOneLoop() {
    Bench b;
    RecordColumns c = test::syntheticTrace({.tokens = 10})->whole();
    c.gateLogit[4 * 3] = std::numeric_limits<float>::quiet_NaN();
    b.open(std::make_shared<const Trace>(test::syntheticTrace({.tokens = 10})->info(), c, 4, 5));
    b.state.select(3);
    QVERIFY(b.text("gateTokenTitle").contains("undefined"));
    QVERIFY(b.text("gateAverageTitle").contains("left out"));
    b.open(test::syntheticTrace({.tokens = 1, .loops = 1}));
    b.state.select(0);
    for (int r = 0; r < b.table->rowCount(); ++r)
      QCOMPARE(b.cell(r, "Regret"), QString(QChar(0x2013)));
    b.state.setTrace(nullptr);
    QVERIFY(!b.table->isVisible());
  }

  void pictures() {
    const QByteArray folder = qgetenv("OUROSCOPE_PICTURES");
    if (folder.isEmpty()) QSKIP("set OUROSCOPE_PICTURES to a folder to look at them");
    Bench b;
    for (const auto& [name, theme] :
         {std::pair("light", FigureTheme::light()), std::pair("dark", FigureTheme::dark())}) {
      applyTheme(theme.background.lightness() < 128 ? ThemeChoice::Dark : ThemeChoice::Light);
      b.view.setTheme(theme);
      b.open(readTrace(qgetenv("OUROSCOPE_TRACE").toStdString()));
      b.state.setRule({0, b.state.trace()->loops(), 0.6});
      b.state.select(b.state.trace()->tokens() / 2);
      QTest::qWait(80);
      b.view.grab().save(QStringLiteral("%1/gate-audit-%2.png").arg(folder, name));
    }
  }
};

QTEST_MAIN(TestGateAuditView)
#include "tst_gate_audit_view.moc"
