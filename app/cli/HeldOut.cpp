// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/HeldOut.h"

#include <fstream>
#include <map>

#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"
#include "core/trace/TraceRecorder.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

/// A question with its answer, or a text whose tokens are classed as prediction targets.
struct Item {
  std::string group;  ///< class, for the first column
  int level = 0;
  std::vector<std::int32_t> ids;  ///< prompt and answer, or the whole text
  std::vector<int> targets;       ///< per token, its class as a target; only scored tokens are >= 0
};

std::vector<std::int32_t> ids(const JsonObject& object, const char* key) {
  std::vector<std::int32_t> out;
  const auto& list = object.require(key);
  if (!list.is_array()) object.fail(key, "must be a list of token ids");
  for (const auto& value : list)
    out.push_back(static_cast<std::int32_t>(object.integerIn(value, key, -1, 1 << 30)));
  return out;
}

std::vector<Item> readItems(const std::string& path, bool texts) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("Cannot open " + shownName(path) + ": check the name and its permissions.");
  std::vector<Item> items;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where = shownName(path) + " line " + std::to_string(number);
    const nlohmann::json json = parseStrictJson(line, where);
    const JsonObject object(json, where);
    Item item;
    item.group = object.string("class");
    item.level = static_cast<int>(object.integer("level", 0, 1000));
    if (texts) {
      item.ids = ids(object, "ids");
      for (const std::int32_t target : ids(object, "classes")) item.targets.push_back(target);
      if (item.targets.size() != item.ids.size()) object.fail("classes", "must be as long as ids");
    } else {
      item.ids = ids(object, "prompt_ids");
      const auto answer = ids(object, "answer_ids");
      if (item.ids.empty() || answer.empty())
        object.fail("prompt_ids", "and answer_ids must not be empty");
      item.targets.assign(item.ids.size(), -1);
      item.ids.push_back(answer.front());
      item.targets.push_back(2);
    }
    items.push_back(std::move(item));
  }
  if (items.empty()) throw Error(shownName(path) + " holds no items.");
  return items;
}

/// Sums over scored tokens: the prediction of token t is read at position t - 1.
struct Score {
  int n = 0;
  std::vector<double> right, nll;  ///< [R]
  double exitLoops = 0, rightAtExit = 0;

  void add(const Trace& trace, const Readout& read, int position) {
    const TraceColumns& c = trace.columns();
    const std::size_t R = static_cast<std::size_t>(trace.loops()),
                      K = static_cast<std::size_t>(trace.topK());
    right.resize(R);
    nll.resize(R);
    ++n;
    const std::int32_t next = c.tokenId[static_cast<std::size_t>(position) + 1];
    for (std::size_t r = 0; r < R; ++r) {
      const std::size_t cell = trace.at(position, static_cast<int>(r));
      right[r] += c.topkId[cell * K] == next;
      nll[r] -= static_cast<double>(c.logprob[cell]);
    }
    const int exit = read.loop[static_cast<std::size_t>(position)];
    exitLoops += exit + 1;
    rightAtExit += c.topkId[trace.at(position, exit) * K] == next;
  }
};

using Scores = std::map<std::pair<std::string, int>, Score>;

struct Evaluation {
  std::string model, rule;
  bool levels = false;  ///< questions have a level, texts have not
  std::size_t loops = 0;
  Scores scores;
};

std::string textOf(const Evaluation& e, const Terminal& terminal) {
  const int decimals = e.loops <= 5 ? 1 : 0;
  std::vector<Table::Column> columns{{"class"}};
  if (e.levels) columns.push_back({"level", Table::Align::Right});
  columns.push_back({"n", Table::Align::Right});
  for (std::size_t r = 0; r < e.loops; ++r)
    columns.push_back({std::to_string(r + 1), Table::Align::Right});
  columns.push_back({"exit", Table::Align::Right});
  columns.push_back({"at exit", Table::Align::Right});
  Table table(columns);
  for (const auto& [key, s] : e.scores) {
    std::vector<Table::Cell> row{{shownName(key.first)}};
    if (e.levels) row.push_back({std::to_string(key.second)});
    row.push_back({std::to_string(s.n)});
    for (const double right : s.right) row.push_back({fixedText(100 * right / s.n, decimals)});
    row.push_back({fixedText(s.exitLoops / s.n, 2)});
    row.push_back({fixedText(100 * s.rightAtExit / s.n, decimals)});
    table.add(std::move(row));
  }
  return wrapped(shownName(e.model) + "; read at: " + e.rule) +
         "\nAccuracy in % at each loop, mean exit loop, accuracy there\n\n" + table.text(terminal);
}

