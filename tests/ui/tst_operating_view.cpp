// SPDX-License-Identifier: GPL-3.0-or-later
// The operating curve driven by real mouse and key events; its numbers are those of core/analysis.
#include <time.h>

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "tests/support/SyntheticTrace.h"
#include "tests/support/ViewStage.h"
#include "ui/views/OperatingView.h"

using namespace ouroscope;

namespace {

struct Bench : test::ViewStage<OperatingView> {
  Bench() : ViewStage({1000, 420}) {}
  QString text(const char* name) const { return view.findChild<QLabel*>(name)->text(); }
  bool ready() const { return view.figure()->isVisible(); }
  /// Pixel over `loops` mean loops in a panel.
  QPoint at(int panel, double loops) const {
    const QCPAxisRect* rect = view.figure()->panelRect(panel);
    return {static_cast<int>(std::lround(rect->axis(QCPAxis::atBottom)->coordToPixel(loops))),
            rect->rect().center().y()};
  }
  OperatingPoint expected() const {
    return readingPoint(ReadingQuality(*state.trace()), state.readout());
  }
};

double threadMs() {
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

}  // namespace

class TestOperatingView : public QObject {
  Q_OBJECT

 private slots:
  void nothingRecordedIsSaid() {
    Bench b;
    QVERIFY(!b.ready());
    b.state.setTrace(test::syntheticTrace());
    QVERIFY(b.ready());
    b.state.setTrace(nullptr);
    QVERIFY(!b.ready());
  }

  void draggingThePointIsTheSlider() {
    Bench b;
    const TracePtr trace = test::syntheticTrace({.tokens = 300});
    b.state.setTrace(trace);
    b.state.setRule({0, 4, 0.7});
    QTest::qWait(20);
    const OperatingCurve curve = operatingCurve(*trace, 0);
    for (int panel = 0; panel < 3; ++panel) {
      QTest::mousePress(b.view.figure(), Qt::LeftButton, {},
                        b.view.figure()->markerPixel(panel).toPoint());
      for (const double loops : {1.7, 2.6, 1.2}) {
        const double before = b.state.rule().q;
        QTest::mouseMove(b.view.figure(), b.at(panel, loops));
        const double x = b.view.figure()
                             ->panelRect(panel)
                             ->axis(QCPAxis::atBottom)
                             ->pixelToCoord(b.at(panel, loops).x());
        QCOMPARE(b.state.rule().q, thresholdFor(curve.gate, x, before));
        QVERIFY(std::abs(b.state.readout().meanLoops - loops) < 0.1);
      }
      QTest::mouseRelease(b.view.figure(), Qt::LeftButton, {}, b.at(panel, 1.2));
      const double left = b.state.rule().q;
      QTest::mouseMove(b.view.figure(), b.at(panel, 3.5));
      QCOMPARE(b.state.rule().q, left);  // let go
    }
  }

  void keysMoveTheThreshold() {
    Bench b;
    b.state.setTrace(test::syntheticTrace({.tokens = 60}));
    b.state.setRule({0, 4, 0.5});
    OperatingCurveFigure* figure = b.view.figure();
    const auto press = [&](Qt::Key key, double q) {
      QTest::keyClick(figure, key);
      QCOMPARE(b.state.rule().q, q);
    };
    press(Qt::Key_Right, 0.51);
    press(Qt::Key_Left, 0.5);
    press(Qt::Key_Up, 0.51);
    press(Qt::Key_Down, 0.5);
    press(Qt::Key_PageUp, 0.6);
    press(Qt::Key_PageDown, 0.5);
    press(Qt::Key_Home, 0.0);
    press(Qt::Key_Left, 0.0);
    press(Qt::Key_End, 1.0);
    press(Qt::Key_Right, 1.0);
  }

