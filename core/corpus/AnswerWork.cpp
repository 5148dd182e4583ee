// SPDX-License-Identifier: GPL-3.0-or-later
// Generated answers. With the KV policy full all loops of every token are run, so what the model
// would say after any text at any loop depends on that text alone. A record answers for a way to
// read it where that way draws the record's own tokens to the end: the replay is exact. Where it
// draws another token, the text is run again from there.
#include <algorithm>
#include <optional>

#include "core/corpus/DocumentWork.h"
#include "core/corpus/TaskReadings.h"
#include "core/support/Index.h"
#include "core/text/TokenText.h"

namespace ouroscope {
namespace {

class AnswerWork : public DocumentWork {
 public:
  AnswerWork(const LoadedModel& model, const CorpusSettings& settings, const RuleOf& rule,
             Task task, const std::vector<std::int32_t>& ends)
      : model_(model), settings_(settings), rule_(rule), task_(std::move(task)), ends_(ends) {}

  std::vector<PreparedRun> begin() override {
    RunOrder order = corpusOrder(settings_, task_.question);
    // As the answer would be read; all loops are run anyway.
    order.budget = settings_.budget;
    order.exitThreshold = settings_.exitThreshold;
    if (settings_.budget > 0 && !settings_.exitThreshold) order.exitThreshold = 1;
    order.generate = settings_.answerTokens;
    order.withinContext = true;
    std::vector<PreparedRun> runs;
    runs.push_back(prepareRun(model_, order));
    RunRequest& request = runs.front().request;
    promptTokens_ = intSize(request.prompt);
    most_ = request.generate;
    request.stopIds.insert(request.stopIds.end(), ends_.begin(), ends_.end());
    stopIds_ = request.stopIds;
    return runs;
  }

  std::vector<PreparedRun> take(std::size_t, const TracePtr& trace) override {
    addRecord(trace);
    std::vector<PreparedRun> next;
    if (auto run = nextRun()) next.push_back(std::move(*run));
    return next;
  }

  void finish(DocumentRecord& record) override {
    for (const Record& of : records_) record.tokens += of.trace->tokens();
    record.sums.all = TokenSums(records_.front().trace->loops());
    TaskSums& sums = record.sums.tasks[kAnswerTasks];
    sums.questions = sums.scored = 1;
    sums.scored2 = !lastNumber(task_.answer).empty();
    for (const auto& [name, points] : records_.front().readings)
      sums.readings.emplace(name, AnswerSums(points.size()));
    for (const Reading& reading : readings_) add(sums.readings.at(reading.name), reading);
    record.cut = !ended(records_.front());
  }

  TracePtr kept() const override { return records_.front().trace; }

 private:
  struct Record {
    TracePtr trace;
    TaskReadings readings;
    std::string text;  ///< of the answer
  };
  /// One way to read, and the record that answers for it.
  struct Reading {
    std::string name;
    std::size_t point;
    int record = -1;
  };

  void addRecord(const TracePtr& trace) {
    if (records_.empty()) exitRule_ = rule_(*trace);
    records_.push_back(
        {trace, taskReadings(*trace, exitRule_, settings_.answersAt),
         tokenText(*model_.tokenizer, trace->columns().tokenId).behind(promptTokens_)});
    if (records_.size() > 1) return;
    for (const auto& [name, points] : records_.front().readings)
      for (std::size_t p = 0; p < points.size(); ++p) readings_.push_back({name, p});
  }

  /// The first position of the answer at which reading so draws another token than the record's.
  std::optional<int> otherwiseAt(const Record& of, const Reading& reading) const {
    const std::vector<int>& loops = of.readings.at(reading.name)[reading.point];
    for (int t = promptTokens_ - 1; t + 1 < of.trace->tokens(); ++t)
      if (best(*of.trace, t, loops[t]) != of.trace->columns().tokenId[t + 1]) return t;
    return {};
  }

  static std::int32_t best(const Trace& trace, int t, int loop) {
    return trace.columns().topkId[trace.at(t, loop) * trace.topK()];
  }

