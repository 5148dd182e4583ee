// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <new>
#include <optional>

#include "app/cli/Command.h"
#include "app/cli/LiveView.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/WordText.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/NotNumbers.h"
#include "core/record/RunSettings.h"
#include "core/run/FolderNotes.h"
#include "core/run/RunRecording.h"
#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "core/text/TextInput.h"
#include "core/text/WordToken.h"
#include "core/trace/RescueTrace.h"

namespace ouroscope::cli {
namespace {

/// The options as they are written.
struct Options {
  ModelOptions model;
  std::string text, textFile, tokens, branch, replace, track, capture, kvPolicy, gate, seed,
      startSeed, out;
  bool chat = false, think = false;
  int loops = 0, generate = 0, topK = 0, budget = 0, draftLoops = 0, draftTokens = 0, at = 0;
  double temperature = 0, topP = 1, exitThreshold = -1;
};

/// What they mean.
struct Task {
  ModelRequest model;
  RunOrder order;      ///< where there is no branch
  BranchOrder branch;  ///< where it has a record
  std::string out;

  PreparedRun prepared(const LoadedModel& with) const {
    return branch.before ? prepareBranch(with, branch) : prepareRun(with, order);
  }
};

constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;

/// FILE, or standard input for "-".
std::string readText(const std::string& path) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  std::string text;
  std::vector<char> piece(std::size_t{1} << 16);
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > kMaxTextBytes)
      throw Error(shownName(path) + " is longer than 64 MiB: give a shorter text.");
  }
  if (!in.eof() || in.bad())
    throw Error("Cannot read " + shownName(path) + ": check its name and its permissions.");
  return text;
}

Capture captureOf(const std::string& list) {
  Capture capture;
  if (list.empty()) return capture;
  for (const std::string& name : commaParts(list)) {
    if (name == "hidden")
      capture.hidden = true;
    else if (name == "logits")
      capture.logits = true;
    else if (name == "layers")
      capture.layers = true;
    else
      throw UsageError("--capture takes hidden, logits and layers, not '" + shownName(name) + "'.");
  }
  return capture;
}

std::uint64_t seedOf(const std::string& text, const char* option = "--seed") {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (error != std::errc{} || end != text.data() + text.size())
    throw UsageError(std::string(option) + " takes a whole number of 64 bits, not '" +
                     shownName(text) + "'.");
  return seed;
}

/// A branch has the settings of its record.
void checkBranch(const Options& o) {
  const std::pair<bool, const char*> others[] = {{o.chat, "--chat"},
                                                 {o.loops > 0, "--loops"},
                                                 {o.temperature > 0, "--temperature"},
                                                 {o.topP < 1, "--top-p"},
                                                 {o.exitThreshold >= 0, "--exit-threshold"},
                                                 {o.budget > 0, "--budget"},
                                                 {!o.kvPolicy.empty(), "--kv-policy"},
                                                 {o.draftLoops > 0, "--draft-loops"},
                                                 {!o.startSeed.empty(), "--seed-start"},
                                                 {o.topK > 0, "--top-k"},
                                                 {!o.track.empty(), "--track"},
                                                 {!o.capture.empty(), "--capture"}};
  for (const auto& [given, name] : others)
    if (given)
      throw UsageError(std::string("--branch continues with the settings of its record: leave ") +
                       name + " out.");
  if (o.at == 0) throw UsageError("--branch needs --at: the token that is drawn again.");
}

void checkUsage(const Options& o, bool terminal) {
  if (o.text.empty() + o.textFile.empty() + o.tokens.empty() + o.branch.empty() != 3)
    throw UsageError("trace needs one of --text, --text-file, --tokens and --branch.");
  if (!o.branch.empty())
    checkBranch(o);
  else if (o.at > 0 || !o.replace.empty())
    throw UsageError(std::string(o.at > 0 ? "--at" : "--replace") + " needs --branch.");
  if (o.chat && !o.tokens.empty()) throw UsageError("--chat wraps text, not --tokens.");
  if (o.think && !o.chat) throw UsageError("--think needs --chat.");
  if (o.topP <= 0) throw UsageError("--top-p must be more than 0.");
  if (o.draftTokens > 0 && o.draftLoops == 0)
    throw UsageError("--draft-tokens needs --draft-loops.");
  if (o.draftLoops > 0 && o.temperature > 0)
    throw UsageError("--draft-loops is for greedy runs: leave --temperature out.");
  if (o.draftLoops > 0 && !o.kvPolicy.empty() && o.kvPolicy != "full")
    throw UsageError("--draft-loops verifies at full depth: it needs --kv-policy full.");
  fileName(o.out, "--out");
  if (o.out.empty() && !terminal)
    throw UsageError("--out is missing; only on a terminal a run is shown without a file.");
}

std::vector<std::int32_t> tokensOf(const std::string& list) {
  try {
    return tokenList(list);
  } catch (const Error& error) {
    throw UsageError(std::string("--tokens: ") + error.what());
  }
}

RunPrompt promptOf(const Options& o) {
  if (!o.tokens.empty()) return tokensOf(o.tokens);
  const bool file = !o.textFile.empty();
  TextInput input =
      textInput(file ? readText(o.textFile) : o.text, !file               ? "The text of --text"
                                                      : o.textFile == "-" ? "Standard input"
                                                                          : shownName(o.textFile));
  if (input.hadByteOrderMark)
    notice("note: the byte-order mark before the text is left out: it is not part of it.");
  std::string& text = input.text;
  if (o.chat) return ChatPrompt{{{"user", std::move(text)}}, o.think};
  return std::move(text);
}

