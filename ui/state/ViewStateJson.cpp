// SPDX-License-Identifier: GPL-3.0-or-later
// View state as JSON. Readers are lenient: a session may be of another version, or damaged.
#include <QJsonArray>
#include <algorithm>
#include <cmath>

#include "ui/base/Names.h"
#include "ui/state/ViewState.h"

namespace ouroscope {
namespace {

/// Ascending tokens as [[first, last], ...], because a range may be the whole text.
QJsonArray rangesOf(const std::vector<int>& tokens) {
  QJsonArray ranges;
  for (std::size_t i = 0, end = 0; i < tokens.size(); i = end) {
    end = i + 1;
    while (end < tokens.size() && tokens[end] == tokens[end - 1] + 1) ++end;
    ranges.append(QJsonArray{tokens[i], tokens[end - 1]});
  }
  return ranges;
}

/// The tokens of such ranges that a trace of `count` tokens has, ascending.
std::vector<int> tokensOf(const QJsonArray& ranges, int count) {
  std::vector<bool> chosen(static_cast<std::size_t>(count));
  for (const auto range : ranges) {
    const int first = std::max(0, range.toArray().at(0).toInt(count));
    const int last = std::min(count - 1, range.toArray().at(1).toInt(-1));
    for (int t = first; t <= last; ++t) chosen[static_cast<std::size_t>(t)] = true;
  }
  std::vector<int> tokens;
  for (int t = 0; t < count; ++t)
    if (chosen[static_cast<std::size_t>(t)]) tokens.push_back(t);
  return tokens;
}

QJsonObject jsonOf(const OtherSide& other) {
  return {{"item", other.item},          {"same", other.same}, {"gate", other.rule.gate},
          {"budget", other.rule.budget}, {"q", other.rule.q},  {"measure", other.measure}};
}

bool isComparedMeasure(const QString& id) {
  return (id.startsWith("token:") && measureOf(tokenMeasures(), id.mid(6))) ||
         (id.startsWith("loop:") && measureOf(loopMeasures(), id.mid(5)));
}

/// What is there replaces `other`'s. The trace that it names may be open, closed or not yet open,
/// so budget and gate are fitted to it where they are used.
OtherSide otherSideOf(const QJsonObject& json, OtherSide other) {
  other.item = std::max(-1, json["item"].toInt(other.item));
  other.same = json["same"].toBool(other.same);
  other.rule.gate = std::max(0, json["gate"].toInt(other.rule.gate));
  other.rule.budget = std::max(0, json["budget"].toInt(other.rule.budget));
  if (const double q = json["q"].toDouble(other.rule.q); q >= 0 && q <= 1) other.rule.q = q;
  if (const QString id = json["measure"].toString(); isComparedMeasure(id)) other.measure = id;
  return other;
}

QJsonObject jsonOf(const QString& text, const ExpectedAnswer& answer) {
  QJsonArray ids;
  for (const std::int32_t id : answer.ids) ids.append(id);
  return {{"text", text}, {"after", answer.after}, {"ids", ids}};
}

/// Nothing is expected where a piece of it does not fit the trace.
ExpectedAnswer expectedOf(const QJsonObject& json, const Trace& trace) {
  ExpectedAnswer answer;
  answer.after = json["after"].toInt(-1);
  for (const auto id : json["ids"].toArray()) answer.ids.push_back(id.toInt(-1));
  const bool fits = answer.after >= 0 && answer.after < trace.tokens() &&
                    std::ranges::all_of(answer.ids, [&](std::int32_t id) {
                      return id >= 0 && id < trace.info().vocabSize;
                    });
  return fits ? answer : ExpectedAnswer{};
}

}  // namespace

QJsonObject ViewState::toJson() const {
  return {{"gate", rule_.gate},
          {"budget", rule_.budget},
          {"q", rule_.q},
          {"measure", measureId(*measure_)},
          {"tokenMeasure", measureId(*tokenMeasure_)},
          {"lensQuantity", lensQuantity_},
          {"trackedWords", QJsonArray::fromStringList(trackedWords_)},
          {"compare", jsonOf(compared_)},
          {"expected", jsonOf(expectedText_, expected_)},
          {"token", selectedToken_},
          {"tokens", rangesOf(selectedTokens_)},
          {"loop", selectedLoop_}};
}

void ViewState::fromJson(const QJsonObject& json) {
  ReadoutRule rule = rule_;
  rule.gate = json["gate"].toInt(rule.gate);
  rule.budget = json["budget"].toInt(rule.budget);
  rule.q = json["q"].toDouble(rule.q);
  if (trace_) {
    rule.budget = std::clamp(rule.budget, 1, trace_->loops());
    rule.gate = std::clamp(rule.gate, 0, static_cast<int>(trace_->info().otherGates.size()));
    if (rule.q >= 0 && rule.q <= 1) setRule(rule);
  }
  if (const Measure* row = measureOf(loopMeasures(), json["measure"].toString())) setMeasure(*row);
  if (const Measure* row = measureOf(tokenMeasures(), json["tokenMeasure"].toString()))
    setTokenMeasure(*row);
  const QString quantity = json["lensQuantity"].toString();
  if (QStringList{"logprob", "prob", "rank"}.contains(quantity)) setLensQuantity(quantity);
  if (json["trackedWords"].isArray()) {
    QStringList words;
    for (const auto word : json["trackedWords"].toArray())
      if (word.isString()) words << word.toString();
    setTrackedWords(words);
  }
  setCompared(otherSideOf(json["compare"].toObject(), compared_));
  if (const QJsonObject expected = json["expected"].toObject(); trace_ && !expected.isEmpty())
    setExpected(expected["text"].toString(), expectedOf(expected, *trace_));
  if (!json.contains("token")) return;
  int loop = json["loop"].toInt(-1);
  if (!trace_ || loop >= trace_->loops()) loop = -1;
  const int token = json["token"].toInt(-1);
  std::vector<int> tokens;
  if (trace_) tokens = tokensOf(json["tokens"].toArray(), trace_->tokens());
  if (tokens.size() < 2 || !std::ranges::binary_search(tokens, token)) return select(token, loop);
  anchor_ = token;
  setSelection(std::move(tokens), token, loop);
}

}  // namespace ouroscope
