// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <optional>

#include "app/cli/Command.h"
#include "app/cli/LiveView.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/WordText.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

struct Options {
  ModelOptions model;
  std::string text, textFile, tokens, track, capture, kvPolicy = "full", gate, seed, out;
  bool chat = false, think = false;
  int loops = 0, generate = 0, topK = 10, budget = 0, draftLoops = 0, draftTokens = 0;
  double temperature = 0, topP = 1, exitThreshold = -1;
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

std::vector<std::int32_t> tokenIds(const std::string& list) {
  std::vector<std::int32_t> ids;
  for (const std::string& part : commaParts(list)) {
    const auto id = integerOf(part);
    if (!id || *id < 0 || *id > std::numeric_limits<std::int32_t>::max())
      throw UsageError("--tokens takes token ids like 1,2,3, not '" + shownName(part) + "'.");
    ids.push_back(static_cast<std::int32_t>(*id));
  }
  return ids;
}

/// The one token of a tracked word: as running text has it (after a space) or as it is written.
std::int32_t trackedToken(const std::string& word, const Tokenizer& tokenizer, int vocabulary) {
  if (word.empty()) throw UsageError("--track holds an empty word.");
  if (word.size() > 1 && word[0] == '#') {
    const auto id = integerOf(std::string_view(word).substr(1));
    if (id && *id >= 0 && *id < vocabulary) return static_cast<std::int32_t>(*id);
  }
  const auto written = tokenizer.encode(word);
  if (word[0] != ' ')
    if (const auto spaced = tokenizer.encode(' ' + word); spaced.size() == 1) return spaced[0];
  if (written.size() == 1) return written[0];
  std::string pieces;
  for (const std::int32_t id : written)
    pieces += (pieces.empty() ? "'" : ", '") + printable(tokenizer.bytes(id)) + "'";
  throw Error("--track '" + shownName(word) + "' is " + std::to_string(written.size()) +
              " tokens (" + pieces + "): track one of them, or a token id as #123.");
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

std::uint64_t seedOf(const std::string& text) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (error != std::errc{} || end != text.data() + text.size())
    throw UsageError("--seed takes a whole number of 64 bits, not '" + shownName(text) + "'.");
  return seed;
}

void checkUsage(const Options& o, bool terminal) {
  if (o.text.empty() + o.textFile.empty() + o.tokens.empty() != 2)
    throw UsageError("trace needs one of --text, --text-file and --tokens.");
  if (o.chat && !o.tokens.empty()) throw UsageError("--chat wraps text, not --tokens.");
  if (o.think && !o.chat) throw UsageError("--think needs --chat.");
  if (o.topP <= 0) throw UsageError("--top-p must be more than 0.");
  if (o.draftTokens > 0 && o.draftLoops == 0)
    throw UsageError("--draft-tokens needs --draft-loops.");
  if (o.draftLoops > 0 && o.temperature > 0)
    throw UsageError("--draft-loops is for greedy runs: leave --temperature out.");
  if (o.draftLoops > 0 && o.kvPolicy != "full")
    throw UsageError("--draft-loops verifies at full depth: it needs --kv-policy full.");
  if (o.out.empty() && !terminal)
    throw UsageError("--out is missing; only on a terminal a run is shown without a file.");
}

std::vector<std::int32_t> promptOf(const Options& o, const LoadedModel& model) {
  if (!o.tokens.empty()) return tokenIds(o.tokens);
  std::string text = o.textFile.empty() ? o.text : readText(o.textFile);
  if (o.chat) {
    if (!model.tokenizer->idOf("<|im_start|>"))
      throw Error("--chat: the tokenizer of " + shownName(model.folder.name) +
                  " has no ChatML marks (<|im_start|>): leave --chat out.");
    text = chatMl(std::vector<ChatTurn>{{"user", text}}, o.think);
  }
  return model.tokenizer->encode(text);
}

/// What a person should know about the run before it starts.
void noticeLimits(const RunRequest& request, const ModelConfig& config) {
  if (request.loops > config.trainedLoops)
    notice("note: loops " + std::to_string(config.trainedLoops + 1) + " to " +
           std::to_string(request.loops) + " are beyond the " +
           std::to_string(config.trainedLoops) + " that the model was trained with.");
  const auto positions = static_cast<std::int64_t>(request.prompt.size()) + request.generate;
  if (positions > config.maxPositions)
    notice("note: " + std::to_string(positions) + " tokens are more than the " +
           std::to_string(config.maxPositions) + " positions that the model was made for.");
}

RunRequest requestOf(const Options& o, const LoadedModel& model) {
  const ModelConfig& config = model.folder.config;
  RunRequest request;
  request.prompt = promptOf(o, model);
  request.loops = o.loops > 0 ? o.loops : config.trainedLoops;
  request.generate = o.generate;
  request.stopIds = stopTokens(*model.tokenizer, config.eosIds);
  request.sampling = {o.temperature, o.topP, o.seed.empty() ? 0 : seedOf(o.seed)};
  request.exitThreshold = o.exitThreshold >= 0 ? o.exitThreshold : config.exitThreshold;
  if (o.budget > request.loops)
    throw Error("--budget " + std::to_string(o.budget) + " is more than the " +
                std::to_string(request.loops) + " loops of the run.");
  request.budget = o.budget;
  request.kvPolicy = kvPolicyFromName(o.kvPolicy);
  request.speculation.draftLoops = o.draftLoops;
  if (o.draftTokens > 0) request.speculation.draftTokens = o.draftTokens;
  request.topK = std::min(o.topK, config.vocabSize);
  if (!o.track.empty())
    for (const std::string& word : commaParts(o.track))
      request.tracked.push_back(trackedToken(word, *model.tokenizer, config.vocabSize));
  request.capture = captureOf(o.capture);
  request.otherGates = model.otherGates;
  return request;
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

void run(const Options& o) {
  const bool terminal = Terminal::standardOutput().interactive;
  checkUsage(o, terminal);
  captureOf(o.capture);  // wrong usage shows before a model is loaded
  if (!o.tokens.empty()) tokenIds(o.tokens);
  if (!o.seed.empty()) seedOf(o.seed);
  const std::stop_token stop = interrupt();
  if (!o.out.empty())
    AtomicFile probe(o.out);  // a place that takes no file shows now, not after the run

  ProgressLine progress;
  ModelRequest wanted = o.model.request();
  wanted.gate = o.gate;
  const auto model = loadModel(wanted, stop, progress.function());
  const RunRequest request = requestOf(o, *model);
  progress.clear();
  noticeLimits(request, model->folder.config);

  TraceRecorder recorder(describeRun(*model, request, o.chat), *model->tokenizer, request.loops,
                         request.topK, static_cast<int>(request.prompt.size()) + request.generate);
  LiveView view(recorder, *model->tokenizer, request.exitThreshold,
                static_cast<int>(request.prompt.size()), terminal);
  const RunSummary summary =
      Engine(*model->backend)
          .run(request, view, stop, terminal ? ProgressFn{} : progress.function());
  if (const Speculation& s = request.speculation; s.draftLoops > 0)
    recorder.info().speculation = {s.draftLoops, s.draftTokens, summary.rounds, summary.drafted,
                                   summary.accepted};
  progress.clear();
  view.end();
  const TracePtr trace = recorder.take();
  if (stop.stop_requested()) throw Cancelled();
  if (!o.out.empty()) writeTrace(*trace, o.out);
  print(summaryOf(*trace, o.out.empty() ? "not saved" : o.out));
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
  c.addText("--tokens", o->tokens, "1,2,3", "the prompt as token ids");
  c.addFlag("--chat", o->chat, "send the text as a user's turn of a ChatML conversation");
  c.addFlag("--think", o->think, "with --chat: open <think> for the model");
  c.addInteger("--loops", o->loops, 1, 64,
               "loops to record (default: the trained number; more are allowed)");
  c.addInteger("--generate", o->generate, 0, 1'000'000, "tokens to generate after the prompt");
  c.addNumber("--temperature", o->temperature, 0, 100, "of the sampling; 0 (default) is greedy");
  c.addNumber("--top-p", o->topP, 0, 1, "sample from the smallest set with this probability");
  c.addText("--seed", o->seed, "N", "of the sampling (default 0)");
  c.addNumber("--exit-threshold", o->exitThreshold, 0, 1,
              "q: generated tokens are read at the first loop whose cumulative exit probability "
              "reaches q (default: the model's)");
  c.addInteger("--budget", o->budget, 1, 64, "loops that a generated token may use (default: all)");
  c.addChoice("--kv-policy", o->kvPolicy, {"full", "last-exited-copy", "latest-available"},
              "keys and values of loops after an exit; all but full truly skip them");
  c.addInteger(
      "--draft-loops", o->draftLoops, 1, 63,
      "speculation by loops: draft tokens with this many loops and verify them in one batch; "
      "the same text and record come out");
  c.addInteger("--draft-tokens", o->draftTokens, 1, 64,
               "tokens drafted before they are verified (default 3)");
  c.addText("--gate", o->gate, "NAME", "which of the model's exit gates decides");
  c.addInteger("--top-k", o->topK, 1, 1000, "candidates kept per loop (default 10)");
  c.addText("--track", o->track, "WORD,...",
            "words whose probability and rank are kept at every loop; #123 is a token id");
  c.addText("--capture", o->capture, "NAME,...", "keep also: hidden, logits, layers");
  o->model.add(c);
  c.addText("--out", o->out, "FILE",
            "the trace (NAME.trace.safetensors); may be left out on a terminal");
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
