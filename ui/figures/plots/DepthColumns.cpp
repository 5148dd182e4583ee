// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/DepthColumns.h"

#include <algorithm>
#include <cmath>

#include "ui/base/Zoom.h"

namespace ouroscope {

namespace {

/// A loop beyond the one that is read: it is there, and does not ask to be looked at.
QColor ghostOf(const FigureTheme& theme) {
  return theme.paper   ? theme.missing
         : theme.night ? QColor(0x4a, 0x51, 0x57)
                       : QColor(0xd3, 0xd8, 0xdc);
}

}  // namespace

void DepthColumns::setSize(int loops, double lineHeight, double most) {
  loops_ = std::max(1, loops);
  // Few loops have blocks that a line of small type fits beside; many share the same height.
  const double block = loops_ <= 4 ? 0.8 : loops_ <= 8 ? 0.68 : 5.44 / loops_;
  step_ = block * lineHeight;
  if (!(step_ < 4)) step_ = std::round(step_);
  if (most > 0 && head() > most) {
    step_ = most / (loops_ + 0.5);
    if (!(step_ < 4)) step_ = std::floor(step_);
  }
  width_ = std::round(lineHeight * 0.6);
}

int DepthColumns::loopsAt(double height) const {
  return std::clamp(static_cast<int>(std::lround(height / step_)), 1, loops_);
}

void DepthColumns::paint(QPainter& painter, const QPointF& foot, const Column& column,
                         const FigureTheme& theme) const {
  const double left = foot.x() - width_ / 2, thin = theme.paper ? 0.6 : 1;
  // Blocks that are too low for a gap stand on each other.
  const double gap = step_ >= 4 * thin ? thin : 0;
  const auto block = [&](int from, int to) {  // loops [from, to)
    return QRectF(left, foot.y() - levelOf(to) + gap, width_, levelOf(to - from) - gap);
  };
  const int read = std::min(column.read, column.run - 1);
  if (column.known) {
    for (int r = 0; r <= read; ++r) painter.fillRect(block(r, r + 1), theme.loopColour(r));
  } else {
    painter.fillRect(block(0, column.run), QBrush(theme.missing, Qt::BDiagPattern));
    return;
  }
  painter.setPen(QPen(ghostOf(theme), thin * 0.8));
  painter.setBrush(Qt::NoBrush);
  const auto ghost = [&](int from, int to) {
    const double half = thin * 0.4;
    painter.drawRect(block(from, to).adjusted(half, half, -half, -half));
  };
  if (gap > 0)
    for (int r = read + 1; r < column.run; ++r) ghost(r, r + 1);
  else if (read + 1 < column.run)
    ghost(read + 1, column.run);
  // Where it is read, and nothing else, has the accent.
  const double cap = theme.paper ? 1.2 : 3;
  painter.fillRect(QRectF(left, foot.y() - levelOf(read + 1) + gap, width_,
                          std::min(cap, std::max(1.0, step_ - gap))),
                   theme.accent);
}

void paintQuietColumns(QPainter& painter, const QPointF& foot, QColor ink) {
  constexpr int kRead[] = {2, 1, 4, 2, 3}, kLoops = 4;
  const double wide = zoomed(14.0), pitch = zoomed(24.0), step = zoomed(11.0);
  painter.setRenderHint(QPainter::Antialiasing, false);
  const double left = std::round(foot.x() - (std::size(kRead) - 1) * pitch / 2 - wide / 2);
  for (std::size_t i = 0; i < std::size(kRead); ++i)
    for (int loop = 0; loop < kLoops; ++loop) {
      const QRectF block(left + static_cast<double>(i) * pitch,
                         std::round(foot.y()) - (loop + 1) * step, wide, step - 2);
      ink.setAlphaF(loop < kRead[i] ? 0.14f + 0.09f * static_cast<float>(loop) : 0.22f);
      if (loop < kRead[i]) {
        painter.fillRect(block, ink);
      } else {
        painter.setPen(QPen(ink, 1));
        painter.drawRect(block.adjusted(0.5, 0.5, -0.5, -0.5));
      }
    }
}

std::vector<DepthColumns::Column> depthColumns(const Trace& trace, const Readout& read) {
  std::vector<DepthColumns::Column> columns(trace.tokens());
  for (int t = 0; t < trace.tokens(); ++t)
    columns[t] = {read.loop[t], trace.columns().loopsRun[t], exitKnown(trace, read, t)};
  return columns;
}

}  // namespace ouroscope
