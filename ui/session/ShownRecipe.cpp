// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/ShownRecipe.h"

#include <algorithm>

#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {

FigureRecipe shownRecipe(const ViewState& state, const QString& kind) {
  constexpr int kMostText = 400;
  FigureRecipe recipe;
  recipe.kind = kind;
  recipe = recipeFromJson(recipe.toJson());  // the kind's own defaults
  recipe.rule = state.rule();
  recipe.measure = state.measure();
  recipe.tokenMeasure = state.tokenMeasure();
  recipe.lensQuantity = state.lensQuantity();
  recipe.words = state.trackedWords();
  recipe.token = state.selectedToken();
  if (kind == "text" && state.trace() && state.trace()->tokens() > kMostText) {
    recipe.firstToken =
        std::clamp(state.selectedToken() - kMostText / 2, 0, state.trace()->tokens() - kMostText);
    recipe.lastToken = recipe.firstToken + kMostText - 1;
  }
  return recipe;
}

}  // namespace ouroscope
