// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/HeldOut.h"

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "core/analysis/Evaluation.h"
#include "core/record/RunSettings.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/FileHandle.h"
#include "core/support/StrictJson.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

/// A question with its answer, or a text of which some tokens are scored.
struct Item {
  std::vector<std::int32_t> ids;  ///< prompt and answer, or the whole text
  std::vector<ScoredToken> scored;
};

std::vector<std::int32_t> ids(const JsonObject& object, const char* key) {
  std::vector<std::int32_t> out;
  const auto& list = object.require(key);
  if (!list.is_array()) object.fail(key, "must be a list of token ids");
  for (const auto& value : list)
    out.push_back(static_cast<std::int32_t>(object.integerIn(value, key, -1, 1 << 30)));
  return out;
}

/// The class of every token of a text, by its name or its number in `names`; "" where it is not
/// scored.
std::vector<std::string> classes(const JsonObject& object, const std::vector<std::string>& names) {
  std::vector<std::string> out;
  const auto& list = object.require("classes");
  if (!list.is_array()) object.fail("classes", "must be a list of names or numbers");
  for (const auto& value : list) {
    if (value.is_string()) {
      out.push_back(value.get<std::string>());
      continue;
    }
    const auto number = object.integerIn(value, "classes", -1, std::ssize(names) - 1);
    out.push_back(number < 0 ? std::string() : names[number]);
  }
  return out;
}

Item textItem(const JsonObject& object, const std::vector<std::string>& names) {
  Item item{ids(object, "ids"), {}};
  const std::vector<std::string> of = classes(object, names);
  if (of.size() != item.ids.size()) object.fail("classes", "must be as long as ids");
  for (int t = 0; t < std::ssize(of); ++t)
    if (!of[t].empty()) item.scored.push_back({t, of[t]});
  return item;
}

Item questionItem(const JsonObject& object) {
  Item item{ids(object, "prompt_ids"), {}};
  const auto answer = ids(object, "answer_ids");
  if (item.ids.empty() || answer.empty())
    object.fail("prompt_ids", "and answer_ids must not be empty");
  item.scored.push_back({static_cast<int>(item.ids.size()), object.string("class"),
                         static_cast<int>(object.integer("level", 0, 1000))});
  item.ids.push_back(answer.front());
  return item;
}

std::vector<Item> readItems(const HeldOutOptions& o) {
  const bool texts = !o.texts.empty();
  const std::string& path = texts ? o.texts : o.heldOut;
  const std::vector<std::string> names = commaParts(o.classes);
  constexpr std::size_t kMostBytes = std::size_t{512} << 20;
  std::istringstream in(readWholeFile(fileName(path, texts ? "--texts" : "--heldout"), kMostBytes));
  std::vector<Item> items;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where = shownName(path) + " line " + std::to_string(number);
    const nlohmann::json json = parseStrictJson(line, where);
    const JsonObject object(json, where);
    items.push_back(texts ? textItem(object, names) : questionItem(object));
  }
  if (items.empty()) throw Error(shownName(path) + " has no items.");
  return items;
}

/// An evaluation and what it was made with.
struct Report {
  std::string model, rule;
  bool levels = false;  ///< questions have a level, texts do not
  int loops = 0;
  Evaluation evaluation;
};

std::string textOf(const Report& e, const Terminal& terminal) {
  const int decimals = e.loops <= 5 ? 1 : 0;
  std::vector<Table::Column> columns{{"class"}};
  if (e.levels) columns.push_back({"level", Table::Align::Right});
  columns.push_back({"n", Table::Align::Right});
  for (int r = 0; r < e.loops; ++r) columns.push_back({std::to_string(r + 1), Table::Align::Right});
  columns.push_back({"exit", Table::Align::Right});
  columns.push_back({"at exit", Table::Align::Right});
  Table table(columns);
  for (const auto& [key, s] : e.evaluation.scores()) {
    std::vector<Table::Cell> row{{shownName(key.first)}};
    if (e.levels) row.push_back({std::to_string(key.second)});
    row.push_back({std::to_string(s.count())});
    for (int r = 0; r < e.loops; ++r) row.push_back({fixedText(100 * s.accuracy(r), decimals)});
    row.push_back({fixedText(s.meanExitLoop(), 2)});
    row.push_back({fixedText(100 * s.accuracyAtExit(), decimals)});
    table.add(std::move(row));
  }
  return wrapped(shownName(e.model) + "; read at: " + e.rule) +
         "\nAccuracy in % at each loop, mean exit loop, accuracy there\n\n" + table.text(terminal);
}

