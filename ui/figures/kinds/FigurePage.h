// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include <QList>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// Figures in a grid with letters: the options of the kind "page". Width, type, lines and colour
/// map are the page's, so that all panels look alike; everything else is each panel's own recipe.
/// Panels are of the trace, of the second one (FigureRecipe::ofOther), or of the corpus where their
/// recipe has a `corpus`.
struct FigurePage {
  static constexpr int kMostPanels = 12;

  int columns = 1;
  QString letters = "a";  ///< "none", "a", "A" or "(a)"
  bool sharedLimits =
      true;  ///< equal measures have equal colour limits, and one bar if all are equal
  double gapMm = 4;
  QList<FigureRecipe> panels;

  QJsonObject toOptions() const;
  /// @throws Error naming the field
  static FigurePage fromOptions(const QJsonObject& options);
};

/// The figures of a corpus in a recipe, in their order: itself, or panels of a page.
QList<FigureRecipe> corpusParts(const FigureRecipe& recipe);
/// Whether some of it is of a trace: all but figures of a corpus, and pages of nothing else.
bool isOfTrace(const FigureRecipe& recipe);
bool hasPanelsOfOther(const FigureRecipe& recipe);
/// What a panel of a page is drawn from: the trace, the second one, or the corpus. @throws Error
/// where the page was not given it
FigureInput panelInput(const FigureInput& input, const FigureRecipe& panel);

/// "a", "B", "(c)" ...; empty for "none" and for a panel that is alone.
QString panelLetter(const FigurePage& page, int panel);

/// The reading rule that a figure's caption states: that of a page's panels of one trace, none
/// where they differ.
std::optional<ReadoutRule> captionRule(const FigureRecipe& recipe, bool ofOther = false);

/// The panels as they are drawn: with the page's width, type and limits.
struct PagePlan {
  struct Panel {
    FigureRecipe recipe;
    double xMm = 0, widthMm = 0;
    int row = 0;
  };
  std::vector<Panel> panels;
  int rows = 0;
  bool oneBar = false;
  FigureScale bar;
  double barMm = 0;  ///< width at the right that the bar takes
};
PagePlan planPage(const FigureInput& input, const FigureRecipe& page);

/// One figure whose tokens do not fit, as a page of rows.
/// @param rows 0: each holds as many tokens as are readable
/// @throws Error where that would be more than kMostPanels rows, and for kinds without a range
FigureRecipe splitIntoRows(const FigureInput& input, const FigureRecipe& recipe, int rows = 0);

/// "page": one row a row of a panel's table, the columns of all panels, "panel" first.
FigureKind pageKind();

}  // namespace ouroscope
