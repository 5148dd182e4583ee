// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/cli/Command.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "kernels/LoadedModel.h"

namespace ouroscope::cli {
namespace {

struct Options {
  std::string model, text, textFile, device = "auto", dtype = "auto", kvPolicy = "full", gate, out;
  std::vector<std::int32_t> tokens;
  std::vector<std::string> track, capture;
  bool chat = false, think = false;
  int loops = 0, generate = 0, topK = 10, threads = 0;
  SamplingOptions sampling;
  double exitThreshold = -1;
};

std::string readFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("Cannot open " + path + ": check the name and its permissions.");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) throw Error("Cannot read " + path + ".");
  return text;
}

/// One token per tracked word: as written, or as a word after a space.
std::vector<std::int32_t> trackedTokens(const std::vector<std::string>& words, const Tokenizer& tokenizer) {
  std::vector<std::int32_t> ids;
  for (const std::string& word : words) {
    std::vector<std::int32_t> pieces = tokenizer.encode(word);
    if (pieces.size() != 1)
      if (const auto spaced = tokenizer.encode(" " + word); spaced.size() == 1) pieces = spaced;
    if (pieces.size() != 1) {
      std::string names;
      for (const std::int32_t id : pieces) names += (names.empty() ? "" : ", ") + printable(tokenizer.bytes(id));
      throw Error("--track \"" + printable(word) + "\" is " + std::to_string(pieces.size()) + " tokens (" + names + "): track one of them.");
    }
    ids.push_back(pieces.front());
  }
  return ids;
}

Capture captureOf(const std::vector<std::string>& names) {
  Capture capture;
  for (const std::string& name : names) {
    if (name == "hidden") capture.hidden = true;
    else if (name == "logits") capture.logits = true;
    else if (name == "layers") capture.layers = true;
    else throw CLI::ValidationError("--capture", "takes hidden, logits and layers, not \"" + name + "\"");
  }
  return capture;
}

/// Prints words as they are recorded, each on the colour of its exit loop, where standard output is a terminal.
class LiveView : public LoopObserver {
 public:
  LiveView(TraceRecorder& recorder, const Tokenizer& tokenizer, double q, bool shown) : recorder_(recorder), tokenizer_(tokenizer), q_(q), shown_(shown) {}

  void onRecord(const LoopRecord& record) override {
    recorder_.onRecord(record);
    if (!shown_) return;
    for (int i = 0; i < record.count; ++i) {
      const auto run = static_cast<std::size_t>(record.loopsRun[static_cast<std::size_t>(i)]);
      const int loop = exitLoop(record.gateLogit.subspan(static_cast<std::size_t>(i * record.loops), run), q_);
      const std::string bytes = tokenizer_.bytes(record.tokens[static_cast<std::size_t>(i)]);
      std::fputs(bytes == "\n" ? "\n" : shaded(printable(bytes), loop, record.loops).c_str(), stdout);
    }
    std::fflush(stdout);
  }
  void end() const { if (shown_) std::fputs("\n", stdout); }

 private:
  TraceRecorder& recorder_;
  const Tokenizer& tokenizer_;
  double q_;
  bool shown_;
};

