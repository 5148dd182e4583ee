// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/Command.h"
#include "app/cli/MachineLimits.h"
#include "core/engine/BatchRecorder.h"
#include "core/engine/Engine.h"
#include "core/engine/Memory.h"
#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "core/trace/TraceRecorder.h"
#include "kernels/LoadedModel.h"
#include "kernels/cpu/CpuBackend.h"

namespace ouroscope::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::string model, shape, device = "auto", dtype = "auto";
  std::vector<int> prefill;
  int decode = 32, loops = 0, threads = 0, repeat = 5;
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

  void step(Sequence& sequence, std::span<const std::int32_t> tokens) {
    sequence.begin(tokens);
    for (int loop = 0; loop < loops_; ++loop) sequence.runLoop(interrupt());
  }

  /// The prompt in the engine's own batches, without looking at anything.
  void run(Sequence& sequence, const RunRequest& request) {
    const int total = static_cast<int>(request.prompt.size());
    const int batch =
        std::min(batchPositions(request, loops_, backend_.config()), sequence.maxBatch());
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
  MachineLimits limits;
  std::vector<Row> rows;
};

std::string percent(double share) { return std::isnan(share) ? "" : number(100 * share, 0) + " %"; }

void printText(const Result& r) {
  std::string text = r.model + ", " + r.dtype + ", " + r.device + ", " + std::to_string(r.loops) +
                     " loops\nLoaded in " + number(r.loadSeconds, 2) + " s, peak memory " +
                     formatBytes(r.peakBytes) + "\nThis machine, measured now: " +
                     number(r.limits.fmaGflops, 0) + " GFLOP/s of fp32 multiply-adds, " +
                     number(r.limits.readGbPerS, 1) + " GB/s of linear read\n\n";
  std::vector<std::vector<std::string>> table{
      {"", "tokens", "tok/s", "GFLOP/s", "of FMA", "GB/s", "of read", "recorded", "ratio", "runs"}};
  for (const Row& row : r.rows)
    table.push_back({row.what, std::to_string(row.tokens), number(row.tokens / row.plain, 1),
                     number(row.gflops, 1), percent(row.gflops / r.limits.fmaGflops),
                     number(row.gbPerS, 1), percent(row.gbPerS / r.limits.readGbPerS),
                     number(row.tokens / row.recorded, 1), number(row.recorded / row.plain, 2),
                     std::to_string(row.repeats)});
  text += alignedTable(table) +
          "\ntok/s: the model alone. recorded: tokens/s with every loop's lens in a trace; ratio: its "
          "time.\nMedians of the runs.\n";
  std::fputs(text.c_str(), stdout);
}

void printCsv(const Result& r) {
  std::string text = csvLine({"what", "tokens", "loops", "tokens_per_s", "gflop_per_s", "fma_gflop_per_s", "gb_per_s",
                              "read_gb_per_s", "recorded_tokens_per_s", "recorded_ratio", "runs", "load_s", "peak_bytes"});
  for (const Row& row : r.rows)
    text += csvLine({row.what, std::to_string(row.tokens), std::to_string(r.loops), number(row.tokens / row.plain, 3),
                     number(row.gflops, 3), number(r.limits.fmaGflops, 3), number(row.gbPerS, 3), number(r.limits.readGbPerS, 3),
                     number(row.tokens / row.recorded, 3), number(row.recorded / row.plain, 4),
                     std::to_string(row.repeats), number(r.loadSeconds, 3), std::to_string(r.peakBytes)});
  std::fputs(text.c_str(), stdout);
}

void printJson(const Result& r) {
  using Json = nlohmann::ordered_json;
  const auto real = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
  Json json{{"model", r.model}, {"device", r.device}, {"dtype", r.dtype}, {"loops", r.loops},
            {"load_seconds", r.loadSeconds}, {"peak_bytes", r.peakBytes},
            {"fma_gflop_per_s", r.limits.fmaGflops}, {"read_gb_per_s", r.limits.readGbPerS}};
  json["runs"] = Json::array();
  for (const Row& row : r.rows)
    json["runs"].push_back({{"what", row.what}, {"tokens", row.tokens}, {"repeats", row.repeats},
                            {"tokens_per_s", real(row.tokens / row.plain)}, {"gflop_per_s", real(row.gflops)},
                            {"share_of_fma", real(row.gflops / r.limits.fmaGflops)}, {"gb_per_s", real(row.gbPerS)},
                            {"share_of_read", real(row.gbPerS / r.limits.readGbPerS)},
                            {"recorded_tokens_per_s", real(row.tokens / row.recorded)},
                            {"recorded_ratio", real(row.recorded / row.plain)}});
  std::fputs((json.dump(1) + "\n").c_str(), stdout);
}

