// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/DepthOverview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/support/Index.h"
#include "ui/base/Zoom.h"
#include "ui/views/LineGrip.h"

namespace ouroscope {
namespace {

constexpr int kSide = 16, kUnder = 8;
int ribbonGrip() {
  return zoomed(40);
}
int ribbonOver() {
  return zoomed(28);
}
constexpr int kHigh = 64, kLow = 24;  ///< of the ribbon: in a low window the words need the room
constexpr double kNear = 5;           ///< how close to the line it is held

}  // namespace

DepthOverview::DepthOverview(ViewState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      theme_(FigureTheme::light()),
      grip_(new LineGrip(state, this)) {
  setObjectName("depthOverview");
  grip_->setObjectName("overviewGrip");
  setAccessibleName(tr("Depth of the whole text"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  const int around = ribbonOver() + kUnder;
  setMinimumHeight(around + zoomed(kLow));
  setMaximumHeight(around + zoomed(kHigh));
}

QSize DepthOverview::sizeHint() const {
  return {0, maximumHeight()};
}

void DepthOverview::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  grip_->setTheme(theme);
  draw();
}

QRect DepthOverview::strip() const {
  return {kSide, ribbonOver(), std::max(1, width() - 2 * kSide - ribbonGrip()),
          height() - ribbonOver() - kUnder};
}

void DepthOverview::refresh() {
  const TracePtr trace = state_.trace();
  depths_ = trace ? depthColumns(*trace, state_.readout()) : decltype(depths_)();
  draw();
}

void DepthOverview::setSeen(int first, int last) {
  if (first == seenFirst_ && last == seenLast_) return;
  seenFirst_ = first;
  seenLast_ = last;
  update();
}

std::pair<int, int> DepthOverview::tokensAt(int x) const {
  const auto tokens = static_cast<std::int64_t>(depths_.size());
  const std::int64_t wide = strip().width(), at = std::clamp(x - kSide, 0, strip().width() - 1);
  const auto first = static_cast<int>(at * tokens / wide);
  return {first, std::max(first + 1, static_cast<int>((at + 1) * tokens / wide))};
}

double DepthOverview::xOf(int token) const {
  return kSide + (token + 0.5) * strip().width() / std::max<double>(1, double(depths_.size()));
}

int DepthOverview::deepest(int first, int end) const {
  int best = first;
  for (int t = first; t < std::min(end, intSize(depths_)); ++t)
    if (depths_[t].read > depths_[best].read) best = t;
  return best;
}

double DepthOverview::lineLevel() const {
  const int loops = state_.trace() ? state_.trace()->loops() : 1;
  return strip().bottom() + 1 - double(strip().height()) * state_.rule().budget / loops;
}

/// At the pixels of the widget: a tick costs a pass over the words and one over the pixels.
void DepthOverview::draw() {
  update();
  picture_ = {};
  if (depths_.empty()) return grip_->hide();
  const int loops = state_.trace()->loops(), wide = strip().width(), high = strip().height();
  grip_->refresh();
  grip_->place(strip().right() + ribbonGrip(), strip().bottom() + 1, double(high) / loops);
  QImage picture(wide, high, QImage::Format_RGB32);
  picture.fill(theme_.background);
  std::vector<QRgb> ink(high);  // from the foot up
  for (int y = 0; y < high; ++y) ink[y] = theme_.loopColour(y * loops / high).rgb();
  const QRgb cap = theme_.accent.rgb(), missing = theme_.missing.rgb();
  for (int x = 0; x < wide; ++x) {
    const auto [first, end] = tokensAt(x + kSide);
    int most = -1;
    bool unknown = false;
    for (int t = first; t < std::min(end, intSize(depths_)); ++t)
      depths_[t].known ? void(most = std::max(most, depths_[t].read)) : void(unknown = true);
    const int top = (most + 1) * high / loops;
    const auto set = [&](int y, QRgb colour) {
      reinterpret_cast<QRgb*>(picture.scanLine(high - 1 - y))[x] = colour;
    };
    for (int y = 0; y < top; ++y) set(y, ink[y]);
    for (int y = std::max(0, top - 2); y < top; ++y) set(y, cap);
    if (unknown)
      for (int y = top; y < high; ++y)
        if ((x + y) % 5 == 0) set(y, missing);
  }
  picture_ = std::move(picture);
}

void DepthOverview::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.fillRect(event->rect(), theme_.background);
  if (picture_.isNull()) return;
  const QRect area = strip();
  painter.drawImage(area.topLeft(), picture_);
  painter.setPen(QPen(theme_.grid, 1));
  painter.drawLine(area.left(), area.bottom() + 1, area.right(), area.bottom() + 1);
  if (seenLast_ >= seenFirst_) {
    const double left = xOf(seenFirst_) - 1, right = std::max(left + 3, xOf(seenLast_) + 1);
    painter.setPen(QPen(theme_.hover, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(left, area.top() - 3, right - left, area.height() + 6));
  }
  if (const int token = state_.selectedToken(); token >= 0) {
    const double x = std::round(xOf(token)) + 0.5;
    painter.setPen(QPen(theme_.selection, 1.5));
    painter.drawLine(QPointF(x, area.bottom() + 2), QPointF(x, area.bottom() + kUnder - 1));
  }
  const double y = std::round(lineLevel()) - 0.5;
  painter.setPen(QPen(theme_.selection, dragged_ || hasFocus() ? 2 : 1.2));
  painter.drawLine(QPointF(area.left() - 8, y), QPointF(area.right() + ribbonGrip() / 2.0, y));
  const QString words =
      tr("Loops allowed: %1 of %2").arg(state_.rule().budget).arg(state_.trace()->loops());
  QFont font = theme_.font;
  painter.setFont(font);
  painter.setPen(theme_.axis);
  painter.drawText(QRect(area.left(), 2, area.width() + ribbonGrip(), ribbonOver() - 10),
                   Qt::AlignRight | Qt::AlignVCenter, words);
  painter.drawText(QRect(area.left(), 2, area.width(), ribbonOver() - 10),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   tr("The whole text: the deepest of the words at each place"));
}

void DepthOverview::resizeEvent(QResizeEvent*) {
  draw();
}

void DepthOverview::moveLine(int loops) {
  if (!state_.trace()) return;
  ReadoutRule rule = state_.rule();
  rule.budget = std::clamp(loops, 1, state_.trace()->loops());
  state_.setRule(rule);
}

void DepthOverview::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || depths_.empty()) return;
  dragged_ = std::abs(event->position().y() - lineLevel()) <= kNear;
  if (dragged_) return update();
  const auto [first, end] = tokensAt(static_cast<int>(event->position().x()));
  state_.select(deepest(first, end));
}

void DepthOverview::mouseMoveEvent(QMouseEvent* event) {
  if (depths_.empty()) return;
  if (dragged_) {
    const double high = strip().bottom() + 1 - event->position().y();
    return moveLine(
        static_cast<int>(std::lround(high * state_.trace()->loops() / strip().height())));
  }
  const bool over = std::abs(event->position().y() - lineLevel()) <= kNear;
  over ? setCursor(Qt::SizeVerCursor) : unsetCursor();
  const auto [first, end] = tokensAt(static_cast<int>(event->position().x()));
  state_.hover(over || event->position().y() < ribbonOver() ? -1 : deepest(first, end));
}

void DepthOverview::mouseReleaseEvent(QMouseEvent*) {
  dragged_ = false;
  update();
}

void DepthOverview::leaveEvent(QEvent*) {
  state_.hover(-1);
}

void DepthOverview::keyPressEvent(QKeyEvent* event) {
  if (depths_.empty()) return QWidget::keyPressEvent(event);
  const int tokens = intSize(depths_), page = std::max(1, seenLast_ - seenFirst_ + 1);
  switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_PageUp:
      return moveLine(state_.rule().budget + 1);
    case Qt::Key_Down:
    case Qt::Key_PageDown:
      return moveLine(state_.rule().budget - 1);
    case Qt::Key_Left:
    case Qt::Key_Right: {
      const int by = event->key() == Qt::Key_Right ? page : -page;
      return state_.select(std::clamp(std::max(0, state_.selectedToken()) + by, 0, tokens - 1));
    }
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace ouroscope
