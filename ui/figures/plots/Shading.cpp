// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/Shading.h"

#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/base/Language.h"
#include "ui/base/Names.h"

namespace ouroscope {

QColor ShadingScale::colour(double value) const {
  const ColourMap& ink = ColourMap::depth(night);
  if (discrete) return ink.loopColour(static_cast<int>(std::lround(value)) - 1);
  if (measure->countsLoops()) return QColor(ink.at(ColourMap::loopPosition(value)));
  if (turned) value = low + high - value;
  const double t = std::clamp(high > low ? (value - low) / (high - low) : 0.5, 0.0, 1.0);
  return QColor(ColourMap::named("cividis").at(night ? 0.15 + 0.82 * t : 0.97 - 0.82 * t));
}

ShadingScale shadingScale(const Trace& trace, const Measure& measure, bool night) {
  const Limits limits = measureLimits(trace, measure);
  return {&measure,
          limits.low,
          limits.high,
          trace.loops(),
          measure.countsLoops() && measure.whole,
          measure.lowStrikes,
          false,
          false,
          night};
}

Shading shadingOf(const ShadingScale& scale, const std::vector<float>& values,
                  const Readout& readout) {
  Shading out{scale, {}, {}};
  // A table instead of a colour each: tens of thousands of tokens are shaded at every slider tick.
  std::array<QRgb, 256> table{};
  const double span = scale.high > scale.low ? scale.high - scale.low : 1;
  std::vector<QRgb> loops;
  if (scale.discrete)
    for (int loop = 1; loop <= scale.loops; ++loop) loops.push_back(scale.colour(loop).rgb());
  else
    for (std::size_t i = 0; i < table.size(); ++i)
      table[i] = scale.colour(scale.low + span * static_cast<double>(i) / 255.0).rgb();
  out.fills.reserve(values.size());
  for (const float v : values) {
    out.scale.below |= double{v} < scale.low;  // a NaN is neither
    out.scale.above |= double{v} > scale.high;
    if (!std::isfinite(v))
      out.fills.push_back(qRgba(0, 0, 0, 0));
    else if (scale.discrete)
      out.fills.push_back(
          loops[static_cast<std::size_t>(std::clamp(static_cast<int>(v) - 1, 0, scale.loops - 1))]);
    else
      out.fills.push_back(table[static_cast<std::size_t>(
          std::clamp((static_cast<double>(v) - scale.low) / span * 255.0 + 0.5, 0.0, 255.0))]);
  }
  out.digits.reserve(readout.loop.size());
  for (const int loop : readout.loop) out.digits.push_back(loop + 1);
  return out;
}

Shading shadingOf(const Trace& trace, const Readout& readout, const Measure& measure) {
  return shadingOf(shadingScale(trace, measure), tokenMeasure(trace, measure, readout), readout);
}

QString measureTitle(const Measure& measure) {
  const QString name = tokenMeasureName(measure);
  return measure.countsLoops() || measure.unit.empty()
             ? name
             : QStringLiteral("%1 (%2)").arg(name, coreName(measure.unit));
}

std::vector<int> numberedLoops(int loops, double width, const QFontMetricsF& metrics) {
  const double room = metrics.horizontalAdvance(QString::number(loops)) + 2;
  int step = 500;
  for (const int each : {1, 2, 5, 10, 20, 50, 100, 200})
    if (each * width >= room) {
      step = each;
      break;
    }
  std::vector<int> out{1};
  for (int loop = step == 1 ? 2 : step; loop < loops; loop += step)
    if ((loop - 1) * width >= room && (loops - loop) * width >= room) out.push_back(loop);
  if (loops > 1) out.push_back(loops);
  return out;
}

double paintLegend(QPainter& painter, const ShadingScale& scale, const FigureTheme& theme,
                   const QRectF& area) {
  const QFontMetricsF metrics(theme.font);
  const double h = metrics.height(), top = area.top(), begin = area.left();
  painter.setFont(theme.font);
  double x = begin;
  const QLocale locale = numberLocale();
  const auto label = [&](const QString& s) {
    painter.setPen(theme.text);
    painter.drawText(QPointF(x, top + metrics.ascent()), s);
    x += metrics.horizontalAdvance(s) + h * 0.3;
  };
  label(measureTitle(*scale.measure));
  x += h * 0.4;
  if (scale.discrete) {
    const double w = std::min(h * 1.6, (area.right() - x) / scale.loops);
    for (int loop = 1; loop <= scale.loops; ++loop)
      painter.fillRect(QRectF(x + (loop - 1) * w, top, w + 0.25, h), scale.colour(loop));
    for (const int loop : numberedLoops(scale.loops, w, metrics)) {
      painter.setPen(ColourMap::textOn(scale.colour(loop)));
      const double width = std::max(w, metrics.horizontalAdvance(QString::number(loop)));
      const double at =
          std::clamp(x + (loop - 0.5) * w - width / 2, x, std::max(x, x + scale.loops * w - width));
      painter.drawText(QRectF(at, top, width, h), Qt::AlignCenter, QString::number(loop));
    }
    return x + scale.loops * w - begin;
  }
  // From what does not strike to what does, so the end that stands out is always on the right.
  const auto end = [&](bool high) {
    const QString beyond = high ? QStringLiteral("\u2265 ") : QStringLiteral("\u2264 ");
    return ((high ? scale.above : scale.below) ? beyond : QString()) +
           locale.toString(high ? scale.high : scale.low, 'g', 3);
  };
  label(end(scale.turned));
  constexpr int kSteps = 48;
  const double w = std::max(20.0, std::min(140.0, area.right() - x - h * 4));
  for (int i = 0; i < kSteps; ++i) {
    const double t = (i + 0.5) / kSteps;
    painter.fillRect(
        QRectF(x + w * i / kSteps, top + h * 0.15, w / kSteps + 0.25, h * 0.7),
        scale.colour(scale.low + (scale.high - scale.low) * (scale.turned ? 1 - t : t)));
  }
  x += w + h * 0.3;
  label(end(!scale.turned));
  return x - begin;
}

}  // namespace ouroscope
