// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPolygonF>
#include <QString>
#include <optional>
#include <vector>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// A piece of text as it is in a figure.
struct PlacedText {
  QString text;
  double points = 0;  ///< on paper
  QPolygonF outline;  ///< of its ink, figure units
  QString missing;    ///< its characters that no installed font has, once each
};

/// All text that a drawing paints, in order: found by painting it, so that it holds for every kind.
std::vector<PlacedText> textOf(const FigureDrawing& drawing);

/// What a reviewer of a paper would complain about.
struct FigureWarning {
  enum class Kind { SmallText, ClippedText, OverlappingText, TooManyTokens, MissingGlyphs };
  Kind kind;
  QString sentence;  ///< translated
};
/// Tokens that a figure shows, and how many of them would have readable words.
struct ManyTokens {
  int shown = 0, readable = 0;
};
/// Nothing where all are readable, or where the kind does not name tokens.
std::optional<ManyTokens> tooManyTokens(const FigureInput& input, const FigureRecipe& recipe);

/// @param drawing of (input, recipe)
std::vector<FigureWarning> checkFigure(const FigureInput& input, const FigureRecipe& recipe,
                                       const FigureDrawing& drawing);

}  // namespace ouroscope
