// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of all loops together, against core/analysis: exit histogram, and matrices of pairs.
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/LoopStatistics.h"
#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/TestFiles.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/plots/CausalMapFigure.h"
#include "ui/figures/plots/ExitHistogramFigure.h"
#include "ui/figures/plots/MatrixFigure.h"

using namespace ouroscope;
using test::refusal;

namespace {

FigureRecipe recipeOf(const QString& kind, const QJsonObject& options = {}) {
  QJsonObject json{{"kind", kind}, {"q", 0.6}};
  if (!options.isEmpty()) json["options"] = options;
  return recipeFromJson(json);
}

FigureInput layered() {
  return {test::syntheticTrace({.tokens = 30,
                                .loops = 3,
                                .layers = 2,
                                .promptTokens = 10,
                                .captureLayers = true,
                                .captureSimilarity = true,
                                .skipLoops = true}),
          nullptr};
}

}  // namespace

class TestLoopFigures : public QObject {
  Q_OBJECT

 private slots:
  void histogramIsTheReadout() {
    const FigureInput input{test::syntheticTrace({.tokens = 200, .loops = 5}), nullptr};
    FigureRecipe recipe = recipeOf("exit-histogram");
    for (const double q : {0.2, 0.6, 0.9}) {
      recipe.rule.q = q;
      const Readout read = readout(*input.trace, recipe.rule);
      const FigureData data = figureData(input, recipe);
      QCOMPARE(data.rows.size(), read.histogram.size());
      double share = 0;
      for (std::size_t r = 0; r < data.rows.size(); ++r) {
        QCOMPARE(data.rows[r][0].toInt(), int(r) + 1);
        QCOMPARE(data.rows[r][1].toInt(), read.histogram[r]);
        share += data.rows[r][2].toDouble();
      }
      QVERIFY(std::abs(share - 1) < 1e-6);
      ExitHistogramFigure figure;
      figure.setCounts(read.histogram, read.meanLoops);
      const auto* bars = qobject_cast<QCPBars*>(figure.plottable(0));
      QVERIFY(bars);
      for (const QCPBarsData& bar : *bars->data())
        QCOMPARE(bar.value, 100.0 * read.histogram[std::size_t(bar.key) - 1] / 200);
      const auto* mean = qobject_cast<QCPItemLine*>(figure.item(0));
      QVERIFY(mean && mean->start->key() == read.meanLoops && mean->end->key() == read.meanLoops);
    }
  }

  void pairsAreThoseOfTheAnalysis() {
    const FigureInput input = layered();
    const std::span<const TracePtr> one(&input.trace, 1);
    const LoopAgreement agreement = loopAgreement(one);
    const FigureData loops = figureData(input, recipeOf("pairs"));
    QCOMPARE(loops.rows.size(), std::size_t{9});
    for (std::size_t i = 0; i < 9; ++i) {
      QCOMPARE(loops.rows[i][0].toInt(), int(i / 3) + 1);
      QCOMPARE(loops.rows[i][1].toInt(), int(i % 3) + 1);
      QCOMPARE(loops.rows[i][2].toInt(), agreement.counted[i]);
      QVERIFY(std::abs(loops.rows[i][3].toDouble() - agreement.share[i]) < 1e-6);
    }
    const std::vector<double> similarity = layerSimilarity(one);
    const FigureData layers = figureData(input, recipeOf("pairs", {{"of", "similarity"}}));
    QCOMPARE(layers.rows.size(), similarity.size());
    QCOMPARE(similarity.size(), std::size_t{36});
    for (std::size_t i = 0; i < 36; ++i) {
      const int a = int(i) / 6, b = int(i) % 6;
      const QStringList at{QString::number(a / 2 + 1), QString::number(a % 2 + 1),
                           QString::number(b / 2 + 1), QString::number(b % 2 + 1)};
      QCOMPARE(layers.rows[i].mid(0, 4), at);
      QVERIFY(std::abs(layers.rows[i][4].toDouble() - similarity[i]) < 1e-6);
    }
  }

