// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QImage>
#include <QJsonObject>

#include "ui/figures/base/FigureKind.h"

namespace ouroscope {

/// Everything that goes into a file besides the picture.
struct FigureNotes {
  QString title;         ///< "Ouroscope figure: heatmap"
  QString caption;       ///< plain text
  QByteArray recipe;     ///< JSON
  QByteArray csv;        ///< what is drawn
  QByteArray json;       ///< caption, recipe and, where wanted, what is drawn
  QStringList families;  ///< of the text, first choice first: figureFamilies()
};

/// TrueType subsets, lossless maps; recipe.json and data.csv attached, caption and recipe in the
/// XMP. No date but figureDate().
QByteArray pdfFile(const FigureDrawing& drawing, const FigureNotes& notes);
/// Nothing outside a plot's axes; caption in <desc>, notes.json in <metadata>.
/// @param outlines text as outlines instead of text
QByteArray svgFile(const FigureDrawing& drawing, const FigureNotes& notes, bool outlines);
/// Caption and recipe in text chunks. @throws Error for a size beyond reason
QByteArray pngFile(const FigureDrawing& drawing, const FigureNotes& notes, double dpi);

/// The pixels of a figure, on white. @throws Error
QImage figureImage(const FigureDrawing& drawing, double dpi);

/// The recipe that one of the above (or a JSON export, or a recipe file) carries.
/// @throws Error
QJsonObject recipeInFile(const QString& path);

}  // namespace ouroscope
