// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/TextFigure.h"

#include <QFontMetricsF>

namespace ouroscope {
namespace {

constexpr double kMargin = 4;

}  // namespace

TextFigure::TextFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme,
                       double width)
    : trace_(std::move(trace)), recipe_(recipe), theme_(theme), width_(width) {
  shading_ = shadingOf(*trace_, readout(*trace_, recipe_.rule), recipe_.tokenMeasure);
  flow_.setFont(theme_.font);
  flow_.setTrace(trace_, recipe_.firstToken, recipe_.lastToken);
  flow_.layout(width_ - 2 * kMargin);
  flow_.setShades(shading_.fills, shading_.digits);
}

double TextFigure::height() const {
  return 2 * kMargin + flow_.height() + QFontMetricsF(theme_.font).height() * 2.2;
}

void TextFigure::paint(QPainter& painter) const {
  painter.save();
  painter.translate(kMargin, kMargin);
  flow_.paint(painter, QRectF(0, 0, width_, flow_.height()), theme_);
  paintLegend(painter, flow_.height() + QFontMetricsF(theme_.font).height() * 0.7);
  painter.restore();
}

void TextFigure::paintLegend(QPainter& painter, double top) const {
  const QFontMetricsF metrics(theme_.font);
  const TokenMeasureInfo& info = tokenMeasureInfo(recipe_.tokenMeasure);
  QString name = QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
  if (!info.loops && !info.unit.empty())
    name += QStringLiteral(" (%1)").arg(
        QString::fromUtf8(info.unit.data(), static_cast<qsizetype>(info.unit.size())));
  const double h = metrics.height();
  painter.setFont(theme_.font);
  painter.setPen(theme_.text);
  painter.drawText(QPointF(0, top + metrics.ascent()), name);
  double x = metrics.horizontalAdvance(name) + h * 0.7;
  const auto label = [&](const QString& text) {
    painter.setPen(theme_.text);
    painter.drawText(QPointF(x, top + metrics.ascent()), text);
    x += metrics.horizontalAdvance(text) + h * 0.3;
  };
  if (shading_.discrete) {
    const double w = std::min(h * 1.6, (width_ - 2 * kMargin - x) / trace_->loops());
    for (int loop = 1; loop <= trace_->loops(); ++loop, x += w) {
      const QColor fill = shadeColour(shading_, loop, trace_->loops());
      painter.fillRect(QRectF(x, top, w + 0.25, h), fill);
      painter.setPen(ColourMap::textOn(fill));
      painter.drawText(QRectF(x, top, w, h), Qt::AlignCenter, QString::number(loop));
    }
    return;
  }
  const bool turned = recipe_.tokenMeasure == TokenMeasure::LogProb;
  label(QString::number(turned ? shading_.high : shading_.low, 'g', 3));
  constexpr int kSteps = 48;
  const double w = std::max(20.0, std::min(140.0, width_ - 2 * kMargin - x - h * 4));
  for (int i = 0; i < kSteps; ++i)
    painter.fillRect(
        QRectF(x + w * i / kSteps, top + h * 0.15, w / kSteps + 0.25, h * 0.7),
        shadeColour(shading_, shading_.low + (shading_.high - shading_.low) * (i + 0.5) / kSteps,
                    trace_->loops()));
  x += w + h * 0.3;
  label(QString::number(turned ? shading_.low : shading_.high, 'g', 3));
}

}  // namespace ouroscope