std::string csvOf(const Report& e) {
  Csv csv;
  csv.header({"class", "level", "n", "loop", "accuracy", "cross_entropy", "mean_exit_loop",
              "accuracy_at_exit"});
  for (const auto& [key, s] : e.evaluation.scores())
    for (int r = 0; r < e.loops; ++r) {
      csv.add(shownName(key.first));
      if (e.levels)
        csv.add(key.second);
      else
        csv.add("");
      csv.add(s.count()).add(r + 1).add(s.accuracy(r)).add(s.crossEntropy(r));
      csv.add(s.meanExitLoop()).add(s.accuracyAtExit()).endRow();
    }
  return csv.text();
}

std::string jsonOf(const Report& e) {
  Json json{{"model", e.model}, {"rule", e.rule}, {"loops", e.loops}};
  json["classes"] = Json::array();
  for (const auto& [key, s] : e.evaluation.scores()) {
    Json row{{"class", key.first}};
    if (e.levels) row["level"] = key.second;
    row["n"] = s.count();
    for (int r = 0; r < e.loops; ++r) {
      row["accuracy"].push_back(number(s.accuracy(r)));
      row["cross_entropy"].push_back(number(s.crossEntropy(r)));
    }
    row["mean_exit_loop"] = number(s.meanExitLoop());
    row["accuracy_at_exit"] = number(s.accuracyAtExit());
    json["classes"].push_back(std::move(row));
  }
  return jsonForTerminal(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

void HeldOutOptions::add(Subcommand& command) {
  command.addText("--heldout", heldOut, "FILE",
                  "questions with answers, one JSON object a line with prompt_ids, answer_ids, "
                  "class and level: accuracy by loop, class and level");
  command.addText("--texts", texts, "FILE",
                  "texts with token classes, one JSON object a line with ids and classes: "
                  "accuracy and exit loop by class");
  command.addText("--classes", classes, "NAME,...",
                  "names of the classes that --texts numbers from 0", "template,free,answer");
  command.addInteger("--loops", loops, 1, kMaxLoops, "loops to run with --heldout and --texts",
                     "the trained number");
  model.add(command);
}

void evaluateHeldOut(const HeldOutOptions& o, const ReadingOptions& reading, Format format) {
  const bool texts = !o.texts.empty();
  if (texts && !o.heldOut.empty()) throw UsageError("stats takes --heldout or --texts, not both.");
  const std::stop_token stop = interrupt();
  const auto items = readItems(o);
  ProgressLine progress;
  const ProgressFn report = progress.function();
  const ModelPtr model = loadModel(o.model.request(), stop, report);
  const int trained = model->backend->spec().usualLoops();

  Report out{.model = model->folder.name,
             .rule = {},
             .levels = !texts,
             .loops = o.loops > 0 ? o.loops : trained,
             .evaluation = {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (report)
      report("Evaluating", static_cast<std::int64_t>(i), static_cast<std::int64_t>(items.size()));
    RunOrder order;
    order.prompt = items[i].ids;
    order.loops = out.loops;
    order.topK = 1;
    const TracePtr trace = RunRecording(model, prepareRun(*model, order)).run({.stop = stop});
    if (stop.stop_requested()) throw Cancelled();
    ReadoutRule rule = reading.ruleFor(*trace);
    // The gate decides among the loops that it was trained for; what lies beyond is only shown.
    // corpus run also keeps a smaller budget of the run, which is the folder's early_exit_step;
    // here that is set aside.
    if (reading.budget == 0) rule.budget = std::min(out.loops, trained);
    if (i == 0) out.rule = ruleText(*trace, rule);
    out.evaluation.add(*trace, readout(*trace, rule), items[i].scored);
  }
  progress.clear();
  switch (format) {
    case Format::Text:
      return print(textOf(out, Terminal::standardOutput()));
    case Format::Csv:
      return print(csvOf(out));
    case Format::Json:
      return print(jsonOf(out));
  }
}

}  // namespace ouroscope::cli
