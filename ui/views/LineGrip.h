// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractSlider>

#include "ui/figures/base/FigureTheme.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

/// What the line of the loops allowed is held by: a slider whose place on its parent is the line's.
/// It can be dragged, moved by keys and read by screen readers; its value is the loops.
class LineGrip : public QAbstractSlider {
  Q_OBJECT
 public:
  LineGrip(ViewState& state, QWidget* parent);
  void setTheme(const FigureTheme& theme);
  void refresh();  ///< takes loops and value from the state
  /// @param right, foot in the parent's coordinates: where the line ends, and where loop 1 begins.
  /// @param step of a loop
  void place(double right, double foot, double step);
  static QSize pill();
  static void paintPill(QPainter& painter, const QRectF& rect, int loops, const FigureTheme& theme);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  ViewState& state_;
  FigureTheme theme_;
  double foot_ = 0, step_ = 1, held_ = 0;
};

}  // namespace ouroscope
