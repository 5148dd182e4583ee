// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/LoopStatisticsText.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/PromptOptions.h"
#include "app/cli/Table.h"
#include "core/run/CacheRanks.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

constexpr int kShownLoops = 12;  ///< where a person reads them

struct Options {
  ModelOptions model;
  PromptOptions prompt;
  Format format = Format::Text;
};

/// What is ranked, by its name in tables and JSON.
constexpr std::pair<const char*, std::vector<StateRank> CacheRanks::*> kParts[] = {
    {"states", &CacheRanks::states}, {"keys", &CacheRanks::keys}, {"values", &CacheRanks::values}};

std::string textOf(const CacheRanks& r) {
  const int shown = std::min(r.loops, kShownLoops);
  std::string text = std::to_string(r.tokens) + " tokens\n";
  for (const auto& [name, part] : kParts) {
    std::vector<Table::Column> head{{"layer", Align::Right}};
    for (int loop = 0; loop < shown; ++loop)
      head.push_back({std::to_string(loop + 1), Align::Right});
    Table table(head);
    for (int layer = 0; layer < r.layers; ++layer) {
      std::vector<Table::Cell> row{{std::to_string(layer + 1)}};
      for (int loop = 0; loop < shown; ++loop)
        row.push_back({fixedText(
            (r.*part)[static_cast<std::size_t>(loop * r.layers + layer)].effectiveRank, 2)});
      table.add(std::move(row));
    }
    text += "\nEffective rank of " + std::string(name) + ", by loop" +
            (shown < r.loops ? " (the first ones; CSV and JSON have all)" : "") + "\n" +
            table.text(Terminal::standardOutput());
  }
  return text;
}

std::string csvOf(const CacheRanks& r) {
  Csv csv;
  csv.header({"of", "loop", "layer", "energy", "effective_rank", "matrix_entropy", "stable_rank",
              "rank_90"});
  for (const auto& [name, part] : kParts)
    for (std::size_t at = 0; at < (r.*part).size(); ++at) {
      const StateRank& rank = (r.*part)[at];
      const int place = static_cast<int>(at);
      csv.add(name).add(place / r.layers + 1).add(place % r.layers + 1).add(rank.energy);
      csv.add(rank.effectiveRank).add(rank.matrixEntropy).add(rank.stableRank).add(rank.rank90);
      csv.endRow();
    }
  return csv.take();
}

std::string jsonOf(const CacheRanks& r) {
  Json json{{"tokens", r.tokens}, {"loops", r.loops}, {"layers", r.layers}};
  for (const auto& [name, part] : kParts) {
    json[name] = Json::array();
    int place = 0;
    for (const StateRank& rank : r.*part) {
      json[name].push_back({{"loop", place / r.layers + 1}, {"layer", place % r.layers + 1}});
      putRank(json[name].back(), rank);
      ++place;
    }
  }
  return json.dump(1) + "\n";
}

void run(const Options& o) {
  const RunOrder order = o.prompt.order("ranks");
  const std::stop_token stop = interrupt();
  ProgressLine progress;
  const ModelPtr model = loadModel(o.model.request(), stop, progress.function());
  const CacheRanks ranks = cacheRanks(*model, order, stop, progress.function());
  progress.clear();
  switch (o.format) {
    case Format::Text:
      return print(textOf(ranks));
    case Format::Csv:
      return print(csvOf(ranks));
    case Format::Json:
      return print(jsonOf(ranks));
  }
}

}  // namespace

void addRanks(CommandLine& line) {
  Subcommand& c = line.add(
      "ranks",
      "Rank and energy of states, keys and values.\n"
      "How many directions they fill over the tokens of one text, after every layer of every\n"
      "loop. Of states at the ends of loops, over many texts: trace --capture hidden, stats.");
  const auto o = std::make_shared<Options>();
  o->prompt.addPrompt(c);
  o->prompt.addLoops(c);
  addStartSeed(c, o->prompt.startSeed);
  o->model.add(c);
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
