// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <stop_token>
#include <vector>

#include "app/window/FigureOutput.h"
#include "ui/figures/base/FigureRecipe.h"

namespace ouroscope {

/// Every recipe, of every trace of a folder, in every format.
struct FigureBatch {
  QString folder;  ///< its *.trace.safetensors files are drawn
  FigureBatchFiles files;
  std::vector<FigureRecipe> recipes;  ///< rule.q of -1: as each trace was run
  /// Sets the gate in a trace; null: the recipes' own. @throws Error where the trace lacks it
  std::function<void(const Trace& trace, FigureRecipe& recipe)> chooseGate = {};
  bool usualMeasure =
      true;  ///< heatmaps show usualMeasure() of each trace, not the recipes' measure
  /// Equal measures have equal colour limits in all traces. They are read once more for that.
  bool sharedLimits = false;
};

/// Writes OUT/<trace>.<kind>.<format>, says each name on standard output, what failed on standard
/// error (one line each), and goes on. Warnings go there too. Figures that a trace cannot give
/// (nothing captured, two traces needed, a range for a kind that takes none) are passed over. On a
/// stop request the file under way is finished or absent.
/// @return exit status: 0, 1 where something failed, 130 where stopped
int runFigureBatch(const FigureBatch& batch, std::stop_token stop);

}  // namespace ouroscope
