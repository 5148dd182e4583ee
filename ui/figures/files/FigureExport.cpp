// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureExport.h"

#include <QFileInfo>

#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureFiles.h"
#include "ui/figures/files/FigureTables.h"

namespace ouroscope {

QStringList figureFormats() {
  return {"pdf", "svg", "png", "csv", "json"};
}

QByteArray renderFigure(const FigureInput& input, const FigureRecipe& recipe,
                        const QString& suffix) {
  if (!figureFormats().contains(suffix))
    throw Error("Unknown kind of figure file \"" + suffix.toStdString() +
                "\": end the name with ." + figureFormats().join(", .").toStdString() + ".");
  const PaperLanguage english;
  checkFigureInput(input, recipe);  // refuses what this trace does not have
  if (suffix == "csv") return csvOf(figureData(input, recipe));
  if (suffix == "json") return jsonOf(input, recipe);
  const FigureNotes notes{QStringLiteral("Ouroscope figure: %1").arg(recipe.kind),
                          figureCaption(input, recipe), recipeJson(recipe),
                          csvOf(figureData(input, recipe)), jsonOf(input, recipe, true)};
  const FigureDrawing drawing = drawFigure(input, recipe);
  return suffix == "pdf"   ? pdfFile(drawing, notes)
         : suffix == "svg" ? svgFile(drawing, notes, recipe.svgText == "outlines")
                           : pngFile(drawing, notes, recipe.pngDpi);
}

void writeFigure(const QByteArray& bytes, const QString& path) {
  AtomicFile file(path.toStdString());
  file.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  file.commit();
}

void exportFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& path) {
  writeFigure(renderFigure(input, recipe, QFileInfo(path).suffix().toLower()), path);
}

FigureRecipe loadRecipe(const QString& kindOrFile) {
  if (figureKindIds().contains(kindOrFile)) {
    FigureRecipe recipe;
    recipe.kind = kindOrFile;
    recipe = recipeFromJson(recipe.toJson());
    recipe.rule.q = -1;
    return recipe;
  }
  if (!QFileInfo::exists(kindOrFile))
    throw Error("\"" + kindOrFile.toStdString() + "\" is neither a figure (" +
                figureKindIds().join(", ").toStdString() + ") nor a file.");
  return recipeFromJson(recipeInFile(kindOrFile));
}

}  // namespace ouroscope
