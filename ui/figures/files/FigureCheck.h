// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPolygonF>
#include <QString>
#include <vector>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// A piece of text as it is in a figure.
struct PlacedText {
  QString text;
  double points = 0;  ///< on paper
  QPolygonF outline;  ///< of its ink, figure units
};

/// All text that a drawing paints, in order: found by painting it, so that it holds for every kind.
std::vector<PlacedText> textOf(const FigureDrawing& drawing);

/// What a reviewer of a paper would complain about.
struct FigureWarning {
  enum class Kind { SmallText, ClippedText, OverlappingText, TooManyTokens };
  Kind kind;
  QString sentence;  ///< translated
};
/// @param drawing of (input, recipe)
std::vector<FigureWarning> checkFigure(const FigureInput& input, const FigureRecipe& recipe,
                                       const FigureDrawing& drawing);

/// Text on paper is not to be smaller.
constexpr double kLeastPoints = 6.0;

}  // namespace ouroscope
