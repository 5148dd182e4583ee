// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/analysis/Answer.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/DepthColumns.h"
#include "ui/figures/plots/Shading.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {

/// The token whose answer a strip tells: the recipe's, else the last of the prompt.
int stripToken(const Trace& trace, const FigureRecipe& recipe);

/// Text with its depth over every word, the line of the loops allowed, and the answer in words:
/// what is exported of the strip.
class StripFigure {
 public:
  /// @param width layout units (1/96 inch on paper)
  StripFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme, double width);
  double height() const;
  void paint(QPainter& painter) const;

 private:
  TracePtr trace_;
  FigureRecipe recipe_;
  FigureTheme theme_;
  double width_, words_;  ///< of the figure, and of the words in it
  Readout read_;
  std::vector<DepthColumns::Column> depths_;
  DepthColumns columns_;
  ShadingScale depth_;
  Shading shading_;  ///< of the words, where they are shaded by anything but the depth
  bool shaded_ = false;
  TextFlow flow_;
  QString answer_;
  double answerHeight_ = 0;
};

/// "strip": one row a token.
FigureKind stripKind();

}  // namespace ouroscope
