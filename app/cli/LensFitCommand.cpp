// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/PromptOptions.h"
#include "app/cli/Table.h"
#include "core/corpus/CorpusInput.h"
#include "core/run/LensFile.h"
#include "core/run/LensFit.h"
#include "core/run/RunRecording.h"
#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope::cli {
namespace {

using Align = Table::Align;
using Json = nlohmann::ordered_json;

struct Options {
  ModelOptions model;
  std::string input, out, startSeed, target = "final";
  int loops = 0, maxTokens = 32;
  bool noBos = false;
  LensFitOptions fit;
  Format format = Format::Text;
};

/// The first tokens of every text.
std::vector<RunOrder> ordersOf(const Options& o, const LoadedModel& model) {
  const CorpusInput input(fileName(o.input, "INPUT"));
  if (input.tasks() > 0) throw Error("lens fit takes texts: the input holds questions.");
  std::vector<RunOrder> orders;
  for (std::size_t i = 0; i < input.size(); ++i) {
    RunOrder order;
    order.prompt = input.read(i).prompt;
    order.loops = o.loops;
    order.withoutPrefix = o.noBos;
    if (!o.startSeed.empty()) order.startSeed = seedOf(o.startSeed, "--seed-start");
    std::vector<std::int32_t> ids = prepareRun(model, order).request.prompt;
    if (intSize(ids) > o.maxTokens) ids.resize(o.maxTokens);
    order.prompt = std::move(ids);
    orders.push_back(std::move(order));
  }
  return orders;
}

void report(const LensFit& fit, Format format) {
  Table table({{"loop", Align::Right},
               {"layer", Align::Right},
               {"tokens", Align::Right},
               {"sampling %", Align::Right},
               {"differences %", Align::Right}});
  Csv csv;
  csv.header({"loop", "layer", "tokens", "sampling_error", "difference_error"});
  Json json = Json::array();
  for (std::size_t i = 0; i < fit.errors.size(); ++i) {
    const LensError& e = fit.errors[i];
    const int loop = i / fit.lenses.layers + 1, layer = i % fit.lenses.layers + 1;
    table.add({{std::to_string(loop)},
               {std::to_string(layer)},
               {std::to_string(e.tokens)},
               {fixedText(100 * e.sampling, 2)},
               {fixedText(100 * e.finite, 3)}});
    csv.add(loop).add(layer).add(e.tokens).add(e.sampling).add(e.finite).endRow();
    json.push_back({{"loop", loop},
                    {"layer", layer},
                    {"tokens", e.tokens},
                    {"sampling_error", number(e.sampling)},
                    {"difference_error", number(e.finite)}});
  }
  switch (format) {
    case Format::Text:
      return print(
          "Relative errors of the maps: of odd against even tokens, and of half the push\n" +
          table.text(Terminal::standardOutput()));
    case Format::Csv:
      return print(csv.text());
    case Format::Json:
      return print(json.dump(1) + "\n");
  }
}

void run(const Options& o) {
  if (o.input.empty()) throw UsageError("lens fit needs an INPUT.");
  if (fileName(o.out, "--out").empty()) throw UsageError("--out is missing: the file of the lens.");
  if (o.fit.push <= 0) throw UsageError("--push must be more than 0.");
  const std::stop_token stop = interrupt();
  AtomicFile probe(o.out);  // a place that takes no file shows now
  ProgressLine progress;
  const ModelPtr model = loadModel(o.model.request(), stop, progress.function());
  LensFitOptions options = o.fit;
  options.ownExit = o.target == "own";
  const LensFit fit = fitLenses(*model, ordersOf(o, *model), options, stop, progress.function());
  progress.clear();
  double sampling = 0, finite = 0;
  for (const LensError& e : fit.errors) {
    sampling = std::max(sampling, std::isnan(e.sampling) ? 0 : e.sampling);
    finite = std::max(finite, e.finite);
  }
  const Json about{{"kind", "jacobian"},
                   {"target", o.target},
                   {"weights_sha256", model->weightsSha256},
                   {"tokens", fit.errors.front().tokens},
                   {"push", o.fit.push},
                   {"largest_sampling_error", number(sampling)},
                   {"largest_difference_error", number(finite)}};
  writeLenses(fit.lenses, o.out, about.dump());
  report(fit, o.format);
}

}  // namespace

void addLensFit(CommandLine& line) {
  Subcommand& c = line.add(
      "lens fit",
      "Fit a Jacobian lens to a small model.\n"
      "How the state at the end depends on that after every layer of every loop, by finite\n"
      "differences, mean over the tokens of texts; in fp32, on the CPU.");
  const auto o = std::make_shared<Options>();
  c.addText("INPUT", o->input, "", "texts, as corpus run takes them");
  c.addInteger("--max-tokens", o->maxTokens, 1, 100'000, "tokens of each text", "32");
  c.addInteger("--skip-first", o->fit.skip, 0, 100'000,
               "leading tokens of each text that are left out", "0");
  c.addInteger("--loops", o->loops, 1, kMaxLoops, "loops to run", "the trained number");
  addNoBos(c, o->noBos);
  c.addChoice("--target", o->target, {"final", "own"},
              "what states are mapped to: the end of the last loop, or that of their own loop",
              "final");
  c.addNumber("--push", o->fit.push, 0, 1,
              "push of a channel, as a share of the root mean square of the state's", "0.01");
  addStartSeed(c, o->startSeed);
  o->model.add(c);
  c.addText("--out", o->out, "FILE", "safetensors file to write, for trace --lens-file");
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
