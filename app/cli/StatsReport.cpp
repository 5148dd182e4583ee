// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StatsReport.h"

#include <cmath>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

constexpr int kCurvePoints = 21;
constexpr int kLoopsPerTable = 8;

double mean(double sum, int count) {
  return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

int tokensBehind(const LoopAblationRow& row) {
  return row.helped + row.hurt + row.unchanged;
}

/// Ablation rows of all traces, added up; the mean gain is weighted by the tokens behind it.
std::vector<LoopAblationRow> ablationOf(const std::vector<TracePtr>& traces) {
  std::vector<LoopAblationRow> sum;
  std::vector<double> gain;
  for (const TracePtr& trace : traces) {
    const LoopAblation one = loopAblation(*trace);
    sum.resize(one.rows.size());
    gain.resize(one.rows.size());
    for (std::size_t i = 0; i < sum.size(); ++i) {
      const LoopAblationRow& row = one.rows[i];
      sum[i].loop = row.loop;
      sum[i].helped += row.helped;
      sum[i].hurt += row.hurt;
      sum[i].unchanged += row.unchanged;
      sum[i].helpedNats += row.helpedNats;
      sum[i].hurtNats += row.hurtNats;
      sum[i].madeRight += row.madeRight;
      sum[i].madeWrong += row.madeWrong;
      gain[i] += row.meanGainNats * tokensBehind(row);
    }
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    sum[i].meanGainNats = mean(gain[i], tokensBehind(sum[i]));
  }
  return sum;
}

/// The gate's logits of all traces together.
std::vector<float> gatesOf(const std::vector<TracePtr>& traces, int gate) {
  std::vector<float> gates;
  for (const TracePtr& trace : traces) {
    if (gate == 0 && !trace->info().gated) continue;
    const std::vector<float> column = trace->gateLogits(gate);
    gates.insert(gates.end(), column.begin(), column.end());
  }
  return gates;
}

Json curveJson(const std::vector<OperatingPoint>& points, const ReadingQuality& quality) {
  Json list = Json::array();
  for (const OperatingPoint& p : points) {
    Json out{{"setting", number(p.setting)},
             {"mean_loops", number(p.meanLoops)},
             {"mean_loops_n", quality.tokens}};
    for (const QualityInfo& info : qualities()) {
      const std::string id(info.id);
      const Interval interval = quality.interval(p, info.quality);
      out[id] = number(valueOf(p, info.quality));
      out[id + "_n"] = quality.tokensOf(info.quality);
      if (!p.ofTokens) continue;
      out[id + "_low"] = number(interval.low);
      out[id + "_high"] = number(interval.high);
    }
    list.push_back(std::move(out));
  }
  return list;
}

std::string intervalText(const Interval& interval) {
  if (std::isnan(interval.low)) return "";
  return fixedText(interval.low, 3) + " to " + fixedText(interval.high, 3);
}

}  // namespace

StatsReport::StatsReport(const std::vector<TracePtr>& traces, const ReadoutRule& rule,
                         Grouping grouping, int mostLoops)
    : rule_(ruleText(*traces.front(), rule)),
      budget_(rule.budget > 0 ? rule.budget : traces.front()->loops()),
      gated_(traces.front()->info().gated || rule.gate != 0),
      traces_(traces),
      loops_(traces.front()->loops()),
      mostLoops_(mostLoops),
      groups_(summarise(traces, rule, grouping)),
      ablation_(ablationOf(traces)),
      quality_(traces),
      curve_(operatingCurve(quality_, gatesOf(traces, rule.gate), budget_, kCurvePoints)) {
  for (const TracePtr& trace : traces)
    if (!trace->info().keepsPrefix()) stepRule_ = printable(trace->info().stepRule);
}

