// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/FigureExport.h"

namespace ouroscope {

QString figureCaption(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  const TraceInfo& i = trace.info();
  QString text = figureKind(recipe.kind).caption(input, recipe);
  const int budget = recipe.rule.budget > 0 ? recipe.rule.budget : trace.loops();
  const std::string gate = recipe.rule.gate == 0
                               ? i.gateName
                               : i.otherGates[static_cast<std::size_t>(recipe.rule.gate - 1)];
  text += QStringLiteral(
              " Model %1 (weights sha256 %2), %3, %4; %5 tokenizer. %6 loops recorded, trained "
              "with %7.")
              .arg(QString::fromStdString(i.modelName),
                   QString::fromStdString(i.weightsSha256.substr(0, 12)),
                   QString::fromStdString(i.dtype), QString::fromStdString(i.device),
                   QString::fromStdString(i.tokenizerKind))
              .arg(trace.loops())
              .arg(i.loopsTrained);
  text +=
      recipe.rule.q >= 1
          ? QStringLiteral(" Read at loop %1 everywhere.").arg(budget)
          : QStringLiteral(
                " Exit rule: first loop whose cumulative exit probability is at least %1, at most "
                "loop %2, which takes the remaining probability%3.")
                .arg(recipe.rule.q)
                .arg(budget)
                .arg(gate.empty() ? QString()
                                  : QStringLiteral(" (gate %1)").arg(QString::fromStdString(gate)));
  const bool generated = i.promptTokens < trace.tokens();
  text += generated ? QStringLiteral(
                          " %1 prompt and %2 generated tokens (temperature %3, top-p %4, seed %5).")
                          .arg(i.promptTokens)
                          .arg(trace.tokens() - i.promptTokens)
                          .arg(i.sampling.temperature)
                          .arg(i.sampling.topP)
                          .arg(i.sampling.seed)
                    : QStringLiteral(" %1 tokens, teacher-forced.").arg(trace.tokens());
  text += i.kvPolicy == "full"
              ? QStringLiteral(" Exact replay of a full-depth record; loops saved are theoretical.")
              : QStringLiteral(" Loops after an exit were truly skipped (KV policy %1).")
                    .arg(QString::fromStdString(i.kvPolicy));
  return text + QStringLiteral(" Ouroscope %1.").arg(QString::fromStdString(i.toolVersion));
}

}  // namespace ouroscope
