// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/kinds/FigureKinds.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigurePage.h"
#include "ui/figures/plots/AblationFigure.h"
#include "ui/figures/plots/AnswerMapFigure.h"
#include "ui/figures/plots/CausalMapFigure.h"
#include "ui/figures/plots/CompareFigure.h"
#include "ui/figures/plots/DepthRibbon.h"
#include "ui/figures/plots/ExitHistogramFigure.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/figures/plots/GateFigure.h"
#include "ui/figures/plots/GeometryFigure.h"
#include "ui/figures/plots/HandoutFigure.h"
#include "ui/figures/plots/HeatmapFigure.h"
#include "ui/figures/plots/LayersFigure.h"
#include "ui/figures/plots/LensCurvesFigure.h"
#include "ui/figures/plots/LossFigure.h"
#include "ui/figures/plots/MatrixFigure.h"
#include "ui/figures/plots/OperatingCurveFigure.h"
#include "ui/figures/plots/OrbitFigure.h"
#include "ui/figures/plots/StripFigure.h"
#include "ui/figures/plots/TextFigure.h"

namespace ouroscope {
namespace {

/// 14,400 points; TeX takes a little more.
constexpr double kLongestMm = 14400 * 25.4 / 72;

const FigureKind& kindFor(const FigureInput& input, const FigureRecipe& recipe) {
  const FigureKind& kind = figureKind(recipe.kind);
  if (!input.trace) {
    if (!isOfTrace(recipe)) return kind;
    throw Error("The figure \"" + recipe.kind.toStdString() + "\" is of a trace: give its file.");
  }
  checkAgainst(*input.trace, recipe);
  using Range = FigureKind::Range;
  if (kind.range == Range::Tokens) tokenRange(*input.trace, recipe);
  if (kind.range == Range::None && (recipe.firstToken > 0 || recipe.lastToken >= 0))
    throw Error("The figure \"" + recipe.kind.toStdString() + "\" takes no range of tokens.");
  if (kind.needsOther && !input.other)
    throw Error("The figure \"" + recipe.kind.toStdString() + "\" compares two traces: give both.");
  if (kind.measure && !(recipe.*kind.measure)->knownTo(*input.trace, recipe.rule.gate))
    throw Error("The model of this trace has no exit gate, so there is no measure \"" +
                std::string((recipe.*kind.measure)->id) +
                "\": choose another one, for example entropy.");
  if (kind.missing)
    if (const QString reason = kind.missing(*input.trace); !reason.isEmpty())
      throw Error(reason.toStdString());
  return kind;
}

}  // namespace

std::span<const FigureKind> figureKinds() {
  // One line a kind; the order is that of menus.
  static const FigureKind kinds[] = {
      heatmapKind(),       lensKind(),      stripKind(),        textKind(),
      ribbonKind(),        answerMapKind(), ablationKind(),     geometryKind(),
      orbitKind(),         compareKind(),   compareRulesKind(), operatingCurveKind(),
      exitHistogramKind(), gateKind(),      exitRulesKind(),    pairsKind(),
      layersKind(),        lossKind(),      causalMapKind(),    pageKind(),
      handoutKind(),
  };
  return kinds;
}

QStringList figureKindIds() {
  QStringList ids;
  for (const FigureKind& kind : figureKinds()) ids << kind.id;
  return ids;
}

const FigureKind& figureKind(const QString& id) {
  for (const FigureKind& kind : figureKinds())
    if (id == kind.id) return kind;
  throw Error("There is no figure \"" + id.toStdString() + "\": choose one of " +
              figureKindIds().join(", ").toStdString() + ".");
}

FigureRecipe recipeFromJson(const QJsonObject& json) {
  const bool corpus = json.contains("corpus");
  FigureRecipe recipe =
      FigureRecipe::commonFields(json, corpus ? corpusFigureKindIds() : figureKindIds());
  const FigureKind* ofTraces = corpus ? nullptr : &figureKind(recipe.kind);
  if (ofTraces && ofTraces->sheetMm > 0) {
    if (!json.contains("width_mm")) recipe.widthMm = ofTraces->sheetMm;
    if (!json.contains("font_points")) recipe.fontPoints = ofTraces->sheetPoints;
  }
  const auto check = corpus ? corpusFigureKind(recipe.kind).options : ofTraces->options;
  if (check)
    recipe.options = check(recipe.options);
  else if (!recipe.options.isEmpty())
    throw Error("Figure recipe: options must be empty for the figure \"" +
                recipe.kind.toStdString() + "\".");
  if (corpus) checkCorpusRecipe(recipe);
  return recipe;
}

FigureDrawing drawFigure(const FigureInput& input, const FigureRecipe& recipe) {
  const PaperLanguage english;
  FigureDrawing drawing =
      recipe.corpus ? drawCorpusFigure(input, recipe) : kindFor(input, recipe).draw(input, recipe);
  if (const double longest = std::max(drawing.sizeMm.width(), drawing.sizeMm.height());
      longest > kLongestMm)
    throw Error("The figure would be " + std::to_string(std::lround(longest)) +
                " mm long, and PDF readers and TeX take " +
                std::to_string(std::lround(kLongestMm)) +
                " mm: show fewer tokens (--tokens A-B), or make it wider.");
  // Plots word some labels while they are painted.
  drawing.paint = [paint = std::move(drawing.paint)](QCPPainter& painter) {
    const PaperLanguage paper;
    paint(painter);
  };
  return drawing;
}

FigureData figureData(const FigureInput& input, const FigureRecipe& recipe) {
  const PaperLanguage english;
  return recipe.corpus ? corpusFigureData(input, recipe)
                       : kindFor(input, recipe).data(input, recipe);
}

void checkFigureInput(const FigureInput& input, const FigureRecipe& recipe) {
  if (recipe.corpus)
    checkCorpusRecipe(recipe);
  else
    kindFor(input, recipe);
}

}  // namespace ouroscope
