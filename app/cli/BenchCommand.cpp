// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "app/cli/BenchSpeculation.h"
#include "app/cli/Command.h"
#include "app/cli/Csv.h"
#include "app/cli/MachineLimits.h"
#include "app/cli/Numbers.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Table.h"
#include "core/engine/BatchRecorder.h"
#include "core/engine/Engine.h"
#include "core/engine/Memory.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "kernels/LoadedModel.h"
#include "kernels/cuda/CudaBackend.h"

namespace ouroscope::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  ModelOptions model;
  std::string shape, prefill = "16,256";
  std::string text;
  int decode = 32, loops = 0, repeat = 5, draftTokens = -1;
  Format format = Format::Text;
};

double secondsSince(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// Random weights have no words.
class NoWords : public Tokenizer {
 public:
  explicit NoWords(int size) : size_(size) {}
  std::string kind() const override { return "none"; }
  int size() const override { return size_; }
  std::vector<std::int32_t> encode(std::string_view) const override { return {}; }
  std::string bytes(std::int32_t) const override { return {}; }
  std::string decode(std::span<const std::int32_t>, bool) const override { return {}; }
  bool isSpecial(std::int32_t) const override { return false; }
  std::optional<std::int32_t> idOf(std::string_view) const override { return {}; }

 private:
  int size_;
};

/// What one token costs by the shapes of the matrices.
struct Costs {
  double layerParameters = 0, headParameters = 0, attentionWidth = 0;

  explicit Costs(const ModelConfig& c) {
    for (const ExpectedTensor& tensor : expectedTensors(c)) {
      if (tensor.shape.size() != 2) continue;
      const double n = static_cast<double>(tensor.shape[0]) * static_cast<double>(tensor.shape[1]);
      if (tensor.name.rfind("model.layers.", 0) == 0) layerParameters += n;
      if (tensor.name == "lm_head.weight") headParameters += n;
    }
    attentionWidth = static_cast<double>(c.layers) * c.heads * c.headDim;
  }
  /// Two per multiply-add: the matrices, and scores and values of the causal attention.
  double prefillFlop(double tokens, int loops) const {
    return loops * (2 * layerParameters * tokens + 2 * attentionWidth * tokens * (tokens + 1));
  }
};

/// One line of the result. `plain` runs the model only; `recorded` also fills a trace.
struct Row {
  std::string what;
  int tokens = 0, repeats = 0;
  double plain = 0, recorded = 0;  ///< seconds, medians
  double gflops = std::nan(""), gbPerS = std::nan("");
};

/// Remembers when the prompt was done; the rest of the run is decoding.
class Timed : public LoopObserver {
 public:
  Timed(TraceRecorder& recorder, int promptTokens)
      : recorder_(recorder), promptTokens_(promptTokens) {}
  void onRecord(const LoopRecord& record) override {
    recorder_.onRecord(record);
    (record.first + record.count <= promptTokens_ ? promptDone_ : allDone_) = Clock::now();
  }
  double decodeSeconds() const {
    return std::chrono::duration<double>(allDone_ - promptDone_).count();
  }

 private:
  TraceRecorder& recorder_;
  int promptTokens_;
  Clock::time_point promptDone_, allDone_;
};

class Bench {
 public:
  Bench(Backend& backend, const Options& options)
      : backend_(backend),
        options_(options),
        costs_(backend.config()),
        loops_(options.loops > 0 ? options.loops : backend.config().trainedLoops) {}

  int loops() const { return loops_; }

  RunRequest makeRequest(int prompt, int generate) const {
    RunRequest request;
    request.loops = loops_;
    request.generate = generate;
    std::uint64_t state = 1;
    for (int i = 0; i < prompt; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      request.prompt.push_back(static_cast<std::int32_t>(
          (state >> 33) % static_cast<std::uint64_t>(backend_.config().vocabSize)));
    }
    return request;
  }

  Row prefill(int tokens) {
    Row row{.what = "prefill", .tokens = tokens};
    const RunRequest request = makeRequest(tokens, 0);
    row.plain = median(row, [&] {
      const auto sequence = backend_.createSequence(tokens, loops_);
      const auto begun = Clock::now();
      run(*sequence, request);
      return secondsSince(begun);
    });
    row.recorded = median(row, [&] {
      const auto begun = Clock::now();
      record(request);
      return secondsSince(begun);
    });
    row.gflops = costs_.prefillFlop(tokens, loops_) / row.plain / 1e9;
    return row;
  }

  Row decode(int context, int tokens) {
    Row row{.what = "decode", .tokens = tokens};
    const RunRequest request = makeRequest(context, tokens);
    std::vector<float> logits(static_cast<std::size_t>(backend_.config().vocabSize));
    row.plain = median(row, [&] {
      const auto sequence = backend_.createSequence(context + tokens, loops_);
      run(*sequence, request);
      const auto begun = Clock::now();
      for (int i = 0; i < tokens; ++i) {
        const std::int32_t token = request.prompt[static_cast<std::size_t>(i % context)];
        step(*sequence, std::span(&token, 1));
        sequence->logits(loops_ - 1, 0, logits);
        sequence->finish(KvPolicy::Full);
      }
      return secondsSince(begun);
    });
    row.recorded = median(row, [&] { return record(request); });
    const double bytes = backend_.precision() == Precision::BF16 ? 2 : 4;
    const double moved = bytes * (loops_ * costs_.layerParameters + costs_.headParameters);
    row.gbPerS = moved * tokens / row.plain / 1e9;
    return row;
  }

 private:
  /// Repeats until the wish is met or the measurement has had its time.
  template <typename Work>
  double median(Row& row, const Work& work) {
    constexpr double kEnoughSeconds = 20;
    const auto begun = Clock::now();
    std::vector<double> times;
    do {
      if (interrupt().stop_requested()) throw Cancelled();
      times.push_back(work());
    } while (static_cast<int>(times.size()) < options_.repeat &&
             secondsSince(begun) < kEnoughSeconds);
    row.repeats = static_cast<int>(times.size());
    return medianOf(times);
  }

  void step(Sequence& sequence, std::span<const std::int32_t> tokens) {
    sequence.begin(tokens);
    for (int loop = 0; loop < loops_; ++loop) sequence.runLoop(interrupt());
    // A device may still be computing: the gates of the last loop are there when it is done.
    std::vector<float> gates(tokens.size());
    sequence.gateLogits(loops_ - 1, gates);
  }

  /// The prompt in the engine's own batches, without looking at anything.
  void run(Sequence& sequence, const RunRequest& request) {
    const int total = static_cast<int>(request.prompt.size());
    const int batch = std::min(batchPositions(request, loops_, backend_), sequence.maxBatch());
    for (int first = 0; first < total; first += batch) {
      const auto count = static_cast<std::size_t>(std::min(batch, total - first));
      step(sequence, std::span(request.prompt).subspan(static_cast<std::size_t>(first), count));
      sequence.finish(KvPolicy::Full);
    }
  }

  /// @return seconds spent after the prompt
  double record(const RunRequest& request) {
    const ModelConfig& c = backend_.config();
    const NoWords tokenizer(c.vocabSize);
    const int prompt = static_cast<int>(request.prompt.size());
    TraceInfo info;
    info.vocabSize = c.vocabSize;
    info.hiddenSize = c.hiddenSize;
    info.layers = c.layers;
    info.loopsTrained = c.trainedLoops;
    info.promptTokens = prompt;
    TraceRecorder recorder(info, tokenizer, loops_, request.topK, prompt + request.generate);
    Timed timed(recorder, prompt);
    Engine(backend_).run(request, timed, interrupt());
    return timed.decodeSeconds();
  }

  Backend& backend_;
  const Options& options_;
  Costs costs_;
  int loops_;
};

std::uint64_t peakResidentBytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

struct Result {
  std::string model, device, dtype;
  int loops = 0;
  double loadSeconds = 0;
  std::uint64_t peakBytes = 0;
  bool gpu = false;  ///< limits are those of the GPU: bf16 products, and copying its memory
  MachineLimits limits;
  std::vector<Row> rows;
  std::vector<SpeculationRow> speculation;
};

std::string rateText(double value, int decimals) {
  return std::isnan(value) ? "" : fixedText(value, decimals);
}
std::string shareText(double share) {
  return std::isnan(share) ? "" : fixedText(100 * share, 0);
}

std::string textOf(const Result& r, const Terminal& terminal) {
  std::string text =
      shownName(r.model) + ", " + r.dtype + ", " + r.device + ", " + std::to_string(r.loops) +
      " loops\nLoaded in " + fixedText(r.loadSeconds, 2) + " s, peak memory " +
      formatBytes(r.peakBytes) + "\nThis machine now: " + fixedText(r.limits.fmaGflops, 0) +
      (r.gpu ? " GFLOP/s of bf16 matrix products, " : " GFLOP/s of fp32 multiply-adds, ") +
      fixedText(r.limits.readGbPerS, 1) +
      (r.gpu ? " GB/s of copying\n\n" : " GB/s of linear read\n\n");
  using Align = Table::Align;
  Table table({{"run"},
               {"tokens", Align::Right},
               {"tok/s", Align::Right},
               {"GFLOP/s", Align::Right},
               {r.gpu ? "% matrix" : "% FMA", Align::Right},
               {"GB/s", Align::Right},
               {r.gpu ? "% copy" : "% read", Align::Right},
               {"recorded", Align::Right},
               {"ratio", Align::Right},
               {"n", Align::Right}});
  for (const Row& row : r.rows)
    table.add({{row.what},
               {std::to_string(row.tokens)},
               {fixedText(row.tokens / row.plain, 1)},
               {rateText(row.gflops, 1)},
               {shareText(row.gflops / r.limits.fmaGflops)},
               {rateText(row.gbPerS, 1)},
               {shareText(row.gbPerS / r.limits.readGbPerS)},
               {fixedText(row.tokens / row.recorded, 1)},
               {fixedText(row.recorded / row.plain, 2)},
               {std::to_string(row.repeats)}});
  return text + table.text(terminal) +
         "\ntok/s: the model alone; recorded: tokens/s with every loop's lens kept in a trace;\n"
         "ratio: time recorded / alone. Medians of n runs.\n" +
         speculationTable(r.speculation, r.loops, terminal);
}

std::string csvOf(const Result& r) {
  Csv csv;
  csv.header({"run", "tokens", "loops", "tokens_per_s", "gflop_per_s", "fma_gflop_per_s",
              "gb_per_s", "read_gb_per_s", "recorded_tokens_per_s", "recorded_ratio", "repeats",
              "load_seconds", "peak_bytes"});
  for (const Row& row : r.rows) {
    csv.add(row.what).add(row.tokens).add(r.loops).add(row.tokens / row.plain).add(row.gflops);
    csv.add(r.limits.fmaGflops).add(row.gbPerS).add(r.limits.readGbPerS);
    csv.add(row.tokens / row.recorded).add(row.recorded / row.plain).add(row.repeats);
    csv.add(r.loadSeconds).add(static_cast<long long>(r.peakBytes)).endRow();
  }
  return csv.text();
}

std::string jsonOf(const Result& r) {
  using Json = nlohmann::ordered_json;
  Json json{
      {"model", r.model},
      {"device", r.device},
      {"dtype", r.dtype},
      {"loops", r.loops},
      {"load_seconds", number(r.loadSeconds)},
      {"peak_bytes", r.peakBytes},
      {"limits_of", r.gpu ? "gpu: bf16 products, copying" : "cpu: fp32 multiply-adds, reading"},
      {"fma_gflop_per_s", number(r.limits.fmaGflops)},
      {"read_gb_per_s", number(r.limits.readGbPerS)}};
  json["runs"] = Json::array();
  for (const Row& row : r.rows)
    json["runs"].push_back({{"run", row.what},
                            {"tokens", row.tokens},
                            {"repeats", row.repeats},
                            {"tokens_per_s", number(row.tokens / row.plain)},
                            {"gflop_per_s", number(row.gflops)},
                            {"share_of_fma", number(row.gflops / r.limits.fmaGflops)},
                            {"gb_per_s", number(row.gbPerS)},
                            {"share_of_read", number(row.gbPerS / r.limits.readGbPerS)},
                            {"recorded_tokens_per_s", number(row.tokens / row.recorded)},
                            {"recorded_ratio", number(row.recorded / row.plain)}});
  json["speculation"] = Json::array();
  for (const SpeculationRow& row : r.speculation)
    json["speculation"].push_back({{"draft_loops", row.draftLoops},
                                   {"draft_tokens", row.draftTokens},
                                   {"repeats", row.repeats},
                                   {"acceptance", number(row.acceptance)},
                                   {"tokens_per_round", number(row.tokensPerRound)},
                                   {"speed_ratio", number(row.speed)}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
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

void run(const Options& o) {
  if (!o.model.model.empty() && !o.shape.empty())
    throw UsageError("bench takes --model or --shape, not both.");
  if (!o.text.empty() && !o.shape.empty())
    throw UsageError("--text needs a model with words: leave --shape out.");
  const std::vector<int> lengths = lengthsOf(o.prefill);
  const ModelRequest wanted = o.model.request();
  const std::stop_token stop = interrupt();
  Result result;
  ModelFolder folder;
  std::unique_ptr<ModelWeights> random;
  ModelConfig config;
  if (!o.shape.empty()) {
    config = namedShape(o.shape);
    random = ModelWeights::random(config, 1);
    result.model = "random weights of shape " + o.shape;
  } else {
    folder = ModelFolder::open(wanted.folder);
    config = folder.config;
    result.model = folder.name;
  }
  const ModelWeights& weights = random ? *random : *folder.weights;
  ProgressLine progress;
  const ProgressFn report = progress.function();
  BackendRequest choice;
  choice.device = wanted.device;
  choice.dtype = wanted.dtype;
  choice.threads = wanted.threads;
  const auto begun = Clock::now();
  const auto backend = loadBackend(config, weights, choice, stop, report);
  result.loadSeconds = secondsSince(begun);
  result.device = backend->device();
  result.gpu = result.device.rfind("CUDA", 0) == 0;
  result.dtype = backend->precision() == Precision::BF16 ? "bf16" : "f32";

  Bench bench(*backend, o);
  result.loops = bench.loops();
  std::int64_t done = 0;
  const auto next = [&] {
    if (report) report("Measuring", done++, static_cast<std::int64_t>(lengths.size()) + 2);
  };
  for (const int length : lengths) {
    next();
    result.rows.push_back(bench.prefill(length));
  }
  next();
  if (o.decode > 0) result.rows.push_back(bench.decode(lengths.front(), o.decode));
  // Random weights agree with their drafts by chance only: they are measured when asked for.
  const int draftTokens = o.draftTokens >= 0 ? o.draftTokens : random ? 0 : 3;
  if (o.decode > 0 && draftTokens > 0) {
    RunRequest request = bench.makeRequest(lengths.front(), o.decode);
    if (!o.text.empty()) request.prompt = Tokenizer::open(folder.path)->encode(o.text);
    result.speculation = benchSpeculation(*backend, request, draftTokens, o.repeat, stop);
  }
  result.peakBytes = peakResidentBytes();  // before the limits take memory of their own
  next();
  const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  if (result.gpu) {
    const CudaLimits limits = measureCudaLimits(cudaNumber(wanted.device).value_or(0));
    result.limits.fmaGflops = limits.matrixGflops;
    result.limits.readGbPerS = limits.copyGbPerS;
  } else {
    result.limits = measureLimits(o.model.threads > 0 ? o.model.threads : processors, stop);
  }
  progress.clear();

  switch (o.format) {
    case Format::Text:
      return print(textOf(result, Terminal::standardOutput()));
    case Format::Csv:
      return print(csvOf(result));
    case Format::Json:
      return print(jsonOf(result));
  }
}

}  // namespace

Runner addBench(CLI::App& app) {
  auto* c = app.add_subcommand(
      "bench",
      "Measure speed against what this machine can do.\n"
      "Prefill and decode, with and without recording, beside the best multiply-add and\n"
      "memory rates of this machine, measured in the same run.");
  auto o = std::make_shared<Options>();
  o->model.add(*c);
  addChoice(*c, "--shape", o->shape, {"1.4b", "2.6b", "demo"}, "random weights of this shape");
  addText(*c, "--prefill", o->prefill, "N,...", "prompt lengths (default 16,256)");
  addInteger(*c, "--decode", o->decode, 0, 100'000,
             "tokens to decode after a prompt of the first length (default 32)");
  addInteger(*c, "--loops", o->loops, 1, 64, "loops (default: the trained number)");
  addInteger(*c, "--repeat", o->repeat, 1, 1000,
             "runs per measurement, fewer where they are slow (default 5)");
  addInteger(*c, "--draft-tokens", o->draftTokens, 0, 64,
             "speculation by loops, with every draft depth and this many tokens a draft; 0 leaves "
             "it out (default 3 with a model, 0 with --shape; text and JSON only)");
  addText(*c, "--text", o->text, "TEXT",
          "what the speculation goes on from (default: random tokens)");
  addFormat(*c, o->format);
  return [o] { run(*o); };
}

}  // namespace ouroscope::cli
