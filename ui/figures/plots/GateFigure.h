// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/GateAudit.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// The gate by loops: bars of lambda and p, the CDF as a line. Of one token, or averaged over
/// tokens with whiskers from the first to the third quartile. The last loop's p is the remainder
/// (hatched) and its own lambda takes no part (hollow).
class GateFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit GateFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setToken(const ExitDistribution& distribution, int loops);  ///< loops of the trace: the axis
  void setAverages(const GateAverages& averages);
  void clear();
  /// The threshold as a level the CDF has to reach, and the loop that is read (0-based; -1 none).
  void setThreshold(double q, int exitLoop);
  void setHoveredLoop(int loop);  ///< -1 none

  QPointF barPixel(int loop) const;  ///< middle of the p bar of a loop

 signals:
  void loopHovered(int loop);  ///< -1 when the pointer leaves
  void loopClicked(int loop);

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  struct Bar {
    double value, lower, upper;  ///< lower, upper: NaN where there is no spread
  };
  void rebuild();
  void drawBars(const std::vector<Bar>& bars, double offset, const QColor& colour,
                const QString& name, const QString& lastName, Qt::BrushStyle lastStyle);
  void drawWhiskers(const std::vector<Bar>& bars, double offset);
  int loopAt(const QPointF& pixel) const;

  int loops_ = 0, last_ = -1;  ///< last_: the loop that holds the remainder
  std::vector<Bar> lambda_, p_, cdf_;
  double q_ = 1;
  int exit_ = -1;
  FigureTheme theme_;
  SwatchLegend* legend_;
  std::vector<QCPAbstractPlottable*> named_;  ///< in the legend's order
  QCPItemLine *threshold_ = nullptr, *exitMark_ = nullptr;
  QCPItemRect* hover_ = nullptr;
};

/// "gate"; options: of "token" (recipe.token) or "average". One row a loop.
FigureKind gateKind();

}  // namespace ouroscope
