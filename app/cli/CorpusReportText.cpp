// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CorpusReportText.h"

#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/Table.h"
#include "core/analysis/LoopStatistics.h"
#include "core/support/Index.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

using PaperJson = nlohmann::ordered_json;
using Rows = std::vector<const CorpusRow*>;

std::string meanName(MeanOver mean) {
  return mean == MeanOver::Documents ? "documents" : "tokens";
}

std::string classesName(Grouping classes) {
  return classes == Grouping::Word ? "word" : classes == Grouping::Position ? "position" : "all";
}

/// A value of the field `by`; an empty one is seen.
std::string valueText(const std::string& value) {
  return value.empty() ? "\"\"" : shownName(value);
}

std::string estimateText(const Estimate& e) {
  std::string text = fixedText(e.value, 3);
  if (e.interval.low == e.interval.low)
    text += " [" + fixedText(e.interval.low, 3) + ", " + fixedText(e.interval.high, 3) + "]";
  return text;
}

const CorpusRow* rowAt(const Rows& rows, const QuantityName& name) {
  for (const CorpusRow* row : rows)
    if (row->name == name) return row;
  return nullptr;
}

Table::Cell cellAt(const Rows& rows, const QuantityName& name) {
  const CorpusRow* row = rowAt(rows, name);
  return {row ? estimateText(row->estimate) : "-"};
}

Table::Column right(const std::string& title) {
  return {title, Table::Align::Right};
}

/// Rows of one class of tokens in one set of documents; readings by exit rules apart.
struct ClassRows {
  const CorpusRow* first = nullptr;
  Rows rows;
};

bool isReading(const CorpusRow& row) {
  return isExitRule(row.name.setting);
}

/// Whether the number is at a loop, a layer or a threshold.
bool hasAt(const CorpusRow& row) {
  return row.name.at > 0 || isReading(row);
}

/// Of answers to questions.
bool isAnswer(const CorpusRow& row) {
  const std::string_view measure = row.name.measure;
  return measure.starts_with("choice_") || measure.starts_with("answer_") ||
         measure == "exact_match" || measure == "number_match";
}

std::vector<ClassRows> classesOf(const CorpusReport& report) {
  std::vector<ClassRows> classes;
  for (const CorpusRow& row : report.rows) {
    if (isReading(row) || isAnswer(row)) continue;
    if (classes.empty() || classes.back().first->value != row.value ||
        classes.back().first->tokens != row.tokens)
      classes.push_back({&row, {}});
    classes.back().rows.push_back(&row);
  }
  return classes;
}

std::string overview(const CorpusPaper& p, const std::vector<ClassRows>& classes,
                     const Terminal& terminal) {
  const bool fields = !p.options.by.empty();
  std::vector<Table::Column> columns;
  if (fields) columns.push_back({shownName(p.options.by), Table::Align::Left, 8});
  columns.push_back({"tokens", Table::Align::Left, 8});
  for (const char* title :
       {"documents", "n", "exit loop", "expected depth", "loss at exit", "accuracy there"})
    columns.push_back(right(title));
  Table table(columns);
  for (const ClassRows& c : classes) {
    std::vector<Table::Cell> row;
    if (fields) row.push_back({c.first->value ? valueText(*c.first->value) : "(all)"});
    row.push_back({shownName(c.first->tokens)});
    row.push_back({std::to_string(c.first->documents)});
    row.push_back({std::to_string(c.first->tokenCount)});
    row.push_back(cellAt(c.rows, {"exit_loop", ""}));
    row.push_back(cellAt(c.rows, {"expected_depth", ""}));
    row.push_back(cellAt(c.rows, {"loss", "exit"}));
    row.push_back(cellAt(c.rows, {"accuracy", "exit"}));
    table.add(std::move(row));
  }
  return table.text(terminal);
}

std::string loopTable(const ClassRows& c, int loops, const Terminal& terminal) {
  Table table({right("loop"), right("exits"), right("loss"), right("gain"), right("accuracy"),
               right("agreement")});
  for (int r = 1; r <= loops; ++r) {
    const auto at = [&](std::string_view measure) {
      return cellAt(c.rows, {measure, "loop", double(r)});
    };
    table.add({{std::to_string(r)},
               at("exit_share"),
               at("loss"),
               at("gain"),
               at("accuracy"),
               at("agreement")});
  }
  const CorpusRow* loss = rowAt(c.rows, {"loss", "loop", 1});
  return table.text(terminal) +
         (loss ? "Loss in nats; n of losses: " + std::to_string(loss->tokenCount) + " tokens of " +
                     std::to_string(loss->documents) + " documents\n"
               : "");
}

