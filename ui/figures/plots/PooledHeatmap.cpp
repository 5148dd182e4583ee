// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/PooledHeatmap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace ouroscope {
namespace {

/// Up to this many cells a figure is drawn as rectangles: sharp at any size of a PDF. Beyond, one
/// lossless image.
constexpr int kVectorCells = 8000;

}  // namespace

PooledHeatmap::PooledHeatmap(QCPAxis* tokenAxis, QCPAxis* loopAxis)
    : QCPAbstractPlottable(tokenAxis, loopAxis), map_(&ColourMap::named("cividis")) {
  setAntialiased(false);
}

void PooledHeatmap::setValues(std::vector<float> values, int loops) {
  values_ = std::move(values);
  loops_ = loops;
  anyMissing_ = std::any_of(values_.begin(), values_.end(), [](float v) { return std::isnan(v); });
  cache_ = {};
}

void PooledHeatmap::setLimits(double low, double high, bool logarithmic) {
  low_ = low;
  high_ = high;
  logarithmic_ = logarithmic;
  cache_ = {};
}

void PooledHeatmap::setLook(const ColourMap* map, Pooling pooling, QColor missing) {
  map_ = map;
  pooling_ = pooling;
  missing_ = missing;
  cache_ = {};
}

float PooledHeatmap::value(int token, int loop) const {
  return values_[static_cast<std::size_t>(token) * static_cast<std::size_t>(loops_) +
                 static_cast<std::size_t>(loop)];
}

int PooledHeatmap::strongest(int first, int last, int loop) const {
  const float wanted = pooled(first, last, loop);
  for (int t = first; t < last; ++t)
    if (value(t, loop) == wanted) return t;
  return -1;
}

float PooledHeatmap::pooled(int first, int last, int loop) const {
  float best = std::numeric_limits<float>::quiet_NaN();
  for (int t = first; t < last; ++t) {
    const float v = value(t, loop);
    if (std::isnan(v)) continue;
    if (std::isnan(best) || (pooling_ == Pooling::Maximum   ? v > best
                             : pooling_ == Pooling::Minimum ? v < best
                                                            : std::abs(v) > std::abs(best)))
      best = v;
  }
  return best;
}

QRgb PooledHeatmap::colour(float value) const {
  if (std::isnan(value)) return missing_.rgb();
  return map_->at(position(static_cast<double>(value)));
}

double PooledHeatmap::position(double value) const {
  if (!(high_ > low_)) return 0.5;
  if (!logarithmic_) return (value - low_) / (high_ - low_);
  const double low = std::log1p(std::max(0.0, low_));
  return (std::log1p(std::max(0.0, value)) - low) / (std::log1p(high_) - low);
}

PooledHeatmap::Outside PooledHeatmap::outside(int first, int last) const {
  Outside out;
  for (int t = std::max(0, first); t <= std::min(last, tokens() - 1); ++t)
    for (int r = 0; r < loops_; ++r) {
      out.below += double{value(t, r)} < low_;  // a NaN is neither
      out.above += double{value(t, r)} > high_;
    }
  return out;
}

/// A small triangle in the corner that points to where the value lies: upwards above the limits.
void PooledHeatmap::markOutside(QCPPainter* painter, int first, int last) const {
  const QRectF one = cellRect(first - 0.5, first + 0.5, 0.5, 1.5);
  const double side = std::min({one.width() * 0.4, one.height() * 0.4, 5.0});
  if (side < 2) return;  // too small to be seen: the bar still says it
  painter->setPen(Qt::NoPen);
  painter->setRenderHint(QPainter::Antialiasing, true);
  for (int t = first; t < last; ++t)
    for (int r = 0; r < loops_; ++r) {
      const float v = value(t, r);
      const bool above = double{v} > high_;
      if (!above && !(double{v} < low_)) continue;
      const double low = std::max(t - 0.5, keyAxis()->range().lower),
                   high = std::min(t + 0.5, keyAxis()->range().upper);
      const QRectF cell = cellRect(low, high, r + 0.5, r + 1.5);
      if (cell.width() < side + 1) continue;
      const double x = cell.right() - side - 1, y = above ? cell.top() + 1 : cell.bottom() - 1;
      painter->setBrush(ColourMap::textOn(QColor(colour(v))));
      painter->drawPolygon(QPolygonF{QPointF(x, above ? y + side : y - side),
                                     QPointF(x + side / 2, y),
                                     QPointF(x + side, above ? y + side : y - side)});
    }
  painter->setBrush(Qt::NoBrush);
  painter->setRenderHint(QPainter::Antialiasing, false);
}

