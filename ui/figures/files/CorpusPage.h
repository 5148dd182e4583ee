// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <vector>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// A corpus as one HTML file: what it is of, every figure as SVG in the page with its caption, and
/// the numbers of each figure as a table. It has no script and loads nothing, and says so to the
/// browser. Equal corpora and recipes give equal pages. On the window's thread, plots being
/// widgets.
/// @param recipes of figures of the corpus; those that it cannot give are named with the reason
/// @throws Error as renderFigure
QByteArray corpusPage(const CorpusPtr& corpus, const std::vector<FigureRecipe>& recipes);

}  // namespace ouroscope
