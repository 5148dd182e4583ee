// SPDX-License-Identifier: GPL-3.0-or-later
// The exit loops of all tokens as a kind of figure.
#include <algorithm>

#include "core/analysis/ExitAnalysis.h"
#include "ui/figures/plots/ExitHistogramFigure.h"

namespace ouroscope {
namespace exit_histogram_kind {
namespace {

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const Readout read = readout(*input.trace, recipe.rule);
  auto figure = std::make_unique<ExitHistogramFigure>();
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setCounts(read.histogram, read.meanLoops);
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.55, 40.0, 80.0);
  return plotDrawing(std::move(figure), QSizeF(recipe.widthMm, height));
}

FigureData table(const FigureInput& input, const FigureRecipe& recipe) {
  const Readout read = readout(*input.trace, recipe.rule);
  FigureData out{{"loop", "tokens", "share"}, {}, {}};
  for (std::size_t r = 0; r < read.histogram.size(); ++r)
    out.rows.push_back({QString::number(r + 1), QString::number(read.histogram[r]),
                        dataNumber(1.0 * read.histogram[r] / input.trace->tokens())});
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  return QStringLiteral("Exit loops of %1 tokens; dashed: their mean, %2.")
      .arg(input.trace->tokens())
      .arg(readout(*input.trace, recipe.rule).meanLoops, 0, 'f', 2);
}

}  // namespace
}  // namespace exit_histogram_kind

FigureKind exitHistogramKind() {
  using namespace exit_histogram_kind;
  return {"exit-histogram", QT_TRANSLATE_NOOP("FigureKinds", "Exit histogram"), draw, table,
          caption};
}

}  // namespace ouroscope
