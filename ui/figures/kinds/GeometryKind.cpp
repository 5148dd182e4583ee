// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of states over the loops as a kind of figure.
#include <QJsonArray>
#include <algorithm>

#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/GeometryFigure.h"

namespace ouroscope {

QJsonArray checkedTokens(const QJsonValue& given) {
  if (given.isUndefined()) return {};
  bool right = given.isArray();
  for (const auto value : given.toArray())
    right = right && value.toInt(-1) >= 0 && value.toInt() == value.toDouble(-1);
  if (!right) throw Error("Figure recipe: options.tokens must be a list of positions from 0 on.");
  return given.toArray();
}

std::vector<int> chosenTokens(const Trace& trace, const FigureRecipe& recipe) {
  std::vector<int> tokens;
  for (const auto value : recipe.options.value("tokens").toArray())
    if (value.toInt() < trace.tokens()) tokens.push_back(value.toInt());
  if (std::ssize(tokens) > kMostSeries) tokens.resize(kMostSeries);
  return tokens;
}

namespace geometry_kind {
namespace {

const Measure& quantityOf(const FigureRecipe& recipe) {
  const QString id = recipe.options.value("quantity").toString("relative-step");
  if (const Measure* found = findCurve(id.toStdString())) return *found;
  throw Error("Figure recipe: options.quantity is \"" + id.toStdString() + "\".");
}

GeometryCurvePtr curveOf(const FigureInput& input, const FigureRecipe& recipe) {
  const Measure& info = quantityOf(recipe);
  if (info.needsHidden && !input.trace->info().captured.hidden)
    throw Error("The " + curveId(info).toStdString() +
                " needs hidden states: record the trace again with --capture hidden.");
  return geometryOf(input.trace, info);
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.6, 45.0, 100.0);
  auto figure = std::make_unique<GeometryFigure>();
  const QSizeF size(recipe.widthMm, height);
  figure->resize((size * kFigureUnitsPerMm).toSize());
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setCurve(input.trace, curveOf(input, recipe), chosenTokens(*input.trace, recipe));
  return plotDrawing(std::move(figure), size);
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  const GeometryCurvePtr curve = curveOf(input, recipe);
  FigureData data{
      {"series", "loop", curveId(quantityOf(recipe)), "lower_quartile", "upper_quartile", "tokens"},
      {}};
  for (int r = 0; r < trace.loops(); ++r) {
    const LoopSpread& spread = curve->spread[static_cast<std::size_t>(r)];
    data.rows.push_back({"median", QString::number(r + 1), dataNumber(spread.median),
                         dataNumber(spread.low), dataNumber(spread.high),
                         QString::number(spread.tokens)});
  }
  for (const int token : chosenTokens(trace, recipe))
    for (int r = 0; r < trace.loops(); ++r)
      data.rows.push_back({QStringLiteral("token %1").arg(token + 1), QString::number(r + 1),
                           dataNumber(static_cast<double>(curve->matrix[trace.at(token, r)])),
                           QString(), QString(), "1"});
  return data;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const Measure& info = quantityOf(recipe);
  const std::size_t chosen = chosenTokens(*input.trace, recipe).size();
  return QStringLiteral(
             "%1, %2, on the states after each loop's norm: median and interquartile range over "
             "%3 tokens%4.")
      .arg(coreText(info.curveName.empty() ? info.name : info.curveName), coreText(info.formula))
      .arg(input.trace->tokens())
      .arg(chosen ? QStringLiteral(", and the curves of single tokens (position and text)")
                  : QString());
}

QJsonObject options(const QJsonObject& given) {
  QStringList ids;
  for (const Measure* m : curveMeasures()) ids << curveId(*m);
  for (const QString& key : given.keys())
    if (key != "tokens" && (key != "quantity" || !findCurve(given[key].toString().toStdString())))
      throw Error("Figure recipe: options of a geometry figure are \"quantity\" (" +
                  ids.join(", ").toStdString() + ") and \"tokens\" (positions).");
  return {{"quantity", given.value("quantity").toString("relative-step")},
          {"tokens", checkedTokens(given.value("tokens"))}};
}

}  // namespace
}  // namespace geometry_kind

FigureKind geometryKind() {
  using namespace geometry_kind;
  return {"geometry", QT_TRANSLATE_NOOP("FigureKinds", "Geometry over the loops"),
          draw,       data,
          caption,    options};
}

}  // namespace ouroscope