  /// Looks for records that answer for the readings that have none; the first that no record
  /// answers for goes on from the record that it follows longest.
  std::optional<PreparedRun> nextRun() {
    for (Reading& reading : readings_) {
      if (reading.record >= 0) continue;
      int longest = -1, follows = 0;
      for (int k = 0; k < intSize(records_) && reading.record < 0; ++k) {
        const auto other = otherwiseAt(records_[k], reading);
        if (!other)
          reading.record = k;
        else if (*other > longest) {
          longest = *other;
          follows = k;
        }
      }
      if (reading.record < 0) return runFrom(records_[follows], longest, reading);
    }
    return {};
  }

  /// The record's text up to position t, the word that this reading draws there, and on as it
  /// reads; where the device reads by other rules, the next look at the record corrects it.
  PreparedRun runFrom(const Record& of, int t, const Reading& reading) const {
    const auto& ids = of.trace->columns().tokenId;
    std::vector<std::int32_t> prompt(ids.begin(), ids.begin() + t + 1);
    const std::int32_t word = best(*of.trace, t, of.readings.at(reading.name)[reading.point][t]);
    const bool ends = std::find(stopIds_.begin(), stopIds_.end(), word) != stopIds_.end();
    prompt.push_back(word);
    const int drawn = intSize(prompt) - promptTokens_;
    RunOrder order = corpusOrder(settings_, std::move(prompt));
    order.generate = ends ? 0 : most_ - drawn;
    order.exitThreshold = 1;
    if (reading.name == "loop") order.budget = static_cast<int>(reading.point) + 1;
    if (reading.name == "exit") {
      order.budget = exitRule_.budget;
      if (of.trace->hasGate(0)) order.exitThreshold = exitRule_.q;
    }
    if (reading.name == gateName()) {
      order.budget = exitRule_.budget;
      order.exitThreshold = gateGrid().thresholds[reading.point];
    }
    PreparedRun run = prepareRun(model_, order);
    run.request.stopIds = stopIds_;
    return run;
  }

  static const ExitGrid& gateGrid() { return exitGrids().front(); }
  static std::string gateName() { return std::string(exitRuleInfo(gateGrid().kind).id); }

  /// The answer came to its end within the most tokens.
  bool ended(const Record& of) const {
    const auto& ids = of.trace->columns().tokenId;
    const bool drew = of.trace->tokens() > promptTokens_;
    return (drew && std::find(stopIds_.begin(), stopIds_.end(), ids.back()) != stopIds_.end()) ||
           endsIn(of.text, settings_.until);
  }

  void add(AnswerSums& sums, const Reading& reading) const {
    const Record& of = records_[reading.record];
    const std::string answer = answerIn(of.text, settings_.until);
    const std::string number = lastNumber(task_.answer);
    const std::size_t p = reading.point;
    sums.right[p] += sameAnswer(answer, task_.answer);
    sums.right2[p] += !number.empty() && lastNumber(answer) == number;
    sums.cut[p] += !ended(of);
    sums.again[p] += reading.record > 0;
    const std::vector<int>& loops = of.readings.at(reading.name)[p];
    for (int t = promptTokens_ - 1; t + 1 < of.trace->tokens(); ++t) {
      ++sums.tokens[p];
      sums.loops[p] += loops[t] + 1;
    }
  }

  const LoadedModel& model_;
  const CorpusSettings& settings_;
  const RuleOf& rule_;
  const Task task_;
  const std::vector<std::int32_t>& ends_;
  int promptTokens_ = 0, most_ = 0;  ///< most tokens of the answer
  std::vector<std::int32_t> stopIds_;
  ReadoutRule exitRule_;
  std::vector<Record> records_;  ///< the first as the corpus reads; all at full depth
  std::vector<Reading> readings_;
};

}  // namespace

std::unique_ptr<DocumentWork> answerWork(const LoadedModel& model, const CorpusSettings& settings,
                                         const RuleOf& rule, Task task,
                                         const std::vector<std::int32_t>& ends) {
  return std::make_unique<AnswerWork>(model, settings, rule, std::move(task), ends);
}

std::vector<std::int32_t> tokensThatEnd(const LoadedModel& model,
                                        std::span<const std::string> until) {
  std::vector<std::int32_t> ids;
  const int words = std::min(model.backend->spec().vocabSize, model.tokenizer->size());
  for (std::int32_t id = 0; id < words; ++id)
    if (endsIn(model.tokenizer->bytes(id), until)) ids.push_back(id);
  return ids;
}

}  // namespace ouroscope
