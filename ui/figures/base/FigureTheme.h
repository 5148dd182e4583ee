// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QFont>

#include "ui/figures/base/FigureRecipe.h"

namespace ouroscope {

/// Colours and type of a figure. Every export uses Paper, in any theme of the window.
struct FigureTheme {
  QColor background, text, axis, grid, accent, hover, selection, missing;
  QFont font;
  double lineWidth = 1.0;  ///< points on paper, logical pixels on screen
  bool paper = false;

  static FigureTheme light();
  static FigureTheme dark();
  /// Family, size and line width of the recipe.
  static FigureTheme paperTheme(const FigureRecipe& recipe);
};

}  // namespace ouroscope
