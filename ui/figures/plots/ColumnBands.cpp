// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/ColumnBands.h"

#include <algorithm>

namespace ouroscope {

ColumnBands::ColumnBands(QCPAxis* tokenAxis, QCPAxis* loopAxis)
    : QCPAbstractPlottable(tokenAxis, loopAxis) {
  setAntialiased(false);
}

void ColumnBands::draw(QCPPainter* painter) {
  const QCPRange range = keyAxis()->range();
  const auto first = std::partition_point(bands_.begin(), bands_.end(), [&](const Band& band) {
    return band.last + 0.5 <= range.lower;
  });
  painter->setPen(Qt::NoPen);
  painter->setRenderHint(QPainter::Antialiasing, false);
  double painted = -1e300;  // along the token axis, in pixels: bands under a pixel share one
  for (auto band = first; band != bands_.end() && band->first - 0.5 < range.upper; ++band) {
    // Clamped by hand: an SVG has no clip paths.
    const double low = std::max(band->first - 0.5, range.lower),
                 high = std::min(band->last + 0.5, range.upper);
    QRectF rect = QRectF(coordsToPixels(low, 0.5), coordsToPixels(high, loops_ + 0.5)).normalized();
    const bool across = keyAxis()->orientation() == Qt::Horizontal;
    const double from = across ? rect.left() : rect.top(),
                 to = across ? rect.right() : rect.bottom();
    if (to <= painted) continue;
    if (to - from < 1) across ? rect.setWidth(1) : rect.setHeight(1);
    painted = across ? rect.right() : rect.bottom();
    painter->fillRect(rect, ground_);
    painter->fillRect(rect, brushes_[static_cast<std::size_t>(band->kind)]);
  }
}

QCPRange ColumnBands::getKeyRange(bool& found, QCP::SignDomain) const {
  found = !bands_.empty();
  return found ? QCPRange(bands_.front().first - 0.5, bands_.back().last + 0.5) : QCPRange();
}

QCPRange ColumnBands::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
  found = !bands_.empty();
  return {0.5, loops_ + 0.5};
}

}  // namespace ouroscope
