// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureCaption.h"

#include <QTimeZone>
#include <algorithm>
#include <functional>

#include "core/analysis/TraceTables.h"
#include "core/record/Intervention.h"
#include "core/support/Error.h"
#include "core/support/Version.h"
#include "ui/base/Language.h"
#include "ui/base/TokenText.h"
#include "ui/figures/files/Sinks.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigureKinds.h"
#include "ui/figures/kinds/FigurePage.h"

namespace ouroscope {
namespace {

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QString fingerprint(const TracePtr& trace) {
  return text(fingerprintOf(trace)->substr(0, 12));
}

/// Names of a file are filled in last and all at once: a "%1" in one of them stays what it is.
QString modelSentence(const Trace& trace) {
  const TraceInfo& i = trace.info();
  return QStringLiteral(
             "Model %1 (weights sha256 %2), %3, %4; %5 tokenizer. %6 loops recorded and shown, "
             "trained with %7; loops are counted from 1.")
      .arg(text(i.modelName), text(i.weightsSha256.substr(0, 12)), text(i.dtype), text(i.device),
           text(i.tokenizerKind), QString::number(trace.loops()), QString::number(i.loopsTrained));
}

/// The prompt as a reader would quote it, not more than a line of it.
QString textSentence(const Trace& trace) {
  constexpr qsizetype kQuoted = 80;
  QString quoted;
  const int prompt = std::min(trace.info().promptTokens, trace.tokens());
  for (int t = 0; t < prompt && quoted.size() <= kQuoted; ++t)
    quoted += tokenDisplayText(trace.columns().tokenBytes[t]);
  quoted = quoted.simplified();
  if (quoted.size() > kQuoted) quoted = quoted.left(kQuoted - 1).trimmed() + QChar(0x2026);
  return quoted.isEmpty() ? QString() : QStringLiteral("Text: \u201c%1\u201d.").arg(quoted);
}

QString runSentence(const Trace& trace) {
  const TraceInfo& i = trace.info();
  const int generated = trace.tokens() - i.promptTokens;
  QString run = generated == 0 ? QStringLiteral("%1 tokens, teacher-forced.").arg(trace.tokens())
                               : QStringLiteral("%1 prompt and %2 generated tokens (%3).")
                                     .arg(i.promptTokens)
                                     .arg(generated)
                                     .arg(i.sampling.temperature > 0
                                              ? QStringLiteral("temperature %1, top-p %2, seed %3")
                                                    .arg(i.sampling.temperature)
                                                    .arg(i.sampling.topP)
                                                    .arg(i.sampling.seed)
                                              : QStringLiteral("greedy"));
  run += i.kvPolicy == "full"
             ? QStringLiteral(" Exact replay of a full-depth record; loops saved are theoretical.")
             : QStringLiteral(" Loops after an exit were truly skipped (KV policy %1).")
                   .arg(text(i.kvPolicy));
  if (!i.criterion.isGate())
    run += QStringLiteral(" Generated tokens were stopped by the exit rule %1 at %2.")
               .arg(text(std::string(exitRuleInfo(i.criterion.kind).id)))
               .arg(i.criterion.threshold);
  for (const Intervention& what : i.interventions)
    run += QStringLiteral(" Intervened: %1.").arg(text(interventionText(what)));
  return run;
}

/// "(a)", "(c)": of the panels of a page that are what is asked for; empty ones without letters.
QStringList lettersOf(const FigureRecipe& recipe,
                      const std::function<bool(const FigureRecipe&)>& wanted) {
  QStringList letters;
  if (recipe.kind != "page") return letters;
  const FigurePage page = FigurePage::fromOptions(recipe.options);
  for (int i = 0; i < page.panels.size(); ++i) {
    if (!wanted(page.panels[i])) continue;
    const QString letter = panelLetter(page, i);
    letters << (letter.isEmpty() || letter.startsWith('(') ? letter : "(" + letter + ")");
  }
  return letters;
}

}  // namespace

QString ruleSentence(const Trace& trace, const ReadoutRule& rule) {
  const int budget = rule.budget > 0 ? rule.budget : trace.loops();
  if (!trace.hasGate(rule.gate))
    return QStringLiteral("Read at loop %1 everywhere: the model has no exit gate.").arg(budget);
  if (rule.q >= 1) return QStringLiteral("Read at loop %1 everywhere.").arg(budget);
  const TraceInfo& i = trace.info();
  const QString gate =
      text(rule.gate == 0 ? i.gateName : i.otherGates.at(static_cast<std::size_t>(rule.gate - 1)));
  return QStringLiteral(
             "Exit rule: first loop whose cumulative exit probability is at least %1, at most loop "
             "%2, which takes the remaining probability%3.")
      .arg(rule.q)
      .arg(budget)
      .arg(gate.isEmpty() ? QString() : QStringLiteral(" (gate %1)").arg(gate));
}

namespace {

/// Model, rule, text and run of a trace.
QString traceSentences(const Trace& trace, const std::optional<ReadoutRule>& rule) {
  QStringList sentences{
      modelSentence(trace),
      rule ? ruleSentence(trace, *rule) : QStringLiteral("The panels are read by different rules."),
      textSentence(trace), runSentence(trace)};
  sentences.removeAll(QString());
  return sentences.join(' ');
}

QString rangeSentence(const Trace& trace, const FigureRecipe& recipe) {
  // The columns of an alignment are named by the comparison's own caption.
  const bool part =
      recipe.firstToken > 0 || (recipe.lastToken >= 0 && recipe.lastToken < trace.tokens() - 1);
  if (!part || figureKind(recipe.kind).range != FigureKind::Range::Tokens) return {};
  const TokenRange range = tokenRange(trace, recipe);
  return QStringLiteral("Tokens %1 to %2 of %3.")
      .arg(range.first + 1)
      .arg(range.last + 1)
      .arg(trace.tokens());
}

/// What is said of the traces, and their names.
void sayTraces(const FigureInput& input, const FigureRecipe& recipe, QStringList& sentences,
               QStringList& made) {
  if (!hasPanelsOfOther(recipe)) {
    sentences << rangeSentence(*input.trace, recipe)
              << traceSentences(*input.trace, captionRule(recipe));
    QString trace = QStringLiteral("trace ") + fingerprint(input.trace);
    if (figureKind(recipe.kind).needsOther && input.other)
      trace += QStringLiteral(" against %1 (%2)")
                   .arg(fingerprint(input.other), text(input.other->info().modelName));
    made << trace;
    return;
  }
  QStringList names;
  for (const bool other : {false, true}) {
    const QStringList letters = lettersOf(
        recipe, [&](const FigureRecipe& panel) { return !panel.corpus && panel.ofOther == other; });
    if (letters.isEmpty()) continue;
    const TracePtr& trace = other ? input.other : input.trace;
    const QString before = letters.first().isEmpty() ? QString() : letters.join(", ") + ": ";
    sentences << before + traceSentences(*trace, captionRule(recipe, other));
    names << fingerprint(trace);
  }
  made << (names.size() > 1 ? QStringLiteral("traces ") : QStringLiteral("trace ")) +
              names.join(" and ");
}

}  // namespace

QString figureCaption(const FigureInput& input, const FigureRecipe& recipe) {
  const PaperLanguage english;
  QStringList sentences, made{QStringLiteral("Ouroscope ") + QString::fromLatin1(version())};
  if (recipe.corpus) {
    const EstimateChart chart = corpusChart(input, recipe);
    if (!chart.missing.isEmpty()) throw Error(chart.missing.toStdString());
    sentences << chart.about;
  } else {
    sentences << figureKind(recipe.kind).caption(input, recipe);
  }
  if (isOfTrace(recipe)) sayTraces(input, recipe, sentences, made);
  if (const QList<FigureRecipe> figures = corpusParts(recipe); !figures.isEmpty()) {
    sentences << corpusSentences(input, figures, lettersOf(recipe, [](const FigureRecipe& panel) {
                                   return panel.corpus.has_value();
                                 }));
    made << corpusFingerprint(input, figures.first());
  }
  sentences.removeAll(QString());
  if (figureDate().isValid()) made << figureDate().toString("yyyy-MM-dd");
  return (sentences << made.join(", ") + ".").join(' ');
}

QString latexFigure(const QString& caption, const QString& file, double widthMm) {
  QString path = latexPath(file), note;
  if (path.isEmpty()) {
    path = QStringLiteral("figure");
    note =
        QStringLiteral("  % LaTeX cannot read the name of the figure's file: rename the file.\n");
  }
  return QStringLiteral("\\begin{figure}\n  \\centering\n") + note +
         QStringLiteral("  \\includegraphics[width=%1mm]{").arg(widthMm, 0, 'g', 6) + path +
         QStringLiteral("}\n  \\caption{") + latexText(caption) +
         QStringLiteral("}\n\\end{figure}\n");
}

QDateTime figureDate() {
  bool good = false;
  const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&good);
  return good ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()) : QDateTime();
}

}  // namespace ouroscope