std::string csvOf(const Evaluation& e) {
  Csv csv;
  csv.header({"class", "level", "n", "loop", "accuracy", "cross_entropy", "mean_exit_loop",
              "accuracy_at_exit"});
  for (const auto& [key, s] : e.scores)
    for (std::size_t r = 0; r < e.loops; ++r) {
      csv.add(key.first);
      if (e.levels)
        csv.add(key.second);
      else
        csv.add("");
      csv.add(s.n).add(static_cast<int>(r) + 1).add(s.right[r] / s.n).add(s.nll[r] / s.n);
      csv.add(s.exitLoops / s.n).add(s.rightAtExit / s.n).endRow();
    }
  return csv.text();
}

std::string jsonOf(const Evaluation& e) {
  Json json{{"model", e.model}, {"rule", e.rule}, {"loops", e.loops}};
  json["classes"] = Json::array();
  for (const auto& [key, s] : e.scores) {
    Json row{{"class", key.first}};
    if (e.levels) row["level"] = key.second;
    row["n"] = s.n;
    for (std::size_t r = 0; r < e.loops; ++r) {
      row["accuracy"].push_back(number(s.right[r] / s.n));
      row["cross_entropy"].push_back(number(s.nll[r] / s.n));
    }
    row["mean_exit_loop"] = number(s.exitLoops / s.n);
    row["accuracy_at_exit"] = number(s.rightAtExit / s.n);
    json["classes"].push_back(std::move(row));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

void HeldOutOptions::add(Subcommand& command) {
  command.addText(
      "--heldout", heldOut, "FILE",
      "questions with answers, one JSON object a line: accuracy by loop, class and level");
  command.addText(
      "--texts", texts, "FILE",
      "texts with token classes, one JSON object a line: accuracy and exit loop of template, "
      "free and answer tokens");
  command.addInteger("--loops", loops, 1, 64, "loops to run with --heldout and --texts");
  model.add(command);
}

void evaluateHeldOut(const HeldOutOptions& o, const ReadingOptions& reading, Format format) {
  const bool texts = !o.texts.empty();
  if (texts && !o.heldOut.empty()) throw UsageError("stats takes --heldout or --texts, not both.");
  const std::stop_token stop = interrupt();
  const auto items = readItems(texts ? o.texts : o.heldOut, texts);
  ProgressLine progress;
  const ProgressFn report = progress.function();
  const auto model = loadModel(o.model.request(), stop, report);
  const ModelConfig& config = model->folder.config;
  const int loops = o.loops > 0 ? o.loops : config.trainedLoops;

  Evaluation evaluation{.model = model->folder.name,
                        .rule = {},
                        .levels = !texts,
                        .loops = static_cast<std::size_t>(loops),
                        .scores = {}};
  Engine engine(*model->backend);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (report)
      report("Evaluating", static_cast<std::int64_t>(i), static_cast<std::int64_t>(items.size()));
    RunRequest request;
    request.prompt = items[i].ids;
    request.loops = loops;
    request.topK = 1;
    request.exitThreshold = config.exitThreshold;
    request.otherGates = model->otherGates;
    TraceRecorder recorder(describeRun(*model, request, false), *model->tokenizer, loops, 1,
                           static_cast<int>(request.prompt.size()));
    engine.run(request, recorder, stop);
    const TracePtr trace = recorder.take();
    ReadoutRule rule = reading.ruleFor(*trace);
    // The gate decides among the loops that it was trained for; what lies beyond is only shown.
    if (reading.budget == 0) rule.budget = std::min(loops, config.trainedLoops);
    if (i == 0) evaluation.rule = ruleText(*trace, rule);
    const Readout read = readout(*trace, rule);
    static constexpr const char* kClasses[] = {"template", "free", "answer"};
    for (std::size_t t = 1; t < items[i].targets.size(); ++t) {
      const int target = items[i].targets[t];
      if (target < 0 || target > 2) continue;
      const auto key = texts ? std::pair<std::string, int>(kClasses[target], 0)
                             : std::pair(items[i].group, items[i].level);
      evaluation.scores[key].add(*trace, read, static_cast<int>(t) - 1);
    }
  }
  progress.clear();
  switch (format) {
    case Format::Text:
      return print(textOf(evaluation, Terminal::standardOutput()));
    case Format::Csv:
      return print(csvOf(evaluation));
    case Format::Json:
      return print(jsonOf(evaluation));
  }
}

}  // namespace ouroscope::cli
