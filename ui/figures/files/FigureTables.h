// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// RFC 4180: CRLF, a cell quoted only where it must be.
QByteArray csvOf(const FigureData& data);

/// An object with "caption", "recipe", "header" and "rows"; numbers as numbers, absent ones null.
QByteArray jsonOf(const FigureInput& input, const FigureRecipe& recipe, bool compact = false);

QByteArray recipeJson(const FigureRecipe& recipe);

}  // namespace ouroscope
