// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "ui/figures/files/FigureCheck.h"
#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {

/// Suffixes of the files that a figure can be written as: pdf, svg, png, csv, json.
QStringList figureFormats();

/// What a file holds besides the picture. The picture itself depends on the recipe alone.
struct FigureFileOptions {
  bool csvSafe = false;  ///< no cell of a CSV is a formula to a spreadsheet: csvLine()
  bool data = true;      ///< an SVG carries the table of what it draws
};

/// The bytes of a figure in one of figureFormats(). Plots are widgets, so everything but a table
/// must be made on the window's thread. The same recipe and trace give the same bytes on the same
/// machine, in every time zone, language and resolution of the screen.
/// @param warnings what checkFigure() says of the picture; none for tables
/// @throws Error as drawFigure, for another suffix, and where the picture is not complete
QByteArray renderFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& suffix,
                        const FigureFileOptions& options = {},
                        std::vector<FigureWarning>* warnings = nullptr);

/// Writes them whole or not at all. Any thread.
void writeFigure(const QByteArray& bytes, const QString& path);

/// renderFigure by the suffix of `path`, and writeFigure. @throws Error
void exportFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& path);

/// What a heatmap shows that names no measure: the exit probability, or the entropy where the model
/// has no exit gate.
const Measure& usualMeasure(const Trace& run);

/// A recipe from the id of a kind, or from a file: a recipe, or a PDF, SVG, PNG or JSON figure that
/// carries one.
/// @param run where the recipe or one of its panels says neither "q" nor "budget", it is read as
/// this trace was run; null: then rule.q is -1 for a kind, and 1 for a file
/// @throws Error
/// @param other the second trace, as whose run its panels of a page are read
FigureRecipe loadRecipe(const QString& kindOrFile, const Trace* run = nullptr,
                        const Trace* other = nullptr);
/// The same for a figure of a corpus. @throws Error, also for a recipe of traces
FigureRecipe loadCorpusRecipe(const QString& kindOrFile);

}  // namespace ouroscope
