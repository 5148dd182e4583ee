// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of layers and of the loss by loop: tables against the columns, lines against tables.
#include <QtTest>
#include <cmath>

#include "core/analysis/LayerCurves.h"
#include "core/support/Error.h"
#include "tests/support/SyntheticTrace.h"
#include "tests/support/TestFiles.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/plots/LayersFigure.h"
#include "ui/figures/plots/LossFigure.h"

using namespace ouroscope;
using test::refusal;

namespace {

constexpr int kTokens = 30, kLoops = 6, kLayers = 3, kHeads = 2;

FigureRecipe recipeOf(const QString& kind, const QJsonObject& options = {}) {
  return recipeFromJson({{"kind", kind}, {"options", options}});
}

/// Tokens that ran fewer loops are among them; the model was trained with four.
FigureInput layered() {
  return {test::syntheticTrace({.tokens = kTokens,
                                .loops = kLoops,
                                .layers = kLayers,
                                .promptTokens = 10,
                                .captureLayers = true,
                                .captureAttention = true,
                                .skipLoops = true}),
          nullptr};
}

bool near(double a, double b) {
  return std::abs(a - b) < 1e-6 * (1 + std::abs(b));
}

QCPItemLine* dashedLine(QCustomPlot& plot) {
  for (int i = 0; i < plot.itemCount(); ++i)
    if (auto* line = qobject_cast<QCPItemLine*>(plot.item(i)))
      if (line->pen().style() == Qt::DashLine) return line;
  return nullptr;
}

}  // namespace

class TestLayerFigures : public QObject {
  Q_OBJECT

 private slots:
  void numbersAreThoseOfTheColumns_data() {
    QTest::addColumn<QString>("number");
    for (const LayerNumber& number : layerNumbers())
      if (number.column)
        QTest::newRow(std::string(number.id).c_str())
            << QString::fromUtf8(number.id.data(), number.id.size());
  }

  void numbersAreThoseOfTheColumns() {
    QFETCH(QString, number);
    const FigureInput input = layered();
    const LayerNumber& info = layerNumber(number.toStdString());
    const std::vector<float>& column = input.trace->columns().*info.column;
    const FigureData data = figureData(input, recipeOf("layers", {{"number", number}}));
    QCOMPARE(int(data.rows.size()), kLoops * kLayers);
    const int heads = info.ofHeads ? kHeads : 1;
    for (int loop = 0; loop < kLoops; ++loop)
      for (int layer = 0; layer < kLayers; ++layer) {
        double sum = 0;
        int tokens = 0;
        for (int t = 0; t < kTokens; ++t) {
          double one = 0;
          for (int head = 0; head < heads; ++head)
            one += double{column[((t * kLoops + loop) * kLayers + layer) * heads + head]};
          if (std::isnan(one)) continue;
          sum += one / heads;
          ++tokens;
        }
        const QStringList& row = data.rows[loop * kLayers + layer];
        QCOMPARE(row[0].toInt(), loop + 1);
        QCOMPARE(row[1].toInt(), layer + 1);
        QCOMPARE(row[2].toInt(), tokens);
        if (tokens == 0)
          QVERIFY(row[3].isEmpty() && row[5].isEmpty());
        else
          QVERIFY2(near(row[3].toDouble(), sum / tokens), qPrintable(row.join(',')));
      }
  }

  /// The lens inside a loop against the loop's own exit, and against the last loop of the token.
  void agreementIsOfBestWords() {
    // Layer 1 says what its loop says, layer 2 of even tokens what the last loop says.
    const TracePtr made = layered().trace;
    const int K = made->topK();
    RecordColumns columns = made->whole();
    for (int t = 0; t < kTokens; ++t)
      for (int loop = 0; loop < columns.loopsRun[t]; ++loop) {
        const auto cell = [&](int layer) -> std::int32_t& {
          return columns.layerTopkId[((t * kLoops + loop) * kLayers + layer) * K];
        };
        cell(0) = columns.topkId[(t * kLoops + loop) * K];
        if (t % 2 == 0) cell(1) = columns.topkId[(t * kLoops + columns.loopsRun[t] - 1) * K];
      }
    const FigureInput input{
        std::make_shared<const Trace>(made->info(), std::move(columns), kLoops, K), nullptr};
    const TraceColumns& c = input.trace->columns();
    for (const bool own : {true, false}) {
      const FigureData data =
          figureData(input, recipeOf("layers", {{"number", own ? "agree-exit" : "agree-final"}}));
      double shares = 0;
      for (int loop = 0; loop < kLoops; ++loop)
        for (int layer = 0; layer < kLayers; ++layer) {
          int same = 0, tokens = 0;
          for (int t = 0; t < kTokens; ++t) {
            if (c.loopsRun[t] <= loop) continue;
            const int end = own ? loop : c.loopsRun[t] - 1;
            ++tokens;
            same += c.layerTopkId[((t * kLoops + loop) * kLayers + layer) * K] ==
                    c.topkId[(t * kLoops + end) * K];
          }
          const QStringList& row = data.rows[loop * kLayers + layer];
          QCOMPARE(row[2].toInt(), tokens);
          if (tokens > 0) QVERIFY(near(row[3].toDouble(), 1.0 * same / tokens));
          if (own && layer == 0) QCOMPARE(row[3].toDouble(), 1.0);
          shares += tokens > 0 ? row[3].toDouble() : 0;
        }
      QVERIFY(shares > 0 && shares < kLoops * kLayers);
    }
    QVERIFY(refusal([&] {
              figureData({test::syntheticTrace({.tokens = 12}), nullptr},
                         recipeOf("layers", {{"number", "agree-final"}}));
            }).contains("--capture layers"));
  }