RunOrder orderOf(const Options& o) {
  RunOrder order;
  order.loops = o.loops;
  order.generate = o.generate;
  order.sampling = {o.temperature, o.topP, o.seed.empty() ? 0 : seedOf(o.seed)};
  if (!o.startSeed.empty()) order.startSeed = seedOf(o.startSeed, "--seed-start");
  if (o.exitThreshold >= 0) order.exitThreshold = o.exitThreshold;
  order.budget = o.budget;
  if (!o.kvPolicy.empty()) order.kvPolicy = kvPolicyFromName(o.kvPolicy);
  order.speculation.draftLoops = o.draftLoops;
  if (o.draftTokens > 0) order.speculation.draftTokens = o.draftTokens;
  if (o.topK > 0) order.topK = o.topK;
  if (!o.track.empty()) order.track = commaParts(o.track);
  order.capture = captureOf(o.capture);
  order.prompt = promptOf(o);  // last: wrong usage shows before a text is read
  return order;
}

BranchOrder branchOf(const Options& o) {
  BranchOrder branch;
  branch.at.token = o.at - 1;
  if (!o.seed.empty()) branch.at.seed = seedOf(o.seed);
  branch.word = o.replace;
  branch.generate = o.generate;
  branch.before = readTrace(fileName(o.branch, "--branch"));
  return branch;
}

Task taskOf(const Options& o, bool terminal) {
  checkUsage(o, terminal);
  Task task;
  task.model = o.model.request();
  task.model.gate = o.gate;
  task.out = o.out;
  if (o.branch.empty()) {
    task.order = orderOf(o);
  } else {
    task.branch = branchOf(o);
    if (o.gate.empty()) task.model.gate = task.branch.before->info().gateName;
  }
  return task;
}

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

std::string summaryOf(const Trace& trace, const std::string& where) {
  const TraceInfo& info = trace.info();
  const double mean = readout(trace, ruleOfRun(trace)).meanLoops;
  return shownName(where) + ": " + std::to_string(trace.tokens()) + " tokens (" +
         std::to_string(trace.tokens() - info.promptTokens) + " generated), " +
         std::to_string(trace.loops()) + " loops, mean exit loop " + fixedText(mean, 2) +
         " at q = " + shortText(info.exitThreshold) + "\n" + speculationText(info);
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

void run(const Options& o) {
  const bool terminal = Terminal::standardOutput().interactive;
  // Until the text is read a first Ctrl+C ends the program at once: there is nothing to keep.
  const Task task = taskOf(o, terminal);
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
  for (const std::string& note : folderNotes(model->folder.path, *model->tokenizer, o.chat))
    notice("note: " + shownName(note));
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
  auto o = std::make_shared<Options>();
  c.addText("--text", o->text, "TEXT", "the prompt");
  c.addText("--text-file", o->textFile, "FILE", "the prompt from a file; - is standard input");
  c.addText("--tokens", o->tokens, "ID,...", "the prompt as token ids");
  c.addText("--branch", o->branch, "TRACE",
            "continue a recorded run from --at, with its settings; needs the model that made it");
  c.addInteger("--at", o->at, 2, 1'000'000'000,
               "with --branch: the token that is drawn again, counted from 1");
  c.addText("--replace", o->replace, "WORD",
            "with --branch: the word to put there instead of a drawn one; #123 is a token id");
  c.addFlag("--chat", o->chat, "send the text as the user's turn of a ChatML conversation");
  c.addFlag("--think", o->think, "with --chat: open a <think> block for the model");
  c.addInteger("--loops", o->loops, 1, kMaxLoops,
               "loops to run and record; may be more than the model was trained with",
               "the trained number");
  c.addInteger("--generate", o->generate, 0, 1'000'000, "tokens to generate after the prompt",
               "0; with --branch as many as the record had");
  c.addNumber("--temperature", o->temperature, 0, 100,
              "temperature of the sampling; 0 always takes the most likely token", "0");
  c.addNumber("--top-p", o->topP, 0, 1,
              "sample from the smallest set of tokens with this probability", "1");
  c.addText("--seed", o->seed, "N", "seed of the sampling, a whole number of 64 bits",
            "0; with --branch the record's");
  c.addText("--seed-start", o->startSeed, "N",
            "seed of the noise that a model's loops start from, where they start from noise", "0");
  c.addNumber("--exit-threshold", o->exitThreshold, 0, 1,
              "q: a generated token is read at the first loop whose cumulative exit probability "
              "reaches q; 1 is the last loop",
              "the model's");
  c.addInteger("--budget", o->budget, 1, kMaxLoops, "most loops that a generated token may use",
               "all");
  c.addChoice("--kv-policy", o->kvPolicy, {"full", "last-exited-copy", "latest-available"},
              "keys and values of the loops after an exit; all policies but full skip these loops",
              "full");
  c.addInteger("--draft-loops", o->draftLoops, 1, kMaxLoops - 1,
               "speculation by loops: draft tokens with this many loops and verify them in one "
               "batch; text and record stay the same; greedy runs with --kv-policy full only",
               "no speculation");
  c.addInteger("--draft-tokens", o->draftTokens, 1, 64,
               "with --draft-loops: tokens drafted before they are verified", "3");
  c.addText("--gate", o->gate, "NAME", "which of the model's exit gates decides",
            "the model's; with --branch the record's");
  c.addInteger("--top-k", o->topK, 1, 1000, "candidates kept for each token and loop", "10");
  c.addText("--track", o->track, "WORD,...",
            "words whose probability and rank are kept at every loop; #123 is a token id");
  c.addText("--capture", o->capture, "NAME,...",
            "what else to keep: hidden (states), logits, layers (the lens after every layer)");
  o->model.add(c);
  c.addText("--out", o->out, "FILE",
            "trace file to write, NAME.trace.safetensors; may be left out on a terminal");
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
