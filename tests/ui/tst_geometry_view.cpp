// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry view, driven by mouse and keys; what it draws is compared with core/analysis.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "core/run/LoadedModel.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/ViewStage.h"
#include "ui/base/Names.h"
#include "ui/figures/plots/GeometryFigure.h"
#include "ui/figures/plots/OrbitFigure.h"
#include "ui/views/GeometryView.h"

using namespace ouroscope;

namespace {

struct Stage : test::ViewStage<GeometryView> {
  explicit Stage(TracePtr trace) : ViewStage({640, 820}, std::move(trace)) {}
};

TracePtr withStates() {
  return test::syntheticTrace({.tokens = 60, .loops = 4, .hidden = 12, .captureHidden = true});
}

/// The values of a drawn line, by loop.
std::vector<double> drawn(QCPGraph* graph) {
  std::vector<double> out;
  for (const QCPGraphData& point : *graph->data()) out.push_back(point.value);
  return out;
}

}  // namespace

class TestGeometryView : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatToDoWithoutATrace() {
    Stage stage(nullptr);
    QVERIFY(stage.find<QLabel>("geometryHint")->isVisible());
    stage.state.setTrace(withStates());
    QVERIFY(!stage.find<QLabel>("geometryHint")->isVisible());
  }

  void curvesAreThoseOfTheAnalysis() {
    const TracePtr trace = withStates();
    Stage stage(trace);
    stage.state.select(17);
    auto* quantity = stage.find<QComboBox>("geometryQuantity");
    auto* figure = stage.find<GeometryFigure>("geometryCurves");
    quantity->setFocus();
    QTest::keyClick(quantity, Qt::Key_Home);
    for (const Measure* m : curveMeasures()) {
      const Measure& info = *m;
      QCOMPARE(quantity->currentData().toString(), curveId(info));
      const auto matrix = measureMatrix(*trace, info);
      std::vector<double> low, median, high, own;
      for (const LoopSpread& spread : loopSpread(matrix, 4)) {
        if (!spread.tokens) continue;
        low.push_back(spread.low);
        median.push_back(spread.median);
        high.push_back(spread.high);
      }
      // Drawn: upper quartile, lower quartile, median, then the selected token.
      QTRY_COMPARE(figure->yAxis->label().startsWith(QString::fromUtf8(
                       info.formula.data(), static_cast<qsizetype>(info.formula.size()))),
                   true);
      QCOMPARE(figure->graphCount(), 4);
      QCOMPARE(drawn(figure->graph(0)), high);
      QCOMPARE(drawn(figure->graph(1)), low);
      QCOMPARE(drawn(figure->graph(2)), median);
      const auto line = drawn(figure->graph(3));
      QCOMPARE(line.size(), 4U);
      for (int r = 0; r < 4; ++r) {
        const double expected = static_cast<double>(matrix[trace->at(17, r)]);
        const double value = line[static_cast<std::size_t>(r)];
        QVERIFY(std::isnan(expected) ? std::isnan(value) : value == expected);
      }
      QTest::keyClick(quantity, Qt::Key_Down);
    }
  }

  void orbitsAreThoseOfTheAnalysis() {
    const TracePtr trace = withStates();
    Stage stage(trace);
    stage.state.select(5);
    auto* orbit = stage.find<OrbitFigure>("orbits");
    QTRY_COMPARE(orbit->findChildren<QObject*>().isEmpty() ? 0 : orbit->plottableCount(), 5);
    const Orbits expected = orbitsOf(*trace);
    const auto path = orbitOf(*trace, expected.basis, 5);
    auto* components = stage.find<QComboBox>("orbitComponents");
    components->setFocus();
    for (int pair = 0; pair < 3; ++pair) {
      QCOMPARE(components->currentIndex(), pair);
      auto* curve = qobject_cast<QCPCurve*>(orbit->plottable(4));
      QVERIFY(curve);
      QCOMPARE(curve->data()->size(), 4);
      for (int r = 0; r < 4; ++r) {
        QCOMPARE(curve->data()->at(r)->key,
                 static_cast<double>(path[static_cast<std::size_t>(r * 6 + 2 * pair)]));
        QCOMPARE(curve->data()->at(r)->value,
                 static_cast<double>(path[static_cast<std::size_t>(r * 6 + 2 * pair + 1)]));
      }
      QVERIFY(orbit->xAxis->label().contains(
          QString::number(100 * expected.basis.share(2 * pair), 'f', 1)));
      QVERIFY(orbit->yAxis->label().contains(
          QString::number(100 * expected.basis.share(2 * pair + 1), 'f', 1)));
      // The cloud holds every state once: 60 tokens at each of the four loops.
      for (int r = 0; r < 4; ++r) QCOMPARE(orbit->graph(r)->dataCount(), 60);
      QTest::keyClick(components, Qt::Key_Down);
    }
    QVERIFY(stage.find<QLabel>("orbitBasis")->text().contains("240"));
  }

  void aClickOnAStateSelectsIt() {
    const TracePtr trace = withStates();
    Stage stage(trace);
    auto* orbit = stage.find<OrbitFigure>("orbits");
    QTRY_COMPARE(orbit->plottableCount(), 4);
    orbit->replot(QCustomPlot::rpImmediateRefresh);
    // The state farthest to the right has no neighbour on top of it.
    const Orbits orbits = orbitsOf(*trace);
    int token = 0, loop = 0;
    float x = -1e30f, y = 0;
    for (int t = 0; t < 60; ++t)
      for (int r = 0; r < 4; ++r) {
        const float* at = orbits.cloud.data() + (t * 4 + r) * 6;
        if (at[0] > x) x = at[0], y = at[1], token = t, loop = r;
      }
    const QPoint pixel(qRound(orbit->xAxis->coordToPixel(static_cast<double>(x))),
                       qRound(orbit->yAxis->coordToPixel(static_cast<double>(y))));
    QTest::mouseClick(orbit, Qt::LeftButton, {}, pixel);
    QCOMPARE(stage.state.selectedToken(), token);
    QCOMPARE(stage.state.selectedLoop(), loop);
  }

  void withoutStatesItSaysHowToRecordThem() {
    Stage stage(test::syntheticTrace());
    auto* missing = stage.find<QLabel>("orbitMissing");
    auto* record = stage.find<QPushButton>("orbitRecord");
    QVERIFY(missing->isVisible() && missing->text().contains("--capture hidden"));
    QVERIFY(missing->text().contains("Open its model"));
    QVERIFY(!record->isEnabled());
    auto* quantity = stage.find<QComboBox>("geometryQuantity");
    quantity->setFocus();
    QTest::keyClick(quantity, Qt::Key_End);  // goes to the last one that can be shown
    QVERIFY(quantity->currentData().toString() != curveId(measure("turn")));
    // With a model it offers to run again.
    stage.workspace.setModel(std::make_shared<LoadedModel>());
    QVERIFY(record->isEnabled());
    QSignalSpy asked(&stage.intents, &Intents::rerunAsked);
    QTest::mouseClick(record, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.at(0).at(0).value<RunWish>().capture.hidden);
    stage.state.setTrace(withStates());
    QVERIFY(!missing->isVisible());
  }

  void everySelectedTokenHasItsCurve() {
    Stage stage(withStates());
    stage.state.select(10);
    stage.state.extendSelection(12);
    auto* figure = stage.find<GeometryFigure>("geometryCurves");
    QCOMPARE(figure->graphCount(), 6);  // two quartiles, the median and three tokens
    stage.state.extendSelection(50);
    QCOMPARE(figure->graphCount(), 11);  // eight are told apart
  }

  void exportAsksForWhatIsShown() {
    Stage stage(withStates());
    stage.state.select(3);
    QSignalSpy asked(&stage.intents, &Intents::exportAsked);
    QTest::mouseClick(stage.find<QToolButton>("geometryExport"), Qt::LeftButton);
    QTest::mouseClick(stage.find<QToolButton>("orbitExport"), Qt::LeftButton);
    const auto geometry = asked.at(0).at(0).value<FigureRequest>().recipe,
               orbits = asked.at(1).at(0).value<FigureRequest>().recipe;
    QCOMPARE(geometry.kind, QString("geometry"));
    QCOMPARE(geometry.options["quantity"].toString(), QString("relative-step"));
    QCOMPARE(geometry.options["tokens"].toArray(), QJsonArray({3}));
    QCOMPARE(orbits.kind, QString("orbits"));
    QCOMPARE(orbits.options["components"].toString(), QString("1-2"));
  }
};

QTEST_MAIN(TestGeometryView)
#include "tst_geometry_view.moc"
