// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdio>

#include "app/cli/Command.h"
#include "app/cli/HeldOut.h"
#include "app/cli/TraceJson.h"
#include "core/analysis/AnswerDynamics.h"
#include "core/analysis/OperatingCurve.h"
#include "core/analysis/TraceSummary.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::vector<std::string> traces;
  std::string by = "all";
  RuleOptions rule;
  HeldOutOptions heldOut;
  Format format = Format::Text;
};

double share(double sum, int n) { return n ? sum / n : std::nan(""); }

void printGroups(const std::vector<GroupStats>& groups, Format format) {
  const std::size_t R = groups.front().histogram.size();
  std::vector<std::vector<std::string>> rows{{"class", "traces", "tokens", "exit loop", "depth"}};
  for (std::size_t r = 0; r < R; ++r) rows[0].push_back("nll " + std::to_string(r + 1));
  for (std::size_t r = 0; r < R; ++r) rows[0].push_back("agree " + std::to_string(r + 1));
  for (std::size_t r = 0; r < R; ++r) rows[0].push_back("exits " + std::to_string(r + 1));
  for (const GroupStats& g : groups) {
    rows.push_back({g.name, std::to_string(g.traces), std::to_string(g.tokens), number(g.meanExitLoop(), 3), number(share(g.expectedDepth, g.tokens), 3)});
    for (std::size_t r = 0; r < R; ++r) rows.back().push_back(number(share(g.nll[r], g.countedNext[r]), 3));
    for (std::size_t r = 0; r < R; ++r) rows.back().push_back(number(share(g.agreement[r], g.counted[r]), 3));
    for (std::size_t r = 0; r < R; ++r) rows.back().push_back(std::to_string(g.histogram[r]));
  }
  std::string text;
  if (format == Format::Csv) for (const auto& row : rows) text += csvLine(row);
  else text = alignedTable(rows);
  std::fputs(text.c_str(), stdout);
}

/// Ablation rows of several traces added up.
std::vector<LoopAblationRow> ablationOf(const std::vector<TracePtr>& traces) {
  std::vector<LoopAblationRow> sum;
  for (const TracePtr& trace : traces) {
    const LoopAblation one = loopAblation(*trace);
    sum.resize(one.rows.size());
    for (std::size_t i = 0; i < sum.size(); ++i) {
      sum[i].loop = one.rows[i].loop;
      sum[i].helped += one.rows[i].helped;
      sum[i].hurt += one.rows[i].hurt;
      sum[i].unchanged += one.rows[i].unchanged;
      sum[i].helpedNats += one.rows[i].helpedNats;
      sum[i].hurtNats += one.rows[i].hurtNats;
      sum[i].madeRight += one.rows[i].madeRight;
      sum[i].madeWrong += one.rows[i].madeWrong;
    }
  }
  return sum;
}

void printAblation(const std::vector<LoopAblationRow>& ablation) {
  std::vector<std::vector<std::string>> rows{{"added loop", "helped", "hurt", "same", "nats won", "nats lost", "made right", "made wrong"}};
  for (const auto& row : ablation)
    rows.push_back({std::to_string(row.loop + 1), std::to_string(row.helped), std::to_string(row.hurt), std::to_string(row.unchanged), number(row.helpedNats, 2), number(row.hurtNats, 2),
                    std::to_string(row.madeRight), std::to_string(row.madeWrong)});
  std::fputs(("\nWhat each added loop changed (tokens; -log p of the next token, tolerance 0.01 nats)\n" + alignedTable(rows)).c_str(), stdout);
}

Json curveJson(const std::vector<OperatingPoint>& points) {
  Json list = Json::array();
  for (const auto& p : points)
    list.push_back({{"setting", p.setting}, {"mean_loops", p.meanLoops}, {"agreement", p.agreement}, {"nll", jsonNumber(p.nll)}, {"kl", jsonNumber(p.kl)}});
  return list;
}

void printJson(const std::vector<GroupStats>& groups, const std::vector<TracePtr>& traces, int gate) {
  Json json;
  for (const GroupStats& g : groups) {
    Json row{{"class", g.name}, {"traces", g.traces}, {"tokens", g.tokens}, {"mean_exit_loop", g.meanExitLoop()}, {"expected_depth", jsonNumber(share(g.expectedDepth, g.tokens))}, {"exit_histogram", g.histogram}};
    for (std::size_t r = 0; r < g.histogram.size(); ++r) {
      row["nll"].push_back(jsonNumber(share(g.nll[r], g.countedNext[r])));
      row["entropy"].push_back(jsonNumber(share(g.entropy[r], g.counted[r])));
      row["agreement"].push_back(jsonNumber(share(g.agreement[r], g.counted[r])));
      row["accuracy"].push_back(jsonNumber(share(g.right[r], g.countedNext[r])));
    }
    json["classes"].push_back(row);
  }
  for (const auto& row : ablationOf(traces))
    json["ablation"].push_back({{"loop", row.loop + 1}, {"helped", row.helped}, {"hurt", row.hurt}, {"unchanged", row.unchanged}, {"helped_nats", row.helpedNats}, {"hurt_nats", row.hurtNats},
                                {"made_right", row.madeRight}, {"made_wrong", row.madeWrong}});
  for (const TracePtr& trace : traces) {
    const OperatingCurve curve = operatingCurve(*trace, gate, 21);
    json["operating_curves"].push_back({{"gate", curveJson(curve.gate)}, {"uniform", curveJson(curve.uniform)}, {"random", curveJson(curve.random)}, {"oracle", curveJson(curve.oracle)}});
  }
  std::fputs((json.dump(1) + "\n").c_str(), stdout);
}

void run(const Options& o) {
  if (o.heldOut.asked()) {
    if (!o.traces.empty()) throw CLI::ValidationError("stats", "takes traces, or --heldout and --texts, not both");
    return evaluateHeldOut(o.heldOut, o.rule, o.format);
  }
  if (o.traces.empty()) throw CLI::RequiredError("TRACE");
  std::vector<TracePtr> traces;
  for (const auto& path : o.traces) traces.push_back(readTrace(path));
  const ReadoutRule rule = o.rule.toRule(*traces.front());
  const auto groups = summarise(traces, rule, groupingFromName(o.by));
  if (o.format == Format::Json) return printJson(groups, traces, rule.gate);
  printGroups(groups, o.format);
  if (o.format == Format::Text) printAblation(ablationOf(traces));
}

}  // namespace

Runner addStats(CLI::App& app) {
  auto* c = app.add_subcommand("stats", "Where loops go and what they change, over one or many traces; or accuracy on held-out questions");
  auto o = std::make_shared<Options>();
  c->add_option("traces", o->traces, "trace files")->type_name("TRACE");
  c->add_option("--by", o->by, "all, source, word or position")->type_name("CLASS");
  o->rule.add(*c);
  o->heldOut.add(*c);
  addFormat(*c, o->format);
  return [o] { run(*o); };
}

}  // namespace ouroscope::cli