std::string calibrationTable(const ClassRows& c, int loops, const Terminal& terminal) {
  const CorpusRow* first = rowAt(c.rows, {"ece", "loop", 1});
  if (!first) return {};
  Table table({right("loop"), right("confidence"), right("calibration error"), right("Brier")});
  for (int r = 1; r <= loops; ++r) {
    const auto at = [&](std::string_view measure) {
      return cellAt(c.rows, {measure, "loop", double(r)});
    };
    table.add({{std::to_string(r)}, at("confidence"), at("ece"), at("brier")});
  }
  return "\nProbability of the best word (" + std::to_string(first->tokenCount) +
         " tokens): its mean, its error in 15 bins, its Brier score\n\n" + table.text(terminal);
}

/// How far a loop moves the state, and what it says.
std::string insideTable(const ClassRows& c, int loops, const Terminal& terminal) {
  const CorpusRow* first = rowAt(c.rows, {"state_norm", "loop", 1});
  if (!first) return {};
  Table table({right("loop"), right("state norm"), right("step norm"), right("step cosine"),
               right("KL step"), right("JS step")});
  for (int r = 1; r <= loops; ++r) {
    const auto at = [&](std::string_view measure) {
      return cellAt(c.rows, {measure, "loop", double(r)});
    };
    table.add({{std::to_string(r)},
               at("state_norm"),
               at("step_norm"),
               at("step_cosine"),
               at("kl_step"),
               at("js_step")});
  }
  return "\nStates at the end of the loops, and steps from the loop before (" +
         std::to_string(first->tokenCount) + " tokens; KL and Jensen-Shannon in nats)\n\n" +
         table.text(terminal);
}

constexpr int kShownLoops = 12;  ///< what 80 columns hold

/// A row a loop or layer, a column a loop.
Table byLoop(const char* rows, int loops) {
  std::vector<Table::Column> columns{right(rows)};
  for (int r = 1; r <= loops; ++r) columns.push_back(right(std::to_string(r)));
  return Table(columns);
}

/// How often the best words of two loops are the same. Intervals have no room here.
std::string pairTable(const ClassRows& c, int loops, bool difference, const Terminal& terminal) {
  const CorpusRow* first = rowAt(c.rows, {"pair_agreement", "loop", 1, 2});
  if (!first) return {};
  const int shown = std::min(loops, kShownLoops);
  Table table = byLoop("loop", shown);
  for (int i = 1; i <= shown; ++i) {
    std::vector<Table::Cell> cells{{std::to_string(i)}};
    for (int j = 1; j <= shown; ++j) {
      const CorpusRow* row =
          rowAt(c.rows, {"pair_agreement", "loop", double(std::min(i, j)), std::max(i, j)});
      const double same = difference ? 0 : 1;
      cells.push_back({i == j ? fixedText(100 * same, 1)
                       : row  ? fixedText(100 * row->estimate.value, 1)
                              : "-"});
    }
    table.add(std::move(cells));
  }
  return "\nBest words of two loops are the same, % of " + std::to_string(first->tokenCount) +
         " tokens of " + std::to_string(first->documents) + " documents\n(" +
         (shown < loops ? "the first loops; " : "") + "intervals are in CSV and JSON)\n\n" +
         table.text(terminal);
}

