// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShowJson.h"

#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/Reading.h"
#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/Measures.h"
#include "core/text/Utf8.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

/// The measures that are read per token and loop, each [T,R].
struct Columns {
  std::vector<float> gateLogit, lambda, p, cdf, entropy, logprob, rank, kl, stateNorm, stepNorm,
      stepCosine;

  Columns(const Trace& trace, const ReadoutRule& rule) {
    const auto of = [&](Measure measure) { return measureMatrix(trace, measure, rule); };
    gateLogit = trace.gateLogits(rule.gate);
    lambda = of(Measure::Lambda);
    p = of(Measure::ExitProbability);
    cdf = of(Measure::Cdf);
    entropy = of(Measure::Entropy);
    logprob = of(Measure::LogProb);
    rank = of(Measure::Rank);
    kl = of(Measure::Kl);
    stateNorm = of(Measure::StateNorm);
    stepNorm = of(Measure::StepNorm);
    stepCosine = of(Measure::StepCosine);
  }
};

Json loopOrNull(int loop) {
  return loop < 0 ? Json(nullptr) : Json(loop + 1);
}

Json wordJson(const Trace& trace, std::int32_t id, float logprob) {
  Json word{{"id", id}};
  putText(word, trace.word(id));
  word["logprob"] = number(logprob);
  return word;
}

Json loopJson(const Trace& trace, const Columns& m, int token, int loop) {
  const TraceColumns& c = trace.columns();
  const std::size_t cell = trace.at(token, loop), K = static_cast<std::size_t>(trace.topK());
  const float rank = m.rank[cell];
  Json json{{"loop", loop + 1},
            {"gate_logit", number(m.gateLogit[cell])},
            {"lambda", number(m.lambda[cell])},
            {"p", number(m.p[cell])},
            {"cdf", number(m.cdf[cell])},
            {"entropy", number(m.entropy[cell])},
            {"logprob", number(m.logprob[cell])},
            {"rank", c.rank[cell] < 0 ? Json(nullptr) : Json(static_cast<int>(rank))},
            {"kl", number(m.kl[cell])},
            {"state_norm", number(m.stateNorm[cell])},
            {"step_norm", number(m.stepNorm[cell])},
            {"step_cosine", number(m.stepCosine[cell])}};
  json["topk"] = Json::array();
  for (std::size_t k = 0; k < K; ++k)
    json["topk"].push_back(wordJson(trace, c.topkId[cell * K + k], c.topkLogprob[cell * K + k]));
  const std::vector<std::int32_t>& tracked = trace.info().tracked;
  for (std::size_t i = 0; i < tracked.size(); ++i) {
    const std::size_t at = cell * tracked.size() + i;
    Json word = wordJson(trace, tracked[i], c.trackedLogprob[at]);
    word["rank"] = c.trackedRank[at];
    json["tracked"].push_back(std::move(word));
  }
  return json;
}

Json infoJson(const Trace& trace) {
  const TraceInfo& i = trace.info();
  Json json{{"model", utf8Lossy(i.modelName)}, {"dtype", i.dtype},
            {"device", utf8Lossy(i.device)},   {"tokens", trace.tokens()},
            {"prompt_tokens", i.promptTokens}, {"loops_recorded", trace.loops()},
            {"loops_trained", i.loopsTrained}, {"exit_threshold", number(i.exitThreshold)},
            {"kv_policy", i.kvPolicy},         {"gate", utf8Lossy(i.gateName)}};
  json["other_gates"] = Json::array();
  for (const std::string& name : i.otherGates) json["other_gates"].push_back(utf8Lossy(name));
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

}  // namespace

std::string showJson(const Trace& trace, const Readout& read) {
  const TraceColumns& c = trace.columns();
  const Columns measures(trace, read.rule);
  const AnswerDynamics dynamics = answerDynamics(trace);
  Json json{{"trace", infoJson(trace)},
            {"rule",
             {{"text", ruleText(trace, read.rule)},
              {"gate", utf8Lossy(gateName(trace, read.rule.gate))},
              {"exit_threshold", number(read.rule.q)},
              {"budget", read.rule.budget}}},
            {"mean_exit_loop", number(read.meanLoops)},
            {"theoretical_loops_saved", number(trace.loops() - read.meanLoops)},
            {"exit_histogram", read.histogram},
            {"replay", replayText(trace, read)}};
  json["rows"] = Json::array();
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    Json row{{"position", t + 1}, {"id", c.tokenId[i]}};
    putText(row, c.tokenBytes[i]);
    row["generated"] = trace.generated(t);
    row["loops_run"] = c.loopsRun[i];
    row["exit_loop"] = read.loop[i] + 1;
    row["expected_depth"] = number(read.expectedDepth[i]);
    row["depth_entropy"] = number(read.depthEntropy[i]);
    row["first_commit"] = loopOrNull(dynamics.firstCommit[i]);
    row["last_flip"] = loopOrNull(dynamics.lastFlip[i]);
    row["loops"] = Json::array();
    for (int loop = 0; loop < c.loopsRun[i]; ++loop)
      row["loops"].push_back(loopJson(trace, measures, t, loop));
    json["rows"].push_back(std::move(row));
  }
  return json.dump(1) + "\n";
}

std::string showCsv(const Trace& trace, const Readout& read) {
  const TraceColumns& c = trace.columns();
  const Columns m(trace, read.rule);
  Csv csv;
  csv.header(
      {"position",      "id",      "token",      "generated",  "exit_loop",  "expected_depth",
       "depth_entropy", "loop",    "gate_logit", "lambda",     "p",          "cdf",
       "entropy",       "logprob", "rank",       "kl",         "state_norm", "step_norm",
       "step_cosine",   "top_id",  "top_word",   "top_logprob"});
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    for (int loop = 0; loop < c.loopsRun[i]; ++loop) {
      const std::size_t cell = trace.at(t, loop);
      const std::size_t best = cell * static_cast<std::size_t>(trace.topK());
      csv.add(t + 1).add(static_cast<int>(c.tokenId[i])).add(printable(c.tokenBytes[i]));
      csv.add(trace.generated(t)).add(read.loop[i] + 1).add(read.expectedDepth[i]);
      csv.add(read.depthEntropy[i]).add(loop + 1).add(m.gateLogit[cell]).add(m.lambda[cell]);
      csv.add(m.p[cell]).add(m.cdf[cell]).add(m.entropy[cell]).add(m.logprob[cell]);
      csv.add(m.rank[cell]).add(m.kl[cell]).add(m.stateNorm[cell]).add(m.stepNorm[cell]);
      csv.add(m.stepCosine[cell]).add(static_cast<int>(c.topkId[best]));
      csv.add(printable(trace.word(c.topkId[best]))).add(c.topkLogprob[best]);
      csv.endRow();
    }
  }
  return csv.text();
}

}  // namespace ouroscope::cli
