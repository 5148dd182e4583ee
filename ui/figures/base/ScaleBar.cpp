// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/ScaleBar.h"

#include <QFontMetricsF>
#include <cmath>

#include "ui/figures/base/ColourMap.h"
#include "ui/figures/base/ScaleEnds.h"

namespace ouroscope {
namespace {

constexpr double kBar = 9, kTick = 3, kPad = 3;

/// Numbers at 1, 2 or 5 times a power of ten, about four of them.
std::vector<double> ticksOf(const FigureScale& scale) {
  const double span = scale.high - scale.low;
  if (!(span > 0) || !std::isfinite(span)) return {scale.low};
  double step = std::pow(10, std::floor(std::log10(span / 4)));
  while (span / step > 5.5) step *= span / step > 11 ? 5 : 2;
  std::vector<double> ticks;
  for (double t = std::ceil(scale.low / step - 1e-9); t * step <= scale.high + 1e-9 * span; ++t)
    ticks.push_back(t * step);
  return ticks;
}

QString labelOf(double value) {
  // The field's minus sign, and no "-0".
  return QString::number(value == 0 ? 0.0 : value, 'g', 4).replace('-', QChar(0x2212));
}

}  // namespace

double scaleBarWidth(const FigureScale& scale, const FigureTheme& theme) {
  const QFontMetricsF metrics(theme.font);
  double widest = 0;
  for (const double tick : ticksOf(scale))
    widest = std::max(widest, metrics.horizontalAdvance(labelOf(tick)));
  return kBar + kTick + kPad + widest + kPad + metrics.height();
}

void paintScaleBar(QPainter& painter, const QRectF& area, const FigureScale& scale,
                   const FigureTheme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  const QFontMetricsF metrics(theme.font);
  // Half a line of text stands out over either end, or the bar's point.
  const double out = std::max<double>(metrics.height() / 2, kScaleEnd + 1);
  const QRectF bar(area.left(), area.top() + out, kBar, area.height() - 2 * out);
  const ColourMap& map = ColourMap::named(scale.colourMap);
  constexpr int kSteps = 128;
  for (int i = 0; i < kSteps; ++i)  // each reaches under the next: no seams
    painter.fillRect(QRectF(bar.left(), bar.top() + bar.height() * i / kSteps, bar.width(),
                            i + 1 < kSteps ? bar.height() / kSteps + 0.5 : bar.height() / kSteps),
                     QColor(map.at(1 - (i + 0.5) / kSteps)));
  painter.setPen(QPen(theme.axis, theme.lineWidth));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  painter.setRenderHint(QPainter::Antialiasing, true);
  const QPen outline(theme.axis, theme.lineWidth);
  if (scale.above > 0) paintScaleEnd(painter, bar, true, QColor(map.at(1)), outline);
  if (scale.below > 0) paintScaleEnd(painter, bar, false, QColor(map.at(0)), outline);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setFont(theme.font);
  double widest = 0;
  for (const double tick : ticksOf(scale)) {
    const double share =
        scale.high > scale.low ? (tick - scale.low) / (scale.high - scale.low) : 0.5;
    const double y = bar.bottom() - share * bar.height();
    painter.setPen(QPen(theme.axis, theme.lineWidth));
    painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + kTick, y));
    painter.setPen(theme.text);
    const QString text = labelOf(tick);
    widest = std::max(widest, metrics.horizontalAdvance(text));
    painter.drawText(
        QPointF(bar.right() + kTick + kPad, y + (metrics.ascent() - metrics.descent()) / 2 - 0.5),
        text);
  }
  painter.translate(bar.right() + kTick + kPad + widest + kPad + metrics.ascent(),
                    bar.center().y());
  painter.rotate(-90);
  painter.drawText(QPointF(-metrics.horizontalAdvance(scale.name) / 2, 0), scale.name);
  painter.restore();
}

}  // namespace ouroscope
