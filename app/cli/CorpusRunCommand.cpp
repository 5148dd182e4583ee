// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "app/cli/Command.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/PromptOptions.h"
#include "app/cli/Reading.h"
#include "app/cli/TraceOptions.h"
#include "core/corpus/CorpusRun.h"
#include "core/record/RunSettings.h"
#include "core/run/RunTogether.h"
#include "core/support/Error.h"
#include "core/support/IntRange.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string input, out, keep = "none", select = "all", splitBy, shard, seed, capture;
  double splitShare = 0.5;
  std::vector<std::string> until;
  std::string answersAt = "gate";
  int loops = 0, topK = 10, maxTokens = 0, skipFirst = 0, together = 0, answerTokens = 64;
  bool noBos = false, plainSpecials = false;
  ReadingOptions reading;
  ModelOptions model;
};

std::int64_t keepOf(const std::string& text) {
  if (text == "none") return 0;
  if (text == "all") return CorpusSettings::kKeepAll;
  const auto number = integerOf(text);
  if (!number || *number < 1)
    throw UsageError("--keep takes all, none or a number of documents, not '" + shownName(text) +
                     "'.");
  return *number;
}

void readShard(const std::string& text, CorpusSettings& settings) {
  const auto shard = intRangeOf(text, '/');
  constexpr int kMost = 1'000'000;
  if (!shard || shard->second > kMost)
    throw UsageError("--shard takes a number and how many there are, like 3/16, not '" +
                     shownName(text) + "'.");
  std::tie(settings.shard, settings.shards) = *shard;
}

CorpusSettings settingsOf(const Options& o) {
  CorpusSettings s;
  s.loops = o.loops;
  s.topK = o.topK;
  s.capture = captureOf(o.capture);
  s.maxTokens = o.maxTokens;
  s.skipFirst = o.skipFirst;
  s.keep = keepOf(o.keep);
  s.select = o.select;
  s.splitShare = o.splitShare;
  s.splitBy = o.splitBy;
  s.withoutPrefix = o.noBos;
  s.plainSpecials = o.plainSpecials;
  s.budget = o.reading.budget;
  if (o.reading.q >= 0) s.exitThreshold = o.reading.q;
  s.gate = o.reading.gate;
  s.answerTokens = o.answerTokens;
  if (!o.until.empty()) s.until = o.until;
  for (const std::string& text : s.until)
    if (text.empty()) throw UsageError("--until takes a text that is not empty.");
  s.answersAt = taskGridsFromName(o.answersAt);
  if (!o.shard.empty()) readShard(o.shard, s);
  if (!o.seed.empty()) s.startSeed = seedOf(o.seed, "--seed-start");
  if (s.maxTokens > 0 && s.skipFirst >= s.maxTokens)
    throw UsageError("--skip-first leaves nothing of the --max-tokens of a document.");
  return s;
}

/// Side by side only where that shares readings of the weights.
int togetherOf(const Options& o, const LoadedModel& model) {
  if (o.together > 1 && usualTogether(*model.backend) == 1)
    throw Error("--together " + std::to_string(o.together) + ": on " + model.backend->device() +
                " texts are run one after the other; leave --together out, or take --device cpu.");
  return o.together;
}

void noticeInput(const CorpusInput& input) {
  if (input.hadByteOrderMark())
    notice("note: the byte-order mark before the first line is left out: it is not part of it.");
  if (input.otherFiles() > 0)
    notice("note: " + std::to_string(input.otherFiles()) + " of the folder's entries " +
           (input.otherFiles() == 1 ? "is not a file" : "are not files") + " *.txt and left out.");
  std::vector<std::string> hashes;
  for (std::size_t i = 0; i < input.size(); ++i) hashes.push_back(input.sha256(i));
  std::sort(hashes.begin(), hashes.end());
  const auto again = hashes.end() - std::unique(hashes.begin(), hashes.end());
  if (again > 0)
    notice("note: " + std::to_string(again) + (again == 1 ? " document has" : " documents have") +
           " the text of an earlier one; intervals take all documents as independent.");
}

