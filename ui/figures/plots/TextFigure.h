// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/Shading.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {

/// Running text shaded by a measure, with its legend underneath; what is exported of the text view.
class TextFigure {
 public:
  /// @param width layout units (1/96 inch on paper)
  TextFigure(TracePtr trace, const FigureRecipe& recipe, const FigureTheme& theme, double width);
  double height() const;
  void paint(QPainter& painter) const;

 private:
  TracePtr trace_;
  FigureRecipe recipe_;
  FigureTheme theme_;
  double width_;
  Shading shading_;
  TextFlow flow_;
};

/// "text": one row a token.
FigureKind textKind();

}  // namespace ouroscope
