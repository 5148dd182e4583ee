// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "app/cli/BenchReport.h"
#include "app/cli/Command.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "core/model/HubCache.h"
#include "core/model/families/Ouro.h"
#include "core/record/RunSettings.h"
#include "core/support/Error.h"
#include "kernels/LoadedModel.h"
#include "kernels/cuda/CudaBackend.h"

namespace ouroscope::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  ModelOptions model;
  std::string shape, prefill = "16,256", text;
  int decode = 32, layers = 0, loops = 0, repeat = 5, curve = 0, draftTokens = -1, inside = 0;
  double damp = 1;
  bool exits = false, rates = false;
  Format format = Format::Text;
};

std::uint64_t peakResidentBytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// The buffer that the memory rate is read from is not what the model takes.
void forgetPeakMemory() {
  std::ofstream("/proc/self/clear_refs") << 5;  // proc(5): resets the peak to what is held now
}

std::vector<int> lengthsOf(const std::string& list) {
  std::vector<int> lengths;
  for (const std::string& part : commaParts(list)) {
    const auto length = integerOf(part);
    if (!length || *length < 1 || *length > 1'000'000)
      throw UsageError("--prefill takes lengths from 1 to 1000000, not '" + shownName(part) + "'.");
    lengths.push_back(static_cast<int>(*length));
  }
  return lengths;
}

/// Branches that add little, and a norm that closes the loops with nearly equal weights: later
/// loops then hardly change what the first one says, as in a model whose words settle early.
void damp(ModelSpec& spec, double factor) {
  for (TensorSpec& tensor : spec.tensors) {
    if (tensor.slot == TensorSlot::LoopNorm) tensor.spread *= factor;
    if (tensor.slot == TensorSlot::AfterAttention || tensor.slot == TensorSlot::AfterMlp) {
      tensor.mean *= factor;
      tensor.spread *= factor;
    }
  }
}

void run(const Options& o) {
  if (!o.model.model.empty() && !o.shape.empty())
    throw UsageError("bench takes --model or --shape, not both.");
  if (!o.text.empty() && !o.shape.empty())
    throw UsageError("--text needs a model with words: leave --shape out.");
  if (o.damp < 1 && o.shape.empty())
    throw UsageError("--damp changes random weights: name a shape with --shape.");
  if (o.layers > 0 && o.shape.empty())
    throw UsageError("--layers cuts a shape short: name one with --shape.");
  const std::vector<int> lengths = lengthsOf(o.prefill);
  const ModelRequest wanted = o.shape.empty() ? o.model.request() : o.model.settings();
  const std::stop_token stop = interrupt();
  BenchResult result;
  ModelFolder folder;
  std::unique_ptr<ModelWeights> random;
  ModelSpec spec;
  if (!o.shape.empty()) {
    ModelConfig config = namedShape(o.shape);
    if (o.layers > 0) config.layers = o.layers;
    spec = ouroSpec(config);
    damp(spec, o.damp);
    random = ModelWeights::random(spec, 1);
    result.model = "random weights of shape " + o.shape;
    if (o.layers > 0) result.model += ", " + std::to_string(o.layers) + " layers";
  } else {
    folder = ModelFolder::open(modelFolder(wanted.folder, wanted.followLinks));
    spec = folder.spec;
    result.model = folder.name;
  }
  const ModelWeights& weights = random ? *random : *folder.weights;
  ProgressLine progress;
  const ProgressFn report = progress.function();
  BackendRequest choice;
  choice.device = wanted.device;
  choice.dtype = wanted.dtype;
  choice.threads = wanted.threads;
  choice.weights = wanted.weights;
  const auto begun = Clock::now();
  const auto backend = loadBackend(spec, weights, choice, stop, report);
  result.loadSeconds = std::chrono::duration<double>(Clock::now() - begun).count();
  result.device = backend->device();
  result.gpu = result.device.rfind("CUDA", 0) == 0;
  result.dtype = backend->arithmetic();
  result.weightBytes = backend->weightBytes();

  // One byte and a 128th of a factor of four bytes, or the stored width.
  const double bytesPerParameter = wanted.weights == "int8"                  ? 1.0 + 4.0 / 128
                                   : backend->precision() == Precision::BF16 ? 2.0
                                                                             : 4.0;
  BenchRuns runs(*backend, {o.loops, o.repeat, bytesPerParameter});
  result.loops = runs.loops();
  result.cacheBytesPerToken = backend->kvBytesPerToken(runs.loops());
  const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const int threads = o.model.threads > 0 ? o.model.threads : processors;
  const auto limits = [&] {
    if (!result.gpu) return measureLimits(threads, backend->precision(), stop);
    const CudaLimits gpu = measureCudaLimits(cudaNumber(wanted.device).value_or(0));
    return MachineLimits{gpu.matrixGflops, gpu.copyGbPerS};
  };
  std::int64_t done = 0;
  const auto next = [&] {
    if (report) report("Measuring", done++, static_cast<std::int64_t>(lengths.size()) + 5);
  };
  // Limits before and after: the better of both is what the runs could have had.
  next();
  result.limits = limits();
  forgetPeakMemory();
  for (const int length : lengths) {
    next();
    result.rows.push_back(runs.prefill(length));
  }
  next();
  if (o.decode > 0) result.rows.push_back(runs.decode(lengths.front(), o.decode));
  const auto add = [&](std::vector<BenchRow> rows) {
    next();
    for (BenchRow& row : rows) result.rows.push_back(std::move(row));
  };
  if (o.exits) add(runs.exits(lengths.front(), std::max(1, o.decode)));
  if (o.curve > 0) add(runs.curve(o.curve));
  if (o.inside > 0)
    result.inside = benchInside(*backend, runs.request(o.inside, 0), o.repeat, stop);
  // Random weights agree with their drafts by chance only: they are measured when asked for.
  const int draftTokens = o.draftTokens >= 0 ? o.draftTokens : random ? 0 : 3;
  if (o.decode > 0 && !o.rates) {
    next();
    RunRequest request = runs.request(lengths.front(), o.decode);
    if (!o.text.empty())
      request.prompt =
          Tokenizer::open(modelFolder(wanted.folder, wanted.followLinks))->encode(o.text);
    result.passes = benchPasses(*backend, runs.loops(), lengths.front(), o.repeat, stop);
    result.stagger = benchStagger(*backend, request, o.repeat, stop);
    result.together = benchTogether(*backend, request, o.repeat, stop);
    result.togetherTokens = request.generate;
    if (draftTokens > 0)
      result.speculation = benchSpeculation(*backend, request, draftTokens, o.repeat, stop);
  }
  result.peakBytes = peakResidentBytes();
  result.limits.takeBetter(limits());
  progress.clear();

  switch (o.format) {
    case Format::Text:
      return print(benchText(result, Terminal::standardOutput()));
    case Format::Csv:
      return print(benchCsv(result));
    case Format::Json:
      return print(benchJson(result));
  }
}

}  // namespace

