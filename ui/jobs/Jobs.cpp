// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/Jobs.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>

#include "core/analysis/TraceTables.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "ui/figures/files/FigureExport.h"

namespace ouroscope {
namespace {

/// Records, feeds the Live view token by token, and shows the window what is there ten times a
/// second: a snapshot copies the record, so its share of the time is kept below a tenth.
class Streaming : public LoopObserver {
 public:
  Streaming(TraceRecorder& recorder, LiveWriter& live, JobContext& context)
      : recorder_(recorder), live_(live), context_(context) {}
  void onRecord(const LoopRecord& record) override {
    using Clock = std::chrono::steady_clock;
    recorder_.onRecord(record);
    live_.add(record);
    const auto begun = Clock::now();
    if (begun < next_) return;
    publish();
    const auto ended = Clock::now();
    next_ = ended + std::max<Clock::duration>(std::chrono::milliseconds(100), 10 * (ended - begun));
  }
  void onEvent(const RunEvent& event) override {
    recorder_.onEvent(event);
    live_.add(event);
  }
  void onHold() override {  // a person has time to look at every view
    if (recorder_.tokens() > 0) publish();
  }

 private:
  void publish() {
    const TracePtr part = recorder_.snapshot();
    prepareTrace(part);
    context_.publish(part);
  }

  TraceRecorder& recorder_;
  LiveWriter& live_;
  JobContext& context_;
  std::chrono::steady_clock::time_point next_{};
};

/// Runs to the end or to the stop; what was recorded before a stop is kept: it is true as far as it
/// goes.
TracePtr runLive(const ModelPtr& model, const RunRequest& request, TraceRecorder& recorder,
                 LiveWriter& writer, LiveRun& live, JobContext& context) {
  RunMemory& memory = *live.memory;
  const std::lock_guard lock(memory.mutex);
  if (memory.model != model) memory.kept = {};
  memory.model = model;
  Streaming streaming(recorder, writer, context);
  try {
    Engine(*model->backend)
        .run(request, streaming,
             RunHooks{context.stop(), context.progress(), &live.control, &memory.kept});
  } catch (const Cancelled&) {
    if (recorder.tokens() == 0) throw;
  }
  const TracePtr whole = recorder.take();
  prepareTrace(whole);
  return whole;
}

TracePtr readAndPrepare(const QString& path) {
  const TracePtr trace = readTrace(path.toStdString());
  prepareTrace(trace);
  return trace;
}

/// The one token of a tracked word: as running text has it (after a space) or as it is written.
std::int32_t wordToken(const Tokenizer& tokenizer, const std::string& word) {
  for (const std::string& text : {" " + word, word})
    if (const auto ids = tokenizer.encode(text); ids.size() == 1) return ids.front();
  throw Error("\"" + word + "\" is more than one token: track one of its parts.");
}

}  // namespace

JobRunner::Work loadModelJob(const ModelRequest& request) {
  return [request](JobContext& context) -> std::any {
    return loadModel(request, context.stop(), context.progress());
  };
}

JobRunner::Work runJob(ModelPtr model, const RunOrder& order, LiveRunPtr live) {
  return [model, order, live](JobContext& context) -> std::any {
    std::string text = order.text.toStdString();
    if (order.chat) text = chatMl(std::vector<ChatTurn>{{"user", text}}, false);
    RunRequest request;
    request.prompt = model->tokenizer->encode(text);
    if (request.prompt.empty()) throw Error("The prompt is empty: type some text first.");
    request.loops = order.loops > 0 ? order.loops : model->folder.config.trainedLoops;
    request.generate = order.generate;
    request.stopIds = stopTokens(*model->tokenizer, model->folder.config.eosIds);
    request.sampling = order.sampling;
    request.exitThreshold = order.settings.exitThreshold;
    request.budget = std::min(order.settings.budget, request.loops);
    request.kvPolicy = order.settings.kvPolicy;
    request.otherGates = model->otherGates;
    request.capture = {order.wish.hidden, order.wish.logits, order.wish.layers};
    for (const QString& word : order.wish.track)
      request.tracked.push_back(wordToken(*model->tokenizer, word.toStdString()));
    const int promptTokens = static_cast<int>(request.prompt.size());
    TraceRecorder recorder(describeRun(*model, request, order.chat), *model->tokenizer,
                           request.loops, request.topK, promptTokens + order.generate);
    LiveWriter writer(live->feed, *model->tokenizer, request.settings(), promptTokens);
    return runLive(model, request, recorder, writer, *live, context);
  };
}

JobRunner::Work branchJob(ModelPtr model, TracePtr before, const BranchPoint& at, int generate,
                          LiveRunPtr live) {
  return [model, before, at, generate, live](JobContext& context) -> std::any {
    RunRequest request = branchRequest(*before, at, generate);
    request.stopIds = stopTokens(*model->tokenizer, model->folder.config.eosIds);
    request.otherGates = model->otherGates;
    const TraceInfo now = describeRun(*model, request, before->info().chat);
    requireSameModel(*before, now);
    TraceInfo info = branchInfo(*before, at);
    // Records of two devices are not mixed: on another one the earlier tokens are recorded again.
    if (now.device != info.device) request.known = 0;
    info.device = now.device;
    const int expected = at.token + generate, promptTokens = info.promptTokens;
    TraceRecorder recorder(std::move(info), *before, request.known, *model->tokenizer, expected);
    LiveWriter writer(live->feed, *model->tokenizer, request.settings(), promptTokens);
    writer.add(*before, request.known);
    for (const RunEvent& event : recorder.info().events) live->feed.add(event);
    return runLive(model, request, recorder, writer, *live, context);
  };
}

JobRunner::Work openTraceJob(const QString& path) {
  return [path](JobContext&) -> std::any { return readAndPrepare(path); };
}

JobRunner::Work openTracesJob(const QStringList& paths) {
  return [paths](JobContext& context) -> std::any {
    OpenedTraces opened;
    for (const QString& path : paths) {
      if (context.stop().stop_requested()) throw Cancelled();
      try {
        opened.traces.emplace_back(path, readAndPrepare(path));
      } catch (const Error& error) {
        opened.problems << QString::fromUtf8(error.what());
      }
    }
    return opened;
  };
}

JobRunner::Work saveTraceJob(TracePtr trace, const QString& path) {
  return [trace, path](JobContext&) -> std::any {
    writeTrace(*trace, path.toStdString());
    return {};
  };
}

JobRunner::Work writeFigureJob(const QByteArray& bytes, const QString& path) {
  return [bytes, path](JobContext&) -> std::any {
    writeFigure(bytes, path);
    return {};
  };
}

JobRunner::Work exportFigureJob(const FigureRequest& request, const QString& path) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  if (suffix != "csv" && suffix != "json")
    return writeFigureJob(renderFigure(request.input, request.recipe, suffix), path);
  return [request, path](JobContext&) -> std::any {
    exportFigure(request.input, request.recipe, path);
    return {};
  };
}

}  // namespace ouroscope