std::string StatsReport::groupTables(const Terminal& terminal) const {
  std::vector<Table::Column> columns{{"tokens", Align::Left, 8},
                                     {"traces", Align::Right},
                                     {"n", Align::Right},
                                     {"exit loop", Align::Right},
                                     {"expected depth", Align::Right}};
  Table overview(columns);
  for (const GroupStats& g : groups_)
    overview.add({{g.name},
                  {std::to_string(g.traces)},
                  {std::to_string(g.tokens)},
                  {fixedText(g.meanExitLoop(), 2)},
                  {fixedText(mean(g.expectedDepth, g.withDepth), 2)}});
  std::string text = overview.text(terminal);

  const auto byLoop = [&](const std::string& title,
                          const std::function<std::string(const GroupStats&, std::size_t)>& value) {
    for (int first = 0; first < loops_; first += kLoopsPerTable) {
      const int last = std::min(loops_, first + kLoopsPerTable);
      std::vector<Table::Column> head{{"tokens", Align::Left, 8}};
      for (int loop = first; loop < last; ++loop)
        head.push_back({std::to_string(loop + 1), Align::Right});
      Table table(head);
      for (const GroupStats& g : groups_) {
        std::vector<Table::Cell> row{{g.name}};
        for (int loop = first; loop < last; ++loop)
          row.push_back({value(g, static_cast<std::size_t>(loop))});
        table.add(std::move(row));
      }
      text += "\n" + title + "\n" + table.text(terminal);
    }
  };
  byLoop("Share of tokens that exit at loop, %", [](const GroupStats& g, std::size_t r) {
    return fixedText(100 * mean(g.histogram[r], g.tokens), 1);
  });
  byLoop("-log p of the next token at loop, nats", [](const GroupStats& g, std::size_t r) {
    return fixedText(mean(g.nll[r], g.countedNll[r]), 3);
  });
  byLoop("Best word is the next token at loop, %", [](const GroupStats& g, std::size_t r) {
    return fixedText(100 * mean(g.right[r], g.countedRight[r]), 1);
  });
  byLoop("Best word is the last loop's at loop, %", [](const GroupStats& g, std::size_t r) {
    return fixedText(100 * mean(g.agreement[r], g.countedAgreement[r]), 1);
  });
  return text;
}

std::string StatsReport::ablationTable(const Terminal& terminal) const {
  Table table({{"loop", Align::Right},
               {"helped", Align::Right},
               {"hurt", Align::Right},
               {"same", Align::Right},
               {"nats won", Align::Right},
               {"lost", Align::Right},
               {"gain/token", Align::Right},
               {"made right", Align::Right},
               {"wrong", Align::Right}});
  for (const LoopAblationRow& row : ablation_)
    table.add({{std::to_string(row.loop + 1)},
               {std::to_string(row.helped)},
               {std::to_string(row.hurt)},
               {std::to_string(row.unchanged)},
               {fixedText(row.helpedNats, 2)},
               {fixedText(row.hurtNats, 2)},
               {fixedText(row.meanGainNats, 3)},
               {std::to_string(row.madeRight)},
               {std::to_string(row.madeWrong)}});
  return "\nWhat each added loop changed, in tokens (by more than 0.01 nats of -log p)\n" +
         table.text(terminal);
}

std::string StatsReport::curveTable(const Terminal& terminal) const {
  Table table({{"read at"},
               {"mean loops", Align::Right},
               {"agreement %", Align::Right},
               {"nll, nats", Align::Right},
               {"95 %", Align::Right},
               {"KL, nats", Align::Right}});
  const auto row = [&](const std::string& name, const OperatingPoint& p) {
    table.add({{name},
               {fixedText(p.meanLoops, 2)},
               {fixedText(100 * p.agreement, 1)},
               {fixedText(p.nll, 3)},
               {intervalText(quality_.interval(p, Quality::Nll))},
               {fixedText(p.kl, 4)}});
  };
  for (std::size_t i = 0; i < curve_.gate.size(); i += 2)
    row("q = " + fixedText(curve_.gate[i].setting, 2), curve_.gate[i]);
  for (const OperatingPoint& p : curve_.uniform) row("loop " + fixedText(p.setting, 0), p);
  return "\nOperating curve: depth against agreement with the last loop (theoretical depth)\n" +
         wrapped(
             (budget_ < loops_ ? "the gate reads at most loop " + std::to_string(budget_) + "; "
                               : "") +
             "means over " + std::to_string(quality_.tokens) + " tokens, agreement " +
             std::to_string(quality_.comparedTokens) + ", nll " +
             std::to_string(quality_.scoredTokens) + ", KL " + std::to_string(quality_.klTokens) +
             "; 95 % interval of the nll against full depth on the same tokens, as if these were "
             "independent; none below " +
             std::to_string(kFewestForInterval) + " of them") +
         "\n" + table.text(terminal);
}

