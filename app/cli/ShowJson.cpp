// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShowJson.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/Csv.h"
#include "app/cli/EndText.h"
#include "app/cli/Numbers.h"
#include "app/cli/Reading.h"
#include "core/analysis/CandidateMargins.h"
#include "core/analysis/Measures.h"
#include "core/analysis/NotNumbers.h"
#include "core/run/TurnTokens.h"
#include "core/text/Utf8.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Whether a trace has what a measure is made of.
bool has(const Trace& trace, const Measure& measure) {
  return measure.knownTo(trace, 0) && (!measure.needsHidden || trace.info().captured.hidden);
}

/// The cells of every measure that is read per token and loop, each [T,R], with the gate logits.
/// Recorded columns are those of the trace, not copies.
struct LoopColumns {
  std::vector<float> gateLogit;  ///< empty without a gate
  ReadoutTables tables;
  std::vector<std::pair<const Measure*, Cells>> measures;

  LoopColumns(const Trace& trace, const ReadoutRule& rule)
      : gateLogit(trace.info().gated ? trace.gateLogits(rule.gate) : std::vector<float>()),
        tables(trace, rule.gate) {
    for (const Measure* m : loopMeasures())
      if (has(trace, *m))
        measures.emplace_back(m, m->cells({trace, rule.gate, rule.budget, &tables}));
  }
  LoopColumns(const LoopColumns&) = delete;  // cells point into the tables
};

/// The measures that a token has of its own.
std::vector<std::pair<const Measure*, std::vector<float>>> tokenColumns(const Trace& trace,
                                                                        const Readout& read) {
  std::vector<std::pair<const Measure*, std::vector<float>>> columns;
  for (const Measure* m : tokenMeasures())
    if (m->tokens && has(trace, *m)) columns.emplace_back(m, tokenMeasure(trace, *m, read));
  return columns;
}

/// Null where absent.
Json valueOf(const Measure& measure, float value) {
  if (measure.whole && !std::isnan(value)) return static_cast<int>(value);
  return number(value);
}

Json wordJson(const Trace& trace, std::int32_t id, float logprob) {
  Json word{{"id", id}};
  putText(word, trace.word(id));
  word["logprob"] = number(logprob);
  return word;
}

Json loopJson(const Trace& trace, const LoopColumns& columns, int token, int loop) {
  const TraceColumns& c = trace.columns();
  const std::size_t cell = trace.at(token, loop), K = trace.topK();
  Json json{{"loop", loop + 1}};
  if (!columns.gateLogit.empty()) json["gate_logit"] = number(columns.gateLogit[cell]);
  for (const auto& [measure, cells] : columns.measures)
    json[measure->column()] = valueOf(*measure, cells.values()[cell]);
  json["topk"] = Json::array();
  for (std::size_t k = 0; k < K && c.topkId[cell * K + k] >= 0; ++k)
    json["topk"].push_back(wordJson(trace, c.topkId[cell * K + k], c.topkLogprob[cell * K + k]));
  const std::vector<std::int32_t>& tracked = trace.info().tracked;
  for (std::size_t i = 0; i < tracked.size(); ++i) {
    const std::size_t at = cell * tracked.size() + i;
    Json word = wordJson(trace, tracked[i], c.trackedLogprob[at]);
    word["rank"] = c.trackedRank[at] < 0 ? Json() : Json(c.trackedRank[at]);
    json["tracked"].push_back(std::move(word));
  }
  return json;
}

/// Why the run has no more tokens.
Json endJson(const Trace& trace) {
  const RunEnd& end = trace.info().end;
  Json json{{"why", end.why == RunEnd::Why::Unknown ? Json() : Json(runEndName(end.why))},
            {"text", endText(trace)}};
  if (end.token >= 0) json["token"] = end.token;
  return json;
}

/// The turns with the positions of their tokens; null where these are not known.
Json conversationJson(const Trace& trace) {
  if (!trace.info().conversation) return {};
  const Conversation& c = *trace.info().conversation;
  const std::vector<TurnTokens> places = turnTokens(trace);
  const auto put = [](Json& json, const char* name, const TokenSpan* range) {
    const bool known = range && range->begin < range->end;
    json[name] = known ? Json{range->begin + 1, range->end} : Json();
  };
  Json json{{"marks", c.marks},
            {"system_turn", c.system},
            {"opening", utf8Lossy(c.opening)},
            {"think", c.think},
            {"turns", Json::array()}};
  for (std::size_t i = 0; i < c.turns.size(); ++i) {
    Json turn{{"role", utf8Lossy(c.turns[i].role)}, {"content", utf8Lossy(c.turns[i].content)}};
    put(turn, "positions", places.empty() ? nullptr : &places[i].turn);
    put(turn, "content_positions", places.empty() ? nullptr : &places[i].content);
    json["turns"].push_back(std::move(turn));
  }
  return json;
}

Json infoJson(const Trace& trace) {
  const TraceInfo& i = trace.info();
  Json json{{"model", utf8Lossy(i.modelName)}, {"dtype", utf8Lossy(i.dtype)},
            {"device", utf8Lossy(i.device)},   {"tokens", trace.tokens()},
            {"prompt_tokens", i.promptTokens}, {"loops_recorded", trace.loops()},
            {"loops_trained", i.loopsTrained}, {"exit_threshold", number(i.exitThreshold)},
            {"kv_policy", i.kvPolicy},         {"end", endJson(trace)}};
  json["conversation"] = conversationJson(trace);
  if (!i.criterion.isGate())
    json["exit_rule"] = {{"name", exitRuleInfo(i.criterion.kind).id},
                         {"threshold", number(i.criterion.threshold)}};
  json["gate"] = i.gated ? Json(utf8Lossy(i.gateName)) : Json();
  json["other_gates"] = Json::array();
  for (const std::string& name : i.otherGates) json["other_gates"].push_back(utf8Lossy(name));
  json["interventions"] = Json::array();
  for (const Intervention& what : i.interventions)
    json["interventions"].push_back(utf8Lossy(interventionText(what)));
  json["events"] = Json::array();
  for (const RunEvent& event : i.events) {
    Json shown{{"position", event.token + 1}};
    const nlohmann::json recorded = runEventJson(event);
    for (const auto& [key, value] : recorded.items())
      if (key != "token") shown[key] = value;
    json["events"].push_back(std::move(shown));
  }
  return json;
}