void run(const Options& o) {
  if (!o.model.empty() && !o.shape.empty())
    throw CLI::ValidationError("bench", "takes --model or --shape, not both");
  if (o.device == "cuda") throw Error(whyNoCuda() + " Choose --device cpu.");
  Result result;
  ModelFolder folder;
  std::unique_ptr<ModelWeights> random;
  ModelConfig config;
  if (!o.shape.empty()) {
    config = namedShape(o.shape);
    random = ModelWeights::random(config, 1);
    result.model = "random weights of shape " + o.shape;
  } else {
    folder = ModelFolder::open(o.model.empty() ? demoModelFolder() : std::filesystem::path(o.model));
    config = folder.config;
    result.model = folder.name;
  }
  const ModelWeights& weights = random ? *random : *folder.weights;
  const bool bf16 = o.dtype == "bf16" || (o.dtype == "auto" && weights.storedAsBf16());

  ProgressFn progress = progressLine();
  auto begun = Clock::now();
  const auto backend =
      loadCpuBackend(config, weights, {.precision = bf16 ? Precision::BF16 : Precision::F32, .threads = o.threads, .gate = {}},
                     interrupt(), progress);
  result.loadSeconds = secondsSince(begun);
  result.device = backend->device();
  result.dtype = bf16 ? "bf16" : "f32";

  Bench bench(*backend, o);
  result.loops = bench.loops();
  const std::vector<int> lengths = o.prefill.empty() ? std::vector<int>{16, 256} : o.prefill;
  const auto steps = static_cast<std::int64_t>(lengths.size()) + 2;
  std::int64_t done = 0;
  for (const int length : lengths) {
    if (progress) progress("Measuring", done++, steps);
    result.rows.push_back(bench.prefill(length));
  }
  if (progress) progress("Measuring", done++, steps);
  if (o.decode > 0) result.rows.push_back(bench.decode(lengths.front(), o.decode));
  result.peakBytes = peakResidentBytes();  // before the limits take memory of their own
  if (progress) progress("Measuring", done, steps);
  const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  result.limits = measureLimits(o.threads > 0 ? o.threads : processors, interrupt());
  clearProgressLine();

  switch (o.format) {
    case Format::Text: return printText(result);
    case Format::Csv: return printCsv(result);
    case Format::Json: return printJson(result);
  }
}

}  // namespace

Runner addBench(CLI::App& app) {
  auto* c = app.add_subcommand("bench", "Measure prefill, decode and recording against this machine's limits");
  auto o = std::make_shared<Options>();
  c->add_option("--model", o->model, "model folder; without it the demo model")->type_name("DIR");
  c->add_option("--shape", o->shape, "random weights of this shape: 1.4b, 2.6b or demo")->check(CLI::IsMember({"1.4b", "2.6b", "demo"}))->type_name("NAME");
  c->add_option("--device", o->device, "auto, cpu or cuda")->check(CLI::IsMember({"auto", "cpu", "cuda"}))->type_name("NAME");
  c->add_option("--dtype", o->dtype, "auto, f32 or bf16")->check(CLI::IsMember({"auto", "f32", "bf16"}))->type_name("NAME");
  c->add_option("--prefill", o->prefill, "prompt lengths (default 16,256)")->delimiter(',')->check(CLI::Range(1, 1000000))->type_name("N,...");
  c->add_option("--decode", o->decode, "tokens to decode after a prompt of the first length (default 32)")->check(CLI::Range(0, 1000000))->type_name("N");
  c->add_option("--loops", o->loops, "loops (default: the trained number)")->check(CLI::Range(1, 64))->type_name("N");
  c->add_option("--threads", o->threads, "processor threads (default: all)")->check(CLI::Range(1, 1024))->type_name("N");
  c->add_option("--repeat", o->repeat, "runs per measurement, fewer where they are slow (default 5)")->check(CLI::Range(1, 1000))->type_name("N");
  addFormat(*c, o->format);
  return [o] { run(*o); };
}

}  // namespace ouroscope::cli
