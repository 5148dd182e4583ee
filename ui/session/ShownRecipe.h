// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/figures/base/FigureRecipe.h"
#include "ui/state/ViewState.h"

namespace ouroscope {

/// The recipe of a kind of figure as the window shows its trace now: reading rule, measures, words,
/// selected token. Of a long text only the part around the selection: paper has an end.
FigureRecipe shownRecipe(const ViewState& state, const QString& kind);

}  // namespace ouroscope
