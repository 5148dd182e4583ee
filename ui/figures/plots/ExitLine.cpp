// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/ExitLine.h"

#include <algorithm>
#include <cmath>

namespace ouroscope {
namespace {

const QColor kCasing(255, 255, 255, 210);
constexpr int kPieceTokens = 32;
constexpr double kCasingWidth = 0.8;  ///< at either side

}  // namespace

ExitLine::ExitLine(QCPAxis* tokenAxis, QCPAxis* loopAxis)
    : QCPAbstractPlottable(tokenAxis, loopAxis) {
  setAntialiased(false);
}

void ExitLine::setLoops(std::vector<int> loops) {
  loops_ = std::move(loops);
}

void ExitLine::setLook(const QColor& colour, double width) {
  colour_ = colour;
  width_ = width;
}

ExitLine::Spread ExitLine::spread(int first, int last) const {
  Spread out{loops_[static_cast<std::size_t>(first)], loops_[static_cast<std::size_t>(first)], 0};
  double sum = 0;
  for (int t = first; t < last; ++t) {
    const int loop = loops_[static_cast<std::size_t>(t)];
    out.least = std::min(out.least, loop);
    out.most = std::max(out.most, loop);
    sum += loop;
  }
  out.mean = sum / (last - first);
  return out;
}

void ExitLine::draw(QCPPainter* painter) {
  const int tokens = static_cast<int>(loops_.size());
  const QCPRange range = keyAxis()->range();
  const int first = std::max(0, static_cast<int>(std::floor(range.lower + 0.5))),
            last = std::min(tokens, static_cast<int>(std::ceil(range.upper + 0.5)));
  if (first >= last) return;
  painter->setRenderHint(QPainter::Antialiasing, false);
  const double low = std::max(range.lower, -0.5), high = std::min(range.upper, tokens - 0.5);
  const double pixels = std::abs(keyAxis()->coordToPixel(high) - keyAxis()->coordToPixel(low));
  if (high - low <= pixels / 2)
    drawSteps(painter, first, last);
  else
    drawMeans(painter, low, high);
}

void ExitLine::drawSteps(QCPPainter* painter, int first, int last) const {
  // Ends stay inside what is shown: an SVG has no clip paths.
  const QCPRange range = keyAxis()->range();
  // Filling a stroke takes the square of its corners on a screen, so there it is cut in the middle
  // of a token, where two flat ends meet; in a file it is one line.
  const int piece =
      painter->modes().testFlag(QCPPainter::pmVectorized) ? last - first : kPieceTokens;
  std::vector<QPolygonF> lines(1);
  for (int t = first; t < last; ++t) {
    const double loop = loops_[static_cast<std::size_t>(t)] + 1.5;
    lines.back() << coordsToPixels(std::max(t - 0.5, range.lower), loop);
    if (t > first && (t - first) % piece == 0) {
      const QPointF middle = coordsToPixels(t, loop);
      lines.back() << middle;
      lines.push_back({middle});
    }
    lines.back() << coordsToPixels(std::min(t + 0.5, range.upper), loop);
  }
  painter->setBrush(Qt::NoBrush);
  for (const auto& [colour, width] :
       {std::pair(kCasing, width_ + 2 * kCasingWidth), std::pair(colour_, width_)}) {
    painter->setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    for (const QPolygonF& line : lines) painter->drawPolyline(line);
  }
}

void ExitLine::drawMeans(QCPPainter* painter, double low, double high) const {
  const double from = keyAxis()->coordToPixel(low), to = keyAxis()->coordToPixel(high);
  const int columns = std::max(1, static_cast<int>(std::ceil(std::abs(to - from))));
  const int tokens = static_cast<int>(loops_.size());
  // Rectangles, not a wide polyline: stroking one of a thousand corners costs milliseconds.
  const bool across = keyAxis()->orientation() == Qt::Horizontal;
  QVector<QRectF> line, ends;
  double before = 0;
  for (int i = 0; i < columns; ++i) {
    const double begin = low + (high - low) * i / columns,
                 end = low + (high - low) * (i + 1) / columns;
    const int first = std::clamp(static_cast<int>(std::floor(begin + 0.5)), 0, tokens - 1),
              last = std::clamp(static_cast<int>(std::ceil(end + 0.5)), first + 1, tokens);
    const Spread spread = this->spread(first, last);
    // From the height of the column before to its own: the steps are joined.
    const QRectF step = QRectF(coordsToPixels(begin, (i > 0 ? before : spread.mean) + 1.5),
                               coordsToPixels(end, spread.mean + 1.5))
                            .normalized();
    const double half = width_ / 2;
    line << (across ? step.adjusted(0, -half, 0, half) : step.adjusted(-half, 0, half, 0));
    before = spread.mean;
    for (const int loop : {spread.least, spread.most}) {
      const QPointF at = coordsToPixels((begin + end) / 2, loop + 1.5);
      ends << QRectF(at - QPointF(0.6, 0.6), QSizeF(1.2, 1.2));
    }
  }
  QColor faint = colour_;
  faint.setAlphaF(0.55f);
  for (const QRectF& end : ends) painter->fillRect(end, faint);
  const double casing = kCasingWidth;
  for (const QRectF& step : line)
    painter->fillRect(
        across ? step.adjusted(0, -casing, 0, casing) : step.adjusted(-casing, 0, casing, 0),
        kCasing);
  for (const QRectF& step : line) painter->fillRect(step, colour_);
}

QCPRange ExitLine::getKeyRange(bool& found, QCP::SignDomain) const {
  found = !loops_.empty();
  return {-0.5, static_cast<double>(loops_.size()) - 0.5};
}

QCPRange ExitLine::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
  found = false;
  return {};
}

}  // namespace ouroscope
