// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LoopStatisticsText.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/cli/Numbers.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

constexpr int kMatrixLoops = 12;  ///< what 80 columns hold

void add(LimitCounts& sum, const LimitCounts& more) {
  for (int i = 0; i < kLimitClasses; ++i) sum.tokens[i] += more.tokens[i];
}
int total(const LimitCounts& counts) {
  return std::accumulate(counts.tokens.begin(), counts.tokens.end(), 0);
}

Json limitsJson(const LimitCounts& counts) {
  Json json;
  for (int i = 0; i < kLimitClasses; ++i) {
    std::string name(limitClassName(static_cast<LimitClass>(i)));
    std::ranges::replace(name, ' ', '_');
    json[name] = counts.tokens[i];
  }
  return json;
}

std::string agreementText(const LoopAgreement& a, const Terminal& terminal) {
  const int shown = std::min(a.loops, kMatrixLoops);
  std::vector<Table::Column> head{{"loop", Align::Right}};
  for (int j = 0; j < shown; ++j) head.push_back({std::to_string(j + 1), Align::Right});
  Table table(head);
  for (int i = 0; i < shown; ++i) {
    std::vector<Table::Cell> row{{std::to_string(i + 1)}};
    for (int j = 0; j < shown; ++j) row.push_back({fixedText(100 * a.share[i * a.loops + j], 1)});
    table.add(std::move(row));
  }
  return "\nBest words of two loops are the same, % of tokens" +
         std::string(shown < a.loops ? " (the first loops; --format json has all)" : "") + "\n" +
         table.text(terminal);
}

std::string gainText(const LoopGain& g) {
  if (g.tokens == 0) return {};
  const auto loop = [](int r) { return "loop " + std::to_string(r + 1); };
  return "\n" +
         wrapped("Loop gain: -log p of the next token is least at " + loop(g.best) + ", " +
                 fixedText(g.gain, 3) + " nats below loop 1; within " + shortText(g.tolerance) +
                 " nats of that from " + loop(g.first) + " to " + loop(g.last) + " (mean over " +
                 std::to_string(g.tokens) + " tokens that ran every loop)") +
         "\n";
}

std::string calibrationText(const std::vector<Calibration>& rows, const Terminal& terminal) {
  const bool fitted = std::ranges::any_of(rows, [](const Calibration& c) {
    return c.temperature > 0;  // false for a NaN
  });
  std::vector<Table::Column> head{{"loop", Align::Right},    {"n", Align::Right},
                                  {"right %", Align::Right}, {"confidence %", Align::Right},
                                  {"ECE %", Align::Right},   {"Brier", Align::Right}};
  if (fitted) {
    head.push_back({"temperature", Align::Right});
    head.push_back({"nll at it", Align::Right});
  }
  Table table(head);
  int loop = 0;
  for (const Calibration& c : rows) {
    std::vector<Table::Cell> row{
        {std::to_string(++loop)},         {std::to_string(c.tokens)},
        {fixedText(100 * c.accuracy, 1)}, {fixedText(100 * c.confidence, 1)},
        {fixedText(100 * c.ece, 1)},      {fixedText(c.brier, 4)}};
    if (fitted) {
      row.push_back({fixedText(c.temperature, 3)});
      row.push_back({fixedText(c.scaledNll, 3)});
    }
    table.add(std::move(row));
  }
  return "\nCalibration of the best word by loop\n" + table.text(terminal);
}

std::string limitsText(const std::vector<LimitCounts>& layers, const LimitCounts& ends,
                       const Terminal& terminal) {
  if (layers.empty() && total(ends) == 0) return {};
  std::vector<Table::Column> head{{"after", Align::Left}, {"n", Align::Right}};
  for (int i = 0; i < kLimitClasses; ++i)
    head.push_back({std::string(limitClassName(static_cast<LimitClass>(i))) + " %", Align::Right});
  Table table(head);
  const auto row = [&](const std::string& name, const LimitCounts& counts) {
    const int n = total(counts);
    std::vector<Table::Cell> cells{{name}, {std::to_string(n)}};
    for (const int tokens : counts.tokens) cells.push_back({fixedText(100.0 * tokens / n, 1)});
    table.add(std::move(cells));
  };
  for (std::size_t layer = 0; layer < layers.size(); ++layer)
    row("layer " + std::to_string(layer + 1), layers[layer]);
  if (total(ends) > 0) row("loop", ends);
  return "\nWhere states go when the loops go on, by cosines with the last loop's\n" +
         table.text(terminal);
}

