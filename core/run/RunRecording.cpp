// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/RunRecording.h"

#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

TraceRecorder recorderOf(const LoadedModel& model, const PreparedRun& run) {
  const RunRequest& r = run.request;
  const int expected = intSize(r.prompt) + r.generate;
  return run.before ? TraceRecorder(run.info, *run.before, r.known, *model.tokenizer, expected)
                    : TraceRecorder(run.info, *model.tokenizer, r.loops, r.topK, expected);
}

/// The record first, then whoever looks on.
class Tee : public LoopObserver {
 public:
  Tee(LoopObserver& first, LoopObserver* second) : first_(first), second_(second) {}
  void onRecord(const LoopRecord& record) override {
    first_.onRecord(record);
    if (second_) second_->onRecord(record);
  }
  void onEvent(const RunEvent& event) override {
    first_.onEvent(event);
    if (second_) second_->onEvent(event);
  }
  void onHold() override {
    first_.onHold();
    if (second_) second_->onHold();
  }

 private:
  LoopObserver& first_;
  LoopObserver* second_;
};

}  // namespace

RunRecording::RunRecording(ModelPtr model, PreparedRun run)
    : model_(std::move(model)),
      run_(std::move(run)),
      promptTokens_(run_.info.promptTokens),
      recorder_(recorderOf(*model_, run_)) {}

TracePtr RunRecording::run(const RecordingHooks& hooks) {
  RunSummary done;
  RunHooks engine{hooks.stop, hooks.progress, hooks.control, nullptr, hooks.loops, &done};
  std::unique_lock<std::mutex> lock;
  if (RunMemory* memory = hooks.memory) {
    lock = std::unique_lock(memory->mutex);
    if (memory->model != model_) memory->kept = {};
    memory->model = model_;
    engine.kept = &memory->kept;
  }
  Tee tee(recorder_, hooks.watcher);
  try {
    Engine(*model_->backend).run(run_.request, tee, engine);
  } catch (const Cancelled&) {
    if (recorder_.tokens() == 0) throw;
  }
  if (const Speculation& s = run_.request.speculation; s.draftLoops > 0)
    recorder_.info().speculation = {s.draftLoops, s.draftTokens, done.rounds, done.drafted,
                                    done.accepted};
  return recorder_.take();
}

}  // namespace ouroscope
