// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// How many tokens exit at which loop, as shares of all, with a line at their mean.
class ExitHistogramFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit ExitHistogramFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param counts [R] tokens per exit loop
  void setCounts(std::vector<int> counts, double meanLoops);

 private:
  void rebuild();
  std::vector<int> counts_;
  double meanLoops_ = 0;
  FigureTheme theme_;
};

/// "exit-histogram": one row a loop, read by the recipe's rule.
FigureKind exitHistogramKind();

}  // namespace ouroscope
