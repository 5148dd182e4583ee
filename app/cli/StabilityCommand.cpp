// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/PromptOptions.h"
#include "app/cli/Table.h"
#include "core/run/Stability.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

struct Options {
  ModelOptions model;
  PromptOptions prompt;
  std::string seed;
  StabilityOptions push;
  Format format = Format::Text;
};

RunOrder orderOf(const Options& o) {
  RunOrder order = o.prompt.order("stability");
  if (o.push.push <= 0) throw UsageError("--push must be more than 0.");
  return order;
}

/// A row a loop: geometric mean, least and most over tokens, and how many grow.
std::string table(const Stability& s, const std::vector<double>& values, const char* title) {
  Table table({{"loop", Align::Right},
               {"n", Align::Right},
               {"mean", Align::Right},
               {"least", Align::Right},
               {"most", Align::Right},
               {"above 1, %", Align::Right}});
  for (int loop = 0; loop < s.loops; ++loop) {
    double logs = 0, least = INFINITY, most = 0;
    int n = 0, above = 0;
    for (std::size_t at = loop; at < values.size(); at += s.loops) {
      if (!(values[at] > 0)) continue;  // nor a NaN
      logs += std::log(values[at]);
      least = std::min(least, values[at]);
      most = std::max(most, values[at]);
      above += values[at] > 1;
      ++n;
    }
    if (n == 0) continue;
    table.add({{std::to_string(loop + 1)},
               {std::to_string(n)},
               {fixedText(std::exp(logs / n), 4)},
               {fixedText(least, 4)},
               {fixedText(most, 4)},
               {fixedText(100.0 * above / n, 1)}});
  }
  return std::string(title) + "\n" + table.text(Terminal::standardOutput());
}

std::string textOf(const Stability& s) {
  std::string text =
      table(s, s.growth, "Growth of a small push of a token's state through one loop");
  if (!s.radius.empty())
    text += "\n" + table(s, s.radius, "Growth of a push that has turned with the loop");
  return text;
}

std::string csvOf(const Stability& s, const Tokenizer& tokenizer) {
  Csv csv;
  csv.header({"position", "token", "loop", "growth", "radius"});
  for (int t = 0; t < intSize(s.tokens); ++t)
    for (int loop = 0; loop < s.loops; ++loop) {
      const std::size_t at = t * s.loops + loop;
      csv.add(t + 1).add(printable(tokenizer.bytes(s.tokens[t]))).add(loop + 1).add(s.growth[at]);
      csv.add(s.radius.empty() ? NAN : s.radius[at]).endRow();
    }
  return csv.take();
}

std::string jsonOf(const Stability& s, const Options& o, const Tokenizer& tokenizer) {
  Json json{{"push", o.push.push},
            {"directions", o.push.directions},
            {"turns", o.push.turns},
            {"loops", s.loops},
            {"tokens", Json::array()}};
  for (int t = 0; t < intSize(s.tokens); ++t) {
    Json token{{"id", s.tokens[t]}};
    putText(token, tokenizer.bytes(s.tokens[t]));
    for (int loop = 0; loop < s.loops; ++loop) {
      token["growth"].push_back(number(s.growth[t * s.loops + loop]));
      if (!s.radius.empty()) token["radius"].push_back(number(s.radius[t * s.loops + loop]));
    }
    json["tokens"].push_back(std::move(token));
  }
  return jsonForTerminal(json.dump(1)) + "\n";
}

void run(Options& o) {
  const RunOrder order = orderOf(o);
  if (!o.seed.empty()) o.push.seed = seedOf(o.seed, "--seed");
  const std::stop_token stop = interrupt();
  ProgressLine progress;
  const ModelPtr model = loadModel(o.model.request(), stop, progress.function());
  const Stability found = stabilityOf(*model, order, o.push, stop, progress.function());
  progress.clear();
  switch (o.format) {
    case Format::Text:
      return print(textOf(found));
    case Format::Csv:
      return print(csvOf(found, *model->tokenizer));
    case Format::Json:
      return print(jsonOf(found, o, *model->tokenizer));
  }
}

}  // namespace

void addStability(CommandLine& line) {
  Subcommand& c =
      line.add("stability",
               "Measure how a small push grows through a loop.\n"
               "By finite differences, for every token and loop of a prompt; in fp32, on the CPU.");
  const auto o = std::make_shared<Options>();
  o->prompt.addPrompt(c);
  o->prompt.addLoops(c);
  c.addNumber("--push", o->push.push, 0, 1, "length of the push, as a share of the state's",
              "0.001");
  c.addInteger("--directions", o->push.directions, 1, 1000,
               "random directions for each token and loop", "4");
  c.addInteger(
      "--turns", o->push.turns, 1, 1000,
      "passes of a direction; from 2 on the push of each is what became of the one before, "
      "which tends to the direction that grows most: the spectral radius",
      "1");
  c.addText("--seed", o->seed, "N", "seed of the directions", "0");
  addStartSeed(c, o->prompt.startSeed);
  o->model.add(c);
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
