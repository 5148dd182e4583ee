// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "core/analysis/Measures.h"
#include "ui/figures/FigureRecipe.h"
#include "ui/figures/FigureTheme.h"

namespace ouroscope {

class PooledHeatmap;

/// Tokens x loops, one measure, the exit line over it. The same object is shown in the window and painted for export.
/// It knows nothing of ViewState: its owner sets data, selection and hover, and listens to its signals.
class HeatmapFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit HeatmapFigure(QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  /// The trace and how to draw it: measure, orientation, range, limits, colour map, exit line on or off.
  void setTrace(TracePtr trace, const FigureRecipe& recipe);
  /// The slider's path: new exit loops (and gate-derived cells where the gate changed), no relayout. Fast: see docs/benchmarks.md.
  void setReadout(const Readout& readout);
  void setSelection(int token, int loop);  ///< -1 for none; drawn on an overlay layer
  void setHover(int token, int loop);
  void showTokens(int first, int last);    ///< zoom
  const FigureRecipe& recipe() const;

 signals:
  void cellHovered(int token, int loop);  ///< -1, -1 when the pointer leaves
  void cellClicked(int token, int loop);
  void rangeChanged(int first, int last);
};

}  // namespace ouroscope