/// Where states go when the loops go on.
std::string limitTable(const ClassRows& c, const Terminal& terminal) {
  Table table({{"after"},
               right("n"),
               right("fixed point"),
               right("orbit"),
               right("slider"),
               right("unknown")});
  bool any = false;
  const auto add = [&](const CorpusRow& row, const std::string& name) {
    const auto of = [&](std::string_view measure) {
      return cellAt(c.rows, {measure, row.name.setting, row.name.at});
    };
    table.add({{name},
               {std::to_string(row.tokenCount)},
               of("limit_fixed_point"),
               of("limit_orbit"),
               of("limit_slider"),
               of("limit_unknown")});
    any = true;
  };
  for (const CorpusRow* row : c.rows)
    if (row->name.measure == "limit_fixed_point" && row->name.setting == "layer")
      add(*row, "layer " + shortText(row->name.at));
  if (const CorpusRow* ends = rowAt(c.rows, {"limit_fixed_point", ""})) add(*ends, "loop");
  if (!any) return {};
  return "\nWhere states go when the loops go on, share of tokens by their cosines with the\nlast "
         "loop's\n\n" +
         table.text(terminal);
}

/// Directions that the states of a document fill.
std::string rankTable(const ClassRows& c, int loops, const Terminal& terminal) {
  const CorpusRow* first = rowAt(c.rows, {"effective_rank", "loop", 1});
  if (!first) return {};
  Table table({right("loop"), right("energy"), right("effective rank"), right("entropy"),
               right("stable rank"), right("90 % in")});
  for (int r = 1; r <= loops; ++r) {
    const auto at = [&](std::string_view measure) {
      return cellAt(c.rows, {measure, "loop", double(r)});
    };
    table.add({{std::to_string(r)},
               at("state_energy"),
               at("effective_rank"),
               at("matrix_entropy"),
               at("stable_rank"),
               at("rank_90")});
  }
  return "\nDirections that the states of a document fill, by loop (" +
         std::to_string(first->documents) + " documents)\n\n" + table.text(terminal);
}

/// What heads attend to, a row a layer. Intervals have no room here.
std::string attentionTables(const ClassRows& c, int loops, const Terminal& terminal) {
  static constexpr std::tuple<std::string_view, const char*, int> kTables[] = {
      {"attention_sink", "weight on the first token, by loop", 3},
      {"attention_sink_rate", "share of heads whose mean weight on the first token is 0.3 or more",
       3},
      {"attention_concentration", "concentration of columns", 3},
      {"attention_entropy", "entropy of a token's weights, nats", 3},
      {"attention_step", "distance of the map from that of the loop before, over \u221an", 3}};
  const int shown = std::min(loops, kShownLoops);
  std::string out;
  for (const auto& [measure, title, decimals] : kTables) {
    Table table = byLoop("layer", shown);
    const CorpusRow* first = nullptr;
    for (const CorpusRow* row : c.rows) {
      if (row->name.measure != measure || row->name.with != loops) continue;
      if (!first) first = row;
      std::vector<Table::Cell> cells{{shortText(row->name.at)}};
      for (int r = 1; r <= shown; ++r) {
        const CorpusRow* at = rowAt(c.rows, {measure, "layer", row->name.at, r});
        cells.push_back({at ? fixedText(at->estimate.value, decimals) : "-"});
      }
      table.add(std::move(cells));
    }
    if (!first) continue;
    out +=
        "\n" +
        cli::wrapped("Attention: " + std::string(title) + " (" + std::to_string(first->documents) +
                         " documents; " + (shown < loops ? "the first loops; " : "") +
                         "intervals are in CSV and JSON)",
                     80) +
        "\n\n" + table.text(terminal);
  }
  return out;
}

/// Where the loss of all documents is least, and around it within a tolerance.
struct Band {
  LoopGain gain;  ///< best is -1 without losses
  std::int64_t documents = 0, tokens = 0;
};

Band bandOf(const CorpusReport& report) {
  std::vector<double> losses;
  Band band;
  for (const CorpusRow& row : report.rows) {
    if (row.value || row.tokens != "all" || row.name.measure != "loss" ||
        row.name.setting != "loop")
      continue;
    if (losses.empty()) {
      band.documents = row.documents;
      band.tokens = row.tokenCount;
    }
    losses.push_back(row.estimate.value);
  }
  if (!losses.empty()) band.gain = loopGain(std::move(losses));
  return band;
}

std::string bandText(const CorpusReport& report) {
  const LoopGain gain = bandOf(report).gain;
  if (gain.best < 0) return {};
  const std::string at = "loop " + std::to_string(gain.best + 1);
  return cli::wrapped("Loop gain: the loss is least at " + at +
                          (gain.best > 0 ? ", " + fixedText(gain.gain, 3) + " nats below loop 1"
                                         : std::string()) +
                          "; within " + shortText(gain.tolerance) + " nats of that from loop " +
                          std::to_string(gain.first + 1) + " to " + std::to_string(gain.last + 1) +
                          ".",
                      80) +
         "\n";
}

