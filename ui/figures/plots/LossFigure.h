// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "core/analysis/LoopStatistics.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// Cross entropy against loops: the best loop is marked, the useful band around it shaded, and a
/// dashed line stands where loops begin that training did not have.
class LossFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit LossFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param logarithmic the axis of loops, as papers with many loops have it
  void setGain(const LoopGain& gain, int trained, bool logarithmic);

 private:
  void rebuild();
  LoopGain gain_;
  int trained_ = 0;
  bool logarithmic_ = false;
  FigureTheme theme_;
  SwatchLegend* legend_;
};

/// "loss"; options: axis ("linear", "log"). One row a loop.
FigureKind lossKind();

}  // namespace ouroscope
