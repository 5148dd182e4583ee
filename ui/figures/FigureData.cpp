// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/analysis/LensTable.h"
#include "core/support/Error.h"
#include "ui/figures/FigureExport.h"

namespace ouroscope {
namespace {

QString number(double value) {
  return std::isnan(value) ? QString() : QString::number(value, 'g', 9);
}

QString escaped(const std::string& bytes) {
  QString text;
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x20 || b == 0x7f || b == '\\')
      text += QStringLiteral("\\x%1").arg(b, 2, 16, QChar('0'));
    else
      text += QChar(b);
  }
  // Latin-1 characters so far: valid UTF-8 is shown as such, other bytes stay escaped.
  const QByteArray raw = text.toLatin1();
  const QString decoded = QString::fromUtf8(raw);
  if (decoded.toUtf8() == raw) return decoded;
  QString hex;
  for (const char c : raw) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x80)
      hex += QChar(b);
    else
      hex += QStringLiteral("\\x%1").arg(b, 2, 16, QChar('0'));
  }
  return hex;
}

struct Range {
  int first, last;
};
Range rangeOf(const Trace& trace, const FigureRecipe& recipe) {
  const int last =
      recipe.lastToken < 0 ? trace.tokens() - 1 : std::min(recipe.lastToken, trace.tokens() - 1);
  if (recipe.firstToken > last)
    throw Error("The figure's token range is empty: the trace has " +
                std::to_string(trace.tokens()) + " tokens.");
  return {recipe.firstToken, last};
}

FigureData heatmapData(const Trace& trace, const FigureRecipe& recipe) {
  FigureData data{
      {"position", "token", "loop",
       QString::fromStdString(std::string(measureInfo(recipe.measure).id)), "exit_loop"},
      {}};
  const auto values = measureMatrix(trace, recipe.measure, recipe.rule);
  const Readout read = readout(trace, recipe.rule);
  const Range range = rangeOf(trace, recipe);
  for (int t = range.first; t <= range.last; ++t)
    for (int r = 0; r < trace.loops(); ++r)
      data.rows.push_back(
          {QString::number(t + 1), escaped(trace.columns().tokenBytes[static_cast<std::size_t>(t)]),
           QString::number(r + 1), number(static_cast<double>(values[trace.at(t, r)])),
           QString::number(read.loop[static_cast<std::size_t>(t)] + 1)});
  return data;
}

FigureData lensData(const Trace& trace, const FigureRecipe& recipe) {
  FigureData data{{"position", "word", "loop", recipe.lensQuantity}, {}};
  const int token =
      recipe.token < 0 ? trace.tokens() - 1 : std::min(recipe.token, trace.tokens() - 1);
  const LensQuantity quantity = lensQuantityFromName(recipe.lensQuantity.toStdString());
  std::vector<std::int32_t> ids;
  for (const QString& word : recipe.words)
    if (const auto id = wordId(trace, word.toStdString());
        id >= 0 && std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  for (const auto id : lensWords(trace, token))
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  if (ids.size() > 8) ids.resize(8);
  for (const auto id : ids) {
    const LensCurve curve = lensCurve(trace, token, id, quantity);
    for (int r = 0; r < trace.loops(); ++r)
      data.rows.push_back({QString::number(token + 1), escaped(curve.bytes), QString::number(r + 1),
                           number(curve.values[static_cast<std::size_t>(r)])});
  }
  return data;
}

FigureData textData(const Trace& trace, const FigureRecipe& recipe) {
  FigureData data{
      {"position", "token",
       QString::fromStdString(std::string(tokenMeasureInfo(recipe.tokenMeasure).id)), "exit_loop"},
      {}};
  const Readout read = readout(trace, recipe.rule);
  const auto values = tokenMeasure(trace, recipe.tokenMeasure, read);
  const Range range = rangeOf(trace, recipe);
  for (int t = range.first; t <= range.last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    data.rows.push_back({QString::number(t + 1), escaped(trace.columns().tokenBytes[i]),
                         number(static_cast<double>(values[i])),
                         QString::number(read.loop[i] + 1)});
  }
  return data;
}

}  // namespace

FigureData figureData(const Trace& trace, const FigureRecipe& recipe) {
  if (recipe.kind == "lens") return lensData(trace, recipe);
  if (recipe.kind == "text") return textData(trace, recipe);
  return heatmapData(trace, recipe);
}

QString figureCaption(const Trace& trace, const FigureRecipe& recipe) {
  const TraceInfo& i = trace.info();
  QString text;
  if (recipe.kind == "lens") {
    const int token =
        recipe.token < 0 ? trace.tokens() - 1 : std::min(recipe.token, trace.tokens() - 1);
    text = QStringLiteral(
               "Evolution over the loops of the next-word distribution at token %1 (logit lens: "
               "state after the loop's final norm, then the output head).")
               .arg(token + 1);
  } else if (recipe.kind == "text") {
    text =
        QStringLiteral("%1 of every token; digits give the exit loop.")
            .arg(QString::fromStdString(std::string(tokenMeasureInfo(recipe.tokenMeasure).name)));
  } else {
    const MeasureInfo& m = measureInfo(recipe.measure);
    text = QStringLiteral("%1%2 per token and loop; the line runs above the loop that is read.")
               .arg(QString::fromStdString(std::string(m.name)),
                    m.unit.empty()
                        ? QString()
                        : QStringLiteral(" (%1)").arg(QString::fromStdString(std::string(m.unit))));
  }
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