void run(const Options& o) {
  const bool terminal = isatty(STDOUT_FILENO);
  if (o.out.empty() && !terminal) throw CLI::RequiredError("--out");
  if (o.text.empty() + o.textFile.empty() + o.tokens.empty() != 2) throw CLI::ValidationError("trace", "needs exactly one of --text, --text-file and --tokens");
  if (o.chat && !o.tokens.empty()) throw CLI::ValidationError("--chat", "wraps text, not --tokens");
  if (o.think && !o.chat) throw CLI::ValidationError("--think", "needs --chat");
  RunRequest request;
  request.capture = captureOf(o.capture);
  request.kvPolicy = kvPolicyFromName(o.kvPolicy);

  ModelRequest wanted;
  wanted.folder = o.model.empty() ? demoModelFolder() : std::filesystem::path(o.model);
  wanted.device = o.device;
  wanted.dtype = o.dtype;
  wanted.gate = o.gate;
  wanted.threads = o.threads;
  const auto model = loadModel(wanted, interrupt(), progressLine());
  const Tokenizer& tokenizer = *model->tokenizer;

  request.prompt = o.tokens;
  if (o.tokens.empty()) {
    std::string text = o.textFile.empty() ? o.text : readFile(o.textFile);
    if (o.chat) text = chatMl(std::vector<ChatTurn>{{"user", text}}, o.think);
    request.prompt = tokenizer.encode(text);
  }
  request.loops = o.loops > 0 ? o.loops : model->folder.config.trainedLoops;
  request.generate = o.generate;
  request.stopIds = stopTokens(tokenizer, model->folder.config.eosIds);
  request.sampling = o.sampling;
  request.exitThreshold = o.exitThreshold >= 0 ? o.exitThreshold : model->folder.config.exitThreshold;
  request.topK = o.topK;
  request.tracked = trackedTokens(o.track, tokenizer);
  request.otherGates = model->otherGates;
  if (request.loops > model->folder.config.trainedLoops && isatty(STDERR_FILENO))
    std::fprintf(stderr, "Note: %d loops, the model was trained with %d.\n", request.loops, model->folder.config.trainedLoops);

  TraceRecorder recorder(describeRun(*model, request, o.chat), tokenizer, request.loops, request.topK, static_cast<int>(request.prompt.size()) + o.generate);
  LiveView view(recorder, tokenizer, request.exitThreshold, terminal);
  Engine(*model->backend).run(request, view, interrupt(), terminal ? ProgressFn{} : progressLine());
  view.end();
  if (!o.out.empty()) writeTrace(*recorder.take(), o.out);
}

}  // namespace

Runner addTrace(CLI::App& app) {
  auto* c = app.add_subcommand("trace", "Run a prompt, record every token and loop, write the trace");
  auto o = std::make_shared<Options>();
  c->add_option("--model", o->model, "model folder in the Hugging Face layout")->type_name("DIR");
  c->add_option("--text", o->text, "the prompt")->type_name("TEXT");
  c->add_option("--text-file", o->textFile, "the prompt, from a UTF-8 file")->type_name("FILE");
  c->add_option("--tokens", o->tokens, "the prompt as token ids")->delimiter(',')->type_name("1,2,3");
  c->add_flag("--chat", o->chat, "wrap the text as a ChatML user turn");
  c->add_flag("--think", o->think, "with --chat: open <think> for the model");
  c->add_option("--loops", o->loops, "loops to record, 1 to 64; also beyond the trained number")->check(CLI::Range(1, 64));
  c->add_option("--generate", o->generate, "tokens to generate after the prompt")->check(CLI::Range(0, 1000000));
  c->add_option("--temperature", o->sampling.temperature, "0 is greedy")->check(CLI::NonNegativeNumber);
  c->add_option("--top-p", o->sampling.topP, "nucleus, above 0 to 1");
  c->add_option("--seed", o->sampling.seed, "of the sampling");
  c->add_option("--exit-threshold", o->exitThreshold, "q: generated tokens are read at the first loop whose cumulative exit probability reaches it (default: the model's)")->check(CLI::Range(0.0, 1e9))->type_name("Q");
  c->add_option("--kv-policy", o->kvPolicy, "full, last-exited-copy or latest-available; the last two truly skip loops after an exit")->check(CLI::IsMember({"full", "last-exited-copy", "latest-available"}))->type_name("NAME");
  c->add_option("--top-k", o->topK, "candidates kept per loop")->check(CLI::Range(1, 1000));
  c->add_option("--track", o->track, "words whose probability and rank are kept at every loop")->delimiter(',')->type_name("WORD,...");
  c->add_option("--capture", o->capture, "also keep hidden, logits, layers")->delimiter(',')->type_name("hidden,logits,layers");
  c->add_option("--device", o->device, "auto, cpu or cuda");
  c->add_option("--dtype", o->dtype, "auto, f32 or bf16")->check(CLI::IsMember({"auto", "f32", "bf16"}));
  c->add_option("--gate", o->gate, "which of the model's exit gates decides")->type_name("NAME");
  c->add_option("--threads", o->threads, "processor threads")->check(CLI::Range(1, 1024));
  c->add_option("--out", o->out, "the trace file; on a terminal it may be left out")->type_name("FILE");
  return [o] { run(*o); };
}

}  // namespace ouroscope::cli
