// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QFont>

#include "ui/figures/base/ColourMap.h"
#include "ui/figures/base/FigureRecipe.h"

namespace ouroscope {

/// Colours and type of a figure. Every export uses Paper, in any theme of the window.
struct FigureTheme {
  QColor background, text, axis, grid;
  QColor accent;  ///< where a token is read, and nothing else
  QColor hover, selection, missing;
  QFont font;
  double lineWidth = 1.0;  ///< points on paper, logical pixels on screen
  bool paper = false;
  bool night = false;  ///< a dark ground: depth and measures are then light where they strike
  QColor warning = QColor(0x8a, 0x5a, 0x00);  ///< amber, as text on the ground

  /// The colour of a loop, counted from 0: the same in every trace and view.
  QColor loopColour(int loop) const { return ColourMap::depth(night).loopColour(loop); }

  /// A line's colour as its words have it: as far towards the text's as they need to be read.
  QColor inked(const QColor& colour) const;

  static FigureTheme light();
  static FigureTheme dark();
  /// Family, size and line width of the recipe. @throws Error for a family that is not installed
  static FigureTheme paperTheme(const FigureRecipe& recipe);
};

/// Text on paper is not to be smaller.
inline constexpr double kLeastPoints = 6.0;

/// The families of a recipe's text, first choice first, the generic one ("serif") last: what a PDF
/// embeds and what an SVG names. @throws Error for a family that is not installed
QStringList figureFamilies(const QString& family);

}  // namespace ouroscope
