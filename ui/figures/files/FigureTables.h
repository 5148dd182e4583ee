// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// RFC 4180; `safe` as for csvLine() (files/Sinks.h).
QByteArray csvOf(const FigureData& data, bool safe = false);

/// An object with "caption", "recipe", "header" and "rows"; numbers as numbers, absent ones null.
/// @param rows false: caption and recipe alone
QByteArray jsonOf(const FigureInput& input, const FigureRecipe& recipe, bool compact = false,
                  bool rows = true);

QByteArray recipeJson(const FigureRecipe& recipe);

}  // namespace ouroscope