  /// A range of tokens reaches the numbers and the caption's count.
  void aRangeIsOfItsTokens() {
    const FigureInput input = layered();
    FigureRecipe recipe = recipeOf("layers");
    recipe.firstToken = 4;
    recipe.lastToken = 4;
    const FigureData data = figureData(input, recipe);
    for (std::size_t i = 0; i < data.rows.size(); ++i)
      QVERIFY(near(data.rows[i][3].toDouble(),
                   double{input.trace->columns().layerNorm[4 * kLoops * kLayers + i]}));
    QVERIFY(figureKind("layers").caption(input, recipe).contains("1 tokens"));
  }

  void linesAreTheMeans() {
    const FigureInput input = layered();
    const LayerCurves curves = layerCurves(*input.trace, layerNumber("norm"), 0, kTokens - 1);
    LayersFigure figure;
    figure.setCurves(curves, LayerAxis::Layers, {"n"}, 4);
    QCOMPARE(figure.graphCount(), kLoops);
    for (int loop = 0; loop < kLoops; ++loop)
      for (int layer = 0; layer < kLayers; ++layer) {
        const auto point = figure.graph(loop)->data()->at(layer);
        QCOMPARE(point->key, layer + 1.0);
        QCOMPARE(point->value, curves.at(loop, layer).mean);
      }
    QVERIFY(!dashedLine(figure));
    figure.setCurves(curves, LayerAxis::Loops, {"n"}, 4);
    QCOMPARE(figure.graphCount(), kLayers);
    for (int layer = 0; layer < kLayers; ++layer)
      for (int loop = 0; loop < kLoops; ++loop)
        QCOMPARE(figure.graph(layer)->data()->at(loop)->value, curves.at(loop, layer).mean);
    QVERIFY(dashedLine(figure) && dashedLine(figure)->start->key() == 4.5);
    figure.setCurves(curves, LayerAxis::Virtual, {"n"}, 4);
    QCOMPARE(figure.graphCount(), 3 * kLoops);  // ends of the band and the mean
    for (int loop = 0; loop < kLoops; ++loop)
      for (int layer = 0; layer < kLayers; ++layer) {
        const Spread& cell = curves.at(loop, layer);
        const auto value = [&](int part) {
          return figure.graph(3 * loop + part)->data()->at(layer)->value;
        };
        QCOMPARE(figure.graph(3 * loop + 2)->data()->at(layer)->key, loop * kLayers + layer + 1.0);
        QVERIFY(value(0) == cell.lower && value(1) == cell.upper && value(2) == cell.mean);
      }
    QCOMPARE(dashedLine(figure)->start->key(), 4 * kLayers + 0.5);
    figure.setCurves(curves, LayerAxis::Virtual, {"n"}, kLoops);
    QVERIFY(!dashedLine(figure));
  }

  void lossIsTheGain() {
    const FigureInput input{test::syntheticTrace({.tokens = 40, .loops = kLoops}), nullptr};
    const FigureData data = figureData(input, recipeOf("loss"));
    QCOMPARE(int(data.rows.size()), kLoops);
    std::vector<double> nll(kLoops);
    for (int loop = 0; loop < kLoops; ++loop) {
      for (int t = 0; t + 1 < 40; ++t)
        nll[loop] -= double{input.trace->columns().logprob[t * kLoops + loop]} / 39;
      QCOMPARE(data.rows[loop][1], "39");
      QVERIFY(near(data.rows[loop][2].toDouble(), nll[loop]));
    }
    const int best = int(std::ranges::min_element(nll) - nll.begin());
    QCOMPARE(data.rows[best][3], "1");
    LossFigure figure;
    for (const bool logarithmic : {false, true}) {
      figure.setGain(loopGain(std::span(&input.trace, 1)), 4, logarithmic);
      for (int loop = 0; loop < kLoops; ++loop)
        QVERIFY(near(figure.graph(0)->data()->at(loop)->value, nll[loop]));
      QCOMPARE(figure.graph(1)->data()->at(0)->key, best + 1.0);
      QVERIFY(dashedLine(figure) && dashedLine(figure)->start->key() == 4.5);
    }
  }

  void whatIsNotThereIsRefused() {
    const FigureInput plain{test::syntheticTrace({.tokens = 12}), nullptr};
    QVERIFY(refusal([&] { figureData(plain, recipeOf("layers")); }).contains("--capture layers"));
    const FigureInput layers{test::syntheticTrace({.tokens = 12, .captureLayers = true}), nullptr};
    QVERIFY(refusal([&] {
              drawFigure(layers, recipeOf("layers", {{"number", "sink"}}));
            }).contains("--capture attention"));
    QVERIFY(refusal([] { recipeOf("layers", {{"number", "size"}}); }).contains("step-cosine"));
    QVERIFY(refusal([] { recipeOf("layers", {{"along", "words"}}); }).contains("virtual"));
    QVERIFY(refusal([] { recipeOf("loss", {{"axis", "cube"}}); }).contains("log"));
    const FigureInput one{test::syntheticTrace({.tokens = 1}), nullptr};
    QVERIFY(refusal([&] { drawFigure(one, recipeOf("loss")); }).contains("next"));
  }
};

QTEST_MAIN(TestLayerFigures)
#include "tst_layer_figures.moc"
