// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/BatchRecorder.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

double dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return sum;
}

/// Spreads rows of [n, from, width] to [n, to, width]; the rows that were not run hold `absent`.
template <class T>
void widenRows(std::vector<T>& column, int n, int from, int to, T absent) {
  if (column.empty() || from == to) return;
  const std::size_t width = column.size() / (n * from);
  std::vector<T> wide(n * to * width, absent);
  for (int i = 0; i < n; ++i)
    std::copy_n(column.data() + static_cast<std::size_t>(i * from) * width, from * width,
                wide.data() + static_cast<std::size_t>(i * to) * width);
  column = std::move(wide);
}

void widenLens(LensResult& lens, int n, int from, int to) {
  for (auto* column : {&lens.logSumExp, &lens.entropy, &lens.nextLogProb, &lens.kl,
                       &lens.topLogProb, &lens.trackedLogProb})
    widenRows(*column, n, from, to, kNaN);
  for (auto* column : {&lens.nextRank, &lens.topId, &lens.trackedRank})
    widenRows(*column, n, from, to, std::int32_t{-1});
}

}  // namespace

int batchPositions(const RunRequest& request, int loops, const Backend& backend) {
  if (request.chunk > 0) return request.chunk;
  int positions = backend.promptBatch(request.capture.layers);
  if (request.capture.logits) {
    constexpr std::int64_t kLogitBytes = 64 << 20;
    const std::int64_t each = std::int64_t{4} * loops * backend.config().vocabSize;
    positions = static_cast<int>(std::clamp<std::int64_t>(kLogitBytes / each, 1, positions));
  }
  return positions;
}

BatchRecorder::BatchRecorder(const RunRequest& request, const ModelConfig& config,
                             const Sequence& sequence, LoopObserver& observer)
    : request_(request),
      config_(config),
      sequence_(sequence),
      observer_(observer),
      loops_(sequence.loops()) {}

void BatchRecorder::record(const BatchStretch& stretch, std::stop_token stop) {
  stop_ = stop;
  const std::size_t piece =
      request_.capture.layers ? std::min(32, sequence_.recordPiece()) : sequence_.recordPiece();
  for (std::size_t done = 0; done < stretch.tokens.size(); done += piece) {
    if (stop.stop_requested()) throw Cancelled();
    const std::size_t count = std::min(piece, stretch.tokens.size() - done);
    const int offset = stretch.offset + static_cast<int>(done);
    readGates(offset, static_cast<int>(count), stretch.batch);
    recordPiece(stretch.first + static_cast<int>(done), offset, stretch.tokens.subspan(done, count),
                stretch.follow.subspan(done, count));
  }
}

void BatchRecorder::recordPiece(int first, int offset, std::span<const std::int32_t> tokens,
                                std::span<const std::int32_t> follow) {
  const int count = static_cast<int>(tokens.size());
  loopsRun_.assign(tokens.size(), sequence_.loopsRun());
  readStates(offset, count);
  readLens(offset, follow);
  if (request_.capture.layers) readLayers(offset, follow);

  LoopRecord record;
  record.first = first;
  record.count = count;
  record.loops = loops_;
  record.tokens = tokens;
  record.loopsRun = loopsRun_;
  record.gateLogit = gate_;
  record.otherGateLogit = otherGates_;
  record.stateNorm = stateNorm_;
  record.stepNorm = stepNorm_;
  record.stepCosine = stepCosine_;
  record.lens = &lens_;
  if (request_.capture.hidden) record.hidden = hidden_;
  record.logits = logits_;
  if (request_.capture.layers) {
    record.layerLens = &layerLens_;
    record.layerUpdateNorm = layerUpdate_;
  }
  observer_.onRecord(record);
}

void BatchRecorder::readGates(int offset, int count, int batch) {
  gate_.assign(static_cast<std::size_t>(count * loops_), kNaN);
  std::vector<float> all(batch);
  for (int loop = 0; loop < sequence_.loopsRun(); ++loop) {
    sequence_.gateLogits(loop, all);
    for (int i = 0; i < count; ++i)
      gate_[static_cast<std::size_t>(i * loops_ + loop)] = all[offset + i];
  }
}

