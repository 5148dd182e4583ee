// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {

/// Suffixes of the files that a figure can be written as: pdf, svg, png, csv, json.
QStringList figureFormats();

/// The bytes of a figure in one of figureFormats(). Plots are widgets, so everything but a table
/// must be made on the window's thread. The same recipe and trace give the same bytes on the same
/// machine. @throws Error as drawFigure and for another suffix
QByteArray renderFigure(const FigureInput& input, const FigureRecipe& recipe,
                        const QString& suffix);

/// Writes them whole or not at all. Any thread.
void writeFigure(const QByteArray& bytes, const QString& path);

/// renderFigure by the suffix of `path`, and writeFigure. @throws Error
void exportFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& path);

/// A recipe from the id of a kind (then rule.q is -1: as the trace was run), or from a file: a
/// recipe, or a PDF, SVG, PNG or JSON figure that carries one. @throws Error
FigureRecipe loadRecipe(const QString& kindOrFile);

}  // namespace ouroscope
