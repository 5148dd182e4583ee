// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LineGrip.h"

#include <QFocusEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/base/Zoom.h"

namespace ouroscope {

LineGrip::LineGrip(ViewState& state, QWidget* parent)
    : QAbstractSlider(parent), state_(state), theme_(FigureTheme::light()) {
  setObjectName("lineGrip");
  setOrientation(Qt::Vertical);
  setAccessibleName(tr("Loops allowed"));
  setToolTip(
      tr("How many loops a word may use in this reading of the record: the line across the "
         "columns. Nothing is run again."));
  setSingleStep(1);
  setPageStep(1);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SizeVerCursor);
  resize(pill() + QSize(4, 4));  // with room for the ring of the focus
  hide();
  connect(this, &QAbstractSlider::valueChanged, this, [this](int loops) {
    ReadoutRule rule = state_.rule();
    rule.budget = loops;
    if (state_.trace()) state_.setRule(rule);
  });
}

QSize LineGrip::pill() {
  return {zoomed(28), zoomed(18)};
}

void LineGrip::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  update();
}

void LineGrip::refresh() {
  const QSignalBlocker quiet(this);
  const int loops = state_.trace() ? state_.trace()->loops() : 1;
  setRange(1, loops);
  setValue(state_.rule().budget);
  update();
}

void LineGrip::place(double right, double foot, double step) {
  foot_ = foot;
  step_ = step;
  const double level = std::round(foot - step * state_.rule().budget) - 0.5;
  move(static_cast<int>(right) - width() + 2,
       static_cast<int>(std::floor(level)) - height() / 2 + 1);
  show();
}

void LineGrip::paintPill(QPainter& painter, const QRectF& rect, int loops,
                         const FigureTheme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.selection);
  painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
  QFont small = theme.font;
  small.setPointSizeF(zoomed(9.0));
  painter.setFont(small);
  painter.setPen(ColourMap::textOn(theme.selection));
  painter.drawText(rect, Qt::AlignCenter, QString::number(loops));
  painter.restore();
}

void LineGrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintPill(painter, QRectF(QPointF(2, 2), pill()), value(), theme_);
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme_.text, 1.4));
  painter.setBrush(Qt::NoBrush);
  const QRectF ring = QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7);
  painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
}

void LineGrip::mousePressEvent(QMouseEvent* event) {
  // From the middle, which lies on the line.
  held_ = event->position().y() - height() / 2.0;
}

void LineGrip::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) return;
  const double level = mapToParent(event->position()).y() - held_;
  setValue(static_cast<int>(std::lround((foot_ - level) / step_)));
}

void LineGrip::focusInEvent(QFocusEvent*) {
  update();
}

void LineGrip::focusOutEvent(QFocusEvent*) {
  update();
}

}  // namespace ouroscope
