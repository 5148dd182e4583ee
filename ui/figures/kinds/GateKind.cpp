// SPDX-License-Identifier: GPL-3.0-or-later
// The figure kind "gate": what FigureKinds knows of GateFigure.
#include <algorithm>

#include "core/support/Error.h"
#include "ui/figures/plots/GateFigure.h"

namespace ouroscope {
namespace gate_kind {
namespace {

bool ofToken(const FigureRecipe& recipe) {
  return recipe.options["of"].toString("average") == "token";
}

ExitDistribution distributionOf(const Trace& trace, const FigureRecipe& recipe) {
  const int token = chosenToken(trace, recipe);
  const std::vector<float> gates = trace.gateLogits(recipe.rule.gate);
  const int run = trace.columns().loopsRun[token];
  const int allowed = recipe.rule.budget > 0 ? std::min(recipe.rule.budget, run) : run;
  return exitDistribution(std::span(gates).subspan(trace.at(token, 0), allowed));
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  auto plot = std::make_unique<GateFigure>();
  GateFigure* figure = plot.get();
  figure->setTheme(FigureTheme::paperTheme(recipe));
  int exit = -1;
  if (ofToken(recipe)) {
    figure->setToken(distributionOf(*input.trace, recipe), input.trace->loops());
    exit = readout(*input.trace, recipe.rule)
               .loop[static_cast<std::size_t>(chosenToken(*input.trace, recipe))];
  } else {
    figure->setAverages(gateAverages(*input.trace, recipe.rule.gate));
  }
  figure->setThreshold(recipe.rule.q, exit);
  const double height = recipe.heightMm > 0    ? recipe.heightMm
                        : recipe.widthMm < 100 ? 62.0
                                               : std::clamp(recipe.widthMm * 0.55, 45.0, 80.0);
  return plotDrawing(std::move(plot), QSizeF(recipe.widthMm, height));
}

FigureData table(const FigureInput& input, const FigureRecipe& recipe) {
  const auto loop = [](std::size_t r) { return QString::number(r + 1); };
  if (ofToken(recipe)) {
    FigureData out{{"position", "loop", "lambda", "p", "cdf"}, {}, {}};
    const ExitDistribution d = distributionOf(*input.trace, recipe);
    for (std::size_t r = 0; r < d.p.size(); ++r)
      out.rows.push_back({QString::number(chosenToken(*input.trace, recipe) + 1), loop(r),
                          dataNumber(d.lambda[r]), dataNumber(d.p[r]), dataNumber(d.cdf[r])});
    return out;
  }
  FigureData out{{"loop", "tokens"}, {}, {}};
  for (const char* name : {"lambda", "p", "cdf"})
    for (const char* part : {"mean", "lower_quartile", "median", "upper_quartile"})
      out.header << QStringLiteral("%1_%2").arg(name, part);
  const GateAverages g = gateAverages(*input.trace, recipe.rule.gate);
  for (std::size_t r = 0; r < g.p.size(); ++r) {
    QStringList row{loop(r), QString::number(g.p[r].count)};
    for (const Spread* s : {&g.lambda[r], &g.p[r], &g.cdf[r]})
      row << dataNumber(s->mean) << dataNumber(s->lower) << dataNumber(s->median)
          << dataNumber(s->upper);
    out.rows.push_back(row);
  }
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  QString text;
  if (ofToken(recipe)) {
    const ExitDistribution d = distributionOf(*input.trace, recipe);
    text =
        QStringLiteral("Exit gate at token %1: gate value, exit probability and its CDF by loop.")
            .arg(chosenToken(*input.trace, recipe) + 1);
    text += d.valid ? QStringLiteral(" Entropy of p %1 nats, expected depth %2 loops.")
                          .arg(d.entropy, 0, 'f', 3)
                          .arg(d.expectedDepth, 0, 'f', 2)
                    : QStringLiteral(" The gate is undefined at this token.");
  } else {
    const GateAverages g = gateAverages(*input.trace, recipe.rule.gate);
    text = QStringLiteral(
               "Exit gate averaged over %1 tokens: gate value, exit probability and its "
               "CDF by loop; whiskers from the first to the third quartile over tokens.")
               .arg(g.tokens - g.invalid);
    if (g.tokens > g.invalid)
      text += QStringLiteral(" Mean entropy of p %1 nats.").arg(g.entropy.mean, 0, 'f', 3);
    if (recipe.rule.budget > 0 && recipe.rule.budget < input.trace->loops())
      text += QStringLiteral(" All recorded loops are shown, also those above the budget.");
    if (g.invalid > 0)
      text += QStringLiteral(" %1 tokens with an undefined gate are left out.").arg(g.invalid);
  }
  return text +
         " Hatched: the last loop takes the remaining probability, whatever its own gate says.";
}

QJsonObject options(const QJsonObject& given) {
  return oneOption(given, "of", {"token", "average"}, "average");
}

}  // namespace
}  // namespace gate_kind

FigureKind gateKind() {
  using namespace gate_kind;
  FigureKind kind{
      "gate", QT_TRANSLATE_NOOP("FigureKinds", "Exit gate by loop"), draw, table, caption, options};
  kind.missing = [](const Trace& trace) {
    if (trace.info().gated) return QString();
    return QStringLiteral("The trace has no exit gate: its model has none.");
  };
  return kind;
}

}  // namespace ouroscope
