// SPDX-License-Identifier: GPL-3.0-or-later
// The heatmap as a kind of figure: its drawing at a given size, its table and its caption.
#include <algorithm>
#include <cmath>

#include "ui/base/Names.h"
#include "ui/base/TokenText.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/figures/plots/HeatmapFigure.h"

namespace ouroscope {
namespace heatmap_kind {
namespace {

constexpr double kTallestMm = 220;  ///< a page has to hold it with its caption

/// A word turned upwards takes a line's height of the axis; the loop axis and the colour bar take
/// their part of the width.
WordFit fitOf(const FigureRecipe& recipe, double tokens) {
  const QFont font = FigureTheme::paperTheme(recipe).font;
  const double line = QFontMetricsF(font).height() * 1.02;
  const double height = recipe.heightMm > 0 ? recipe.heightMm : kTallestMm;
  const double beside = 3.2 * line + (recipe.colourBar ? 5.7 * line : 0);
  return fitWords(font, tokens,
                  recipe.loopsVertical ? recipe.widthMm * kFigureUnitsPerMm - beside
                                       : height * kFigureUnitsPerMm - 3 * line,
                  true);
}

int readableTokens(const FigureInput&, const FigureRecipe& recipe) {
  return fitOf(recipe, 1e9).most;
}

/// Words that do not fit one row are drawn in two, where the height is free.
int rowsOf(const FigureInput& input, const FigureRecipe& recipe) {
  if (recipe.heightMm > 0 || !recipe.loopsVertical) return 1;
  const TokenRange range = tokenRange(*input.trace, recipe);
  const int shown = range.last - range.first + 1, most = readableTokens(input, recipe);
  return shown > most && shown <= 2 * most ? 2 : 1;
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
    words = std::max(2.2 * line, words * fitOf(recipe, shown).points / recipe.fontPoints);
    if (trace.info().loopsTrained < trace.loops())
      beside = std::max(beside, metrics.horizontalAdvance("Loop (dashed: trained with 16)"));
    units = std::max(trace.loops() * std::max(16.0, line * 1.15), beside + line) + words + line;
  } else {
    units = std::max(shown * line * 1.15, beside + line) + 3.5 * line;
  }
  return std::clamp(units / kFigureUnitsPerMm, 28.0, kTallestMm);
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  if (const int rows = rowsOf(input, recipe); rows > 1)
    return drawFigure(input, splitIntoRows(input, recipe, rows));
  const double height = recipe.heightMm > 0 ? recipe.heightMm : suitableHeight(input, recipe);
  return tokenLoopDrawing<HeatmapFigure>(
      recipe, height, [&](HeatmapFigure& plot) { plot.setTrace(input.trace, recipe); });
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{{"position", "token", "loop", measureId(*recipe.measure), "exit_loop"}, {}};
  const auto values = measureMatrix(trace, *recipe.measure, recipe.rule);
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

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const Measure& m = *recipe.measure;
  const Trace& trace = *input.trace;
  QString text =
      QStringLiteral("%1%2 per token and loop; the line runs above the loop that is read.")
          .arg(coreText(m.name),
               m.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(coreText(m.unit)));
  const int budget = recipe.rule.budget > 0 ? recipe.rule.budget : trace.loops();
  const bool cut = m.ofGate() && budget < trace.loops();
  const std::vector<float> values = measureMatrix(trace, m, recipe.rule);
  const FigureScale scale = heatmapScale(trace, recipe);
  const Limits own = measureLimits(trace, m, values);
  if (scale.low != own.low || scale.high != own.high || scale.below + scale.above > 0)
    text += QStringLiteral(" Colours run from %1 to %2.")
                .arg(scale.low, 0, 'g', 4)
                .arg(scale.high, 0, 'g', 4);
  const TokenRange range = tokenRange(trace, recipe);
  const int shown = (range.last - range.first + 1) * trace.loops();
  if (scale.below + scale.above > 0)
    text += QStringLiteral(" Marked in a corner: %1 of %3 cells lie above them, %2 below.")
                .arg(scale.above)
                .arg(scale.below)
                .arg(shown);
  bool missing = false;
  for (int t = range.first; t <= range.last; ++t)
    for (int r = 0; r < (cut ? budget : trace.loops()); ++r)
      missing |= std::isnan(values[trace.at(t, r)]);
  if (cut)
    text += QStringLiteral(" Hatched: loops above the budget of %1%2.")
                .arg(budget)
                .arg(missing ? QStringLiteral(", and cells without a value") : QString());
  else if (missing)
    text += QStringLiteral(" Hatched: no value.");
  return text;
}

FigureScale scale(const FigureInput& input, const FigureRecipe& recipe) {
  return heatmapScale(*input.trace, recipe);
}

}  // namespace
}  // namespace heatmap_kind

FigureKind heatmapKind() {
  using namespace heatmap_kind;
  FigureKind kind{"heatmap", QT_TRANSLATE_NOOP("FigureKinds", "Depth heatmap"), draw, data,
                  caption};
  kind.range = FigureKind::Range::Tokens;
  kind.scale = scale;
  kind.measure = &FigureRecipe::measure;
  kind.readableTokens = readableTokens;
  kind.rows = rowsOf;
  return kind;
}

}  // namespace ouroscope
