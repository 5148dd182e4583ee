// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QStringList>
#include <span>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// The table of kinds of figures, in the order of menus.
std::span<const FigureKind> figureKinds();
QStringList figureKindIds();
/// @throws Error listing the kinds
const FigureKind& figureKind(const QString& id);

/// A recipe with all of its fields checked, those of its kind too.
/// @throws Error naming the field and the allowed values
FigureRecipe recipeFromJson(const QJsonObject& json);

/// Lays a figure out, in English in every language of the window. On the window's thread. @throws
/// Error, also where the recipe asks for what the trace does not have: a gate, loops, tokens, a
/// second trace
FigureDrawing drawFigure(const FigureInput& input, const FigureRecipe& recipe);

/// What drawFigure(input, recipe) draws, as a table. Any thread. @throws Error as drawFigure
FigureData figureData(const FigureInput& input, const FigureRecipe& recipe);

/// @throws Error where drawFigure would refuse: this trace does not have what the recipe asks for
void checkFigureInput(const FigureInput& input, const FigureRecipe& recipe);

}  // namespace ouroscope
