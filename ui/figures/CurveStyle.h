// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "ui/figures/PlotStyle.h"

namespace ouroscope {

/// Pens, type and grid of an axis.
void styleAxis(QCPAxis* axis, const FigureTheme& theme);

/// A legend that fills the width under the panels: `wrapLegend` after every change of size.
QCPLegend* bottomLegend(QCustomPlot* plot, int row);
void styleLegend(QCPLegend* legend, const FigureTheme& theme);
void wrapLegend(QCPLegend* legend, const FigureTheme& theme, int width);

/// Loops along x with the theoretical loops saved on top: R - x.
class SavedLoopsTicker : public QCPAxisTickerFixed {
 public:
  explicit SavedLoopsTicker(int loops) : loops_(loops) {
    setTickStep(1);
    setScaleStrategy(loops > 12 ? ssMultiples : ssNone);
  }

 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override;
  QString getTickLabel(double tick, const QLocale&, QChar, int) override;
  int getSubTickCount(double) override { return 0; }

 private:
  int loops_;
};

}  // namespace ouroscope
