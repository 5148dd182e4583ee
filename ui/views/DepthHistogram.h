// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/views/TraceView.h"

namespace ouroscope {

/// How many tokens are read at each loop: a bar per loop in the loop's colour, with its count.
class DepthHistogram : public QWidget {
  Q_OBJECT
 public:
  explicit DepthHistogram(ViewState& state, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void refresh(Changes what);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();
  ViewState& state_;
  FigureTheme theme_;
};

}  // namespace ouroscope
