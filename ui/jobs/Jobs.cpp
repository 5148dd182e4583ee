// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/Jobs.h"

#include <chrono>

#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "ui/figures/FigureExport.h"

namespace ouroscope {
namespace {

/// Records, and shows the window what is there ten times a second: a snapshot copies the record, so
/// its share of the time is kept below a tenth.
class Streaming : public LoopObserver {
 public:
  Streaming(TraceRecorder& recorder, JobContext& context)
      : recorder_(recorder), context_(context) {}
  void onRecord(const LoopRecord& record) override {
    using Clock = std::chrono::steady_clock;
    recorder_.onRecord(record);
    const auto begun = Clock::now();
    if (begun < next_) return;
    context_.publish(recorder_.snapshot());
    const auto ended = Clock::now();
    next_ = ended + std::max<Clock::duration>(std::chrono::milliseconds(100), 10 * (ended - begun));
  }

 private:
  TraceRecorder& recorder_;
  JobContext& context_;
  std::chrono::steady_clock::time_point next_{};
};

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

JobRunner::Work runJob(ModelPtr model, const RunOrder& order) {
  return [model, order](JobContext& context) -> std::any {
    std::string text = order.text.toStdString();
    if (order.chat) text = chatMl(std::vector<ChatTurn>{{"user", text}}, false);
    RunRequest request;
    request.prompt = model->tokenizer->encode(text);
    if (request.prompt.empty()) throw Error("The prompt is empty: type some text first.");
    request.loops = order.loops > 0 ? order.loops : model->folder.config.trainedLoops;
    request.generate = order.generate;
    request.stopIds = stopTokens(*model->tokenizer, model->folder.config.eosIds);
    request.exitThreshold = order.q;
    request.otherGates = model->otherGates;
    request.capture = {order.wish.hidden, order.wish.logits, order.wish.layers};
    for (const QString& word : order.wish.track)
      request.tracked.push_back(wordToken(*model->tokenizer, word.toStdString()));
    TraceRecorder recorder(describeRun(*model, request, order.chat), *model->tokenizer,
                           request.loops, request.topK,
                           static_cast<int>(request.prompt.size()) + order.generate);
    Streaming streaming(recorder, context);
    try {
      Engine(*model->backend).run(request, streaming, context.stop(), context.progress());
    } catch (const Cancelled&) {
      // What was recorded before the stop is kept: it is true as far as it goes.
      if (recorder.tokens() == 0) throw;
    }
    return recorder.take();
  };
}

JobRunner::Work openTraceJob(const QString& path) {
  return [path](JobContext&) -> std::any { return readTrace(path.toStdString()); };
}

JobRunner::Work openTracesJob(const QStringList& paths) {
  return [paths](JobContext& context) -> std::any {
    OpenedTraces opened;
    for (const QString& path : paths) {
      if (context.stop().stop_requested()) throw Cancelled();
      try {
        opened.traces.emplace_back(path, readTrace(path.toStdString()));
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

JobRunner::Work exportCsvJob(TracePtr trace, const FigureRecipe& recipe, const QString& path) {
  return [trace, recipe, path](JobContext&) -> std::any {
    exportFigure(trace, recipe, path);
    return {};
  };
}

}  // namespace ouroscope
