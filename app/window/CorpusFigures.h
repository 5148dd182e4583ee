// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <vector>

#include "app/window/FigureOutput.h"

namespace ouroscope {

/// Figures of one corpus, each in every format: OUT/<corpus>.<kind>.<format>.
struct CorpusFigures {
  CorpusPtr corpus;
  FigureBatchFiles files;
  std::vector<FigureRecipe> recipes;
};

/// As runFigureBatch: names on standard output, faults and warnings on standard error; figures that
/// the corpus cannot give are passed over.
/// @return exit status: 0, 1 where something failed, 130 where stopped
int runCorpusFigures(const CorpusFigures& figures, const std::stop_token& stop);

/// Makes the report of a figure, with progress. @throws Error; Cancelled
void prepareReport(const Corpus& corpus, const FigureRecipe& recipe, const std::stop_token& stop);

}  // namespace ouroscope
