// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <new>

#include "app/cli/ChatText.h"
#include "app/cli/Command.h"
#include "app/cli/EndText.h"
#include "app/cli/LiveView.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Reading.h"
#include "app/cli/TraceOptions.h"
#include "app/cli/WordText.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/NotNumbers.h"
#include "core/record/RunSettings.h"
#include "core/run/RunRecording.h"
#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "core/trace/RescueTrace.h"

namespace ouroscope::cli {
namespace {

/// What a person should know about the run before it starts.
void noticeLimits(const RunRequest& request, const LoadedModel& model) {
  const ModelConfig& config = model.folder.config;
  const std::size_t rounded = model.folder.weights->roundedByBf16().size();
  if (rounded > 0 && model.backend->precision() == Precision::BF16)
    notice("note: " + std::to_string(rounded) + (rounded == 1 ? " matrix is" : " matrices are") +
           " stored with more digits than bf16 and rounded; --dtype f32 keeps " +
           (rounded == 1 ? "it." : "them."));
  if (request.loops > config.trainedLoops)
    notice("note: " +
           (request.loops == config.trainedLoops + 1
                ? "loop " + std::to_string(request.loops) + " is"
                : "loops " + std::to_string(config.trainedLoops + 1) + " to " +
                      std::to_string(request.loops) + " are") +
           " beyond the " + std::to_string(config.trainedLoops) +
           " that the model was trained with.");
  const auto positions = static_cast<std::int64_t>(request.prompt.size()) + request.generate;
  if (positions > config.maxPositions)
    notice("note: " + std::to_string(positions) + " tokens are more than the " +
           std::to_string(config.maxPositions) + " positions that the model was made for.");
}

std::string speculationText(const TraceInfo& info) {
  if (!info.speculation) return {};
  const SpeculationInfo& s = *info.speculation;
  return "Speculation: " + std::to_string(s.accepted) + " of " + std::to_string(s.drafted) +
         " tokens drafted with " + std::to_string(s.draftLoops) +
         (s.draftLoops == 1 ? " loop" : " loops") + " were right (" + percentText(s.acceptance()) +
         "), in " + std::to_string(s.rounds) + " rounds\n";
}

std::string staggerText(const TraceInfo& info) {
  if (!info.stagger) return {};
  const StaggerInfo& s = *info.stagger;
  return "Staggered: " + fixedText(s.readingsPerToken(), 2) + " readings of the layers a token, " +
         percentText(s.rows > 0 ? 1.0 * s.dropped / s.rows : 0) + " of " + std::to_string(s.rows) +
         " rows dropped\n";
}

/// By what tokens were read where they were; nothing for a model that has no exit gate and no rule.
std::string readByText(const Trace& trace) {
  const TraceInfo& info = trace.info();
  if (!info.criterion.isGate()) return " by " + criterionText(info.criterion);
  return trace.hasGate() ? " at q = " + shortText(info.exitThreshold) : "";
}

std::string summaryOf(const Trace& trace, const std::string& where) {
  const TraceInfo& info = trace.info();
  const double mean = readout(trace, ruleOfRun(trace)).meanLoops;
  return shownName(where) + ": " + std::to_string(trace.tokens()) + " tokens (" +
         std::to_string(trace.tokens() - info.promptTokens) + " generated), " +
         std::to_string(trace.loops()) + " loops, mean exit loop " + fixedText(mean, 2) +
         readByText(trace) + "\nEnded " + endText(trace) + "\n" + speculationText(info) +
         staggerText(info);
}

/// Writes the record to the place that was asked for, or to another where that fails.
/// @return where it is. @throws Error that says where it is instead
std::string keep(const Trace& trace, const std::string& out) {
  if (out.empty()) return "not saved";
  try {
    writeTrace(trace, out);
    return out;
  } catch (const Error& error) {
    std::string kept;
    try {
      kept = rescueTrace(trace, out).string();
    } catch (const Error&) {
      throw Error(std::string(error.what()) + " No other place took the record: it is lost.");
    }
    throw Error(std::string(error.what()) + " The record is complete in " + shownName(kept) +
                ": move it from there.");
  }
}

/// The last words of a run whose record is safe: a closed or full standard output does not undo it.
void report(const Trace& trace, const std::string& where) {
  try {
    print(summaryOf(trace, where));
  } catch (const Error& error) {
    notice("note: " + shownName(where) +
           " is written, but its summary is not printed: " + error.what());
  }
  if (const NotNumbers broken = notNumbers(trace); broken.any())
    notice("note: " + notNumbersText(broken));
}

/// Runs to the end, or to where a stop or a failure ends it: `problem` then says why, and the
/// record is of what came before.
TracePtr recordRun(RunRecording& recording, const RecordingHooks& hooks, std::string& problem) {
  try {
    return recording.run(hooks);
  } catch (const Cancelled&) {
    throw;  // before anything new was recorded
  } catch (const std::bad_alloc&) {
    if (recording.nothingNew()) throw;
    problem = "Out of memory: use fewer tokens or loops, or capture less.";
  } catch (const Error& error) {
    if (recording.nothingNew()) throw;
    problem = error.what();
  }
  return recording.keep();
}

void run(const TraceOptions& o) {
  const bool terminal = Terminal::standardOutput().interactive;
  // Until the text is read a first Ctrl+C ends the program at once: there is nothing to keep.
  const TraceTask task = taskOf(o, terminal);
  const std::stop_token stop = interrupt();
  // A reader of the summary that goes away does not undo the run.
  std::signal(SIGPIPE, SIG_IGN);
  // A place that takes no file shows now, not after the run.
  if (!task.out.empty()) AtomicFile probe(task.out);

  ProgressLine progress;
  const ModelPtr model = loadModel(task.model, stop, progress.function());
  RunRecording recording(model, task.prepared(*model));
  const RunRequest& request = recording.request();
  progress.clear();
  noticeLimits(request, *model);
  if (recording.prepared().info.conversation && !recording.prepared().before)
    notice("chat: " + chatText(FolderChat::of(*model->tokenizer, model->text)) + ".");
  for (const Note& note : recording.prepared().notes) notice("note: " + shownName(note.text()));
  if (!task.out.empty()) {
    recording.requireWritable();
    AtomicFile probe(task.out, recording.fileBytes());
  }

  LiveView view(*model->tokenizer, request.exitThreshold, recording.promptTokens(), terminal);
  std::string problem;
  const TracePtr trace = recordRun(
      recording,
      {.stop = stop, .progress = terminal ? ProgressFn{} : progress.function(), .watcher = &view},
      problem);
  progress.clear();
  view.end();
  const std::string where = keep(*trace, task.out);
  report(*trace, where);
  const std::string kept = task.out.empty()
                               ? "nothing was written."
                               : "the record of the first " + std::to_string(trace->tokens()) +
                                     " of " + std::to_string(recording.wantedTokens()) +
                                     " tokens is in " + shownName(where) + ".";
  if (!problem.empty()) throw Error(problem + " The run ended there; " + kept);
  if (trace->info().stop()) throw Stopped("Stopped; " + kept);
}

}  // namespace

void addTrace(CommandLine& line) {
  Subcommand& c =
      line.add("trace",
               "Run a prompt and record it.\n"
               "Every token and loop is kept in a trace file. On a terminal the words appear as\n"
               "they come, each with its exit loop.");
  auto o = std::make_shared<TraceOptions>();
  o->add(c);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