std::string readingTable(const CorpusReport& report, bool rules, const Terminal& terminal) {
  Rows rows;
  for (const CorpusRow& row : report.rows)
    if (isReading(row) && (rules || row.name.setting == "gate")) rows.push_back(&row);
  if (rows.empty()) return {};
  Table table({{"exit rule"},
               right("threshold"),
               right("mean loops"),
               right("agreement"),
               right("loss"),
               right("KL")});
  for (const CorpusRow* row : rows) {
    if (row->name.measure != "mean_loops") continue;
    const auto at = [&](std::string_view measure) {
      return cellAt(rows, {measure, row->name.setting, row->name.at});
    };
    table.add({{std::string(row->name.setting)},
               {shortText(row->name.at)},
               at("mean_loops"),
               at("agreement"),
               at("loss"),
               at("kl")});
  }
  return "\nReadings by exit rules (agreement and KL with the last loop)\n\n" +
         table.text(terminal);
}

std::string readAt(const QuantityName& name) {
  if (name.setting == "exit") return "exit";
  return std::string(name.setting) + " " + shortText(name.at);
}

struct AnswerKind {
  std::string_view loops, title;
  std::vector<std::pair<std::string_view, const char*>> columns;
};

const std::vector<AnswerKind>& answerKinds() {
  static const std::vector<AnswerKind> kKinds{
      {"choice_loops",
       "Multiple choice: accuracy by log-probability, and by that per character",
       {{"choice_accuracy", "accuracy"}, {"choice_accuracy_norm", "by length"}}},
      {"answer_loops",
       "Generated answers: exact match, last number, answers cut at the most tokens, and answers "
       "that were generated again because a replay would have drawn another token",
       {{"exact_match", "exact"},
        {"number_match", "number"},
        {"answer_cut", "cut"},
        {"answer_again", "again"}}}};
  return kKinds;
}

/// Answers at every loop and at the exit, of all documents and of each value of the field.
std::string answerTable(const CorpusPaper& p, const AnswerKind& kind, const Terminal& terminal) {
  const bool fields = !p.options.by.empty();
  std::vector<Table::Column> columns;
  if (fields) columns.push_back({shownName(p.options.by), Table::Align::Left, 8});
  columns.push_back({"read at"});
  columns.push_back(right("n"));
  for (const auto& [measure, title] : kind.columns) columns.push_back(right(title));
  columns.push_back(right("mean loops"));
  Table table(columns);
  bool any = false;
  for (const CorpusRow& loops : p.report.rows) {
    if (loops.name.measure != kind.loops || isReading(loops)) continue;
    Rows same;
    for (const CorpusRow& row : p.report.rows)
      if (row.value == loops.value && isAnswer(row)) same.push_back(&row);
    std::vector<Table::Cell> cells;
    if (fields) cells.push_back({loops.value ? valueText(*loops.value) : "(all)"});
    cells.push_back({readAt(loops.name)});
    const CorpusRow* first =
        rowAt(same, {kind.columns.front().first, loops.name.setting, loops.name.at});
    cells.push_back({std::to_string(first ? first->documents : 0)});
    for (const auto& [measure, title] : kind.columns)
      cells.push_back(cellAt(same, {measure, loops.name.setting, loops.name.at}));
    cells.push_back({estimateText(loops.estimate)});
    table.add(std::move(cells));
    any = true;
  }
  return any ? "\n" + cli::wrapped(std::string(kind.title)) + "\n\n" + table.text(terminal)
             : std::string();
}

/// Accuracy against mean loops: the readings that no other one beats.
std::string paretoTable(const CorpusReport& report, const Terminal& terminal) {
  std::string out;
  for (const AnswerMeasure& measure : answerMeasures()) {
    Table table({{"read at"}, right("mean loops"), right(std::string(measure.id))});
    bool any = false;
    for (const ParetoPoint& point : report.pareto) {
      if (point.name.measure != measure.id || !point.front) continue;
      table.add(
          {{readAt(point.name)}, {estimateText(point.meanLoops)}, {estimateText(point.accuracy)}});
      any = true;
    }
    if (any) out += "\n" + table.text(terminal);
  }
  if (out.empty()) return out;
  return "\nAccuracy against mean loops: readings that no other one beats (all are in CSV and "
         "JSON)\n" +
         out;
}

