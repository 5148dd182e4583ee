// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/ScaleEnds.h"

namespace ouroscope {

void paintScaleEnd(QPainter& painter, const QRectF& bar, bool up, const QColor& fill,
                   const QPen& outline) {
  const double base = up ? bar.top() : bar.bottom();
  const double tip = up ? base - kScaleEnd : base + kScaleEnd;
  painter.setPen(outline);
  painter.setBrush(fill);
  painter.drawPolygon(QPolygonF{QPointF(bar.left(), base), QPointF(bar.center().x(), tip),
                                QPointF(bar.right(), base)});
  painter.setBrush(Qt::NoBrush);
}

ScaleEnds::ScaleEnds(QCPColorScale* scale)
    : QCPLayerable(scale->parentPlot(), QStringLiteral("axes")), scale_(scale) {}

void ScaleEnds::setEnds(bool below, bool above, const ColourMap& map) {
  below_ = below;
  above_ = above;
  low_ = QColor(map.at(0));
  high_ = QColor(map.at(1));
  scale_->setMinimumMargins(QMargins(0, above ? kScaleEnd + 3 : 6, 0, below ? kScaleEnd + 3 : 6));
}

void ScaleEnds::draw(QCPPainter* painter) {
  if (!scale_->visible() || !scale_->layout()) return;
  const QRectF bar(scale_->axis()->axisRect()->rect());
  const QPen outline = scale_->axis()->basePen();
  if (above_) paintScaleEnd(*painter, bar, true, high_, outline);
  if (below_) paintScaleEnd(*painter, bar, false, low_, outline);
}

void ScaleEnds::applyDefaultAntialiasingHint(QCPPainter* painter) const {
  painter->setAntialiasing(true);
}

}  // namespace ouroscope
