// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <vector>

#include "core/trace/Trace.h"
#include "ui/figures/FigureRecipe.h"

namespace ouroscope {

/// Exactly what a figure draws, as a table; the CSV export and the numbers attached to a PDF.
struct FigureData {
  QStringList header;
  std::vector<QStringList> rows;
};
FigureData figureData(const Trace& trace, const FigureRecipe& recipe);

/// The caption block of reference/interaction-and-figures.md section 6: model, hashes, dtype,
/// device, loops, exit rule in words, lens definition, exact replay or not, tool version.
QString figureCaption(const Trace& trace, const FigureRecipe& recipe);

/// The bytes of a figure; `suffix` is "pdf", "svg", "png" or "csv". Heatmap and lens are widgets,
/// so everything but a CSV must be made on the window's thread. @throws Error as exportFigure.
QByteArray renderFigure(TracePtr trace, const FigureRecipe& recipe, const QString& suffix,
                        double pngDpi = 300);
/// Writes them whole or not at all. Any thread.
void writeFigure(const QByteArray& bytes, const QString& path);

/// Renders (recipe, trace) by the suffix of `path`: .pdf .svg .png .csv; on white, embedded fonts,
/// whole or not at all. PDF and SVG carry the recipe; the same recipe and trace give the same bytes
/// on the same machine.
/// @param pngDpi dots per inch of a PNG.
/// @throws Error for another suffix, an empty range, a full disk.
void exportFigure(TracePtr trace, const FigureRecipe& recipe, const QString& path,
                  double pngDpi = 300);

/// Recipes by name for `ouroscope figure NAME TRACE`: "heatmap", "lens", "text".
QStringList namedFigures();
/// A recipe from a name or from a JSON file. @throws Error listing the names.
FigureRecipe loadRecipe(const QString& nameOrFile);

}  // namespace ouroscope
