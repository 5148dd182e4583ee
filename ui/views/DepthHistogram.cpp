// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/DepthHistogram.h"

#include <QPainter>
#include <algorithm>

#include "ui/figures/base/ColourMap.h"

namespace ouroscope {
namespace {

/// Most loops that get a row of their own height; more share it.
constexpr int kFullRows = 8;

}  // namespace

DepthHistogram::DepthHistogram(ViewState& state, QWidget* parent)
    : QWidget(parent), state_(state), theme_(FigureTheme::light()) {
  setObjectName("depthHistogram");
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DepthHistogram::refresh(Changes what) {
  if (what & Changed::Trace) updateGeometry();
  describe();
}

void DepthHistogram::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  updateGeometry();
  update();
}

QSize DepthHistogram::sizeHint() const {
  const int loops = state_.trace() ? state_.trace()->loops() : 4;
  const int row = QFontMetrics(theme_.font).height() + 4;
  return {320, loops <= kFullRows ? loops * row : std::max(kFullRows * row, loops * (row - 4))};
}

void DepthHistogram::describe() {
  QStringList parts;
  const auto& counts = state_.readout().histogram;
  for (std::size_t loop = 0; loop < counts.size(); ++loop)
    parts << tr("loop %1: %n token(s)", nullptr, counts[loop]).arg(loop + 1);
  setAccessibleName(tr("Tokens by exit loop"));
  setAccessibleDescription(parts.join(QStringLiteral(", ")));
  update();
}

void DepthHistogram::paintEvent(QPaintEvent*) {
  const TracePtr trace = state_.trace();
  const auto& counts = state_.readout().histogram;
  if (!trace || counts.empty()) return;
  QPainter painter(this);
  painter.setFont(theme_.font);
  const QFontMetricsF metrics(theme_.font);
  const int most = std::max(1, *std::max_element(counts.begin(), counts.end()));
  const double row = static_cast<double>(height()) / static_cast<double>(counts.size());
  const QString widest = tr("Loop %1").arg(trace->loops());
  const double left = metrics.horizontalAdvance(widest) + 10;
  const auto label = [&](int count) {
    return tr("%1 (%2 %)", "tokens, share of all")
        .arg(QLocale().toString(count),
             QLocale().toString(100.0 * count / trace->tokens(), 'f', 1));
  };
  const double right = metrics.horizontalAdvance(label(most)) + 10;
  const double room = std::max(10.0, width() - left - right);
  for (std::size_t loop = 0; loop < counts.size(); ++loop) {
    const int r = static_cast<int>(loop);
    // The first loop at the bottom, as in the strip.
    const QRectF area(0, height() - row * (r + 1), width(), row);
    painter.setPen(theme_.text);
    painter.drawText(QRectF(area.left(), area.top(), left - 8, row),
                     Qt::AlignVCenter | Qt::AlignRight, tr("Loop %1").arg(r + 1));
    const QRectF bar(left, area.top() + 2, room * counts[loop] / most, row - 4);
    painter.fillRect(bar, theme_.loopColour(r));
    painter.setPen(QPen(theme_.axis, 0.5));
    painter.drawRect(bar);
    painter.setPen(theme_.text);
    painter.drawText(QRectF(bar.right() + 6, area.top(), right, row),
                     Qt::AlignVCenter | Qt::AlignLeft, label(counts[loop]));
  }
  const int trained = trace->info().loopsTrained;
  if (trained < trace->loops()) {
    painter.setPen(QPen(theme_.text, 1, Qt::DashLine));
    const double y = height() - row * trained;
    painter.drawLine(QPointF(0, y), QPointF(width(), y));
  }
}

}  // namespace ouroscope
