// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/HeldOut.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "app/cli/Command.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"
#include "core/trace/TraceRecorder.h"
#include "kernels/LoadedModel.h"

namespace ouroscope::cli {
namespace {

using Json = nlohmann::ordered_json;

/// A question with its answer, or a text whose tokens are classed as prediction targets.
struct Item {
  std::string group;                  ///< class, for the first column
  int level = 0;
  std::vector<std::int32_t> ids;      ///< prompt and answer, or the whole text
  std::vector<int> targets;           ///< per token, its class as a target; only scored tokens are >= 0
};

std::vector<std::int32_t> ids(const JsonObject& object, const char* key) {
  std::vector<std::int32_t> out;
  const auto& list = object.require(key);
  if (!list.is_array()) object.fail(key, "must be a list of token ids");
  for (const auto& value : list) out.push_back(static_cast<std::int32_t>(object.integerIn(value, key, -1, 1 << 30)));
  return out;
}

std::vector<Item> readItems(const std::string& path, bool texts) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("Cannot open " + path + ": check the name and its permissions.");
  std::vector<Item> items;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where = path + " line " + std::to_string(number);
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
      if (item.ids.empty() || answer.empty()) object.fail("prompt_ids", "and answer_ids must not be empty");
      item.targets.assign(item.ids.size(), -1);
      item.ids.push_back(answer.front());
      item.targets.push_back(2);
    }
    items.push_back(std::move(item));
  }
  if (items.empty()) throw Error(path + " holds no items.");
  return items;
}

/// Sums over scored tokens: the prediction of token t is read at position t - 1.
struct Score {
  int n = 0;
  std::vector<double> right, nll;   ///< [R]
  double exitLoops = 0, rightAtExit = 0;

  void add(const Trace& trace, const Readout& read, int position) {
    const TraceColumns& c = trace.columns();
    const std::size_t R = static_cast<std::size_t>(trace.loops()), K = static_cast<std::size_t>(trace.topK());
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

using Table = std::map<std::pair<std::string, int>, Score>;

void print(const Table& table, std::size_t loops, bool levels, Format format) {
  std::vector<std::vector<std::string>> rows{{"class"}};
  Json json = Json::array();
  if (levels) rows[0].push_back("level");
  rows[0].push_back("n");
  for (std::size_t r = 0; r < loops; ++r) rows[0].push_back("acc " + std::to_string(r + 1));
  if (format == Format::Csv) for (std::size_t r = 0; r < loops; ++r) rows[0].push_back("nll " + std::to_string(r + 1));
  rows[0].push_back("exit");
  rows[0].push_back("acc at exit");
  for (const auto& [key, s] : table) {
    std::vector<std::string> row{key.first};
    if (levels) row.push_back(std::to_string(key.second));
    row.push_back(std::to_string(s.n));
    Json line{{"class", key.first}, {"level", key.second}, {"n", s.n}};
    for (const double v : s.right) {
      row.push_back(number(100 * v / s.n, 1));
      line["accuracy"].push_back(v / s.n);
    }
    for (const double v : s.nll) {
      if (format == Format::Csv) row.push_back(number(v / s.n, 4));
      line["cross_entropy"].push_back(v / s.n);
    }
    row.push_back(number(s.exitLoops / s.n, 2));
    row.push_back(number(100 * s.rightAtExit / s.n, 1));
    line["mean_exit_loop"] = s.exitLoops / s.n;
    line["accuracy_at_exit"] = s.rightAtExit / s.n;
    rows.push_back(row);
    json.push_back(line);
  }
  std::string text;
  if (format == Format::Json) text = json.dump(1) + "\n";
  else if (format == Format::Csv) for (const auto& row : rows) text += csvLine(row);
  else text = alignedTable(rows);
  std::fputs(text.c_str(), stdout);
}

}  // namespace

void HeldOutOptions::add(CLI::App& command) {
  command.add_option("--heldout", heldOut, "questions with answers, one JSON object a line: accuracy by loop, class and level")->type_name("FILE");
  command.add_option("--texts", texts, "texts with token classes, one JSON object a line: accuracy and exit loop of template, free and answer tokens")->type_name("FILE");
  command.add_option("--model", model, "model for --heldout and --texts")->type_name("DIR");
  command.add_option("--loops", loops, "loops for --heldout and --texts")->check(CLI::Range(1, 64));
  command.add_option("--dtype", dtype, "auto, f32 or bf16")->check(CLI::IsMember({"auto", "f32", "bf16"}));
  command.add_option("--device", device, "auto, cpu or cuda");
  command.add_option("--threads", threads, "processor threads")->check(CLI::Range(1, 1024));
}

void evaluateHeldOut(const HeldOutOptions& o, const RuleOptions& ruleOptions, Format format) {
  const bool texts = !o.texts.empty();
  if (texts && !o.heldOut.empty()) throw CLI::ValidationError("stats", "takes --heldout or --texts, not both");
  const auto items = readItems(texts ? o.texts : o.heldOut, texts);
  ModelRequest wanted;
  wanted.folder = o.model.empty() ? demoModelFolder() : std::filesystem::path(o.model);
  wanted.dtype = o.dtype;
  wanted.device = o.device;
  wanted.threads = o.threads;
  const auto model = loadModel(wanted, interrupt(), progressLine());
  const ModelConfig& config = model->folder.config;
  const int loops = o.loops > 0 ? o.loops : config.trainedLoops;

  const ProgressFn progress = progressLine();
  Engine engine(*model->backend);
  Table table;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (progress) progress("Evaluating", static_cast<std::int64_t>(i), static_cast<std::int64_t>(items.size()));
    RunRequest request;
    request.prompt = items[i].ids;
    request.loops = loops;
    request.topK = 1;
    request.exitThreshold = config.exitThreshold;
    request.otherGates = model->otherGates;
    TraceRecorder recorder(describeRun(*model, request, false), *model->tokenizer, loops, 1, static_cast<int>(request.prompt.size()));
    engine.run(request, recorder, interrupt());
    const TracePtr trace = recorder.take();
    ReadoutRule rule = ruleOptions.toRule(*trace);
    // Exits are decided within the trained loops; what lies beyond is shown, not chosen.
    if (ruleOptions.budget == 0) rule.budget = std::min(loops, config.trainedLoops);
    const Readout read = readout(*trace, rule);
    static constexpr const char* kClasses[] = {"template", "free", "answer"};
    for (std::size_t t = 1; t < items[i].targets.size(); ++t) {
      const int target = items[i].targets[t];
      if (target < 0 || target > 2) continue;
      const auto key = texts ? std::pair<std::string, int>(kClasses[target], 0) : std::pair(items[i].group, items[i].level);
      table[key].add(*trace, read, static_cast<int>(t) - 1);
    }
  }
  if (progress) progress("Evaluating", 1, 1);
  print(table, static_cast<std::size_t>(loops), !texts, format);
}

}  // namespace ouroscope::cli
