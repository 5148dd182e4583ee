// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "core/analysis/Geometry.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

using OrbitsPtr = std::shared_ptr<const Orbits>;
/// The basis of a trace, computed once: seconds for long traces, so in a job. @throws Error where
/// no hidden states were captured; Cancelled
OrbitsPtr orbitsFor(const TracePtr& trace, std::stop_token stop = {},
                    const ProgressFn& progress = {});
/// What orbitsFor has computed before; null otherwise.
OrbitsPtr orbitsKnown(const TracePtr& trace);
inline constexpr int kOrbitComponents = 6;

/// The way of chosen tokens through two principal components, loop by loop, over a cloud of the
/// states of many tokens shaded by their loop. The axes state their share of the variance.
class OrbitFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit OrbitFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param pair 0: components 1 and 2, 1: 3 and 4, 2: 5 and 6. @param tokens the first
  /// kMostSeries are drawn.
  void setOrbits(TracePtr trace, OrbitsPtr orbits, int pair, std::vector<int> tokens);

 signals:
  void pointClicked(int token, int loop);  ///< a state of an orbit or of the cloud

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  void rebuild();
  void fitRange();
  void spreadNumbers();
  struct Point {
    double x, y;
    int token, loop;
  };
  TracePtr trace_;
  OrbitsPtr orbits_;
  int pair_ = 0;
  std::vector<int> tokens_;
  std::vector<QCPItemText*> numbers_;  ///< of the loops, along the orbits
  std::vector<Point> points_;          ///< all that is drawn, for clicks
  QPoint pressed_;
  FigureTheme theme_;
  SwatchLegend* legend_;
  void mousePressEvent(QMouseEvent* event) override;
};

/// "orbits": coordinates of the chosen tokens and of the cloud. Options: "components" ("1-2",
/// "3-4", "5-6"), "tokens" (positions from 0; none: four spread over the text).
FigureKind orbitKind();

}  // namespace ouroscope
