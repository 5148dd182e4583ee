// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/analysis/AnswerDynamics.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/plots/TokenLoopPlot.h"

namespace ouroscope {

class SwatchLegend;

/// Tokens x loops: is the best word of a loop right, and is it the one the last loop ends with?
/// A line runs under the loop of the first commit, another under that of the last flip.
class AnswerMapFigure : public TokenLoopPlot {
  Q_OBJECT
 public:
  explicit AnswerMapFigure(QWidget* parent = nullptr);
  /// Of the recipe: range, axis order; options.lines (true) draws the two lines.
  void setTrace(TracePtr trace, const FigureRecipe& recipe);

 protected:
  void recolour() override;
  void makeLines() override;
  void placeMarks() override;

 private:
  void drawLines();
  void showLines();
  TracePtr trace_;
  FigureRecipe recipe_;
  AnswerDynamics dynamics_;
  ColourMap map_;
  SwatchLegend* legend_;
  QCPGraph *commitHalo_ = nullptr, *commit_ = nullptr, *flip_ = nullptr;
};

/// "answer-map": the state of every token and loop.
FigureKind answerMapKind();

}  // namespace ouroscope
