// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchRuns.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "app/cli/Command.h"
#include "app/cli/DecodingClock.h"
#include "app/cli/MachineLimits.h"
#include "core/engine/Engine.h"
#include "core/engine/Loop.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/trace/TraceRecorder.h"

namespace ouroscope::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// Of all threads of this process.
double processorSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

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

}  // namespace

TokenCosts::TokenCosts(const Backend& backend, double bytesPerLayerParameter)
    : bytesPerLayerParameter_(bytesPerLayerParameter) {
  const ModelSpec& c = backend.spec();
  const int coda = c.stages.prelude + c.stages.core;
  const auto looped = [&](int layer) {
    return layer >= c.stages.prelude && (layer < coda || c.lens == LensKind::Coda);
  };
  for (const TensorSpec& tensor : c.tensors) {
    if (tensor.shape.size() != 2) continue;
    const double n = static_cast<double>(tensor.rows) * static_cast<double>(tensor.columns());
    if (tensor.layer >= 0)
      (looped(tensor.layer) ? parameters_.perLoop : parameters_.once) += n;
    else if (tensor.slot == TensorSlot::Adapter)
      parameters_.perLoop += n;
    if (tensor.slot == TensorSlot::Head) headParameters_ += n;
  }
  for (int layer = 0; layer < intSize(c.layers); ++layer)
    (looped(layer) ? layers_.perLoop : layers_.once) += 1;
  attentionWidth_ = c.attentionWidth();
  headBytes_ = headParameters_ * (backend.precision() == Precision::BF16 ? 2 : 4);
  cacheBytes_ = static_cast<double>(backend.kvBytesPerToken(1)) / intSize(c.layers);
}

double TokenCosts::prefillFlop(double tokens, int loops) const {
  return 2 * parameters_.of(loops) * tokens +
         2 * layers_.of(loops) * attentionWidth_ * tokens * (tokens + 1);
}

double TokenCosts::decodeBytes(double context, int loops) const {
  return parameters_.of(loops) * bytesPerLayerParameter_ +
         layers_.of(loops) * cacheBytes_ * context + headBytes_;
}

BenchRuns::BenchRuns(Backend& backend, const BenchPlan& plan)
    : backend_(backend),
      plan_(plan),
      costs_(backend, plan.bytesPerLayerParameter),
      loops_(plan.loops > 0 ? plan.loops : backend.spec().trainedLoops) {}

/// Repeats until the wish is met or the measurement has had its time.
template <typename Work>
void BenchRuns::repeat(BenchRow& row, const Work& work) {
  constexpr double kEnoughSeconds = 30;
  const auto begun = Clock::now();
  do {
    if (interrupt().stop_requested()) throw Cancelled();
    work();
    ++row.repeats;
  } while (row.repeats < plan_.repeat && secondsSince(begun) < kEnoughSeconds);
}

RunRequest BenchRuns::request(int prompt, int generate) const {
  RunRequest request;
  request.loops = loops_;
  request.generate = generate;
  std::uint64_t state = 1;
  for (int i = 0; i < prompt; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    request.prompt.push_back(static_cast<std::int32_t>(
        (state >> 33) % static_cast<std::uint64_t>(backend_.spec().vocabSize)));
  }
  return request;
}

void BenchRuns::step(Sequence& sequence, std::span<const std::int32_t> tokens, int loops) {
  sequence.begin(tokens);
  advance(sequence, static_cast<int>(tokens.size()), {loops}, nullptr, interrupt());
  // A device may still be computing: the gates of the last loop are there when it is done.
  std::vector<float> gates(tokens.size());
  sequence.gateLogits(loops - 1, gates);
}

/// Tokens in the engine's own batches, recorded where somebody wants to know.
void BenchRuns::fill(Sequence& sequence, std::span<const std::int32_t> tokens,
                     BatchRecorder* recorder) {
  const auto batch = static_cast<std::size_t>(
      std::min(batchPositions(request(1, 0), loops_, backend_), sequence.maxBatch()));
  std::vector<std::int32_t> follow(tokens.begin() + std::min<std::ptrdiff_t>(1, std::ssize(tokens)),
                                   tokens.end());
  follow.push_back(-1);
  for (std::size_t first = 0; first < tokens.size(); first += batch) {
    const std::size_t n = std::min(batch, tokens.size() - first);
    step(sequence, tokens.subspan(first, n), loops_);
    if (recorder)
      recorder->record({static_cast<int>(n), 0, sequence.length(), tokens.subspan(first, n),
                        std::span(follow).subspan(first, n)},
                       interrupt());
    sequence.finish(KvPolicy::Full);
  }
}

/// One token after the other, each with the logits of the last loop it runs.
double BenchRuns::decodeSeconds(Sequence& sequence, int tokens, int loops, KvPolicy policy) {
  std::vector<float> logits(static_cast<std::size_t>(backend_.spec().vocabSize));
  const auto begun = Clock::now();
  for (int i = 0; i < tokens; ++i) {
    const std::int32_t token = i % backend_.spec().vocabSize;
    step(sequence, std::span(&token, 1), loops);
    sequence.logits(loops - 1, 0, logits);
    sequence.finish(policy);
  }
  return secondsSince(begun);
}

/// @return seconds of the tokens after the prompt, run and recorded by the engine
double BenchRuns::recordedDecodeSeconds(const RunRequest& request) {
  const NoWords tokenizer(backend_.spec().vocabSize);
  const int prompt = static_cast<int>(request.prompt.size());
  TraceRecorder recorder(describeModel(backend_.spec()), tokenizer, loops_, request.topK,
                         prompt + request.generate);
  Timed timed(recorder, prompt);
  Engine(backend_).run(request, timed, interrupt());
  return timed.decodeSeconds();
}

