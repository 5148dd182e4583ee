// SPDX-License-Identifier: GPL-3.0-or-later
// The lens curves as a kind of figure.
#include <algorithm>

#include "core/analysis/LensTable.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "ui/base/TokenText.h"
#include "ui/figures/plots/LensCurvesFigure.h"

namespace ouroscope {
namespace lens_kind {
namespace {

/// @throws Error for a word of the recipe that is nowhere in the record
void checkWords(const Trace& trace, const FigureRecipe& recipe) {
  for (const QString& word : recipe.words)
    if (const std::string name = word.toStdString(); wordId(trace, name) < 0)
      throw Error("The word " + shownText(name) +
                  " is not one token of the record: record the trace again with --track.");
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  chosenToken(*input.trace, recipe);
  checkWords(*input.trace, recipe);
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
  const int token = chosenToken(trace, recipe);
  checkWords(trace, recipe);
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
  const int token = chosenToken(*input.trace, recipe);
  return QStringLiteral(
             "Evolution over the loops of the next-word distribution after token %1, "
             "\u201c%2\u201d "
             "(logit lens: state after the loop's final norm, then the output head).")
      .arg(QString::number(token + 1), tokenLabel(input.trace->columns().tokenBytes[token]));
}

}  // namespace
}  // namespace lens_kind

FigureKind lensKind() {
  using namespace lens_kind;
  return {"lens", QT_TRANSLATE_NOOP("FigureKinds", "Lens curves of a token"), draw, data, caption};
}

}  // namespace ouroscope
