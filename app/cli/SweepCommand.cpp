// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include "app/cli/Command.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/PromptOptions.h"
#include "app/cli/SweepReport.h"
#include "core/run/CausalSweep.h"
#include "core/support/AtomicFile.h"

namespace ouroscope::cli {
namespace {

struct Options {
  ModelOptions model;
  PromptOptions prompt;
  std::string over = "layers", intervention, fromText, fromTokens, word, out;
  int token = 0;
  Format format = Format::Text;
};

SweepOrder orderOf(const Options& o) {
  SweepOrder order;
  order.run = o.prompt.order("sweep");
  if (!o.fromText.empty() && !o.fromTokens.empty())
    throw UsageError("--from-text and --from-tokens are given: choose one.");
  if (o.intervention.empty()) throw UsageError("sweep needs --intervene.");
  if (o.intervention.find(",loop=") != std::string::npos)
    throw UsageError("--intervene: the sweep goes over all loops: leave loop= out.");
  order.ofTokens = o.over == "tokens";
  order.intervention = o.intervention;
  if (!o.fromText.empty()) order.from = o.fromText;
  if (!o.fromTokens.empty()) order.from = tokensOf(o.fromTokens, "--from-tokens");
  order.token = o.token - 1;
  order.word = o.word;
  return order;
}

void run(const Options& o) {
  const SweepOrder order = orderOf(o);
  fileName(o.out, "--out");
  const std::stop_token stop = interrupt();
  if (!o.out.empty()) AtomicFile probe(o.out);  // a place that takes no file shows now
  ProgressLine progress;
  const ModelPtr model = loadModel(o.model.request(), stop, progress.function());
  const TracePtr trace = causalSweep(model, order, stop, progress.function());
  progress.clear();
  if (!o.out.empty()) writeTrace(*trace, o.out);
  switch (o.format) {
    case Format::Text:
      return print(sweepText(*trace, Terminal::standardOutput()));
    case Format::Csv:
      return print(sweepCsv(*trace));
    case Format::Json:
      return print(sweepJson(*trace));
  }
}

}  // namespace

void addSweep(CommandLine& line) {
  Subcommand& c =
      line.add("sweep",
               "Intervene at every loop and layer in turn.\n"
               "What one intervention does to the next word of a prompt, at every loop and every\n"
               "layer or token: the causal map. Its figure: ouroscope figure causal-map.");
  const auto o = std::make_shared<Options>();
  o->prompt.addPrompt(c);
  c.addChoice("--over", o->over, {"layers", "tokens"},
              "what the sweep goes over beside the loops; tokens are changed at the ends of loops, "
              "or at the layer that the intervention names",
              "layers");
  c.addText("--intervene", o->intervention, "SPEC",
            "one intervention as trace takes it, without loop= and without layer= (over layers) or "
            "tokens= (over tokens): scale,by=0 or noise,by=0.5,tokens=5 (docs/interventions.md)");
  c.addText("--from-text", o->fromText, "TEXT",
            "with --intervene replace: take states from a run of this prompt, of the token that is "
            "as far from the end");
  c.addText("--from-tokens", o->fromTokens, "ID,...", "the same prompt as token ids");
  c.addInteger("--token", o->token, 1, 1'000'000'000,
               "the token whose next word is asked; those after it are not run", "the last");
  c.addText("--word", o->word, "WORD", "the word whose probability is asked; #123 is a token id",
            "the best of the untouched run");
  o->prompt.addLoops(c);
  addStartSeed(c, o->prompt.startSeed);
  o->model.add(c);
  c.addText("--out", o->out, "FILE",
            "also write the trace of the untouched run with the map in it, "
            "NAME.trace.safetensors");
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
