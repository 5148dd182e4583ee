// SPDX-License-Identifier: GPL-3.0-or-later
// Cross entropy against loops as a kind of figure.
#include <algorithm>

#include "core/support/Error.h"
#include "ui/figures/plots/LossFigure.h"

namespace ouroscope {
namespace loss_kind {
namespace {

LoopGain gainOf(const FigureInput& input) {
  const LoopGain gain = loopGain(std::span(&input.trace, 1));
  if (gain.best < 0)
    throw Error("No token of the trace has a next one at every loop: there is no loss to draw.");
  return gain;
}

bool isLog(const FigureRecipe& recipe) {
  return recipe.options.value("axis").toString("linear") == "log";
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  auto figure = std::make_unique<LossFigure>();
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setGain(gainOf(input), input.trace->info().loopsTrained, isLog(recipe));
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.62, 45.0, 80.0);
  return plotDrawing(std::move(figure), QSizeF(recipe.widthMm, height));
}

FigureData table(const FigureInput& input, const FigureRecipe&) {
  const LoopGain gain = gainOf(input);
  FigureData out{{"loop", "tokens", "nll", "in_band"}, {}};
  for (int loop = 0; loop < int(gain.nll.size()); ++loop)
    out.rows.push_back({QString::number(loop + 1), QString::number(gain.tokens),
                        dataNumber(gain.nll[loop]),
                        QString::number(loop >= gain.first && loop <= gain.last)});
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe&) {
  const LoopGain gain = gainOf(input);
  QString text = QStringLiteral(
                     "Mean \u2212log p of the next token by loop (nats), over the %1 tokens that "
                     "ran every loop. Lowest at loop %2, %3 nats below loop 1; grey: loops %4 to "
                     "%5, within %6 nats of it.")
                     .arg(gain.tokens)
                     .arg(gain.best + 1)
                     .arg(gain.gain, 0, 'f', 3)
                     .arg(gain.first + 1)
                     .arg(gain.last + 1)
                     .arg(gain.tolerance);
  const int trained = input.trace->info().loopsTrained;
  if (trained < input.trace->loops())
    text +=
        QStringLiteral(" Dashed: beyond it lie more than the %1 loops of training.").arg(trained);
  return text;
}

QJsonObject options(const QJsonObject& given) {
  return oneOption(given, "axis", {"linear", "log"}, "linear");
}

}  // namespace
}  // namespace loss_kind

FigureKind lossKind() {
  using namespace loss_kind;
  FigureKind kind{"loss",  QT_TRANSLATE_NOOP("FigureKinds", "Loss against loops"),
                  draw,    table,
                  caption, options};
  kind.missing = [](const Trace& trace) {
    return trace.tokens() > 1 ? QString() : QStringLiteral("A loss needs a token with a next one.");
  };
  return kind;
}

}  // namespace ouroscope
