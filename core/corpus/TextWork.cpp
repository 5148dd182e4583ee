// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/DocumentSums.h"
#include "core/corpus/DocumentWork.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

class TextWork : public DocumentWork {
 public:
  TextWork(const LoadedModel& model, const CorpusSettings& settings, const RuleOf& rule,
           RunPrompt prompt)
      : model_(model), settings_(settings), rule_(rule), prompt_(std::move(prompt)) {}

  std::vector<PreparedRun> begin() override {
    std::vector<PreparedRun> runs;
    runs.push_back(prepareRun(model_, corpusOrder(settings_, std::move(prompt_))));
    RunRequest& request = runs.front().request;
    const int most = settings_.maxTokens;
    cut_ = most > 0 && intSize(request.prompt) > most;
    if (cut_) {
      request.prompt.resize(most);
      runs.front().info.promptTokens = most;
    }
    return runs;
  }

  std::vector<PreparedRun> take(std::size_t, const TracePtr& trace) override {
    trace_ = trace;
    return {};
  }

  void finish(DocumentRecord& record) override {
    record.cut = cut_;
    record.tokens = trace_->tokens();
    record.sums = documentSums(*trace_, rule_(*trace_), settings_.skipFirst);
  }

  TracePtr kept() const override { return trace_; }

 private:
  const LoadedModel& model_;
  const CorpusSettings& settings_;
  const RuleOf& rule_;
  RunPrompt prompt_;
  bool cut_ = false;
  TracePtr trace_;
};

}  // namespace

RunOrder corpusOrder(const CorpusSettings& settings, RunPrompt prompt) {
  RunOrder order;
  order.prompt = std::move(prompt);
  order.loops = settings.loops;
  order.topK = settings.topK;
  order.capture = settings.capture;
  order.startSeed = settings.startSeed;
  order.plainSpecials = settings.plainSpecials;
  order.withoutPrefix = settings.withoutPrefix;
  order.stagger = false;  // texts beside each other share the readings
  return order;
}

std::unique_ptr<DocumentWork> textWork(const LoadedModel& model, const CorpusSettings& settings,
                                       const RuleOf& rule, RunPrompt prompt) {
  return std::make_unique<TextWork>(model, settings, rule, std::move(prompt));
}

}  // namespace ouroscope
