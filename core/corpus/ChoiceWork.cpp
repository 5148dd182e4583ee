// SPDX-License-Identifier: GPL-3.0-or-later
// Multiple choice: every choice is run behind the question, and the one whose tokens are likeliest
// is the model's.
#include <algorithm>
#include <cmath>

#include "core/corpus/DocumentWork.h"
#include "core/corpus/TaskReadings.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

class ChoiceWork : public DocumentWork {
 public:
  ChoiceWork(const LoadedModel& model, const CorpusSettings& settings, const RuleOf& rule,
             Task task)
      : model_(model), settings_(settings), rule_(rule), task_(std::move(task)) {}

  /// What the tokens of question and choice have in common with those of the question alone is the
  /// question's; the rest is the choice's, and at least its last token.
  std::vector<PreparedRun> begin() override {
    const auto question = run(task_.question).request.prompt;
    std::vector<PreparedRun> runs;
    for (std::size_t c = 0; c < task_.choices.size(); ++c) {
      runs.push_back(run(task_.withChoice(c)));
      const auto& whole = runs.back().request.prompt;
      const auto common =
          std::mismatch(whole.begin(), whole.end(), question.begin(), question.end());
      first_.push_back(
          std::clamp<int>(common.first - whole.begin(), 1, std::max(1, intSize(whole) - 1)));
    }
    traces_.resize(runs.size());
    return runs;
  }

  std::vector<PreparedRun> take(std::size_t which, const TracePtr& trace) override {
    traces_[which] = trace;
    return {};
  }

  void finish(DocumentRecord& record) override {
    for (const TracePtr& trace : traces_) record.tokens += trace->tokens();
    record.sums.all = TokenSums(traces_.front()->loops());
    TaskSums& sums = record.sums.tasks[kChoiceTasks];
    sums.questions = 1;
    if (!scorable()) return;
    sums.scored = sums.scored2 = 1;
    std::vector<TaskReadings> readings;
    for (const TracePtr& trace : traces_)
      readings.push_back(taskReadings(*trace, rule_(*trace), TaskGrids::Rules));
    for (const auto& [name, points] : readings.front()) {
      AnswerSums all(points.size());
      for (std::size_t p = 0; p < points.size(); ++p)
        score(all, p, [&, &key = name](std::size_t c, int t) { return readings[c].at(key)[p][t]; });
      sums.readings.emplace(name, std::move(all));
    }
  }

  TracePtr kept() const override { return traces_[task_.right]; }

 private:
  PreparedRun run(const std::string& text) const {
    return prepareRun(model_, corpusOrder(settings_, text));
  }

  float logProb(const Trace& trace, int t, int loop) const {
    return trace.columns().logprob[trace.at(t, loop)];
  }

  /// All choices at all loops have finite numbers.
  bool scorable() const {
    for (std::size_t c = 0; c < traces_.size(); ++c) {
      if (traces_[c]->tokens() < 2) return false;
      for (int t = first_[c]; t < traces_[c]->tokens(); ++t)
        for (int r = 0; r < traces_[c]->loops(); ++r)
          if (!std::isfinite(logProb(*traces_[c], t - 1, r))) return false;
    }
    return true;
  }

  /// @param loopOf (choice, token) the loop that the token before a scored one is read at
  template <class LoopOf>
  void score(AnswerSums& sums, std::size_t point, const LoopOf& loopOf) const {
    int best = 0, bestByLength = 0;
    double most = 0, mostByLength = 0;
    for (int c = 0; c < intSize(traces_); ++c) {
      const Trace& trace = *traces_[c];
      double sum = 0;
      for (int t = first_[c]; t < trace.tokens(); ++t) {
        const int loop = loopOf(c, t - 1);
        sum += logProb(trace, t - 1, loop);
        ++sums.tokens[point];
        sums.loops[point] += loop + 1;
      }
      const double byLength = sum / charactersOf(task_.choices[c]);
      if (c == 0 || sum > most) {
        most = sum;
        best = c;
      }
      if (c == 0 || byLength > mostByLength) {
        mostByLength = byLength;
        bestByLength = c;
      }
    }
    sums.right[point] += best == task_.right;
    sums.right2[point] += bestByLength == task_.right;
  }

  const LoadedModel& model_;
  const CorpusSettings& settings_;
  const RuleOf& rule_;
  const Task task_;
  std::vector<int> first_;  ///< [choices] first token of the choice
  std::vector<TracePtr> traces_;
};

}  // namespace

std::unique_ptr<DocumentWork> choiceWork(const LoadedModel& model, const CorpusSettings& settings,
                                         const RuleOf& rule, Task task) {
  return std::make_unique<ChoiceWork>(model, settings, rule, std::move(task));
}

}  // namespace ouroscope