std::string headOf(const CorpusPaper& p) {
  const CorpusReport& r = p.report;
  const auto& m = p.manifest.json();
  std::string text = shownName(m["model"]["name"].get<std::string>()) + " on " +
                     shownName(m["input"]["name"].get<std::string>()) + ": " +
                     std::to_string(r.documents) + " documents" +
                     (p.options.part == "all" ? "" : " of the " + p.options.part + " part") + ", " +
                     std::to_string(r.tokens) + " tokens";
  if (r.sums.tasks.empty() || r.counted > 0) text += ", " + std::to_string(r.counted) + " counted";
  for (const auto& [kind, tasks] : r.sums.tasks)
    text += ", " + std::to_string(tasks.questions) + " questions with " +
            (kind == kChoiceTasks ? "choices" : "generated answers");
  if (r.cut > 0) text += ", " + std::to_string(r.cut) + " documents cut at the most tokens";
  text += ".";
  if (r.inFolder < p.manifest.documentsHere())
    text += " Unfinished: " + std::to_string(r.inFolder) + " of " +
            std::to_string(p.manifest.documentsHere()) + " documents are done.";
  if (p.manifest.shards() > 1)
    text += " This is shard " + std::to_string(p.manifest.shard()) + " of " +
            std::to_string(p.manifest.shards()) + ".";
  if (p.difference)
    text += " Every number is the difference to the other corpus, paired by document; " +
            std::to_string(r.unmatched) + " documents are only in one of them.";
  return text;
}

std::string howOf(const CorpusPaper& p) {
  const BootstrapOptions& b = p.options.bootstrap;
  return "Means over " + meanName(p.options.mean) + "; " + percentText(b.level) +
         " intervals of a bootstrap over " +
         (p.options.groupBy.empty() ? "documents" : "groups of " + shownName(p.options.groupBy)) +
         " (" + std::to_string(b.resamples) + " resamples, seed " + std::to_string(b.seed) +
         "); none below " + std::to_string(kFewestForInterval) + " of them.";
}

}  // namespace

std::string CorpusPaper::text(const Terminal& terminal) const {
  std::string out = wrapped(headOf(*this), 80) + "\n" + wrapped(howOf(*this), 80) + "\n";
  if (report.documents == 0) return out;
  const std::vector<ClassRows> classes = classesOf(report);
  if (!classes.empty()) out += "\n" + overview(*this, classes, terminal);
  for (const ClassRows& c : classes) {
    if (c.first->tokens != "all") continue;
    out += "\n" +
           (c.first->value ? shownName(options.by) + " " + valueText(*c.first->value)
                           : std::string("By loop")) +
           "\n\n" + loopTable(c, manifest.loops(), terminal);
    if (c.first->value) continue;
    if (!difference) out += bandText(report);
    out += pairTable(c, manifest.loops(), difference, terminal) +
           insideTable(c, manifest.loops(), terminal) + limitTable(c, terminal) +
           rankTable(c, manifest.loops(), terminal) +
           attentionTables(c, manifest.loops(), terminal) +
           calibrationTable(c, manifest.loops(), terminal);
  }
  for (const AnswerKind& kind : answerKinds()) out += answerTable(*this, kind, terminal);
  return out + paretoTable(report, terminal) + readingTable(report, rules, terminal);
}

