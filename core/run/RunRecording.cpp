// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/RunRecording.h"

#include <algorithm>

#include "core/engine/Engine.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope {
namespace {

TraceRecorder recorderOf(const LoadedModel& model, const PreparedRun& run) {
  const RunRequest& r = run.request;
  const int expected = intSize(r.prompt) + r.generate;
  TraceInfo info = run.info;
  info.end = {RunEnd::Why::Unfinished, -1, expected};  // what snapshots say
  return run.before
             ? TraceRecorder(std::move(info), *run.before, r.known, *model.tokenizer, expected)
             : TraceRecorder(std::move(info), *model.tokenizer, r.loops, r.topK, expected);
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

/// Why a run ended that went on to its end.
RunEnd RunRecording::endOf() const {
  const RunRequest& r = run_.request;
  const std::int32_t last = recorder_.lastToken();
  const bool drawn = recorder_.tokens() > promptTokens_;
  if (drawn && std::ranges::find(r.stopIds, last) != r.stopIds.end())
    return {RunEnd::Why::StopToken, last};
  return {run_.endsAtContext ? RunEnd::Why::Context : RunEnd::Why::Count};
}

TracePtr RunRecording::keep() {
  recorder_.info().end = {RunEnd::Why::Failure};
  recorder_.onEvent({.token = recorder_.tokens(),
                     .what = RunEvent::What::Stop,
                     .number = double(wantedTokens())});
  return recorder_.take();
}

std::uint64_t RunRecording::fileBytes() const {
  const RunRequest& r = run_.request;
  const std::uint64_t tokens = r.prompt.size() + r.generate;
  const AxisSizes sizes = axisSizes(run_.info, tokens, r.loops, r.topK);
  std::uint64_t bytes = 0;
  for (const Column& column : columnTable())
    if (column.present(sizes, r.capture))
      bytes += column.elements(sizes) * (column.halved && run_.info.isBf16() ? 2 : 4);
  constexpr std::uint64_t kTextOfToken = 16;  // with quotes and comma
  return bytes + promptTextBytes() + kTextOfToken * r.generate;
}

std::uint64_t RunRecording::promptTextBytes() const {
  std::uint64_t bytes = 0;
  for (const std::int32_t id : run_.request.prompt)
    bytes += model_->tokenizer->bytes(id).size() + 5;
  for (const DroppedText& gap : run_.info.dropped) bytes += gap.text.size() + 30;
  if (const auto& conversation = run_.info.conversation)
    for (const ChatTurn& turn : conversation->turns) bytes += turn.content.size() + 30;
  return bytes;
}

void RunRecording::requireWritable() const {
  const std::uint64_t bytes = promptTextBytes();
  if (bytes > kMaxTraceMetadata)
    throw Error("The texts of the " + std::to_string(run_.request.prompt.size()) +
                " prompt tokens take " + std::to_string(bytes) + " bytes, more than the " +
                std::to_string(kMaxTraceMetadata) +
                " that a trace file can hold: give a shorter prompt.");
}

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
  bool stopped = false;
  try {
    Engine(*model_->backend).run(run_.request, tee, engine);
  } catch (const Cancelled&) {
    stopped = true;
  }
  return ended(done, stopped);
}

TracePtr RunRecording::ended(const RunSummary& done, bool stopped) {
  if (stopped && nothingNew()) throw Cancelled();
  if (stopped)
    recorder_.info().end = {RunEnd::Why::Person};
  else
    recorder_.info().end = run_.repeats ? run_.info.end : endOf();
  if (const Speculation& s = run_.request.speculation; s.draftLoops > 0)
    recorder_.info().speculation = {s.draftLoops, s.draftTokens, done.rounds, done.drafted,
                                    done.accepted};
  if (done.staggered > 0)
    recorder_.info().stagger = StaggerInfo{done.staggered, done.readings, done.rows, done.dropped};
  return recorder_.take();
}

}  // namespace ouroscope