Json candidatesJson(const Trace& trace, const CandidateMargins& margins, int token) {
  const int from = margins.holdsFrom[token];
  Json json{{"holds_from", from < 0 ? Json() : Json(from + 1)}, {"loops", Json::array()}};
  for (int r = 0; r < trace.columns().loopsRun[token]; ++r) {
    const std::size_t at = trace.at(token, r);
    const int leader = margins.leader[at];
    json["loops"].push_back({{"loop", r + 1},
                             {"leader", leader < 0 ? Json() : Json(trace.info().tracked[leader])},
                             {"margin", number(margins.margin[at])},
                             {"gap", number(margins.gap[at])},
                             {"update", number(margins.update[at])}});
  }
  return json;
}

}  // namespace

void showJson(const Trace& trace, const Readout& read, ListedTokens listed, const TextSink& write) {
  const TraceColumns& c = trace.columns();
  const LoopColumns columns(trace, read.rule);
  const auto own = tokenColumns(trace, read);
  const CandidateMargins margins = candidateMargins(trace);
  Json json{
      {"trace", infoJson(trace)},
      {"rule",
       {{"text", ruleText(trace, read.rule)},
        {"gate", trace.info().gated ? Json(utf8Lossy(gateName(trace, read.rule.gate))) : Json()},
        {"exit_threshold", number(read.rule.q)},
        {"budget", read.rule.budget}}},
      {"mean_exit_loop", number(read.meanLoops)},
      {"theoretical_loops_saved", number(trace.loops() - read.meanLoops)},
      {"exit_histogram", read.histogram},
      {"replay", replayText(trace, read)},
      {"listed", {{"first_position", listed.first + 1}, {"last_position", listed.last + 1}}}};
  if (const NotNumbers broken = notNumbers(trace); broken.any())
    json["not_numbers"] = {{"values", broken.values},
                           {"first_position", broken.token + 1},
                           {"first_loop", broken.loop + 1}};
  // The rows follow the other members, two levels down.
  std::string text = json.dump(1);
  text.resize(text.size() - 2);  // "\n}"
  text += ",\n \"rows\": [";
  for (int t = listed.first; t <= listed.last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    Json row{{"position", t + 1}, {"id", c.tokenId[i]}};
    putText(row, c.tokenBytes[i]);
    row["generated"] = trace.generated(t);
    row["loops_run"] = c.loopsRun[i];
    for (const auto& [measure, values] : own) row[measure->column()] = valueOf(*measure, values[t]);
    row["loops"] = Json::array();
    for (int loop = 0; loop < c.loopsRun[i]; ++loop)
      row["loops"].push_back(loopJson(trace, columns, t, loop));
    if (!margins.leader.empty()) row["candidates"] = candidatesJson(trace, margins, t);
    text += t > listed.first ? ",\n  " : "\n  ";
    for (const char letter : row.dump(1)) {
      text += letter;
      if (letter == '\n') text += "  ";
    }
    if (text.size() < kTextPiece) continue;
    write(jsonForTerminal(text));
    text.clear();
  }
  write(jsonForTerminal(text + "\n ]\n}\n"));
}

void showCsv(const Trace& trace, const Readout& read, ListedTokens listed, const TextSink& write) {
  const TraceColumns& c = trace.columns();
  const LoopColumns columns(trace, read.rule);
  const auto own = tokenColumns(trace, read);
  std::vector<std::string> header{"position", "id", "token", "generated"};
  for (const auto& [measure, values] : own) header.push_back(measure->column());
  header.push_back("loop");
  if (trace.info().gated) header.push_back("gate_logit");
  for (const auto& [measure, cells] : columns.measures) header.push_back(measure->column());
  header.insert(header.end(), {"top_id", "top_word", "top_logprob"});
  Csv csv;
  for (const std::string& name : header) csv.add(name);
  csv.endRow();
  for (int t = listed.first; t <= listed.last; ++t)
    for (int loop = 0; loop < c.loopsRun[t]; ++loop) {
      const std::size_t cell = trace.at(t, loop), best = cell * trace.topK();
      csv.add(t + 1).add(int{c.tokenId[t]});
      csv.add(printable(wordOrId(c.tokenBytes[t], c.tokenId[t])));
      csv.add(trace.generated(t));
      for (const auto& [measure, values] : own) csv.add(values[t]);
      csv.add(loop + 1);
      if (!columns.gateLogit.empty()) csv.add(columns.gateLogit[cell]);
      for (const auto& [measure, cells] : columns.measures) csv.add(cells.values()[cell]);
      if (c.topkId[best] < 0)
        csv.add("");  // its logits are not numbers
      else
        csv.add(int{c.topkId[best]});
      csv.add(printable(wordOrId(trace, c.topkId[best]))).add(c.topkLogprob[best]);
      csv.endRow();
      if (csv.text().size() >= kTextPiece) write(csv.take());
    }
  write(csv.take());
}

}  // namespace ouroscope::cli
