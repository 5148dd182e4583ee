// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/Jobs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

#include "core/analysis/TraceTables.h"
#include "core/corpus/CorpusInput.h"
#include "core/model/HubCache.h"
#include "core/run/Branch.h"
#include "core/run/CausalSweep.h"
#include "core/run/RunRecording.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "ui/base/FilePath.h"
#include "ui/figures/files/FigureExport.h"

namespace ouroscope {
namespace {

/// Feeds the Live view token by token, and shows the window what is there ten times a
/// second: a snapshot copies the record, so its share of the time is kept below a tenth.
class Streaming : public LoopObserver {
 public:
  Streaming(const RunRecording& recording, LiveWriter& live, JobContext& context)
      : recording_(recording), live_(live), context_(context) {}
  void onRecord(const LoopRecord& record) override {
    using Clock = std::chrono::steady_clock;
    live_.add(record);
    const auto begun = Clock::now();
    if (begun < next_) return;
    publish();
    const auto ended = Clock::now();
    next_ = ended + std::max<Clock::duration>(std::chrono::milliseconds(100), 10 * (ended - begun));
  }
  void onEvent(const RunEvent& event) override { live_.add(event); }
  void onHold() override {  // a person has time to look at every view
    if (recording_.tokens() > 0) publish();
  }

 private:
  void publish() {
    const TracePtr part = recording_.snapshot();
    prepareTrace(part);
    context_.publish(part);
  }

  const RunRecording& recording_;
  LiveWriter& live_;
  JobContext& context_;
  std::chrono::steady_clock::time_point next_{};
};

TracePtr record(const ModelPtr& model, PreparedRun run, LiveRun& live, JobContext& context) {
  RunRecording recording(model, std::move(run));
  const PreparedRun& prepared = recording.prepared();
  live.feed.add(prepared.notes);
  LiveWriter writer(live.feed, *model->tokenizer, prepared.request.settings(),
                    recording.promptTokens());
  if (prepared.before) {
    writer.add(*prepared.before, prepared.request.known);
    for (const RunEvent& event : prepared.info.events) live.feed.add(event);
  }
  Streaming streaming(recording, writer, context);
  try {
    TracePtr whole = recording.run({.stop = context.stop(),
                                    .progress = context.progress(),
                                    .control = &live.control,
                                    .memory = live.memory.get(),
                                    .watcher = &streaming});
    prepareTrace(whole);
    return whole;
  } catch (const Cancelled&) {
    throw;  // before anything new was recorded
  } catch (const std::exception&) {
    if (!recording.nothingNew()) {  // what came before is true, and says where it ends
      const TracePtr part = recording.keep();
      prepareTrace(part);
      context.publish(part);
    }
    throw;
  }
}

TracePtr readAndPrepare(const QString& path) {
  TracePtr trace = readTrace(pathOf(path));
  prepareTrace(trace);
  return trace;
}

}  // namespace

JobRunner::Work loadModelJob(const ModelRequest& request) {
  return [request](JobContext& context) -> std::any {
    OpenedModel opened;
    try {
      opened.examples = readExamplePrompts(modelFolder(request.folder, request.followLinks));
      opened.model = loadModel(request, context.stop(), context.progress());
    } catch (const OutsideLink& link) {
      opened.outside = link;
    }
    return opened;
  };
}

JobRunner::Work runJob(const ModelPtr& model, const RunOrder& order, const LiveRunPtr& live) {
  return [model, order, live](JobContext& context) -> std::any {
    return record(model, prepareRun(*model, order), *live, context);
  };
}

JobRunner::Work rerunJob(const ModelPtr& model, const RerunOrder& order, const LiveRunPtr& live) {
  return [model, order, live](JobContext& context) -> std::any {
    return record(model, prepareRerun(*model, order), *live, context);
  };
}

JobRunner::Work branchJob(const ModelPtr& model, const BranchOrder& order, const LiveRunPtr& live) {
  return [model, order, live](JobContext& context) -> std::any {
    return record(model, prepareBranch(*model, order), *live, context);
  };
}

JobRunner::Work sweepJob(const ModelPtr& model, const SweepOrder& order, const TracePtr& of) {
  return [model, order, of](JobContext& context) -> std::any {
    requireSameModel(*of, describeRun(*model, prepareRun(*model, order.run).request, false),
                     "swept");
    TracePtr trace = causalSweep(model, order, context.stop(), context.progress());
    prepareTrace(trace);
    return trace;
  };
}

JobRunner::Work corpusReportsJob(const CorpusPtr& corpus, std::vector<CorpusReportOptions> wanted) {
  return [corpus, wanted = std::move(wanted)](JobContext& job) -> std::any {
    for (const CorpusReportOptions& options : wanted)
      (void)corpus->report(options, job.stop(), job.progress());
    return {};
  };
}

JobRunner::Work besideJob(const ModelRequest& request, const RunOrder& order) {
  return [request, order](JobContext& context) -> std::any {
    const ModelPtr model = loadModel(request, context.stop(), context.progress());
    RunRecording recording(model, prepareRun(*model, order));
    TracePtr trace = recording.run({.stop = context.stop(), .progress = context.progress()});
    if (trace->info().stop()) throw Cancelled();  // half of a text is nothing to compare with
    prepareTrace(trace);
    return trace;
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
        QString problem = QString::fromUtf8(error.what());
        if (QFileInfo::exists(QFileInfo(path).dir().filePath("config.json")))
          problem += ' ' + QCoreApplication::translate(
                               "Jobs", "It lies in a model's folder: open that (File menu).");
        opened.problems << problem;
      }
    }
    return opened;
  };
}

JobRunner::Work openCorpusJob(const QString& folder) {
  return [folder](JobContext& job) -> std::any {
    const std::filesystem::path path = pathOf(folder);
    auto corpus = std::make_shared<const Corpus>(path);
    DocumentIndexPtr documents = DocumentIndex::open(path, job.stop(), job.progress());
    return OpenedCorpus{std::move(corpus), std::move(documents)};
  };
}

JobRunner::Work readDocumentJob(const CorpusPtr& corpus, const QString& input, qint64 number) {
  return [corpus, input, number](JobContext&) -> std::any {
    const CorpusInput read(pathOf(input));
    const auto& manifest = corpus->manifest().json();
    const std::string name = shownText(input.toStdString(), 200);
    if (manifest["input"].value("sha256", "") != read.sha256())
      throw Error(name +
                  " is not the input of this corpus (its SHA-256 is another): choose the "
                  "file or folder that corpus run was given.");
    if (number < 1 || std::cmp_greater(number, read.size()))
      throw Error(name + " has no document " + std::to_string(number) + ".");
    const Document document = read.read(static_cast<std::size_t>(number - 1));
    if (document.task)
      return RunPrompt(
          document.task->hasChoices()
              ? document.task->withChoice(static_cast<std::size_t>(document.task->right))
              : document.task->question);
    return document.prompt;
  };
}

JobRunner::Work saveTraceJob(const TracePtr& trace, const QString& path) {
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

JobRunner::Work hashTracesJob(const FigureInput& input) {
  return [input](JobContext&) -> std::any {
    for (const TracePtr& trace : {input.trace, input.other})
      if (trace) fingerprintOf(trace);
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