void addBench(CommandLine& line) {
  Subcommand& c =
      line.add("bench",
               "Measure speed against what this machine can do.\n"
               "Prefill and decode, with and without recording, beside the best multiply-add and\n"
               "memory rates of this machine, measured in the same run. OUROSCOPE_CPU chooses\n"
               "the instructions: portable, avx2, avx512, avx512bf16 or amx.");
  auto o = std::make_shared<Options>();
  o->model.add(c);
  c.addChoice("--shape", o->shape, {"1.4b", "2.6b", "demo"},
              "measure random weights of this shape instead of a model");
  c.addInteger("--layers", o->layers, 1, 1000,
               "with --shape: build only this many layers, for rates in less memory",
               "all layers of the shape");
  c.addNumber("--damp", o->damp, 0, 1,
              "with --shape: scale what layers add, so that later loops change few words", "1");
  c.addText("--prefill", o->prefill, "N,...", "prompt lengths to measure", "16,256");
  c.addInteger("--decode", o->decode, 0, 100'000,
               "tokens to decode after a prompt of the first length", "32");
  c.addFlag("--rates", o->rates,
            "prefill and decoding alone: leave out passes of rows, staggered decoding, texts side "
            "by side and drafts, which take minutes with large shapes");
  c.addFlag("--exits", o->exits, "also decode with exits after each number of loops");
  c.addInteger("--curve", o->curve, 1, 1'000'000,
               "also decode after 256, 512 ... tokens, up to this many", "none");
  c.addInteger("--inside", o->inside, 1, 1'000'000,
               "also record a prompt of this many tokens with layer-numbers, attention and layers, "
               "each beside the same without; not in CSV",
               "none");
  c.addInteger("--loops", o->loops, 1, kMaxLoops, "loops to run", "the trained number");
  c.addInteger("--repeat", o->repeat, 1, 1000, "runs per measurement, fewer where they are slow",
               "5");
  c.addInteger(
      "--draft-tokens", o->draftTokens, 0, 64,
      "speculation by loops, with every draft depth and this many tokens a draft; 0 leaves "
      "it out; not in CSV",
      "3 with a model, 0 with --shape");
  c.addText("--text", o->text, "TEXT", "what the speculation continues", "random tokens");
  c.addFormat(o->format);
  c.onRun([o] { run(*o); });
}

}  // namespace ouroscope::cli
