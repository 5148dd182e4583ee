// SPDX-License-Identifier: GPL-3.0-or-later
// The depth ribbon as a kind of figure: what the Live view shows of a run.
#include <qcustomplot.h>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/plots/DepthRibbon.h"

namespace ouroscope {
namespace ribbon_kind {
namespace {

constexpr double kMargin = 4;

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const TokenRange range = tokenRange(*input.trace, recipe);
  const FigureTheme theme = FigureTheme::paperTheme(recipe);
  const auto ribbon = std::make_shared<DepthRibbon>();
  ribbon->setFont(theme.font);
  ribbon->setWidth(recipe.widthMm * kFigureUnitsPerMm - 2 * kMargin);
  ribbon->setRecord(*input.trace, range.first, range.last);
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : (ribbon->height() + 2 * kMargin) / kFigureUnitsPerMm;
  return {QSizeF(recipe.widthMm, height), [ribbon, theme, height](QCPPainter& painter) {
            painter.save();
            painter.translate(kMargin, kMargin);
            const double room = height * kFigureUnitsPerMm - 2 * kMargin;
            ribbon->paint(painter, QRectF(0, 0, 1e6, std::min(room, ribbon->height()) - 1), theme);
            painter.restore();
          }};
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{
      {"position", "token", "exit_loop", "expected_depth", "loops_run", "generated", "changed"},
      {}};
  const std::vector<TokenReading> readings = readingOfRun(trace);
  const TokenRange range = tokenRange(trace, recipe);
  for (int t = range.first; t <= range.last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    QStringList changed;
    for (const RunEvent& event : trace.info().events)
      if (event.token == t) changed << runEventText(event);
    data.rows.push_back({QString::number(t + 1), dataToken(trace.columns().tokenBytes[i]),
                         QString::number(readings[i].loop + 1),
                         dataNumber(readings[i].expectedDepth),
                         QString::number(trace.columns().loopsRun[i]),
                         trace.generated(t) ? "1" : "0", changed.join("; ")});
  }
  return data;
}

QString caption(const FigureInput&, const FigureRecipe&) {
  return QStringLiteral(
      "Depth of every token as the run read it: bars give the exit loop, lines the expected depth, "
      "dotted outlines loops that were run but not read; the prompt is paler. Flags mark where "
      "settings were changed while the run went on.");
}

}  // namespace
}  // namespace ribbon_kind

FigureKind ribbonKind() {
  using namespace ribbon_kind;
  FigureKind kind{"ribbon", QT_TRANSLATE_NOOP("FigureKinds", "Depth ribbon"), draw, data, caption};
  kind.range = FigureKind::Range::Tokens;
  return kind;
}

}  // namespace ouroscope