std::string StatsReport::text(const Terminal& terminal) const {
  return wrapped(std::to_string(traces_.size()) + (traces_.size() == 1 ? " trace" : " traces") +
                 ", " + std::to_string(loops_) + " loops" +
                 (mostLoops_ > loops_
                      ? " that all have (the longest has " + std::to_string(mostLoops_) + ")"
                      : "") +
                 "; read at: " + rule_ +
                 (gated_ ? "" : "; without an exit gate, so expected depths are missing") +
                 (stepRule_.empty() ? ""
                                    : "; with the step rule " + stepRule_ +
                                          " a run with fewer loops takes other steps: loops below "
                                          "the last are steps of this run")) +
         "\n\n" + groupTables(terminal) + ablationTable(terminal) + curveTable(terminal) +
         LoopStatistics(traces_).text(terminal);
}

std::string StatsReport::csv() const {
  Csv csv;
  csv.header({"class", "traces", "tokens", "mean_exit_loop", "mean_expected_depth", "loop", "exits",
              "tokens_run", "nll", "accuracy", "agreement", "entropy", "mean_exit_loop_n",
              "mean_expected_depth_n", "nll_n", "accuracy_n", "agreement_n", "entropy_n"});
  for (const GroupStats& g : groups_)
    for (std::size_t r = 0; r < static_cast<std::size_t>(loops_); ++r) {
      csv.add(g.name).add(g.traces).add(g.tokens).add(g.meanExitLoop());
      csv.add(mean(g.expectedDepth, g.withDepth)).add(static_cast<int>(r) + 1);
      csv.add(g.histogram[r]).add(g.counted[r]).add(mean(g.nll[r], g.countedNll[r]));
      csv.add(mean(g.right[r], g.countedRight[r])).add(mean(g.agreement[r], g.countedAgreement[r]));
      csv.add(mean(g.entropy[r], g.countedEntropy[r])).add(g.tokens).add(g.withDepth);
      csv.add(g.countedNll[r]);
      csv.add(g.countedRight[r]).add(g.countedAgreement[r]).add(g.countedEntropy[r]).endRow();
    }
  return csv.text();
}

std::string StatsReport::json() const {
  Json json{{"traces", traces_.size()}, {"loops", loops_}, {"rule", rule_}};
  json["most_loops_recorded"] = mostLoops_;
  json["fewer_loops_need_a_rerun"] = !stepRule_.empty();
  json["classes"] = Json::array();
  for (const GroupStats& g : groups_) {
    Json row{{"class", g.name},
             {"traces", g.traces},
             {"tokens", g.tokens},
             {"mean_exit_loop", number(g.meanExitLoop())},
             {"mean_exit_loop_n", g.tokens},
             {"mean_expected_depth", number(mean(g.expectedDepth, g.withDepth))},
             {"mean_expected_depth_n", g.withDepth},
             {"exit_histogram", g.histogram}};
    for (std::size_t r = 0; r < static_cast<std::size_t>(loops_); ++r) {
      row["nll"].push_back(number(mean(g.nll[r], g.countedNll[r])));
      row["accuracy"].push_back(number(mean(g.right[r], g.countedRight[r])));
      row["agreement"].push_back(number(mean(g.agreement[r], g.countedAgreement[r])));
      row["entropy"].push_back(number(mean(g.entropy[r], g.countedEntropy[r])));
    }
    row["nll_n"] = g.countedNll;
    row["accuracy_n"] = g.countedRight;
    row["agreement_n"] = g.countedAgreement;
    row["entropy_n"] = g.countedEntropy;
    json["classes"].push_back(std::move(row));
  }
  json["ablation"] = Json::array();
  for (const LoopAblationRow& row : ablation_)
    json["ablation"].push_back({{"loop", row.loop + 1},
                                {"helped", row.helped},
                                {"hurt", row.hurt},
                                {"unchanged", row.unchanged},
                                {"helped_nats", number(row.helpedNats)},
                                {"hurt_nats", number(row.hurtNats)},
                                {"mean_gain_nats", number(row.meanGainNats)},
                                {"mean_gain_nats_n", tokensBehind(row)},
                                {"made_right", row.madeRight},
                                {"made_wrong", row.madeWrong}});
  const Json statistics = LoopStatistics(traces_).json(layerSimilarity(traces_));
  for (const auto& [name, value] : statistics.items()) json[name] = value;
  json["operating_curve"] = {{"budget", budget_},
                             {"gate", gated_ ? curveJson(curve_.gate, quality_) : Json()},
                             {"uniform", curveJson(curve_.uniform, quality_)},
                             {"random", gated_ ? curveJson(curve_.random, quality_) : Json()},
                             {"oracle", curveJson(curve_.oracle, quality_)}};
  return jsonForTerminal(json.dump(1)) + "\n";
}

}  // namespace ouroscope::cli
