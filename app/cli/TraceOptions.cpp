// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TraceOptions.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <vector>

#include "app/cli/PromptOptions.h"
#include "app/cli/Turns.h"
#include "core/record/CaptureNames.h"
#include "core/support/Error.h"
#include "core/text/TextInput.h"

namespace ouroscope::cli {
namespace {

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

std::vector<int> layersOf(const std::string& list) {
  try {
    return layerListOf(list);
  } catch (const Error& error) {
    throw UsageError(std::string("--state-layers: ") + error.what());
  }
}

/// A branch has the settings of its record.
void checkBranch(const TraceOptions& o) {
  const std::pair<bool, const char*> others[] = {{o.chat, "--chat"},
                                                 {o.noStop, "--no-stop"},
                                                 {!o.stop.empty(), "--stop"},
                                                 {o.withinContext, "--within-context"},
                                                 {o.noBos, "--no-bos"},
                                                 {o.plainSpecials, "--plain-specials"},
                                                 {o.loops > 0, "--loops"},
                                                 {o.temperature > 0, "--temperature"},
                                                 {o.topP < 1, "--top-p"},
                                                 {o.exitThreshold >= 0, "--exit-threshold"},
                                                 {!o.exitRule.empty(), "--exit-rule"},
                                                 {o.budget > 0, "--budget"},
                                                 {!o.kvPolicy.empty(), "--kv-policy"},
                                                 {o.draftLoops > 0, "--draft-loops"},
                                                 {o.noStagger, "--no-stagger"},
                                                 {!o.startSeed.empty(), "--seed-start"},
                                                 {!o.interventions.empty(), "--intervene"},
                                                 {o.topK > 0, "--top-k"},
                                                 {!o.track.empty(), "--track"},
                                                 {!o.capture.empty(), "--capture"},
                                                 {!o.stateLayers.empty(), "--state-layers"},
                                                 {!o.lensFile.empty(), "--lens-file"}};
  for (const auto& [given, name] : others)
    if (given)
      throw UsageError(std::string("--branch continues with the settings of its record: leave ") +
                       name + " out.");
  if (o.at == 0) throw UsageError("--branch needs --at: the token that is drawn again.");
}

ExitCriterion criterionOf(const TraceOptions& o) {
  try {
    return o.exitRule.empty() ? ExitCriterion() : exitCriterionFromName(o.exitRule);
  } catch (const Error& error) {
    throw UsageError(std::string("--exit-rule: ") + error.what());
  }
}

void checkUsage(const TraceOptions& o, bool terminal) {
  if (o.text.empty() + o.textFile.empty() + o.tokens.empty() + o.turns.empty() + o.branch.empty() !=
      4)
    throw UsageError("trace needs one of --text, --text-file, --tokens, --turns and --branch.");
  if (!o.branch.empty())
    checkBranch(o);
  else if (o.at > 0 || !o.replace.empty())
    throw UsageError(std::string(o.at > 0 ? "--at" : "--replace") + " needs --branch.");
  if (o.chat && !o.tokens.empty()) throw UsageError("--chat wraps text, not --tokens.");
  const bool chat = o.chat || !o.turns.empty();
  if (o.think && !chat) throw UsageError("--think needs --chat.");
  if (o.noThink && !chat) throw UsageError("--no-think needs --chat.");
  if (o.noThink && o.think) throw UsageError("--think and --no-think are given: choose one.");
  if (o.system && !chat) throw UsageError("--system needs --chat.");
  if (o.topP <= 0) throw UsageError("--top-p must be more than 0.");
  if (o.draftTokens > 0 && o.draftLoops == 0)
    throw UsageError("--draft-tokens needs --draft-loops.");
  if (o.draftLoops > 0 && o.temperature > 0)
    throw UsageError("--draft-loops is for greedy runs: leave --temperature out.");
  if (o.draftLoops > 0 && !o.kvPolicy.empty() && o.kvPolicy != "full")
    throw UsageError("--draft-loops verifies at full depth: it needs --kv-policy full.");
  if (!o.exitRule.empty() && !criterionOf(o).isGate()) {
    if (o.kvPolicy == "full")
      throw UsageError("--exit-rule " + o.exitRule +
                       " skips the loops after an exit: it needs --kv-policy last-exited-copy or "
                       "latest-available.");
    if (o.draftLoops > 0)
      throw UsageError("--draft-loops verifies at full depth: leave --exit-rule out.");
  } else if (o.exitThreshold > 1) {
    throw UsageError("--exit-threshold takes 0 to 1; only with --exit-rule it may be more.");
  }
  fileName(o.out, "--out");
  if (o.out.empty() && !terminal)
    throw UsageError("--out is missing; only on a terminal a run is shown without a file.");
}

RunPrompt promptOf(const TraceOptions& o) {
  if (!o.tokens.empty()) return tokensOf(o.tokens, "--tokens");
  const std::string& name = o.turns.empty() ? o.textFile : o.turns;
  const std::string what = name.empty()  ? "The text of --text"
                           : name == "-" ? "Standard input"
                                         : shownName(name);
  TextInput input = textInput(name.empty() ? o.text : readText(name), what);
  if (input.hadByteOrderMark)
    notice("note: the byte-order mark before the text is left out: it is not part of it.");
  std::string& text = input.text;
  if (!o.turns.empty()) return ChatPrompt{turnsOf(text, what), o.think, o.system, o.noThink};
  if (o.chat) return ChatPrompt{{{"user", std::move(text)}}, o.think, o.system, o.noThink};
  return std::move(text);
}

std::vector<Intervention> interventionsOf(const std::vector<std::string>& specs) {
  std::vector<Intervention> list;
  for (const std::string& spec : specs) {
    try {
      list.push_back(interventionOf(spec));
    } catch (const Error& error) {
      throw UsageError(std::string("--intervene: ") + error.what());
    }
  }
  return list;
}

RunOrder orderOf(const TraceOptions& o) {
  RunOrder order;
  order.loops = o.loops;
  order.generate = o.generate;
  order.sampling = {o.temperature, o.topP, o.seed.empty() ? 0 : seedOf(o.seed, "--seed")};
  if (!o.startSeed.empty()) order.startSeed = seedOf(o.startSeed, "--seed-start");
  if (o.exitThreshold >= 0) order.exitThreshold = o.exitThreshold;
  order.criterion = criterionOf(o);
  order.budget = o.budget;
  if (!o.kvPolicy.empty())
    order.kvPolicy = kvPolicyFromName(o.kvPolicy);
  else if (!order.criterion.isGate())
    order.kvPolicy = KvPolicy::LastExited;
  order.speculation.draftLoops = o.draftLoops;
  order.stagger = !o.noStagger;
  if (o.draftTokens > 0) order.speculation.draftTokens = o.draftTokens;
  order.interventions = interventionsOf(o.interventions);
  if (o.topK > 0) order.topK = o.topK;
  if (!o.track.empty()) order.track = commaParts(o.track);
  order.capture = captureOf(o.capture);
  order.capture.stateLayers = layersOf(o.stateLayers);
  order.lensFile = o.lensFile;
  if (!o.lensFile.empty() && !order.capture.layers)
    throw UsageError("--lens-file is for layers: it needs --capture layers.");
  order.stop.asModel = !o.noStop;
  if (!o.stop.empty()) order.stop.words = commaParts(o.stop);
  order.plainSpecials = o.plainSpecials;
  order.withoutPrefix = o.noBos;
  order.withinContext = o.withinContext;
  order.prompt = promptOf(o);  // last: wrong usage shows before a text is read
  return order;
}

BranchOrder branchOf(const TraceOptions& o) {
  BranchOrder branch;
  branch.at.token = o.at - 1;
  if (!o.seed.empty()) branch.at.seed = seedOf(o.seed, "--seed");
  branch.word = o.replace;
  branch.generate = o.generate;
  branch.before = readTrace(fileName(o.branch, "--branch"));
  return branch;
}

/// Ids with the names of Huginn's released code.
std::string ruleList() {
  std::string list;
  for (const ExitRuleInfo& rule : exitRules()) {
    if (isBaseline(rule.kind)) break;
    list += (list.empty() ? "" : ", ") + std::string(rule.id);
    if (!rule.released.empty()) list += " (" + std::string(rule.released) + ")";
  }
  return list;
}

std::string kindList() {
  std::string list;
  for (const InterventionRow& row : interventionRows())
    list += (list.empty() ? "" : ", ") + std::string(row.name);
  return list;
}

}  // namespace

Capture captureOf(const std::string& list) {
  Capture capture;
  if (list.empty()) return capture;
  for (const std::string& name : commaParts(list)) {
    const auto known = std::ranges::find(kCaptureNames, name, &CaptureName::name);
    if (known == std::end(kCaptureNames))
      throw UsageError(
          "--capture takes hidden, logits, layers, layer-numbers, similarity and attention, not '" +
          shownName(name) + "'.");
    capture.*known->member = true;
  }
  capture.layers = capture.layers || capture.similarity;  // of the same states
  return capture;
}

TraceTask taskOf(const TraceOptions& o, bool terminal) {
  checkUsage(o, terminal);
  TraceTask task;
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

void TraceOptions::add(Subcommand& c) {
  c.addText("--text", text, "TEXT", "the prompt");
  c.addText("--text-file", textFile, "FILE", "the prompt from a file; - is standard input");
  c.addText("--tokens", tokens, "ID,...", "the prompt as token ids");
  c.addText("--branch", branch, "TRACE",
            "continue a recorded run from --at, with its settings; needs the model that made it");
  c.addInteger("--at", at, 2, 1'000'000'000,
               "with --branch: the token that is drawn again, counted from 1");
  c.addText("--replace", replace, "WORD",
            "with --branch: the word to put there instead of a drawn one; #123 is a token id");
  c.addFlag(
      "--chat", chat,
      "send the text as the user's turn of a conversation, with the model's own marks and the "
      "default system turn of its chat template");
  c.addText("--turns", turns, "FILE",
            "the prompt as a conversation of several turns, a JSON list of {\"role\", "
            "\"content\"}; - is standard input");
  c.addOptionalText("--system", system, "TEXT",
                    "with --chat or --turns: the system turn; \"\" leaves it out",
                    "that of the model's chat template");
  c.addFlag("--think", think, "with --chat or --turns: open a <think> block for the model");
  c.addFlag("--no-think", noThink,
            "with --chat or --turns: what the chat template writes with enable_thinking=false");
  c.addInteger("--loops", loops, 1, kMaxLoops,
               "loops to run and record; may be more than the model was trained with",
               "the trained number");
  c.addInteger("--generate", generate, 0, 1'000'000, "tokens to generate after the prompt",
               "0; with --branch as many as the record had");
  addNoBos(c, noBos);
  c.addFlag("--plain-specials", plainSpecials,
            "special tokens that are written out in the text, or in turns, are words, not control "
            "tokens");
  c.addText("--stop", stop, "WORD,...",
            "tokens at which generation stops, beside the model's own; #123 is a token id");
  c.addFlag("--no-stop", noStop,
            "do not stop at the model's own stop tokens: the end of the text, and in a "
            "conversation the end of the turn");
  c.addFlag("--within-context", withinContext,
            "end at the longest context that the model was made for; without it a run goes on");
  c.addNumber("--temperature", temperature, 0, 100,
              "temperature of the sampling; 0 always takes the most likely token", "0");
  c.addNumber("--top-p", topP, 0, 1, "sample from the smallest set of tokens with this probability",
              "1");
  c.addText("--seed", seed, "N", "seed of the sampling, a whole number of 64 bits",
            "0; with --branch the record's");
  addStartSeed(c, startSeed);
  c.addNumber("--exit-threshold", exitThreshold, 0, 1000,
              "q, 0 to 1: a generated token is read at the first loop whose cumulative exit "
              "probability reaches q; 1 is the last loop. With --exit-rule: the rule's threshold",
              "the model's; of a rule the one of Huginn's released code");
  c.addText("--exit-rule", exitRule, "RULE",
            "what stops a generated token, in models with a gate and without: " + ruleList(),
            "gate, where there is one");
  c.addInteger("--budget", budget, 1, kMaxLoops, "most loops that a generated token may use",
               "all");
  c.addChoice("--kv-policy", kvPolicy, {"full", "last-exited-copy", "latest-available"},
              "keys and values of the loops after an exit; all policies but full skip these loops",
              "full; with --exit-rule last-exited-copy");
  c.addInteger("--draft-loops", draftLoops, 1, kMaxLoops - 1,
               "speculation by loops: draft tokens with this many loops and verify them in one "
               "batch; text and record stay the same; greedy runs with --kv-policy full only",
               "no speculation");
  c.addInteger("--draft-tokens", draftTokens, 1, 64,
               "with --draft-loops: tokens drafted before they are verified", "3");
  c.addFlag(
      "--no-stagger", noStagger,
      "decode token by token: begin none early from what the first loops of the one before it "
      "say; only the time changes");
  c.addRepeated("--intervene", interventions, "SPEC",
                "change states while the run goes on: " + kindList() +
                    ", each with KEY=VALUE after commas, as in skip-loop,loop=2 or "
                    "scale,loop=1-3,layer=2,tokens=4,by=0.5 (docs/interventions.md)");
  c.addText("--gate", gate, "NAME", "which of the model's exit gates decides",
            "the model's; with --branch the record's");
  c.addInteger("--top-k", topK, 1, 1000, "candidates kept for each token and loop", "10");
  c.addText("--track", track, "WORD,...",
            "words whose probability and rank are kept at every loop; #123 is a token id");
  c.addText(
      "--capture", capture, "NAME,...",
      "what else to keep: hidden (states), logits, layers (lens and numbers of the states after "
      "every layer), layer-numbers (these numbers without the lens), similarity (of these "
      "states, all pairs; with layers), attention (numbers of what every head attends to)");
  c.addText("--state-layers", stateLayers, "N,A-B,...",
            "layers whose states are kept at every loop: 2 bytes a channel in a bf16 run, 4 in an "
            "f32 one; --capture hidden keeps those at the ends of loops",
            "none");
  c.addText("--lens-file", lensFile, "FILE",
            "with --capture layers: affine maps by loop and layer that the lens of layers reads "
            "states through, a safetensors file (docs/lenses.md)",
            "no maps");
  model.add(c);
  c.addText("--out", out, "FILE",
            "trace file to write, NAME.trace.safetensors; may be left out on a terminal");
}

}  // namespace ouroscope::cli
