// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <QWidget>
#include <cmath>

#include "ui/figures/base/ScaleBar.h"

namespace ouroscope {

/// The colour bar beside a plot on the screen.
class ScaleStrip : public QWidget {
 public:
  void setScale(const FigureScale& scale, const FigureTheme& theme) {
    scale_ = scale;
    theme_ = theme;
    setFixedWidth(static_cast<int>(std::ceil(scaleBarWidth(scale, theme))) + 6);
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background);
    paintScaleBar(painter, QRectF(rect()).adjusted(0, 2, -6, -2), scale_, theme_);
  }

 private:
  FigureScale scale_;
  FigureTheme theme_ = FigureTheme::light();
};

}  // namespace ouroscope
