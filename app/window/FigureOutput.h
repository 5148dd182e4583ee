// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "ui/figures/files/FigureExport.h"

namespace ouroscope {

/// How the command line writes figures.
struct FigureOutput {
  FigureFileOptions files;
  bool strict = false;  ///< a figure with a warning is not written
};

/// Draws a figure and writes it, with a warning for whatever a reviewer would complain about.
/// @param caption file for the caption: .txt plain, .tex a figure environment; empty: none
/// @param warn is given each sentence of checkFigure()
/// @throws Error as renderFigure, and where output.strict and there is a warning
void writeFigureFile(const FigureInput& input, const FigureRecipe& recipe, const QString& file,
                     const QString& caption, const FigureOutput& output,
                     const std::function<void(const QString&)>& warn);

/// One line on standard error.
void sayFigureWarning(const QString& file, const QString& sentence);

}  // namespace ouroscope
