// SPDX-License-Identifier: GPL-3.0-or-later
// The answer map as a kind of figure.
#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/AnswerMapFigure.h"

namespace ouroscope {
namespace answer_map_kind {
namespace {

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const TokenRange range = tokenRange(*input.trace, recipe);
  double height = recipe.heightMm;
  if (height <= 0)
    height = recipe.loopsVertical
                 ? std::clamp(34.0 + 4.2 * input.trace->loops(), 48.0, 120.0)
                 : std::clamp(26.0 + 3.6 * (range.last - range.first + 1), 48.0, 220.0);
  return tokenLoopDrawing<AnswerMapFigure>(
      recipe, height, [&](AnswerMapFigure& plot) { plot.setTrace(input.trace, recipe); });
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  static const char* names[] = {"right", "wrong", "other", "right-then-lost"};
  FigureData data{{"position", "token", "loop", "state", "first_commit", "last_flip"}, {}};
  const auto states = answerStates(trace);
  const AnswerDynamics d = answerDynamics(trace);
  const TokenRange range = tokenRange(trace, recipe);
  for (int t = range.first; t <= range.last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    for (int r = 0; r < trace.loops(); ++r) {
      const float state = states[trace.at(t, r)];
      data.rows.push_back({QString::number(t + 1), dataToken(trace.columns().tokenBytes[i]),
                           QString::number(r + 1),
                           std::isnan(state) ? QString() : names[static_cast<int>(state)],
                           QString::number(d.firstCommit[i] + 1),
                           d.lastFlip[i] < 0 ? QString() : QString::number(d.lastFlip[i] + 1)});
    }
  }
  return data;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const bool lines = recipe.options.value("lines").toBool(true);
  const AnswerDynamics d = answerDynamics(*input.trace);
  return QStringLiteral(
             "Best word of every loop against the token that follows (right or wrong) and against "
             "the best word of the last loop; purple: right, and lost later (%1 of %2 tokens). "
             "Where several cells share a pixel the most striking one is shown.%3")
      .arg(std::count(d.rightThenLost.begin(), d.rightThenLost.end(), true))
      .arg(input.trace->tokens())
      .arg(lines ? QStringLiteral(" Solid line: below the first loop with the final best word; "
                                  "dotted: below the last loop that changed it.")
                 : QString());
}

QJsonObject options(const QJsonObject& given) {
  for (const QString& key : given.keys())
    if (key != "lines" || !given[key].isBool())
      throw Error("Figure recipe: options of an answer map are \"lines\" (true or false).");
  return {{"lines", given.value("lines").toBool(true)}};
}

}  // namespace
}  // namespace answer_map_kind

FigureKind answerMapKind() {
  using namespace answer_map_kind;
  FigureKind kind{"answer-map", QT_TRANSLATE_NOOP("FigureKinds", "Answer map"), draw, data, caption,
                  options};
  kind.range = FigureKind::Range::Tokens;
  return kind;
}

}  // namespace ouroscope
