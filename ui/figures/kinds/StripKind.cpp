// SPDX-License-Identifier: GPL-3.0-or-later
// The text with its depth over every word as a kind of figure.
#include <qcustomplot.h>

#include "ui/base/Names.h"
#include "ui/figures/plots/StripFigure.h"

namespace ouroscope {
namespace strip_kind {
namespace {

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  tokenRange(*input.trace, recipe);
  const auto figure = std::make_shared<StripFigure>(
      input.trace, recipe, FigureTheme::paperTheme(recipe), recipe.widthMm * kFigureUnitsPerMm);
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : figure->height() / kFigureUnitsPerMm;
  return {QSizeF(recipe.widthMm, height),
          [figure](QCPPainter& painter) { figure->paint(painter); }};
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  FigureData data{{"position", "token", "exit_loop", "loops_run", measureId(*recipe.tokenMeasure),
                   "best_word", "probability", "same_from", "right", "one_pass", "full_depth"},
                  {},
                  {"token", "best_word", "one_pass", "full_depth"}};
  const Readout read = readout(trace, recipe.rule);
  const auto values = tokenMeasure(trace, *recipe.tokenMeasure, read);
  const TokenRange range = tokenRange(trace, recipe);
  const auto word = [&](const AnswerWord& w) {
    return w.known() ? dataToken(trace.word(w.id)) : QString();
  };
  for (int t = range.first; t <= range.last; ++t) {
    const Answer answer = answerAt(trace, t, read);
    const TraceColumns& c = trace.columns();
    data.rows.push_back({QString::number(t + 1), dataToken(c.tokenBytes[t]),
                         QString::number(answer.read + 1), QString::number(c.loopsRun[t]),
                         dataNumber(double{values[t]}), word(answer.now),
                         dataNumber(answer.now.probability),
                         answer.since < 0 ? QString() : QString::number(answer.since + 1),
                         answer.right()   ? QStringLiteral("1")
                         : answer.wrong() ? QStringLiteral("0")
                                          : QString(),
                         word(answer.onePass), word(answer.fullDepth)});
  }
  return data;
}

QString caption(const FigureInput&, const FigureRecipe& recipe) {
  QString out = QStringLiteral(
      "Over every word one block a loop, filled up to the loop at which the word is read (marked "
      "on its top), outlined where loops were run beyond it; the dashed line is the number of "
      "loops "
      "allowed.");
  if (recipe.tokenMeasure->id != "exit-loop")
    out +=
        QStringLiteral(" Words are shaded by: %1.")
            .arg(coreText(recipe.tokenMeasure->exitName.empty() ? recipe.tokenMeasure->name
                                                                : recipe.tokenMeasure->exitName));
  return out;
}

}  // namespace
}  // namespace strip_kind

FigureKind stripKind() {
  using namespace strip_kind;
  FigureKind kind{"strip", QT_TRANSLATE_NOOP("FigureKinds", "Text with its depth"), draw, data,
                  caption};
  kind.range = FigureKind::Range::Tokens;
  kind.measure = &FigureRecipe::tokenMeasure;
  return kind;
}

}  // namespace ouroscope
