// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TraceJson.h"

#include <algorithm>
#include <cmath>

#include "app/cli/Output.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {

void RuleOptions::add(CLI::App& command) {
  command.add_option("--budget", budget, "loops allowed; the last of them takes what probability is left")->check(CLI::Range(1, 64))->type_name("N");
  command.add_option("--exit-threshold", q, "q: read each token at the first loop whose cumulative exit probability reaches it; 1 reads the last loop")->check(CLI::Range(0.0, 1e9))->type_name("Q");
  command.add_option("--gate", gate, "which recorded gate decides")->type_name("NAME");
}

ReadoutRule RuleOptions::toRule(const Trace& trace) const {
  ReadoutRule rule;
  if (budget > trace.loops())
    throw Error("--budget " + std::to_string(budget) + " is more than the " + std::to_string(trace.loops()) + " loops of the record: trace again with --loops " + std::to_string(budget) + ".");
  rule.budget = budget > 0 ? budget : trace.loops();
  // A budget alone reads that loop everywhere; without any option the trace is read as it was run.
  rule.q = q >= 0 ? q : budget > 0 ? 1.0 : trace.info().exitThreshold;
  if (gate.empty() || gate == trace.info().gateName) return rule;
  const auto& names = trace.info().otherGates;
  const auto at = std::find(names.begin(), names.end(), gate);
  if (at == names.end()) {
    std::string known = trace.info().gateName;
    for (const auto& name : names) known += (known.empty() ? "" : ", ") + name;
    throw Error("The trace holds no gate \"" + gate + "\"" + (known.empty() ? ": its model has one unnamed gate." : ": choose one of " + known + "."));
  }
  rule.gate = static_cast<int>(at - names.begin()) + 1;
  return rule;
}

std::string describeTrace(const Trace& trace, const Readout& read) {
  const TraceInfo& i = trace.info();
  std::string text = i.modelName + ", " + i.dtype + ", " + i.device + "\n";
  text += std::to_string(trace.tokens()) + " tokens (" + std::to_string(i.promptTokens) + " prompt), " + std::to_string(trace.loops()) + " loops recorded, " + std::to_string(i.loopsTrained) + " trained";
  if (i.kvPolicy != "full") text += ", KV policy " + i.kvPolicy;
  text += "\n";
  const std::string gate = read.rule.gate == 0 ? i.gateName : i.otherGates[static_cast<std::size_t>(read.rule.gate - 1)];
  if (read.rule.q >= 1) text += "Read at loop " + std::to_string(read.rule.budget) + " everywhere";
  else text += "Read at the first loop with cumulative exit probability \u2265 " + number(read.rule.q, 2) + ", at most " + std::to_string(read.rule.budget) + (gate.empty() ? "" : ", gate " + gate);
  const double saved = trace.loops() - read.meanLoops;
  text += "\nMean exit loop " + number(read.meanLoops, 2) + "; theoretical loops saved " + number(saved, 2) + " of " + std::to_string(trace.loops()) + " per token\n";
  return text;
}

ExitDistribution distributionOf(const Trace& trace, const std::vector<float>& gates, int token) {
  const auto run = static_cast<std::size_t>(trace.columns().loopsRun[static_cast<std::size_t>(token)]);
  return exitDistribution(std::span(gates).subspan(trace.at(token, 0), run));
}

nlohmann::ordered_json jsonNumber(double value) { return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr); }

nlohmann::ordered_json traceJson(const Trace& trace, const Readout& read) {
  using Json = nlohmann::ordered_json;
  const TraceInfo& info = trace.info();
  const TraceColumns& c = trace.columns();
  const std::size_t K = static_cast<std::size_t>(trace.topK());
  Json json{{"model", info.modelName}, {"dtype", info.dtype}, {"device", info.device}, {"tokens", trace.tokens()}, {"prompt_tokens", info.promptTokens},
            {"loops_recorded", trace.loops()}, {"loops_trained", info.loopsTrained}, {"kv_policy", info.kvPolicy},
            {"rule", {{"budget", read.rule.budget}, {"q", read.rule.q}, {"gate", read.rule.gate == 0 ? info.gateName : info.otherGates[static_cast<std::size_t>(read.rule.gate - 1)]}}},
            {"mean_exit_loop", read.meanLoops}, {"exit_histogram", read.histogram}};
  const std::vector<float> gates = trace.gateLogits(read.rule.gate);
  Json rows = Json::array();
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    const ExitDistribution d = distributionOf(trace, gates, t);
    Json row{{"position", t + 1}, {"token_id", c.tokenId[i]}, {"token", utf8Lossy(c.tokenBytes[i])}, {"generated", trace.generated(t)}, {"exit_loop", read.loop[i] + 1},
             {"expected_depth", jsonNumber(static_cast<double>(read.expectedDepth[i]))}, {"depth_entropy", jsonNumber(static_cast<double>(read.depthEntropy[i]))}, {"loops_run", c.loopsRun[i]}};
    Json loops = Json::array();
    for (int r = 0; r < c.loopsRun[i]; ++r) {
      const std::size_t cell = trace.at(t, r), loop = static_cast<std::size_t>(r);
      const auto at = [&](const std::vector<float>& column) { return jsonNumber(static_cast<double>(column[cell])); };
      Json top = Json::array();
      for (std::size_t k = 0; k < K; ++k)
        top.push_back({{"id", c.topkId[cell * K + k]}, {"word", utf8Lossy(trace.word(c.topkId[cell * K + k]))}, {"logprob", jsonNumber(static_cast<double>(c.topkLogprob[cell * K + k]))}});
      loops.push_back({{"loop", r + 1}, {"lambda", jsonNumber(d.lambda[loop])}, {"p", jsonNumber(d.p[loop])}, {"cdf", jsonNumber(d.cdf[loop])}, {"entropy", at(c.entropy)},
                       {"logprob", at(c.logprob)}, {"rank", c.rank[cell] < 0 ? Json(nullptr) : Json(c.rank[cell])}, {"kl", at(c.kl)}, {"state_norm", at(c.stateNorm)},
                       {"step_norm", at(c.stepNorm)}, {"step_cosine", at(c.stepCosine)}, {"top", top}});
    }
    row["loops"] = std::move(loops);
    rows.push_back(std::move(row));
  }
  json["token_rows"] = std::move(rows);
  return json;
}

}  // namespace ouroscope::cli
