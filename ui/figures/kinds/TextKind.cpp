// SPDX-License-Identifier: GPL-3.0-or-later
// The shaded text as a kind of figure.
#include <qcustomplot.h>

#include "ui/base/Names.h"
#include "ui/figures/plots/TextFigure.h"

namespace ouroscope {
namespace text_kind {
namespace {

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  tokenRange(*input.trace, recipe);
  const auto figure = std::make_shared<TextFigure>(
      input.trace, recipe, FigureTheme::paperTheme(recipe), recipe.widthMm * kFigureUnitsPerMm);
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : figure->height() / kFigureUnitsPerMm;
  return {QSizeF(recipe.widthMm, height),
          [figure](QCPPainter& painter) { figure->paint(painter); }};
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{{"position", "token", measureId(*recipe.tokenMeasure), "exit_loop"}, {}};
  const Readout read = readout(trace, recipe.rule);
  const auto values = tokenMeasure(trace, *recipe.tokenMeasure, read);
  const TokenRange range = tokenRange(trace, recipe);
  for (int t = range.first; t <= range.last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    data.rows.push_back({QString::number(t + 1), dataToken(trace.columns().tokenBytes[i]),
                         dataNumber(static_cast<double>(values[i])),
                         QString::number(read.loop[i] + 1)});
  }
  return data;
}

QString caption(const FigureInput&, const FigureRecipe& recipe) {
  return QStringLiteral("%1 of every token; digits give the exit loop.")
      .arg(coreText(recipe.tokenMeasure->exitName.empty() ? recipe.tokenMeasure->name
                                                          : recipe.tokenMeasure->exitName));
}

}  // namespace
}  // namespace text_kind

FigureKind textKind() {
  using namespace text_kind;
  FigureKind kind{"text", QT_TRANSLATE_NOOP("FigureKinds", "Shaded text"), draw, data, caption};
  kind.range = FigureKind::Range::Tokens;
  kind.measure = &FigureRecipe::tokenMeasure;
  return kind;
}

}  // namespace ouroscope