std::string CorpusPaper::csv() const {
  Csv csv;
  csv.header({"field", "value", "part", "tokens", "measure", "setting", "at", "unit", "mean_over",
              "estimate", "low", "high", "n_documents", "n_clusters", "n_tokens", "with"});
  for (const CorpusRow& row : report.rows) {
    csv.add(row.value ? shownName(options.by) : "").add(shownName(row.value.value_or("")));
    csv.add(options.part).add(shownName(row.tokens)).add(row.name.measure).add(row.name.setting);
    if (hasAt(row))
      csv.add(row.name.at);
    else
      csv.add("");
    csv.add(unitOf(row.name.measure)).add(meanName(options.mean));
    csv.add(row.estimate.value).add(row.estimate.interval.low).add(row.estimate.interval.high);
    csv.add(static_cast<long long>(row.documents));
    csv.add(static_cast<long long>(row.estimate.clusters));
    csv.add(static_cast<long long>(row.tokenCount));
    if (row.name.with > 0)
      csv.add(row.name.with);
    else
      csv.add("");
    csv.endRow();
  }
  for (const ParetoPoint& point : report.pareto) {
    csv.add("")
        .add("")
        .add(options.part)
        .add("all")
        .add(std::string(point.name.measure) + "_front");
    csv.add(point.name.setting);
    if (point.name.setting == "exit")
      csv.add("");
    else
      csv.add(point.name.at);
    csv.add("").add(meanName(options.mean)).add(point.front ? 1 : 0).add("").add("");
    csv.add(static_cast<long long>(point.documents));
    csv.add(static_cast<long long>(point.accuracy.clusters));
    csv.add("").add("").endRow();
  }
  return csv.text();
}

std::string CorpusPaper::json() const {
  PaperJson out{{"corpus", manifest.json()},
                {"documents", report.documents},
                {"documents_done", report.inFolder},
                {"tokens", report.tokens},
                {"tokens_counted", report.counted},
                {"documents_cut", report.cut},
                {"part", options.part},
                {"mean_over", meanName(options.mean)},
                {"token_classes", classesName(options.classes)},
                {"by", options.by},
                {"group_by", options.groupBy},
                {"difference", difference},
                {"interval",
                 {{"kind", "percentile bootstrap"},
                  {"level", options.bootstrap.level},
                  {"resamples", options.bootstrap.resamples},
                  {"seed", options.bootstrap.seed}}}};
  if (difference) out["documents_unmatched"] = report.unmatched;
  if (const auto& [gain, documents, tokens] = bandOf(report); gain.best >= 0 && !difference)
    out["loop_gain"] = {
        {"best_loop", gain.best + 1},  {"gain", number(gain.gain)},   {"unit", "nats"},
        {"tolerance", gain.tolerance}, {"from_loop", gain.first + 1}, {"to_loop", gain.last + 1},
        {"n_documents", documents},    {"n_tokens", tokens}};
  out["rows"] = PaperJson::array();
  for (const CorpusRow& row : report.rows) {
    PaperJson written{{"value", row.value.value_or("")},
                      {"tokens", row.tokens},
                      {"measure", row.name.measure},
                      {"setting", row.name.setting},
                      {"at", hasAt(row) ? PaperJson(row.name.at) : PaperJson()},
                      {"with", row.name.with > 0 ? PaperJson(row.name.with) : PaperJson()},
                      {"unit", unitOf(row.name.measure)},
                      {"estimate", number(row.estimate.value)},
                      {"low", number(row.estimate.interval.low)},
                      {"high", number(row.estimate.interval.high)},
                      {"n_documents", row.documents},
                      {"n_clusters", row.estimate.clusters},
                      {"n_tokens", row.tokenCount}};
    // As in CSV: rows of all documents have no field, those of an empty value have one.
    if (row.value) written["field"] = options.by;
    out["rows"].push_back(std::move(written));
  }
  if (!report.pareto.empty()) out["pareto"] = PaperJson::array();
  for (const ParetoPoint& point : report.pareto)
    out["pareto"].push_back(
        {{"measure", point.name.measure},
         {"setting", point.name.setting},
         {"at", point.name.setting == "exit" ? PaperJson() : PaperJson(point.name.at)},
         {"mean_loops", number(point.meanLoops.value)},
         {"mean_loops_low", number(point.meanLoops.interval.low)},
         {"mean_loops_high", number(point.meanLoops.interval.high)},
         {"accuracy", number(point.accuracy.value)},
         {"low", number(point.accuracy.interval.low)},
         {"high", number(point.accuracy.interval.high)},
         {"n_documents", point.documents},
         {"front", point.front}});
  if (!difference) out["sums"] = toJson(report.sums);
  return jsonForTerminal(out.dump(1, ' ', false, PaperJson::error_handler_t::replace)) + "\n";
}

}  // namespace ouroscope::cli
