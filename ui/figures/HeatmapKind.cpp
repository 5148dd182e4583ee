// SPDX-License-Identifier: GPL-3.0-or-later
// The heatmap as a kind of figure: its drawing at a given size, its table and its caption.
#include <algorithm>

#include "ui/figures/HeatmapFigure.h"

namespace ouroscope {
namespace {

QString utf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const TokenRange range = tokenRange(*input.trace, recipe);
  double height = recipe.heightMm;
  if (height <= 0)
    height = recipe.loopsVertical
                 ? std::clamp(24.0 + 4.2 * input.trace->loops(), 40.0, 120.0)
                 : std::clamp(16.0 + 3.6 * (range.last - range.first + 1), 40.0, 220.0);
  auto figure = std::make_unique<HeatmapFigure>();
  HeatmapFigure* plot = figure.get();
  const QSizeF size(recipe.widthMm, height);
  plot->resize((size * kFigureUnitsPerMm).toSize());
  plot->setTheme(FigureTheme::paperTheme(recipe));
  plot->setTrace(input.trace, recipe);
  return plotDrawing(std::move(figure), size, [plot] { plot->refreshLabels(); });
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{{"position", "token", "loop", utf8(measureInfo(recipe.measure).id), "exit_loop"},
                  {}};
  const auto values = measureMatrix(trace, recipe.measure, recipe.rule);
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
  const MeasureInfo& m = measureInfo(recipe.measure);
  return QStringLiteral("%1%2 per token and loop; the line runs above the loop that is read.")
      .arg(utf8(m.name), m.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(utf8(m.unit)));
}

}  // namespace

FigureKind heatmapKind() {
  return {"heatmap", QT_TRANSLATE_NOOP("FigureKinds", "Depth heatmap"), draw, data, caption};
}

}  // namespace ouroscope
