// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureExport.h"

#include <QFileInfo>
#include <QJsonArray>

#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/files/FigureCaption.h"
#include "ui/figures/files/FigureFiles.h"
#include "ui/figures/files/FigureTables.h"
#include "ui/figures/files/PaintWatch.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigurePage.h"

namespace ouroscope {

QStringList figureFormats() {
  return {"pdf", "svg", "png", "csv", "json"};
}

QByteArray renderFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& suffix,
                        const FigureFileOptions& options, std::vector<FigureWarning>* warnings) {
  if (!figureFormats().contains(suffix))
    throw Error("Unknown kind of figure file \"" + suffix.toStdString() +
                "\": end the name with ." + figureFormats().join(", .").toStdString() + ".");
  const PaperLanguage english;
  checkFigureInput(input, recipe);  // refuses what this trace does not have
  if (suffix == "csv") return csvOf(figureData(input, recipe), options.csvSafe);
  if (suffix == "json") return jsonOf(input, recipe);
  PaintWatch watch;
  const FigureNotes notes{
      QStringLiteral("Ouroscope figure: %1").arg(recipe.kind),
      figureCaption(input, recipe),
      recipeJson(recipe),
      suffix == "pdf" ? csvOf(figureData(input, recipe)) : QByteArray(),
      suffix == "svg" ? jsonOf(input, recipe, true, options.data) : QByteArray(),
      figureFamilies(recipe.fontFamily)};
  const FigureDrawing drawing = drawFigure(input, recipe);
  if (warnings) *warnings = checkFigure(input, recipe, drawing);
  const QByteArray bytes = suffix == "pdf"   ? pdfFile(drawing, notes)
                           : suffix == "svg" ? svgFile(drawing, notes, recipe.svgText == "outlines")
                                             : pngFile(drawing, notes, recipe.pngDpi);
  watch.check();
  return bytes;
}

void writeFigure(const QByteArray& bytes, const QString& path) {
  AtomicFile file(path.toStdString());
  file.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  file.commit();
}

void exportFigure(const FigureInput& input, const FigureRecipe& recipe, const QString& path) {
  writeFigure(renderFigure(input, recipe, QFileInfo(path).suffix().toLower()), path);
}

const Measure& usualMeasure(const Trace& run) {
  return run.hasGate() ? *FigureRecipe().measure : measure("entropy");
}

namespace {

/// Fills in the rule of `run` where `json` says nothing of one, and a measure that every model has
/// where it names none and the model has no gate.
void readAsRun(QJsonObject& json, const Trace& run) {
  if (!run.hasGate() && !json.contains("measure")) json["measure"] = measureId(usualMeasure(run));
  if (json.contains("q") || json.contains("budget")) return;
  const ReadoutRule rule = ruleOfRun(run);
  json["q"] = rule.q;
  json["budget"] = rule.budget;
}

}  // namespace

FigureRecipe loadRecipe(const QString& kindOrFile, const Trace* run, const Trace* other) {
  QJsonObject json;
  const bool kind = figureKindIds().contains(kindOrFile);
  if (kind) {
    json["kind"] = kindOrFile;
  } else {
    if (corpusFigureKindIds().contains(kindOrFile))
      throw Error("The figure \"" + kindOrFile.toStdString() +
                  "\" is of a corpus: give its folder.");
    if (!QFileInfo::exists(kindOrFile))
      throw Error(shownText(kindOrFile.toStdString(), 200) + " is neither a figure (" +
                  figureKindIds().join(", ").toStdString() + ") nor a file.");
    json = recipeInFile(kindOrFile);
  }
  if (run) {
    readAsRun(json, *run);
    QJsonObject options = json.value("options").toObject();
    const QJsonValue given = options.value("panels");
    QJsonArray panels;
    for (const auto panel : given.toArray()) {
      QJsonObject own = panel.toObject();
      if (panel.isObject() && !own.contains("corpus"))
        readAsRun(own, own.value("of_other").toBool() && other ? *other : *run);
      panels << (panel.isObject() ? QJsonValue(own) : QJsonValue(panel));
    }
    if (given.isArray()) {
      options["panels"] = panels;
      json["options"] = options;
    }
  }
  FigureRecipe recipe = recipeFromJson(json);
  if (recipe.ofOther) throw Error("Figure recipe: of_other belongs to the panels of a page.");
  if (kind && !run) recipe.rule.q = -1;
  return recipe;
}

FigureRecipe loadCorpusRecipe(const QString& kindOrFile) {
  if (kindOrFile == "page") return recipeFromJson({{"kind", kindOrFile}});
  if (corpusFigureKindIds().contains(kindOrFile))
    return recipeFromJson({{"kind", kindOrFile}, {"corpus", QJsonObject()}});
  if (!QFileInfo::exists(kindOrFile))
    throw Error(shownText(kindOrFile.toStdString(), 200) + " is neither a figure of a corpus (" +
                corpusFigureKindIds().join(", ").toStdString() + ", page) nor a file.");
  const FigureRecipe recipe = recipeFromJson(recipeInFile(kindOrFile));
  if (isOfTrace(recipe))
    throw Error(
        shownText(kindOrFile.toStdString(), 200) +
        (corpusParts(recipe).isEmpty()
             ? " is the recipe of a figure of traces: give a trace, or the name of a figure."
             : " is a page with figures of a trace, too: give the trace, and the corpus with "
               "--corpus."));
  return recipe;
}

}  // namespace ouroscope