  void numbersAreThoseOfTheAnalysis() {
    Bench b;
    b.state.setTrace(test::syntheticTrace({.tokens = 200, .loops = 5}));
    for (const ReadoutRule& rule : {ReadoutRule{0, 5, 0.4}, ReadoutRule{1, 5, 0.8},
                                    ReadoutRule{0, 3, 0.6}, ReadoutRule{0, 2, 1.0}}) {
      b.state.setRule(rule);
      const OperatingPoint p = b.expected();
      QVERIFY2(b.text("operatingNow").contains(QString::number(p.meanLoops, 'f', 2)),
               qPrintable(b.text("operatingNow")));
      QVERIFY(b.text("operatingNow").contains(QString::number(5 - p.meanLoops, 'f', 2)));
      QVERIFY(b.text("operatingNow").contains("theoretical"));
      for (const Quality quality : {Quality::Agreement, Quality::Nll, Quality::Kl})
        QVERIFY(b.text("operatingQualities").contains(qualityText(quality, valueOf(p, quality))));
      // The marker is on the curve of this gate and budget.
      b.view.figure()->replot(QCustomPlot::rpImmediateRefresh);
      const QCPAxisRect* nll = b.view.figure()->panelRect(1);
      QVERIFY(
          std::abs(nll->axis(QCPAxis::atLeft)->pixelToCoord(b.view.figure()->markerPixel(1).y()) -
                   p.nll) < 1e-6);
    }
  }

  /// The band around the gate's curve and the bars of the budgets, in every panel; with too few
  /// tokens there are none.
  void intervalsAreThoseOfTheAnalysis() {
    Bench b;
    const TracePtr trace = test::syntheticTrace({.tokens = 80});
    b.state.setTrace(trace);
    const ReadingQuality q(*trace);
    const OperatingCurve curve = operatingCurve(*trace, 0);
    const auto drawn = [&](int panel) {
      std::vector<Interval> bars;
      std::vector<std::vector<double>> bands;  // upper edges, then lower ones
      const OperatingCurveFigure* figure = b.view.figure();
      for (int i = 0; i < figure->plottableCount(); ++i) {
        QCPAbstractPlottable* each = b.view.figure()->plottable(i);
        if (each->keyAxis()->axisRect() != figure->panelRect(panel)) continue;
        if (auto* error = qobject_cast<QCPErrorBars*>(each))
          for (const QCPErrorBarsData& d : *error->data())
            bars.push_back({d.errorMinus, d.errorPlus});
        auto* graph = qobject_cast<QCPGraph*>(each);
        if (!graph || graph->pen().style() != Qt::NoPen) continue;
        auto& edge = bands.emplace_back();
        for (const QCPGraphData& d : *graph->data()) edge.push_back(d.value);
        std::sort(edge.begin(), edge.end());
      }
      return std::pair{bars, bands};
    };
    for (const QualityInfo& info : qualities()) {
      const auto [bars, bands] = drawn(static_cast<int>(info.quality));
      QCOMPARE(bars.size(), curve.uniform.size());
      for (std::size_t i = 0; i < bars.size(); ++i) {
        const Interval is = q.interval(curve.uniform[i], info.quality);
        const double y = valueOf(curve.uniform[i], info.quality);
        QVERIFY(bars[i].low == y - is.low && bars[i].high == is.high - y);
      }
      std::vector<double> upper, lower;
      for (const OperatingPoint& p : curve.gate) {
        upper.push_back(q.interval(p, info.quality).high);
        lower.push_back(q.interval(p, info.quality).low);
      }
      std::sort(upper.begin(), upper.end());
      std::sort(lower.begin(), lower.end());
      QCOMPARE(bands.size(), std::size_t{2});
      QVERIFY(bands[0] == upper && bands[1] == lower);
    }
    b.state.setTrace(test::syntheticTrace({.tokens = 9}));
    for (const Interval& bar : drawn(1).first) QVERIFY(std::isnan(bar.low));
  }

  void oneQualityAtATime() {
    Bench b;
    b.state.setTrace(test::syntheticTrace({.tokens = 60}));
    auto* shown = b.view.findChild<QComboBox*>("operatingQuality");
    QCOMPARE(b.view.figure()->axisRectCount(), 3);
    QTest::keyClick(shown, Qt::Key_Down);
    QCOMPARE(shown->currentData().toString(), QString("agreement"));
    QCOMPARE(b.view.figure()->axisRectCount(), 1);
    QSignalSpy asked(&b.intents, &Intents::exportAsked);
    QTest::mouseClick(b.view.findChild<QToolButton*>("operatingExport"), Qt::LeftButton);
    const auto recipe = asked.at(0).at(0).value<FigureRequest>().recipe;
    QCOMPARE(recipe.kind, QString("operating-curve"));
    QCOMPARE(recipe.options["quality"].toString(), QString("agreement"));
  }

