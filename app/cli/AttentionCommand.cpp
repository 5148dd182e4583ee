// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/PromptOptions.h"
#include "app/cli/Table.h"
#include "app/cli/WordText.h"
#include "core/run/AttentionMap.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

constexpr int kShownTokens = 4;  ///< of every head, where a person reads it

struct Options {
  ModelOptions model;
  PromptOptions prompt;
  int token = 0, layer = 0, loop = 0;
  Format format = Format::Text;
};

RunOrder orderOf(const Options& o) {
  RunOrder order = o.prompt.order("attention");
  if (o.layer == 0 || o.loop == 0) throw UsageError("attention needs --layer and --loop.");
  return order;
}

std::string textOf(const AttentionMap& map, const Tokenizer& tokenizer) {
  std::vector<Table::Column> head{{"head", Align::Right}};
  for (int i = 0; i < kShownTokens; ++i) {
    head.push_back({i == 0 ? "attends most to" : "then to", Align::Left, 6});
    head.push_back({"%", Align::Right, 0, 1});
  }
  Table table(head);
  for (int h = 0; h < map.heads; ++h) {
    const std::span<const float> weights = map.head(h);
    std::vector<int> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](int a, int b) { return weights[a] > weights[b]; });
    std::vector<Table::Cell> row{{std::to_string(h + 1)}};
    for (int i = 0; i < std::min(kShownTokens, intSize(order)); ++i) {
      const int at = order[i];
      row.push_back(
          {std::to_string(at + 1) + " " + compactWordText(tokenizer.bytes(map.tokens[at]))});
      row.push_back({fixedText(100 * double{weights[at]}, 1)});
    }
    table.add(std::move(row));
  }
  return "Token " + std::to_string(map.token + 1) + " " +
         compactWordText(tokenizer.bytes(map.tokens.back())) + ", layer " +
         std::to_string(map.layer + 1) + ", loop " + std::to_string(map.loop + 1) + "\n\n" +
         table.text(Terminal::standardOutput());
}

std::string csvOf(const AttentionMap& map, const Tokenizer& tokenizer) {
  Csv csv;
  csv.header({"head", "position", "token", "weight"});
  for (int h = 0; h < map.heads; ++h)
    for (int at = 0; at <= map.token; ++at)
      csv.add(h + 1)
          .add(at + 1)
          .add(printable(tokenizer.bytes(map.tokens[at])))
          .add(map.head(h)[at])
          .endRow();
  return csv.take();
}

std::string jsonOf(const AttentionMap& map, const Tokenizer& tokenizer) {
  Json json{{"token", map.token + 1},
            {"layer", map.layer + 1},
            {"loop", map.loop + 1},
            {"tokens", Json::array()},
            {"heads", Json::array()}};
  for (const std::int32_t id : map.tokens) {
    Json token{{"id", id}};
    putText(token, tokenizer.bytes(id));
    json["tokens"].push_back(std::move(token));
  }
  for (int h = 0; h < map.heads; ++h) {
    Json weights = Json::array();
    for (const float weight : map.head(h)) weights.push_back(number(weight));
    json["heads"].push_back({{"head", h + 1}, {"weights", std::move(weights)}});
  }
  return jsonForTerminal(json.dump(1)) + "\n";
}

void run(const Options& o) {
  const RunOrder order = orderOf(o);
  const std::stop_token stop = interrupt();
  ProgressLine progress;
  const ModelPtr model = loadModel(o.model.request(), stop, progress.function());
  const AttentionMap map = attentionMap(*model, order, o.token - 1, o.layer - 1, o.loop - 1, stop);
  progress.clear();
  switch (o.format) {
    case Format::Text:
      return print(textOf(map, *model->tokenizer));
    case Format::Csv:
      return print(csvOf(map, *model->tokenizer));
    case Format::Json:
      return print(jsonOf(map, *model->tokenizer));
  }
}

}  // namespace

void addAttention(CommandLine& line) {
  Subcommand& c =
      line.add("attention",
               "Show what the heads of one layer attend to.\n"
               "The weights of every head at one token, one layer and one loop. Numbers\n"
               "of all of them: trace --capture attention.");
  const auto o = std::make_shared<Options>();
  o->prompt.addPrompt(c);
  c.addInteger("--token", o->token, 1, 1'000'000'000, "the token that attends", "the last");
  c.addInteger("--layer", o->layer, 1, 4096, "layer of the loop; always given");
  c.addInteger("--loop", o->loop, 1, kMaxLoops, "always given");
  o->prompt.addLoops(c, "loops of the run");
  addStartSeed(c, o->prompt.startSeed);
  o->model.add(c);
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
