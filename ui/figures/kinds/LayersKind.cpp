// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the layers of all loops as a kind of figure.
#include <algorithm>

#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/plots/LayersFigure.h"

namespace ouroscope {
namespace layers_kind {
namespace {

const QStringList kAlong{"virtual", "layers", "loops"};

const LayerNumber& numberOf(const FigureRecipe& recipe) {
  return layerNumber(recipe.options.value("number").toString("norm").toStdString());
}

LayerAxis alongOf(const FigureRecipe& recipe) {
  return static_cast<LayerAxis>(
      std::max<qsizetype>(0, kAlong.indexOf(recipe.options.value("along").toString("virtual"))));
}

LayerCurves curvesOf(const FigureInput& input, const FigureRecipe& recipe) {
  const LayerNumber& number = numberOf(recipe);
  if (!hasLayerNumber(*input.trace, number))
    throw Error("The trace does not hold \"" + std::string(number.id) +
                "\": record it with --capture " + (number.ofHeads ? "attention" : "layers") +
                " (traces of earlier versions may lack it).");
  const TokenRange range = tokenRange(*input.trace, recipe);
  return layerCurves(*input.trace, number, range.first, range.last);
}

QString titled(std::string_view name, const LayerNumber& number) {
  const QString text = coreText(name);
  return number.unit.empty() ? text : QStringLiteral("%1 (%2)").arg(text, coreText(number.unit));
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const LayerNumber& number = numberOf(recipe);
  auto figure = std::make_unique<LayersFigure>();
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setCurves(curvesOf(input, recipe), alongOf(recipe),
                    {titled(number.name, number), titled(number.brief, number)},
                    input.trace->info().loopsTrained);
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.55, 45.0, 85.0);
  LayersFigure* const plot = figure.get();
  return plotDrawing(std::move(figure), QSizeF(recipe.widthMm, height),
                     [plot] { plot->refreshLabels(); });
}

FigureData table(const FigureInput& input, const FigureRecipe& recipe) {
  const LayerCurves curves = curvesOf(input, recipe);
  FigureData out{{"loop", "layer", "tokens", "mean", "lower_quartile", "median", "upper_quartile"},
                 {}};
  for (int loop = 0; loop < curves.loops; ++loop)
    for (int layer = 0; layer < curves.layers; ++layer) {
      const Spread& cell = curves.at(loop, layer);
      out.rows.push_back({QString::number(loop + 1), QString::number(layer + 1),
                          QString::number(cell.count), dataNumber(cell.mean),
                          dataNumber(cell.lower), dataNumber(cell.median), dataNumber(cell.upper)});
    }
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const LayerNumber& number = numberOf(recipe);
  const TokenRange range = tokenRange(*input.trace, recipe);
  QString text =
      QStringLiteral("%1, mean over %2 tokens%3, by ")
          .arg(titled(number.name, number))
          .arg(range.last - range.first + 1)
          .arg(number.ofHeads ? QStringLiteral(" and %1 heads").arg(input.trace->info().heads)
                              : QString());
  switch (alongOf(recipe)) {
    case LayerAxis::Virtual:
      text += QStringLiteral(
          "layer of all loops one after the other; bands from the first to the third quartile, "
          "lines between loops.");
      break;
    case LayerAxis::Layers:
      text += QStringLiteral("layer, one line a loop.");
      break;
    case LayerAxis::Loops:
      text += QStringLiteral("loop, one line a layer.");
      break;
  }
  const int trained = input.trace->info().loopsTrained;
  if (trained < input.trace->loops() && alongOf(recipe) != LayerAxis::Layers)
    text +=
        QStringLiteral(" Dashed: beyond it lie more than the %1 loops of training.").arg(trained);
  return text;
}

QJsonObject options(const QJsonObject& given) {
  QJsonObject out{{"number", "norm"}, {"along", "virtual"}};
  for (const QString& key : given.keys()) {
    const QString value = given[key].toString();
    if (key == "number" && given[key].isString())
      layerNumber(value.toStdString());
    else if (key != "along" || !kAlong.contains(value))
      throw Error(
          "Figure recipe: options of layers are \"number\" (a name) and \"along\" (virtual, layers "
          "or loops).");
    out[key] = value;
  }
  return out;
}

}  // namespace
}  // namespace layers_kind

FigureKind layersKind() {
  using namespace layers_kind;
  FigureKind kind{"layers", QT_TRANSLATE_NOOP("FigureKinds", "Numbers of layers"),
                  draw,     table,
                  caption,  options};
  kind.range = FigureKind::Range::Tokens;
  kind.missing = [](const Trace& trace) {
    const auto has = [&](const LayerNumber& number) { return hasLayerNumber(trace, number); };
    return std::ranges::any_of(layerNumbers(), has)
               ? QString()
               : QStringLiteral(
                     "No numbers of layers were captured: record the trace with --capture layers, "
                     "layer-numbers or attention.");
  };
  return kind;
}

}  // namespace ouroscope
