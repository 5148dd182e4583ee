// SPDX-License-Identifier: GPL-3.0-or-later
// Matrices of all pairs of loops or of virtual layers as a kind of figure.
#include <algorithm>
#include <cmath>

#include "core/analysis/LoopStatistics.h"
#include "core/support/Error.h"
#include "ui/figures/base/ScaleBar.h"
#include "ui/figures/plots/MatrixFigure.h"

namespace ouroscope {
namespace pairs_kind {
namespace {

bool ofLayers(const FigureRecipe& recipe) {
  return recipe.options["of"].toString("agreement") == "similarity";
}

struct Matrix {
  std::vector<float> values;
  std::vector<int> counted;  ///< of loops
  int size = 0, block = 1;
};

Matrix matrixOf(const FigureInput& input, const FigureRecipe& recipe) {
  const std::span<const TracePtr> one(&input.trace, 1);
  Matrix out;
  if (ofLayers(recipe)) {
    const std::vector<double> mean = layerSimilarity(one);
    if (mean.empty())
      throw Error(
          "No similarities of layers were captured: record the trace with --capture similarity.");
    out.values.assign(mean.begin(), mean.end());
    out.block = input.trace->info().layers;
    out.size = input.trace->loops() * out.block;
    return out;
  }
  LoopAgreement agreement = loopAgreement(one);
  out.values.assign(agreement.share.begin(), agreement.share.end());
  out.counted = std::move(agreement.counted);
  out.size = agreement.loops;
  return out;
}

FigureScale scaleOf(const Matrix& matrix, const FigureRecipe& recipe) {
  FigureScale scale{ofLayers(recipe) ? QStringLiteral("Cosine of states, mean over tokens")
                                     : QStringLiteral("Share of tokens with the same best word")};
  scale.colourMap = recipe.colourMap.isEmpty() ? scale.colourMap : recipe.colourMap;
  for (const float value : matrix.values)
    if (!std::isnan(value)) scale.low = std::min(scale.low, double{value});
  if (recipe.minimum < recipe.maximum) {
    scale.low = recipe.minimum;
    scale.high = recipe.maximum;
  }
  for (const float value : matrix.values) {
    scale.below += value < scale.low;
    scale.above += value > scale.high;
  }
  return scale;
}

FigureScale scale(const FigureInput& input, const FigureRecipe& recipe) {
  return scaleOf(matrixOf(input, recipe), recipe);
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const Matrix matrix = matrixOf(input, recipe);
  const FigureScale limits = scaleOf(matrix, recipe);
  const FigureTheme theme = FigureTheme::paperTheme(recipe);
  auto figure = std::make_unique<MatrixFigure>();
  figure->setTheme(theme);
  figure->setScale(limits);
  figure->setMatrix(matrix.values, matrix.size, matrix.block);
  const double bar = recipe.colourBar ? scaleBarWidth(limits, theme) / kFigureUnitsPerMm + 1 : 0;
  const double width = recipe.widthMm - bar;
  const double height = recipe.heightMm > 0 ? recipe.heightMm : std::min(width, 160.0);
  FigureDrawing drawing = plotDrawing(std::move(figure), QSizeF(width, height));
  if (bar == 0) return drawing;
  drawing.sizeMm = QSizeF(recipe.widthMm, height);
  const QRectF area((width + 1) * kFigureUnitsPerMm, 2, (bar - 1) * kFigureUnitsPerMm,
                    height * kFigureUnitsPerMm - 4);
  drawing.paint = [plot = std::move(drawing.paint), area, limits, theme](QCPPainter& painter) {
    plot(painter);
    paintScaleBar(painter, area, limits, theme);
  };
  return drawing;
}

FigureData table(const FigureInput& input, const FigureRecipe& recipe) {
  const Matrix matrix = matrixOf(input, recipe);
  const bool layers = ofLayers(recipe);
  FigureData out{layers ? QStringList{"loop", "layer", "other_loop", "other_layer", "cosine"}
                        : QStringList{"loop", "other_loop", "tokens", "share"},
                 {},
                 {}};
  for (int i = 0; i < matrix.size; ++i)
    for (int j = 0; j < matrix.size; ++j) {
      const std::size_t at = std::size_t{1} * i * matrix.size + j;
      QStringList row;
      for (const int of : {i, j}) {
        row << QString::number(of / matrix.block + 1);
        if (layers) row << QString::number(of % matrix.block + 1);
      }
      if (!layers) row << QString::number(matrix.counted[at]);
      out.rows.push_back(row << dataNumber(double{matrix.values[at]}));
    }
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  return ofLayers(recipe)
             ? QStringLiteral(
                   "Cosine of the states after all pairs of virtual layers (layer i of loop r "
                   "stands after those of the loops before), mean over %1 tokens; lines: borders "
                   "of loops.")
                   .arg(input.trace->tokens())
             : QStringLiteral("Share of %1 tokens whose best word is the same at two loops.")
                   .arg(input.trace->tokens());
}

QJsonObject options(const QJsonObject& given) {
  return oneOption(given, "of", {"agreement", "similarity"}, "agreement");
}

}  // namespace
}  // namespace pairs_kind

FigureKind pairsKind() {
  using namespace pairs_kind;
  FigureKind kind{"pairs", QT_TRANSLATE_NOOP("FigureKinds", "Pairs of loops or layers"),
                  draw,    table,
                  caption, options};
  kind.scale = scale;
  return kind;
}

}  // namespace ouroscope
