// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/TextFigure.h"

#include <QFontMetricsF>

namespace ouroscope {
namespace {

constexpr double kMargin = 4;

}  // namespace

TextFigure::TextFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme,
                       double width)
    : trace_(std::move(trace)), recipe_(recipe), theme_(theme), width_(width) {
  shading_ = shadingOf(*trace_, readout(*trace_, recipe_.rule), *recipe_.tokenMeasure);
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
  const double h = QFontMetricsF(theme_.font).height();
  paintLegend(painter, shading_.scale, theme_,
              QRectF(0, flow_.height() + h * 0.7, width_ - 2 * kMargin, h));
  painter.restore();
}

}  // namespace ouroscope