  /// Every cell is where its pair is, in its colour; what is missing is in no colour of the map.
  void cellsAreWhereTheyBelong() {
    constexpr int n = 4;
    std::vector<float> values;
    for (int i = 0; i < n * n; ++i) values.push_back(static_cast<float>(i) / (n * n));
    values[n + 2] = std::nanf("");
    MatrixFigure figure;
    FigureScale scale;
    scale.low = 0;
    scale.high = 1;
    scale.colourMap = "cividis";
    figure.setScale(scale);
    figure.setMatrix(values, n, 1);
    const QImage image = figure.toPixmap(400, 400, 1).toImage();
    const ColourMap& map = ColourMap::named("cividis");
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j) {
        const QPoint at(int(figure.xAxis->coordToPixel(i + 1)),
                        int(figure.yAxis->coordToPixel(j + 1)));
        const QColor is = image.pixelColor(at), map1(map.at(values[i * n + j]));
        if (std::isnan(values[i * n + j])) continue;
        QVERIFY2(
            std::abs(is.red() - map1.red()) < 4 && std::abs(is.blue() - map1.blue()) < 4,
            qPrintable(QString("%1 %2: %3, not %4").arg(i).arg(j).arg(is.name(), map1.name())));
      }
    const auto pixel = [&](double x, double y) {
      return QPoint(int(figure.xAxis->coordToPixel(x)), int(figure.yAxis->coordToPixel(y)));
    };
    const QRect hole(pixel(1.6, 3.4), pixel(2.4, 2.6));
    int grey = 0, all = 0;
    for (int y = hole.top(); y < hole.bottom(); ++y)
      for (int x = hole.left(); x < hole.right(); ++x) {
        const QColor c = image.pixelColor(x, y);
        grey += std::abs(c.red() - c.blue()) < 12;
        ++all;
      }
    QVERIFY2(all > 500 && grey > 0.95 * all, qPrintable(QString("%1 of %2").arg(grey).arg(all)));
  }

  void theCausalMapIsThatOfTheSweep() {
    const TracePtr plain = test::syntheticTrace({.tokens = 6, .loops = 3, .layers = 2});
    QVERIFY(refusal([&] {
              drawFigure({plain, nullptr}, recipeOf("causal-map"));
            }).contains("ouroscope-cli sweep"));
    for (const bool ofTokens : {false, true}) {
      TraceInfo info = plain->info();
      CausalMap& map = info.sweep.emplace();
      map.ofTokens = ofTokens;
      map.intervention = "noise,by=1";
      map.token = 4;
      map.word = plain->columns().topkId.front();
      map.logprob = -0.5;
      map.loops = 3;
      map.places = ofTokens ? std::vector<int>{1, 2, 4} : std::vector<int>{0, 1};
      for (std::size_t i = 0; i < map.cells(); ++i) {
        map.change.push_back(i == 2 ? std::nan("") : 0.25 * i - 1);
        map.kl.push_back(0.5 * i);
        map.best.push_back(i == 2 ? -1 : map.word);
      }
      const FigureInput input{
          std::make_shared<Trace>(info, RecordColumns(plain->columns()), 3, plain->topK()),
          nullptr};
      const FigureData data = figureData(input, recipeOf("causal-map"));
      QCOMPARE(data.rows.size(), map.cells());
      const int change = int(data.header.indexOf("change"));
      for (std::size_t i = 0; i < map.cells(); ++i) {
        QCOMPARE(data.rows[i][0].toInt(), int(i / map.places.size()) + 1);
        QCOMPARE(data.rows[i][1].toInt(), map.places[i % map.places.size()] + 1);
        QCOMPARE(data.rows[i][change].isEmpty(), i == 2);
        if (i != 2) QCOMPARE(data.rows[i][change].toDouble(), map.change[i]);
        QCOMPARE(data.rows[i][change + 1].toDouble(), map.kl[i]);
      }
      const FigureKind& kind = figureKind("causal-map");
      const FigureScale scale = kind.scale(input, recipeOf("causal-map"));
      QCOMPARE(scale.low, -scale.high);
      QCOMPARE(scale.high, 0.25 * (map.cells() - 1) - 1 > 1 ? 0.25 * (map.cells() - 1) - 1 : 1.0);
      QCOMPARE(kind.scale(input, recipeOf("causal-map", {{"show", "kl"}})).low, 0.0);
      QVERIFY(kind.caption(input, recipeOf("causal-map")).contains("noise,by=1"));
      QVERIFY(drawFigure(input, recipeOf("causal-map")).sizeMm.height() >= 38);
      // Every cell is where its loop and place are.
      CausalMapFigure figure;
      figure.setScale(scale);
      figure.setMap(map.change, QStringList(int(map.places.size()), "x"), ofTokens);
      const QImage image = figure.toPixmap(400, 300, 1).toImage();
      const ColourMap& colours = ColourMap::named("green-purple");
      for (std::size_t i = 0; i < map.cells(); ++i) {
        if (i == 2) continue;
        const QColor is =
            image.pixelColor(int(figure.xAxis->coordToPixel(double(i % map.places.size()) + 0.2)),
                             int(figure.yAxis->coordToPixel(double(i / map.places.size()) + 1.2)));
        const QColor wanted(colours.at((map.change[i] - scale.low) / (scale.high - scale.low)));
        QVERIFY2(std::abs(is.red() - wanted.red()) < 5 && std::abs(is.blue() - wanted.blue()) < 5,
                 qPrintable(QString("%1: %2, not %3").arg(i).arg(is.name(), wanted.name())));
      }
    }
    QVERIFY(refusal([] { recipeOf("causal-map", {{"show", "words"}}); }).contains("change"));
  }

  void theFurthestCellIsNotOutside() {
    const TracePtr plain = test::syntheticTrace({.tokens = 6, .loops = 2, .sweep = true});
    TraceInfo info = plain->info();
    // The single-precision neighbour of 0.1 is larger than 0.1.
    for (double& value : info.sweep->change) value = 0.01;
    info.sweep->change.front() = -0.1;
    info.sweep->change.back() = 0.1;
    const FigureInput input{
        std::make_shared<Trace>(info, RecordColumns(plain->columns()), 2, plain->topK()), nullptr};
    const FigureScale own = figureKind("causal-map").scale(input, recipeOf("causal-map"));
    QCOMPARE(own.above + own.below, 0);
    const auto drawn = [&](double limit) {
      FigureScale scale = own;
      scale.low = -(scale.high = limit);
      CausalMapFigure figure;
      figure.setScale(scale);
      figure.setMap(info.sweep->change, QStringList(int(info.sweep->places.size()), "x"), true);
      return figure.toPixmap(400, 300, 1).toImage();
    };
    // A mark in the corner of a cell is far from the cell's colour.
    const QImage image = drawn(own.high), wider = drawn(0.1001);
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        QVERIFY2(std::abs(qGray(image.pixel(x, y)) - qGray(wider.pixel(x, y))) < 6,
                 qPrintable(QString("at %1, %2").arg(x).arg(y)));
  }

  void whatIsNotThereIsRefused() {
    const FigureInput plain{test::syntheticTrace({.tokens = 12}), nullptr};
    QVERIFY(refusal([&] {
              figureData(plain, recipeOf("pairs", {{"of", "similarity"}}));
            }).contains("--capture similarity"));
    QVERIFY(refusal([&] {
              drawFigure(plain, recipeOf("pairs", {{"of", "similarity"}}));
            }).contains("--capture similarity"));
    QVERIFY(refusal([] { recipeOf("pairs", {{"of", "words"}}); }).contains("agreement"));
    QVERIFY(refusal([] { recipeOf("pairs", {{"on", "words"}}); }).contains("\"on\""));
  }
};

QTEST_MAIN(TestLoopFigures)
#include "tst_loop_figures.moc"