/// Both passes on one cache, which a first one has brought into memory: a system, and the host of a
/// virtual machine, can take as long to find a page as the model to fill it.
BenchRow BenchRuns::prefill(int tokens) {
  BenchRow row{.what = "prefill", .tokens = tokens, .context = 0, .loops = loops_};
  const RunRequest wish = request(tokens, 0);
  const NoWords tokenizer(backend_.spec().vocabSize);
  std::vector<double> plain, recorded, ratios, costs, processor;
  const double flop = costs_.prefillFlop(tokens, loops_);
  const auto sequence = backend_.createSequence(tokens, loops_);
  fill(*sequence, wish.prompt);
  repeat(row, [&] {
    sequence->truncate(0);
    const double used = processorSeconds();
    auto begun = Clock::now();
    fill(*sequence, wish.prompt);
    plain.push_back(secondsSince(begun));
    processor.push_back(processorSeconds() - used);
    sequence->truncate(0);
    begun = Clock::now();
    TraceRecorder trace(describeModel(backend_.spec()), tokenizer, loops_, wish.topK, tokens);
    BatchRecorder recorder(wish, backend_.spec(), *sequence, trace);
    fill(*sequence, wish.prompt, &recorder);
    recorded.push_back(secondsSince(begun));
    ratios.push_back(recorded.back() / plain.back());
    // A head costs what its multiply-adds cost in the rest of the pass.
    const double head = plain.back() * costs_.headFlop(tokens) / flop;
    costs.push_back((recorded.back() - plain.back() - loops_ * head) / (plain.back() + head));
  });
  row.seconds = medianOf(plain);
  row.processorSeconds = medianOf(processor);
  row.recorded = medianOf(recorded);
  row.recordedRatio = medianOf(ratios);
  row.recordingCost = medianOf(costs);
  row.gflops = flop / row.seconds / 1e9;
  return row;
}

BenchRow BenchRuns::decode(int context, int tokens) {
  BenchRow row{.what = "decode", .tokens = tokens, .context = context, .loops = loops_};
  const RunRequest wish = request(context, tokens);
  const auto sequence = backend_.createSequence(context + tokens, loops_);
  fill(*sequence, wish.prompt);
  std::vector<double> plain, recorded, ratios, processor;
  repeat(row, [&] {
    sequence->truncate(context);
    const double used = processorSeconds();
    plain.push_back(decodeSeconds(*sequence, tokens, loops_, KvPolicy::Full));
    processor.push_back(processorSeconds() - used);
    recorded.push_back(recordedDecodeSeconds(wish));
    ratios.push_back(recorded.back() / plain.back());
  });
  row.seconds = medianOf(plain);
  row.processorSeconds = medianOf(processor);
  row.recorded = medianOf(recorded);
  row.recordedRatio = medianOf(ratios);
  // All loops' heads are one product that reads the head once: recording needs no further one.
  row.recordingCost = row.recordedRatio - 1;
  row.gbPerS = costs_.decodeBytes(context + tokens / 2.0, loops_) * tokens / row.seconds / 1e9;
  return row;
}

std::vector<BenchRow> BenchRuns::exits(int context, int tokens) {
  std::vector<BenchRow> rows;
  std::vector<std::vector<double>> seconds(static_cast<std::size_t>(loops_)), shares(seconds);
  const auto sequence = backend_.createSequence(context + tokens, loops_);
  fill(*sequence, request(context, 0).prompt);
  BenchRow all{.what = "exit", .tokens = tokens, .context = context};
  repeat(all, [&] {
    for (int loops = loops_; loops >= 1; --loops) {
      const auto at = static_cast<std::size_t>(loops - 1);
      sequence->truncate(context);
      seconds[at].push_back(decodeSeconds(*sequence, tokens, loops, KvPolicy::LastExited));
      shares[at].push_back(seconds[at].back() / seconds.back().back());
    }
  });
  for (int loops = 1; loops <= loops_; ++loops) {
    const auto at = static_cast<std::size_t>(loops - 1);
    BenchRow row = all;
    row.loops = loops;
    row.seconds = medianOf(seconds[at]);
    row.timeShare = medianOf(shares[at]);
    const double bytes = costs_.decodeBytes(context, loops);
    row.expectedShare = bytes / costs_.decodeBytes(context, loops_);
    row.gbPerS = bytes * tokens / row.seconds / 1e9;
    rows.push_back(row);
  }
  return rows;
}

std::vector<BenchRow> BenchRuns::curve(int longest) {
  constexpr int kTokens = 4;
  std::vector<BenchRow> rows;
  const auto sequence = backend_.createSequence(longest + kTokens, loops_);
  const RunRequest wish = request(longest, 0);
  int filled = 0;
  for (int context = std::min(256, longest); context <= longest; context *= 2) {
    fill(*sequence, std::span(wish.prompt)
                        .subspan(static_cast<std::size_t>(filled),
                                 static_cast<std::size_t>(context - filled)));
    filled = context;
    BenchRow row{.what = "context", .tokens = kTokens, .context = context, .loops = loops_};
    std::vector<double> seconds;
    repeat(row, [&] {
      seconds.push_back(decodeSeconds(*sequence, kTokens, loops_, KvPolicy::Full));
      sequence->truncate(context);
    });
    row.seconds = medianOf(seconds);
    row.gbPerS = costs_.decodeBytes(context, loops_) * kTokens / row.seconds / 1e9;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace ouroscope::cli
