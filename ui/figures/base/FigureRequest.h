// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// A picture that somebody wants: how it is drawn and what it is drawn from. It holds the traces
/// themselves, so it stays the same picture while they are closed or another one is shown.
struct FigureRequest {
  FigureRecipe recipe;
  FigureInput input;
};

}  // namespace ouroscope
