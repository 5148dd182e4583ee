// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/analysis/Measures.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/plots/ExitLine.h"
#include "ui/figures/plots/TokenLoopPlot.h"

namespace ouroscope {

/// Tokens x loops, one measure, the exit line over it. The same object is shown in the window and
/// painted for export.
class HeatmapFigure : public TokenLoopPlot {
  Q_OBJECT
 public:
  explicit HeatmapFigure(QWidget* parent = nullptr);

  /// The trace and how to draw it: measure, orientation, range, limits, colour map, exit line on or
  /// off.
  /// @param known the readout of recipe.rule where the caller has it; else it is made
  void setTrace(TracePtr trace, const FigureRecipe& recipe, const Readout* known = nullptr);
  /// The slider's path: new exit loops (and gate-derived cells where the gate changed), no
  /// relayout. Fast: see docs/benchmarks.md.
  void setReadout(const Readout& readout);
  const FigureRecipe& recipe() const { return recipe_; }
  Limits limits() const { return limits_; }  ///< of the colours, as the colour bar says

 protected:
  void recolour() override;
  void makeLines() override;

 private:
  TracePtr trace_;
  FigureRecipe recipe_;
  Limits limits_;
  ExitLine* exitLine_ = nullptr;
};

/// Name, unit, limits and map of the colours that a recipe gives.
FigureScale heatmapScale(const Trace& trace, const FigureRecipe& recipe);

/// "heatmap": the cells shown, one row a token and loop.
FigureKind heatmapKind();

}  // namespace ouroscope
