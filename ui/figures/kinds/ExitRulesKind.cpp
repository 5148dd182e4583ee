// SPDX-License-Identifier: GPL-3.0-or-later
// The figure kind "exit-rules": what FigureKinds knows of ExitRulesFigure.
#include <algorithm>

#include "ui/base/Names.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/figures/plots/OperatingCurveFigure.h"

namespace ouroscope {
namespace exit_rules_kind {
namespace {

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  auto plot = std::make_unique<ExitRulesFigure>();
  ExitRulesFigure* figure = plot.get();
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setLegendShown(true);
  figure->setAudit(std::make_shared<const ExitRuleAudit>(exitRuleAudit(*input.trace)),
                   input.trace->info(), input.trace->loops(),
                   qualitiesFromOptions(recipe.options).front());
  figure->setDepth(readout(*input.trace, recipe.rule).meanLoops);
  const double height = recipe.heightMm > 0 ? recipe.heightMm
                                            :  // In a column the legend takes a line for each rule.
                            recipe.widthMm < 100 ? 108.0
                                                 : std::clamp(recipe.widthMm * 0.72, 72.0, 110.0);
  return plotDrawing(std::move(plot), QSizeF(recipe.widthMm, height));
}

FigureData table(const FigureInput& input, const FigureRecipe& recipe) {
  const Quality quality = qualitiesFromOptions(recipe.options).front();
  const std::string_view id = qualities()[static_cast<std::size_t>(quality)].id;
  FigureData out{{"rule", "gate", "basis", "threshold", "mean_loops", coreText(id),
                  "regret_nats_at_present_depth"},
                 {},
                 {"rule", "gate", "basis"}};
  const ExitRuleAudit audit = exitRuleAudit(*input.trace);
  const auto rows = compareExitRules(audit, readout(*input.trace, recipe.rule).meanLoops);
  const TraceInfo& info = input.trace->info();
  for (const ExitRuleRow& row : rows) {
    const ExitRuleCurve& curve = audit.curves[row.curve];
    const std::string_view rule = exitRuleInfo(curve.kind).id;
    const QString name = coreText(rule);
    const QString gate =
        curve.kind != ExitRuleKind::Gate
            ? QString()
            : QString::fromStdString(
                  curve.gate == 0 ? info.gateName
                                  : info.otherGates[static_cast<std::size_t>(curve.gate - 1)]);
    const QString basis = curve.basis == ScoreBasis::Exact        ? "exact"
                          : curve.basis == ScoreBasis::LowerBound ? "lower-bound"
                                                                  : "absent";
    if (curve.points.empty()) out.rows.push_back({name, gate, basis, {}, {}, {}, {}});
    for (const OperatingPoint& p : curve.points)
      out.rows.push_back({name, gate, basis, dataNumber(p.setting), dataNumber(p.meanLoops),
                          dataNumber(valueOf(p, quality)), dataNumber(row.regret)});
  }
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const ReadingQuality quality(*input.trace);
  QString text =
      QStringLiteral(
          "Exit rules on the same record: a token stops at the first loop whose score reaches the "
          "threshold; every threshold gives a depth and a quality. Dotted: the present mean depth, "
          "%1 "
          "loops. Oracle: the best that any choice of exit loops could reach on this text.")
          .arg(readout(*input.trace, recipe.rule).meanLoops, 0, 'f', 2);
  const Capture& captured = input.trace->info().captured;
  if (!captured.logits)
    text += " KL step: lower bound over the words kept at both loops and one class of all others.";
  if (!captured.hidden)
    text += " Second difference: of the step's length, a lower bound of the step's own.";
  return text + QStringLiteral(" NLL over %1 tokens.").arg(quality.scoredTokens);
}

QJsonObject options(const QJsonObject& given) {
  return qualityOptions(given, "nll", false);
}

}  // namespace
}  // namespace exit_rules_kind

FigureKind exitRulesKind() {
  using namespace exit_rules_kind;
  return {"exit-rules", QT_TRANSLATE_NOOP("FigureKinds", "Exit rules at equal depth"),
          draw,         table,
          caption,      options};
}

}  // namespace ouroscope
