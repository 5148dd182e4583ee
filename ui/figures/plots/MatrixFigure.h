// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// A square matrix of all pairs of loops, or of virtual layers with lines between loops. The first
/// pair is at the bottom left, as loop 1 is at the bottom of a heatmap.
class MatrixFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit MatrixFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setScale(const FigureScale& scale);
  /// @param values [size,size]; NaN is missing
  /// @param block virtual layers of one loop; 1: the matrix is of loops
  void setMatrix(std::vector<float> values, int size, int block);

 private:
  void rebuild();
  QSharedPointer<QCPAxisTickerText> loopNames() const;
  std::vector<float> values_;
  int size_ = 0, block_ = 1;
  FigureScale scale_;
  FigureTheme theme_;
};

/// "pairs": one row a pair. Options: "of" (agreement, similarity).
FigureKind pairsKind();

}  // namespace ouroscope