  void measuredRunsAndAbsentNumbersAreSaid() {
    Bench b;
    const TracePtr skipped =
        test::syntheticTrace({.tokens = 50, .promptTokens = 10, .skipLoops = true});
    b.state.setTrace(skipped);
    const MeasuredRun run = measuredRun(*skipped);
    QVERIFY(b.text("operatingNote").contains("last-exited-copy"));
    QVERIFY(b.text("operatingNote").contains(QString::number(run.meanLoops, 'f', 2)));
    QVERIFY(b.text("operatingNote").contains(QString::number(run.meanLoopsGenerated, 'f', 2)));
    QVERIFY(b.text("operatingNote").contains("not recorded"));
    b.state.setTrace(test::syntheticTrace({.tokens = 1}));
    QVERIFY(b.text("operatingQualities").contains(QChar(0x2013)));  // no NLL: absent, not zero
    QVERIFY(b.text("operatingNote").contains("no NLL"));
  }

  void hiddenItDoesNoWorkAndCatchesUp() {
    Bench b;
    b.view.hide();
    b.state.setTrace(test::syntheticTrace({.tokens = 60}));
    b.state.setRule({0, 4, 0.3});
    b.view.show();
    QVERIFY(b.text("operatingNow").contains("0.30"));
    QVERIFY(b.text("operatingNow").contains(QString::number(b.expected().meanLoops, 'f', 2)));
  }

  void ticksAreFast_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<double>("limitMs");
    QTest::newRow("4,096 x 8") << 4096 << 16.0;
    QTest::newRow("50,000 x 8") << 50000 << 33.0;
  }

  /// Time of this thread, so that a busy machine does not decide: from the slider to painted.
  void ticksAreFast() {
    QFETCH(int, tokens);
    QFETCH(double, limitMs);
    Bench b;
    b.state.setTrace(test::syntheticTrace(
        {.tokens = tokens, .loops = 8, .topK = 2, .otherGates = 0, .tracked = 0}));
    QTRY_VERIFY_WITH_TIMEOUT(b.ready(), 20000);
    QTest::qWait(50);
    std::vector<double> ms;
    for (int i = 0; i < 21; ++i) {
      const double begun = threadMs();
      b.state.setRule({0, 8, 0.3 + 0.02 * i});
      QCoreApplication::processEvents();
      ms.push_back(threadMs() - begun);
    }
    std::sort(ms.begin(), ms.end());
    qInfo("median tick %.2f ms, slowest %.2f ms", ms[10], ms[20]);
    QVERIFY(ms[10] <= limitMs);
  }

  void oneLoopAndResizing() {
    Bench b;
    b.state.setTrace(test::syntheticTrace({.tokens = 5, .loops = 1}));
    QVERIFY(b.text("operatingNow").contains("1.00"));
    b.view.resize(260, 900);  // panels under each other
    QTest::qWait(20);
    const auto* figure = b.view.figure();
    QVERIFY(figure->panelRect(0)->rect().bottom() < figure->panelRect(1)->rect().top());
    b.view.resize(1000, 300);
    QTest::qWait(20);
    QVERIFY(figure->panelRect(0)->rect().right() < figure->panelRect(1)->rect().left());
  }

  void pictures() {
    const QByteArray folder = qgetenv("OUROSCOPE_PICTURES");
    if (folder.isEmpty()) QSKIP("set OUROSCOPE_PICTURES to a folder to look at them");
    Bench b;
    for (const auto& [name, theme] :
         {std::pair("light", FigureTheme::light()), std::pair("dark", FigureTheme::dark())}) {
      b.view.setTheme(theme);
      b.state.setTrace(readTrace(qgetenv("OUROSCOPE_TRACE").toStdString()));
      b.state.setRule({0, b.state.trace()->loops(), 0.6});
      QTest::qWait(80);
      b.view.grab().save(QStringLiteral("%1/operating-%2.png").arg(folder, name));
    }
  }
};

QTEST_MAIN(TestOperatingView)
#include "tst_operating_view.moc"
