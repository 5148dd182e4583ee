// SPDX-License-Identifier: GPL-3.0-or-later
// The lens curves as a kind of figure.
#include <algorithm>

#include "core/analysis/LensTable.h"
#include "ui/figures/plots/LensCurvesFigure.h"

namespace ouroscope {
namespace {

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.62, 45.0, 110.0);
  auto figure = std::make_unique<LensCurvesFigure>();
  LensCurvesFigure* plot = figure.get();
  const QSizeF size(recipe.widthMm, height);
  plot->resize((size * kFigureUnitsPerMm).toSize());
  plot->setTheme(FigureTheme::paperTheme(recipe));
  plot->setTrace(input.trace, recipe);
  // The names at the curves' ends are pushed apart by the height of the laid out axis.
  return plotDrawing(std::move(figure), size,
                     [plot, token = recipe.token] { plot->setToken(token); });
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{{"position", "word", "loop", recipe.lensQuantity}, {}};
  const int token = lensFigureToken(trace, recipe);
  const LensQuantity quantity = lensQuantityFromName(recipe.lensQuantity.toStdString());
  for (const std::int32_t id : lensFigureWords(trace, recipe)) {
    const LensCurve curve = lensCurve(trace, token, id, quantity);
    for (int r = 0; r < trace.loops(); ++r)
      data.rows.push_back({QString::number(token + 1), dataToken(curve.bytes),
                           QString::number(r + 1),
                           dataNumber(curve.values[static_cast<std::size_t>(r)])});
  }
  return data;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  return QStringLiteral(
             "Evolution over the loops of the next-word distribution at token %1 (logit lens: "
             "state after the loop's final norm, then the output head).")
      .arg(lensFigureToken(*input.trace, recipe) + 1);
}

}  // namespace

FigureKind lensKind() {
  return {"lens", QT_TRANSLATE_NOOP("FigureKinds", "Lens curves of a token"), draw, data, caption};
}

}  // namespace ouroscope
