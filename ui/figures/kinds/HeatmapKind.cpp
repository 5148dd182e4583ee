// SPDX-License-Identifier: GPL-3.0-or-later
// The heatmap as a kind of figure: its drawing at a given size, its table and its caption.
#include <algorithm>

#include "ui/base/Names.h"
#include "ui/base/TokenText.h"
#include "ui/figures/plots/HeatmapFigure.h"

namespace ouroscope {
namespace {

constexpr double kTallestMm = 220;  ///< a page has to hold it with its caption

/// A word turned upwards takes a line's height of the axis; the loop axis and the colour bar take
/// their part of the width.
int readableTokens(const FigureInput&, const FigureRecipe& recipe) {
  const double line = QFontMetricsF(FigureTheme::paperTheme(recipe).font).height() * 1.02;
  if (!recipe.loopsVertical) {
    const double height = recipe.heightMm > 0 ? recipe.heightMm : kTallestMm;
    return std::max(2, static_cast<int>((height * kFigureUnitsPerMm - 3 * line) / line));
  }
  const double beside = 3.2 * line + (recipe.colourBar ? 4.5 * line : 0);
  return std::max(2, static_cast<int>((recipe.widthMm * kFigureUnitsPerMm - beside) / line));
}

/// High enough for the cells, the words under them and the titles beside them.
double suitableHeight(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  const TokenRange range = tokenRange(trace, recipe);
  const int shown = range.last - range.first + 1;
  const QFontMetricsF metrics(FigureTheme::paperTheme(recipe).font);
  const double line = metrics.height();
  double beside =
      recipe.colourBar ? metrics.horizontalAdvance(heatmapScale(trace, recipe).name) : 0;
  double units = 0;
  if (recipe.loopsVertical) {
    double words = 2.2 * line;  // numbers and the axis' name where words do not fit
    if (shown <= readableTokens(input, recipe))
      for (int t = range.first; t <= range.last; ++t) {
        const QString word =
            tokenDisplayText(trace.columns().tokenBytes[static_cast<std::size_t>(t)]).trimmed();
        words = std::max(words, metrics.horizontalAdvance(word.left(12)));
      }
    if (trace.info().loopsTrained < trace.loops())
      beside = std::max(beside, metrics.horizontalAdvance("Loop (dashed: trained with 16)"));
    units = std::max(trace.loops() * std::max(16.0, line * 1.15), beside + line) + words + line;
  } else {
    units = std::max(shown * line * 1.15, beside + line) + 3.5 * line;
  }
  return std::clamp(units / kFigureUnitsPerMm, 28.0, kTallestMm);
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const double height = recipe.heightMm > 0 ? recipe.heightMm : suitableHeight(input, recipe);
  return tokenLoopDrawing<HeatmapFigure>(
      recipe, height, [&](HeatmapFigure& plot) { plot.setTrace(input.trace, recipe); });
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{{"position", "token", "loop", measureId(*recipe.measure), "exit_loop"}, {}};
  const auto values = measureMatrix(trace, *recipe.measure, recipe.rule.gate);
  const Readout read = readout(trace, recipe.rule);
  const TokenRange range = tokenRange(trace, recipe);
  for (int t = range.first; t <= range.last; ++t)
    for (int r = 0; r < trace.loops(); ++r)
      data.rows.push_back({QString::number(t + 1),
                           dataToken(trace.columns().tokenBytes[static_cast<std::size_t>(t)]),
                           QString::number(r + 1),
                           dataNumber(static_cast<double>(values[trace.at(t, r)])),
                           QString::number(read.loop[static_cast<std::size_t>(t)] + 1)});
  return data;
}

QString caption(const FigureInput&, const FigureRecipe& recipe) {
  const Measure& m = *recipe.measure;
  return QStringLiteral("%1%2 per token and loop; the line runs above the loop that is read.")
      .arg(coreText(m.name),
           m.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(coreText(m.unit)));
}

FigureScale scale(const FigureInput& input, const FigureRecipe& recipe) {
  return heatmapScale(*input.trace, recipe);
}

}  // namespace

FigureKind heatmapKind() {
  FigureKind kind{"heatmap", QT_TRANSLATE_NOOP("FigureKinds", "Depth heatmap"), draw, data,
                  caption};
  kind.scale = scale;
  kind.readableTokens = readableTokens;
  return kind;
}

}  // namespace ouroscope