std::string rankText(const std::vector<StateRank>& ranks, const Terminal& terminal) {
  if (ranks.empty()) return {};
  Table table({{"loop", Align::Right},
               {"n", Align::Right},
               {"energy", Align::Right},
               {"effective rank", Align::Right},
               {"entropy", Align::Right},
               {"stable rank", Align::Right},
               {"90 % in", Align::Right}});
  int loop = 0;
  for (const StateRank& r : ranks)
    table.add({{std::to_string(++loop)},
               {std::to_string(r.tokens)},
               {fixedText(r.energy, 2)},
               {fixedText(r.effectiveRank, 2)},
               {fixedText(r.matrixEntropy, 3)},
               {fixedText(r.stableRank, 2)},
               {std::to_string(r.rank90)}});
  return "\nDirections that states of tokens fill, by loop\n" + table.text(terminal);
}

/// A row a layer, a column a loop.
std::string layerTable(const std::string& title, const std::vector<double>& values, int loops,
                       int layers, int decimals, const Terminal& terminal) {
  const int shown = std::min(loops, kMatrixLoops);
  std::vector<Table::Column> head{{"layer", Align::Right}};
  for (int r = 0; r < shown; ++r) head.push_back({std::to_string(r + 1), Align::Right});
  Table table(head);
  for (int layer = 0; layer < layers; ++layer) {
    std::vector<Table::Cell> row{{std::to_string(layer + 1)}};
    for (int r = 0; r < shown; ++r)
      row.push_back({fixedText(values[r * layers + layer], decimals)});
    table.add(std::move(row));
  }
  return "\n" + title + "\n" + table.text(terminal);
}

std::string attentionText(const AttentionStatistics& a, const Terminal& terminal) {
  if (a.empty()) return {};
  const auto table = [&](const std::string& title, const std::vector<double>& values,
                         int decimals) {
    return layerTable(title, values, a.loops, a.layers, decimals, terminal);
  };
  std::vector<double> percent;
  for (const double rate : a.sinkRate) percent.push_back(100 * rate);
  return table("Attention: weight on the first token, by loop", a.sink, 3) +
         table("Attention: heads whose mean weight on the first token is " +
                   shortText(a.sinkShare) + " or more, %",
               percent, 1) +
         table("Attention: concentration of columns", a.concentration, 3) +
         table("Attention: entropy of a token's weights, nats", a.entropy, 3) +
         table("Attention: distance of the map from that of the loop before, over √n", a.step, 3);
}

Json ranksJson(const std::vector<StateRank>& ranks) {
  if (ranks.empty()) return {};
  Json json = Json::array();
  int loop = 0;
  for (const StateRank& r : ranks) {
    json.push_back({{"loop", ++loop}, {"n", r.tokens}});
    putRank(json.back(), r);
  }
  return json;
}

Json attentionJson(const AttentionStatistics& a) {
  if (a.empty()) return {};
  Json json{{"n", a.tokens}, {"sink_share", a.sinkShare}};
  const auto matrix = [&](const char* name, const std::vector<double>& values) {
    json[name] = Json::array();
    for (int r = 0; r < a.loops; ++r) {
      Json row = Json::array();
      for (int layer = 0; layer < a.layers; ++layer)
        row.push_back(number(values[r * a.layers + layer]));
      json[name].push_back(std::move(row));
    }
  };
  matrix("sink", a.sink);
  matrix("sink_rate", a.sinkRate);
  matrix("concentration", a.concentration);
  matrix("entropy", a.entropy);
  matrix("step", a.step);
  return json;
}

}  // namespace