void PooledHeatmap::hatchMissing(QCPPainter* painter, const QRectF& target, double low,
                                 double high) const {
  // Stretches of missing cells, loop by loop, at most one rectangle a pixel.
  const bool across = keyAxis()->orientation() == Qt::Horizontal;
  const int pixels = std::max(1, static_cast<int>(across ? target.width() : target.height()));
  const QBrush hatch(missing_.darker(130), Qt::BDiagPattern);
  const double step = (high - low) / pixels;
  for (int r = 0; r < loops_; ++r) {
    std::optional<double> begin;  // the picture begins at -0.5: no number can say "none"
    for (int x = 0; x <= pixels; ++x) {
      const double at = low + step * x;
      const int first = std::max(0, static_cast<int>(std::floor(at + 0.5)));
      const int last = std::min(
          tokens(), std::max(first + 1, static_cast<int>(std::ceil(at + step + 0.5 - 1e-9))));
      const bool missing = x < pixels && first < last && std::isnan(pooled(first, last, r));
      if (missing && !begin) begin = at;
      if (!missing && begin) {
        painter->fillRect(cellRect(*begin, at, r + 0.5, r + 1.5), hatch);
        begin.reset();
      }
    }
  }
}

QImage PooledHeatmap::image(double low, double high, int columns) const {
  QImage picture(columns, loops_, QImage::Format_ARGB32_Premultiplied);
  picture.fill(Qt::transparent);
  const int count = tokens();
  int firstBefore = -1, lastBefore = -1;
  for (int x = 0; x < columns; ++x) {
    const double from = low + (high - low) * x / columns,
                 to = low + (high - low) * (x + 1) / columns;
    const int first = std::max(0, static_cast<int>(std::floor(from + 0.5)));
    const int last =
        std::min(count, std::max(first + 1, static_cast<int>(std::ceil(to + 0.5 - 1e-9))));
    if (to + 0.5 <= 0 || first >= count) continue;
    const bool same = first == firstBefore && last == lastBefore;
    for (int r = 0; r < loops_; ++r) {
      auto* line = reinterpret_cast<QRgb*>(picture.scanLine(loops_ - 1 - r));
      line[x] = same ? line[x - 1] : colour(pooled(first, last, r));
    }
    firstBefore = first;
    lastBefore = last;
  }
  return picture;
}

QRectF PooledHeatmap::cellRect(double tokenLow, double tokenHigh, double loopLow,
                               double loopHigh) const {
  return QRectF(coordsToPixels(tokenLow, loopLow), coordsToPixels(tokenHigh, loopHigh))
      .normalized();
}

void PooledHeatmap::draw(QCPPainter* painter) {
  if (loops_ == 0 || values_.empty()) return;
  const QCPRange range = keyAxis()->range();
  const int first = std::max(0, static_cast<int>(std::floor(range.lower + 0.5)));
  const int last = std::min(tokens(), static_cast<int>(std::ceil(range.upper + 0.5)));
  if (first >= last) return;
  painter->setRenderHint(QPainter::Antialiasing, false);
  if (painter->modes().testFlag(QCPPainter::pmVectorized) &&
      (last - first) * loops_ <= kVectorCells) {
    drawCells(painter, first, last);
    return markOutside(painter, first, last);
  }

  const double low = std::max(range.lower, -0.5), high = std::min(range.upper, tokens() - 0.5);
  const QRectF target = cellRect(low, high, 0.5, loops_ + 0.5);
  const bool across = keyAxis()->orientation() == Qt::Horizontal;
  const double scale =
      std::max(painter->transform().m11(), painter->device()->devicePixelRatioF()) *
      (painter->modes().testFlag(QCPPainter::pmVectorized) ? 4 : 1);
  const int columns = std::clamp(
      static_cast<int>(std::lround((across ? target.width() : target.height()) * scale)), 1, 20000);
  if (cache_.width() != columns || cachedRange_ != QCPRange(low, high)) {
    cache_ = image(low, high, columns);
    cachedRange_ = QCPRange(low, high);
  }
  // Tokens downwards: the image's columns become rows, loop 1 on the left.
  const QImage picture = across ? cache_ : cache_.transformed(QTransform(0, 1, -1, 0, 0, 0));
  painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter->drawImage(target, picture);
  if (anyMissing_) hatchMissing(painter, target, low, high);
  markOutside(painter, first, last);
}

void PooledHeatmap::drawCells(QCPPainter* painter, int first, int last) const {
  painter->setPen(Qt::NoPen);
  for (int t = first; t < last; ++t)
    for (int r = 0; r < loops_; ++r) {
      const float value = pooled(t, t + 1, r);
      const double low = std::max(t - 0.5, keyAxis()->range().lower),
                   high = std::min(t + 0.5, keyAxis()->range().upper);
      QRectF rect = cellRect(low, high, r + 0.5, r + 1.5);
      // Neighbours overlap by a hair: anti-aliasing viewers would show white seams between exact
      // edges.
      if (t + 1 < last) rect.adjust(0, 0, 0.25, 0);
      if (r > 0) rect.adjust(0, 0, 0, 0.25);
      painter->fillRect(rect, QColor(colour(value)));
      if (std::isnan(value))
        painter->fillRect(rect, QBrush(missing_.darker(130), Qt::BDiagPattern));
    }
}

QCPRange PooledHeatmap::getKeyRange(bool& found, QCP::SignDomain) const {
  found = tokens() > 0;
  return {-0.5, tokens() - 0.5};
}

QCPRange PooledHeatmap::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
  found = loops_ > 0;
  return {0.5, loops_ + 0.5};
}

}  // namespace ouroscope
