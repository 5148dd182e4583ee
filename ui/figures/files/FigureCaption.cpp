// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/FigureCaption.h"

#include "core/analysis/TraceTables.h"
#include "core/support/Version.h"
#include "ui/base/Language.h"
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

QString modelSentence(const Trace& trace) {
  const TraceInfo& i = trace.info();
  return QStringLiteral(
             "Model %1 (weights sha256 %2), %3, %4; %5 tokenizer. %6 loops recorded and shown, "
             "trained with %7; loops are counted from 1.")
      .arg(text(i.modelName), text(i.weightsSha256.substr(0, 12)), text(i.dtype), text(i.device),
           text(i.tokenizerKind))
      .arg(trace.loops())
      .arg(i.loopsTrained);
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
  return run;
}

}  // namespace

QString ruleSentence(const Trace& trace, const ReadoutRule& rule) {
  const int budget = rule.budget > 0 ? rule.budget : trace.loops();
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

QString figureCaption(const FigureInput& input, const FigureRecipe& recipe) {
  const PaperLanguage english;
  const Trace& trace = *input.trace;
  QStringList sentences{figureKind(recipe.kind).caption(input, recipe)};
  // A comparison's range counts columns of the alignment: its own caption names them.
  const bool part =
      recipe.firstToken > 0 || (recipe.lastToken >= 0 && recipe.lastToken < trace.tokens() - 1);
  if (part && !figureKind(recipe.kind).needsOther) {
    const TokenRange range = tokenRange(trace, recipe);
    sentences << QStringLiteral("Tokens %1 to %2 of %3.")
                     .arg(range.first + 1)
                     .arg(range.last + 1)
                     .arg(trace.tokens());
  }
  const std::optional<ReadoutRule> rule = captionRule(recipe);
  sentences << modelSentence(trace)
            << (rule ? ruleSentence(trace, *rule)
                     : QStringLiteral("The panels are read by different rules."))
            << runSentence(trace);
  QString made = QStringLiteral("Ouroscope %1, trace %2")
                     .arg(QString::fromLatin1(version()), fingerprint(input.trace));
  if (figureKind(recipe.kind).needsOther && input.other)
    made += QStringLiteral(" against %1 (%2)")
                .arg(fingerprint(input.other), text(input.other->info().modelName));
  if (figureDate().isValid()) made += figureDate().toString(", yyyy-MM-dd");
  return (sentences << made + ".").join(' ');
}

QString latexText(const QString& plain) {
  QString out;
  for (const QChar c : plain) switch (c.unicode()) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '<':
        out += "\\textless{}";
        break;
      case '>':
        out += "\\textgreater{}";
        break;
      case '"':
        out += "\\textquotedbl{}";
        break;
      case 0x2265:
        out += "$\\geq$";
        break;
      case 0x2264:
        out += "$\\leq$";
        break;
      case 0x03bb:
        out += "$\\lambda$";
        break;
      case 0x2212:
        out += "$-$";
        break;
      case 0x2016:
        out += "$\\Vert$";
        break;
      case '{':
      case '}':
      case '$':
      case '&':
      case '#':
      case '%':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  return out;
}

QString latexFigure(const QString& caption, const QString& file, double widthMm) {
  return QStringLiteral(
             "\\begin{figure}\n  \\centering\n  \\includegraphics[width=%1mm]{%2}\n"
             "  \\caption{%3}\n\\end{figure}\n")
      .arg(widthMm, 0, 'g', 6)
      .arg(file, latexText(caption));
}

QDateTime figureDate() {
  bool good = false;
  const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&good);
  return good ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

}  // namespace ouroscope
