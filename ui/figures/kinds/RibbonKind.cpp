// SPDX-License-Identifier: GPL-3.0-or-later
// The depth ribbon as a kind of figure: what the Live view shows of a run.
#include <qcustomplot.h>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/plots/DepthRibbon.h"

namespace ouroscope {
namespace ribbon_kind {
namespace {

constexpr double kMargin = 4;

/// What a bar, its line and its outline mean, and which way loops go.
void paintKey(QPainter& painter, const FigureTheme& theme, double top) {
  const QFontMetricsF metrics(theme.font);
  const double h = metrics.height(), w = h * 0.8;
  double x = 0;
  const auto entry = [&](const QString& text, const auto& paint) {
    paint(QRectF(x, top + 0.15 * h, w, 0.7 * h));
    painter.setFont(theme.font);
    painter.setPen(theme.text);
    painter.drawText(QPointF(x + w + 0.35 * h, top + metrics.ascent()), text);
    x += w + 1.1 * h + metrics.horizontalAdvance(text);
  };
  entry(QStringLiteral("bar: loop that is read"),
        [&](const QRectF& box) { painter.fillRect(box, theme.loopColour(1)); });
  entry(QStringLiteral("line: expected depth"), [&](const QRectF& box) {
    painter.fillRect(QRectF(box.left(), box.center().y() - 1, box.width(), 2), theme.text);
  });
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const TokenRange range = tokenRange(*input.trace, recipe);
  const FigureTheme theme = FigureTheme::paperTheme(recipe);
  // The axis' title stands at the left, the key in a line of its own below.
  const double line = QFontMetricsF(theme.font).height();
  const double left = kMargin + line;
  const auto ribbon = std::make_shared<DepthRibbon>();
  ribbon->setFont(theme.font);
  ribbon->setWidth(recipe.widthMm * kFigureUnitsPerMm - left - kMargin);
  ribbon->setRecord(*input.trace, range.first, range.last);
  const double key = 1.3 * line;
  const double height = recipe.heightMm > 0
                            ? recipe.heightMm
                            : (ribbon->height() + key + 2 * kMargin) / kFigureUnitsPerMm;
  return {QSizeF(recipe.widthMm, height), [=](QCPPainter& painter) {
            const double room = height * kFigureUnitsPerMm - 2 * kMargin - key;
            const double high = std::min(room, ribbon->height());
            painter.save();
            painter.translate(left, kMargin);
            ribbon->paint(painter, QRectF(0, 0, 1e6, high - 1), theme);
            paintKey(painter, theme, high + 0.3 * line);
            painter.rotate(-90);
            painter.setFont(theme.font);
            painter.setPen(theme.text);
            painter.drawText(QRectF(-high, -line, high, line), Qt::AlignCenter,
                             QStringLiteral("Loop"));
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