void run(const Options& o) {
  if (o.input.empty()) throw UsageError("corpus run needs an INPUT.");
  if (o.out.empty()) throw UsageError("--out is missing: the folder for the corpus.");
  const CorpusSettings settings = settingsOf(o);
  const std::stop_token stop = interrupt();
  const CorpusInput input(fileName(o.input, "INPUT"));
  noticeInput(input);
  ProgressLine progress;
  const ProgressFn show = progress.function();
  const ModelPtr model = loadModel(o.model.request(), stop, show);
  const int trained = model->backend->spec().usualLoops();
  CorpusHooks hooks;
  hooks.stop = stop;
  hooks.together = togetherOf(o, *model);
  hooks.progress = show;
  hooks.rule = [&](const Trace& trace) {
    ReadoutRule rule = o.reading.ruleFor(trace);
    // The gate decides among the loops that it was trained for; what lies beyond is only shown.
    if (o.reading.budget == 0) rule.budget = std::min(rule.budget, trained);
    return rule;
  };
  hooks.note = [&](const std::string& sentence) {
    progress.clear();
    notice("note: " + shownName(sentence));
  };
  const CorpusState state = runCorpus(model, input, settings, o.out, hooks);
  progress.clear();
  const std::string documents =
      std::to_string(state.done) + " of " + std::to_string(state.wanted) + " documents";
  if (!state.complete())
    throw Stopped("Stopped: " + documents + " are in " + shownName(o.out) +
                  "; the same command goes on from there.");
  print(shownName(o.out) + ": " + documents +
        (state.before > 0 ? ", " + std::to_string(state.before) + " of them from before" : "") +
        "\n");
}

}  // namespace

void addCorpusRun(CommandLine& line) {
  Subcommand& c = line.add(
      "corpus run",
      "Run many documents with one load of the model.\n"
      "Sums of every document are kept in a folder, and traces of as many as --keep says.\n"
      "Whatever ends it, the same command goes on where it was. Documents are run side by\n"
      "side on a CPU; each gives what it gives alone. See docs/corpus.md.");
  auto o = std::make_shared<Options>();
  c.addText(
      "INPUT", o->input, "",
      "a JSONL file, one object a line: \"text\", \"messages\", or a task with \"question\", "
      "\"answer\" and maybe \"choices\", beside any other fields; or a folder of files *.txt");
  c.addText("--out", o->out, "FOLDER", "folder of the corpus: new, or to go on with");
  c.addText("--keep", o->keep, "all|N|none",
            "traces to keep: of all documents, of the first N, of none", "none");
  c.addInteger("--together", o->together, 1, 256, "documents that are run side by side",
               "16 on a CPU, 1 on a GPU");
  c.addInteger("--max-tokens", o->maxTokens, 1, 1'000'000'000, "cut texts after this many tokens",
               "whole texts");
  c.addInteger("--answer-tokens", o->answerTokens, 1, 1'000'000,
               "most tokens of a generated answer", "64");
  c.addRepeated("--until", o->until, "TEXT",
                "a generated answer ends before this text; without it, before a line feed");
  c.addChoice("--answers-at", o->answersAt, {"loops", "gate", "rules"},
              "at what generated answers are read: every loop and the exit; also every threshold "
              "of the gate; also the other exit rules",
              "gate");
  c.addInteger("--skip-first", o->skipFirst, 0, 1'000'000'000,
               "tokens at the beginning of a document that are run, but not counted", "0");
  c.addChoice("--select", o->select, {"all", "selection", "confirmation"},
              "which part of the corpus is run", "all");
  c.addNumber("--split-share", o->splitShare, 0, 1,
              "share of the selection part; the rest is the confirmation part", "0.5");
  c.addText("--split-by", o->splitBy, "FIELD",
            "documents with one value of this field are in one part", "the text decides");
  c.addText("--shard", o->shard, "I/N", "run every N-th document, from the I-th on",
            "the whole corpus");
  c.addInteger("--loops", o->loops, 1, kMaxLoops, "loops to run", "the trained number");
  c.addInteger("--top-k", o->topK, 1, 1000, "candidates kept for each token and loop", "10");
  c.addText("--capture", o->capture, "NAME,...",
            "what else is recorded, as in trace: in the traces that are kept, and for the sums "
            "that need it: limiting classes, ranks of states, attention (docs/corpus.md)");
  addNoBos(c, o->noBos);
  c.addFlag("--plain-specials", o->plainSpecials,
            "special tokens that are written out in a text are words, not control tokens");
  addStartSeed(c, o->seed);
  o->reading.add(c);
  o->model.add(c);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
