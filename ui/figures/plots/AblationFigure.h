// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "core/analysis/AblationTable.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

using AblationPtr = std::shared_ptr<const AblationTable>;
/// The table of a trace, computed once. Takes up to seconds: in a job. @throws Cancelled
AblationPtr ablationOf(const TracePtr& trace, AblationBy by, std::stop_token stop = {},
                       const ProgressFn& progress = {});

/// What every added loop gave and took, in nats per token, for one group of an ablation: bars up
/// and down, their sum as a point with its interval, and where extra loops stop helping.
class AblationFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit AblationFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param table null: nothing. @param group index into its groups.
  void setTable(AblationPtr table, int group);

 private:
  void rebuild();
  AblationPtr table_;
  int group_ = 0;
  FigureTheme theme_;
  SwatchLegend* legend_;
};

/// "ablation": one row a group and added loop. Options: "by" (ablationGroupings), "group" (drawn).
FigureKind ablationKind();

}  // namespace ouroscope
