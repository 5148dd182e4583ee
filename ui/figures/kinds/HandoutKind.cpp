// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of a token in six frames, for a class, as a kind of figure.
#include <qcustomplot.h>

#include "core/support/Error.h"
#include "ui/base/Language.h"
#include "ui/figures/plots/HandoutFigure.h"

namespace ouroscope {
namespace handout_kind {
namespace {

constexpr double kSheetHeight = 297.0 / 210.0;  ///< of its width: A4
constexpr double kLeastSheetMm = 120;

QJsonObject options(const QJsonObject& given) {
  QStringList codes;
  for (const LanguageInfo& language : languages()) codes << language.code;
  return oneOption(given, "language", codes, "en");
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  handoutToken(*input.trace, recipe);
  if (recipe.widthMm < kLeastSheetMm)
    throw Error("A handout is a sheet of paper: make it at least 120 mm wide; A4 is 210.");
  const QSizeF size(recipe.widthMm,
                    recipe.heightMm > 0 ? recipe.heightMm : recipe.widthMm * kSheetHeight);
  const auto figure = std::make_shared<HandoutFigure>(
      input.trace, recipe, FigureTheme::paperTheme(recipe), size * kFigureUnitsPerMm,
      options(recipe.options)["language"].toString());
  return {size, [figure](QCPPainter& painter) { figure->paint(painter); }};
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  const LoopWalk walk = loopWalk(trace, handoutToken(trace, recipe), readout(trace, recipe.rule));
  FigureData data{{"position", "token", "loop", "best_word", "probability", "exit_probability",
                   "stopped", "read_here"},
                  {},
                  {"token", "best_word"}};
  for (std::size_t r = 0; r < walk.loops.size(); ++r) {
    const WalkLoop& loop = walk.loops[r];
    const bool known = !loop.words.empty();
    data.rows.push_back(
        {QString::number(walk.token + 1),
         dataToken(trace.columns().tokenBytes[static_cast<std::size_t>(walk.token)]),
         QString::number(r + 1), known ? dataToken(loop.words.front().bytes) : QString(),
         known ? dataNumber(loop.words.front().probability) : QString(),
         dataNumber(loop.exitProbability), dataNumber(loop.cdf),
         loop.stops ? QStringLiteral("1") : QStringLiteral("0")});
  }
  return data;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const int token = handoutToken(*input.trace, recipe);
  return QStringLiteral(
             "Handout: the walk of token %1, \u201c%2\u201d, in six frames: the text, one pass "
             "through the layers, the loop, the best word after every loop, the gate, the answer.")
      .arg(token + 1)
      .arg(tokenLabel(input.trace->columns().tokenBytes[static_cast<std::size_t>(token)]));
}

}  // namespace
}  // namespace handout_kind

FigureKind handoutKind() {
  using namespace handout_kind;
  FigureKind kind{"handout", QT_TRANSLATE_NOOP("FigureKinds", "Handout of six frames"),
                  draw,      data,
                  caption,   options};
  kind.sheetMm = 210;
  kind.sheetPoints = 10;
  return kind;
}

}  // namespace ouroscope
