// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "ui/figures/FigureKinds.h"

namespace ouroscope {

/// What a figure of (recipe, input) draws, as a table. @throws Error
FigureData figureData(const FigureInput& input, const FigureRecipe& recipe);

/// The caption block of reference/interaction-and-figures.md section 6: model, hashes, dtype,
/// device, loops, exit rule in words, lens definition, exact replay or not, tool version.
QString figureCaption(const FigureInput& input, const FigureRecipe& recipe);

/// The bytes of a figure; `suffix` is "pdf", "svg", "png", "csv" or "json". Heatmap and lens are
/// widgets, so everything but a table must be made on the window's thread. @throws Error as
/// exportFigure.
QByteArray renderFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& suffix,
                        double pngDpi = 300);
/// Writes them whole or not at all. Any thread.
void writeFigure(const QByteArray& bytes, const QString& path);

/// Renders (recipe, trace) by the suffix of `path`: .pdf .svg .png .csv .json; on white, embedded
/// fonts, whole or not at all. PDF and SVG carry the recipe; the same recipe and trace give the
/// same bytes on the same machine.
/// @param pngDpi dots per inch of a PNG.
/// @throws Error for another suffix, an empty range, a full disk.
void exportFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& path,
                  double pngDpi = 300);

/// A recipe from the id of a kind or from a JSON file. @throws Error listing the names.
FigureRecipe loadRecipe(const QString& nameOrFile);

}  // namespace ouroscope