void BatchRecorder::readStates(int offset, int count) {
  const std::size_t d = config_.hiddenSize;
  const std::size_t cells = static_cast<std::size_t>(count * loops_),
                    gates = request_.otherGates.size();
  for (auto* column : {&stateNorm_, &stepNorm_, &stepCosine_}) column->assign(cells, kNaN);
  otherGates_.assign(cells * gates, kNaN);
  // The states themselves leave the device only where somebody looks at them.
  const bool states = request_.capture.hidden || gates > 0;
  hidden_.assign(states ? cells * d : 0, kNaN);

  std::vector<float> norm(count), step(norm.size()), cosine(norm.size());
  std::vector<float> rows(states ? norm.size() * d : 0);
  for (int loop = 0; loop < sequence_.loopsRun(); ++loop) {
    sequence_.stateSteps(loop, offset, count, {norm, step, cosine});
    if (states) sequence_.hidden(loop, offset, count, rows);
    for (int i = 0; i < count; ++i) {
      const std::size_t cell = static_cast<std::size_t>(i * loops_ + loop),
                        at = static_cast<std::size_t>(i);
      stateNorm_[cell] = norm[at];
      stepNorm_[cell] = step[at];
      stepCosine_[cell] = cosine[at];
      if (!states) continue;
      const auto h = std::span(hidden_).subspan(cell * d, d);
      std::copy_n(rows.data() + at * d, d, h.data());
      for (std::size_t g = 0; g < gates; ++g)
        otherGates_[cell * gates + g] =
            static_cast<float>(dot(h, request_.otherGates[g].weight) +
                               static_cast<double>(request_.otherGates[g].bias));
    }
  }
}

void BatchRecorder::readLens(int offset, std::span<const std::int32_t> follow) {
  const int count = static_cast<int>(follow.size()), run = sequence_.loopsRun();
  LensRequest request{offset, count, request_.topK, follow, request_.tracked, nullptr, stop_};
  logits_.clear();
  if (request_.capture.logits) {
    logits_.resize(static_cast<std::size_t>(count * run) * config_.vocabSize);
    request.logits = logits_.data();
  }
  sequence_.lens(request, lens_);
  widenLens(lens_, count, run, loops_);
  widenRows(logits_, count, run, loops_, kNaN);
}

void BatchRecorder::readLayers(int offset, std::span<const std::int32_t> follow) {
  const int count = static_cast<int>(follow.size()), layers = config_.layers;
  const std::size_t d = config_.hiddenSize;
  layerLens_.assign(sequence_.loopsRun(), {});
  layerUpdate_.assign(static_cast<std::size_t>(count * loops_ * layers), kNaN);
  std::vector<float> now(count * d), before(now.size());
  for (int loop = 0; loop < sequence_.loopsRun(); ++loop) {
    const LensRequest request{offset, count, request_.topK, follow, {}, nullptr, stop_};
    sequence_.layerLens(loop, request, layerLens_[loop]);
    for (int layer = 0; layer < layers; ++layer) {
      sequence_.layerState(loop, layer, offset, count, now);
      // The loop's input is the previous loop's normed state; the first loop's, the embedding, is
      // not a captured state.
      const bool hasInput = layer > 0 || loop > 0;
      if (layer > 0)
        sequence_.layerState(loop, layer - 1, offset, count, before);
      else if (loop > 0)
        sequence_.hidden(loop - 1, offset, count, before);
      for (int i = 0; hasInput && i < count; ++i) {
        double step = 0;
        for (std::size_t k = 0; k < d; ++k) {
          const double delta =
              static_cast<double>(now[i * d + k]) - static_cast<double>(before[i * d + k]);
          step += delta * delta;
        }
        layerUpdate_[static_cast<std::size_t>((i * loops_ + loop) * layers + layer)] =
            static_cast<float>(std::sqrt(step));
      }
    }
  }
}

}  // namespace ouroscope