void putRank(Json& json, const StateRank& rank) {
  json["energy"] = number(rank.energy);
  json["effective_rank"] = number(rank.effectiveRank);
  json["matrix_entropy"] = number(rank.matrixEntropy);
  json["stable_rank"] = number(rank.stableRank);
  json["rank_90"] = rank.rank90;
}

LoopStatistics::LoopStatistics(const std::vector<TracePtr>& traces)
    : agreement(loopAgreement(traces)),
      gain(loopGain(traces)),
      calibration(ouroscope::calibration(traces)),
      attention(attentionStatistics(traces)),
      ranks(stateRanks(traces)) {
  if (agreement.loops < kLimitLoops) return;
  const bool states = std::ranges::all_of(
      traces, [](const TracePtr& trace) { return trace->info().captured.hidden; });
  bool layers = true;
  for (const TracePtr& trace : traces)
    layers = layers && !trace->columns().layerLastCosine.empty() &&
             trace->info().layers == traces.front()->info().layers;
  for (const TracePtr& trace : traces) {
    if (states) add(loopLimits, ouroscope::loopLimits(*trace));
    if (!layers) continue;
    const std::vector<LimitCounts> own = ouroscope::layerLimits(*trace);
    layerLimits.resize(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) add(layerLimits[i], own[i]);
  }
}

std::string LoopStatistics::text(const Terminal& terminal) const {
  return gainText(gain) + agreementText(agreement, terminal) +
         calibrationText(calibration, terminal) + rankText(ranks, terminal) +
         attentionText(attention, terminal) + limitsText(layerLimits, loopLimits, terminal);
}

Json LoopStatistics::json(const std::vector<double>& similarity) const {
  Json json;
  const int R = agreement.loops;
  Json& matrix = json["agreement_matrix"] = {{"share", Json::array()}, {"n", Json::array()}};
  for (int i = 0; i < R; ++i) {
    Json shares = Json::array(), counts = Json::array();
    for (int j = 0; j < R; ++j) {
      shares.push_back(number(agreement.share[i * R + j]));
      counts.push_back(agreement.counted[i * R + j]);
    }
    matrix["share"].push_back(std::move(shares));
    matrix["n"].push_back(std::move(counts));
  }
  Json& loops = json["loop_gain"] = {{"tolerance", gain.tolerance}, {"n", gain.tokens}};
  loops["nll"] = Json::array();
  for (const double nll : gain.nll) loops["nll"].push_back(number(nll));
  const auto from1 = [](int loop) { return loop < 0 ? Json() : Json(loop + 1); };
  loops["best_loop"] = from1(gain.best);
  loops["gain"] = number(gain.gain);
  loops["band"] = gain.best < 0 ? Json() : Json{gain.first + 1, gain.last + 1};
  json["calibration"] = Json::array();
  int loop = 0;
  for (const Calibration& c : calibration)
    json["calibration"].push_back({{"loop", ++loop},
                                   {"n", c.tokens},
                                   {"accuracy", number(c.accuracy)},
                                   {"confidence", number(c.confidence)},
                                   {"ece", number(c.ece)},
                                   {"brier", number(c.brier)},
                                   {"nll", number(c.nll)},
                                   {"temperature", number(c.temperature)},
                                   {"nll_at_temperature", number(c.scaledNll)}});
  json["layer_similarity"] = similarity.empty() ? Json() : Json::array();
  const std::size_t virtualLayers = std::lround(std::sqrt(double(similarity.size())));
  for (std::size_t i = 0; i < virtualLayers; ++i) {
    Json row = Json::array();
    for (std::size_t j = 0; j < virtualLayers; ++j)
      row.push_back(number(similarity[i * virtualLayers + j]));
    json["layer_similarity"].push_back(std::move(row));
  }
  json["state_rank"] = ranksJson(ranks);
  json["attention"] = attentionJson(attention);
  json["limits"] = {{"layers", Json()}, {"loops", Json()}};
  if (!layerLimits.empty()) json["limits"]["layers"] = Json::array();
  for (const LimitCounts& counts : layerLimits)
    json["limits"]["layers"].push_back(limitsJson(counts));
  if (total(loopLimits) > 0) json["limits"]["loops"] = limitsJson(loopLimits);
  return json;
}

}  // namespace ouroscope::cli
