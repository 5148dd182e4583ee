// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/BatchRecorder.h"

#include <algorithm>
#include <cmath>

#include "core/engine/LayerNumbers.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// Spreads rows of [n, from, width] to [n, to, width]; the rows that were not run are absent.
template <class T>
void widenRows(std::vector<T>& column, int n, int from, int to) {
  if (column.empty() || from == to) return;
  const std::size_t width = column.size() / n / from;
  std::vector<T> wide(width * n * to, absentOf(column));
  for (int i = 0; i < n; ++i)
    std::copy_n(column.data() + width * i * from, width * from, wide.data() + width * i * to);
  column = std::move(wide);
}

/// Rows whose logits hold a NaN or an infinity say nothing of any word: candidates and ranks are
/// absent there and the numbers NaN, not what a device makes of them. So is the divergence of every
/// row from a last row like that. `rowsPer` rows belong to one position.
/// @param stateNorm [position][norms] of the states that were read; empty: not known
void blankBrokenRows(LensResult& lens, int rowsPer, std::span<const float> stateNorm, int norms) {
  const std::size_t rows = lens.logSumExp.size();
  const auto broken = [&](std::size_t row) {
    return !std::isfinite(lens.logSumExp[row]) || !std::isfinite(lens.entropy[row]) ||
           (!stateNorm.empty() && !std::isfinite(stateNorm[row / rowsPer * norms + row % rowsPer]));
  };
  const auto blank = [&](auto& column, std::size_t row) {
    const std::size_t width = column.size() / rows;
    std::fill_n(column.begin() + row * width, width, absentOf(column));
  };
  const auto blankSteps = [&](std::size_t row) {
    if (lens.klStep.empty()) return;
    blank(lens.klStep, row);
    blank(lens.jsStep, row);
  };
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t last = row / rowsPer * rowsPer + rowsPer - 1;
    if (!broken(row)) {
      if (broken(last)) blank(lens.kl, row);
      if (row % rowsPer > 0 && broken(row - 1)) blankSteps(row);
      continue;
    }
    blankSteps(row);
    for (auto* column : {&lens.logSumExp, &lens.entropy, &lens.nextLogProb, &lens.kl,
                         &lens.topLogProb, &lens.trackedLogProb})
      blank(*column, row);
    for (auto* column : {&lens.nextRank, &lens.topId, &lens.trackedRank}) blank(*column, row);
  }
  // A word that cannot be drawn at all is no candidate.
  for (std::size_t i = 0; i < lens.topId.size(); ++i)
    if (!std::isfinite(lens.topLogProb[i])) {
      lens.topId[i] = kAbsentId;
      lens.topLogProb[i] = kAbsentNumber;
    }
}

/// Takes a part of a lens over as a column.
template <class T>
void take(std::vector<T>& column, std::vector<T>& part, int n, int from, int to) {
  column = std::move(part);
  widenRows(column, n, from, to);
}

/// Places one loop's results [n, L, width] in a column [n, R, L, width].
template <class T>
void place(std::vector<T>& column, const std::vector<T>& part, int n, int loop, int loops) {
  const std::size_t width = part.size() / n;
  if (loop == 0) column.assign(part.size() * loops, absentOf(column));
  for (int i = 0; i < n; ++i)
    std::copy_n(part.data() + width * i, width, column.data() + width * (i * loops + loop));
}

}  // namespace

int batchPositions(const RunRequest& request, int loops, const Backend& backend) {
  if (request.chunk > 0) return request.chunk;
  const ModelSpec& spec = backend.spec();
  const int most = backend.promptBatch(request.capture.ofLayers());
  const std::int64_t numbers = std::int64_t{4} * loops;  // bytes of one number of every loop
  // States of all layers may take so much for many positions, and more for a few.
  constexpr std::int64_t kStateBytes = 1 << 30, kLayerBytes = 256 << 20, kLogitBytes = 64 << 20;
  // Queries are about as wide as states.
  const int states = spec.statesPerLoop(request.capture.layerStates()) +
                     (request.capture.attention ? spec.stages.core : 0);
  const std::int64_t position = numbers * spec.hiddenSize * states;
  std::int64_t fitting = kStateBytes / position;
  if (request.capture.ofLayers())
    fitting = std::max(std::min<std::int64_t>(32, fitting), kLayerBytes / position);
  if (request.capture.logits) fitting = std::min(fitting, kLogitBytes / (numbers * spec.vocabSize));
  return std::clamp<std::int64_t>(fitting, 1, most);
}

BatchRecorder::BatchRecorder(const RunRequest& request, const ModelSpec& spec,
                             const Sequence& sequence, LoopObserver& observer)
    : request_(request),
      spec_(spec),
      sequence_(sequence),
      observer_(observer),
      loops_(sequence.loops()),
      attention_(spec, loops_) {}

void BatchRecorder::record(const BatchStretch& stretch, const std::stop_token& stop) {
  const int piece =
      request_.capture.layers ? std::min(32, sequence_.recordPiece()) : sequence_.recordPiece();
  const int all = intSize(stretch.tokens);
  for (int done = 0; done < all; done += piece) {
    if (stop.stop_requested()) throw Cancelled();
    const int count = std::min(piece, all - done), offset = stretch.offset + done;
    const auto tokens = stretch.tokens.subspan(done, count);
    const auto follow = stretch.follow.subspan(done, count);
    piece_.tokenId.assign(tokens.begin(), tokens.end());
    piece_.loopsRun.assign(count, sequence_.loopsRun());
    readLoopEnds(offset, count, stretch.batch);
    readStates(offset, count);
    readLens(offset, follow, stop);
    if (request_.capture.layers) readLayers(offset, follow, stop);
    if (request_.capture.stateNumbers())
      readLayerNumbers(sequence_, offset, count, spec_.stages.core, loops_, piece_);
    if (request_.capture.similarity) readSimilarity(offset, count);
    if (!request_.capture.stateLayers.empty()) keepLayerStates(offset, count);
    if (request_.capture.attention)
      attention_.read(sequence_, offset, count, stretch.first + done, piece_, stop);
    observer_.onRecord({stretch.first + done, count, loops_, piece_, logSumExp_});
  }
}

void BatchRecorder::readLoopEnds(int offset, int count, int batch) {
  const std::size_t cells = std::size_t{1} * count * loops_;
  piece_.residualNorm.assign(cells, kAbsentNumber);
  piece_.gateLogit.assign(spec_.exitGate ? cells : 0, kAbsentNumber);
  std::vector<float> gates(batch), norms(batch);
  for (int loop = 0; loop < sequence_.loopsRun(); ++loop) {
    sequence_.gateLogits(loop, gates);
    sequence_.residualNorms(loop, norms);
    for (int i = 0; i < count; ++i) {
      if (spec_.exitGate) piece_.gateLogit[i * loops_ + loop] = gates[offset + i];
      piece_.residualNorm[i * loops_ + loop] = norms[offset + i];
    }
  }
}

void BatchRecorder::readStates(int offset, int count) {
  const std::size_t d = spec_.hiddenSize, cells = std::size_t{1} * count * loops_,
                    gates = request_.otherGates.size();
  for (auto* column : {&piece_.stateNorm, &piece_.stepNorm, &piece_.stepCosine})
    column->assign(cells, kAbsentNumber);
  piece_.otherGateLogit.assign(cells * gates, kAbsentNumber);
  // The states themselves leave the device only where somebody looks at them.
  const bool states = request_.capture.hidden || gates > 0;
  piece_.hidden.assign(request_.capture.hidden ? cells * d : 0, kAbsentNumber);

  std::vector<float> norm(count), step(count), cosine(count);
  std::vector<float> rows(states ? count * d : 0);
  for (int loop = 0; loop < sequence_.loopsRun(); ++loop) {
    sequence_.stateSteps(loop, offset, count, {norm, step, cosine});
    if (states) sequence_.hidden(loop, offset, count, rows);
    for (int i = 0; i < count; ++i) {
      const std::size_t cell = std::size_t{1} * i * loops_ + loop;
      piece_.stateNorm[cell] = norm[i];
      piece_.stepNorm[cell] = step[i];
      piece_.stepCosine[cell] = cosine[i];
      // An infinite gate would read as a sure exit; where the state is broken, it says nothing.
      const bool broken = !std::isfinite(norm[i]);
      if (broken && spec_.exitGate) piece_.gateLogit[cell] = kAbsentNumber;
      if (!states) continue;
      const auto h = std::span(rows).subspan(i * d, d);
      if (request_.capture.hidden) std::copy(h.begin(), h.end(), piece_.hidden.begin() + cell * d);
      for (std::size_t g = 0; g < gates; ++g)
        piece_.otherGateLogit[cell * gates + g] =
            broken ? kAbsentNumber
                   : dot(h, request_.otherGates[g].weight) + request_.otherGates[g].bias;
    }
  }
}

void BatchRecorder::readLens(int offset, std::span<const std::int32_t> follow,
                             const std::stop_token& stop) {
  const int count = intSize(follow), run = sequence_.loopsRun();
  LensRequest request{offset,           count,   request_.topK,  follow,
                      request_.tracked, nullptr, /*steps=*/true, stop};
  piece_.logits.clear();
  if (request_.capture.logits) {
    piece_.logits.resize(std::size_t{1} * count * run * spec_.vocabSize);
    request.logits = piece_.logits.data();
  }
  LensResult lens;
  sequence_.lens(request, lens);
  blankBrokenRows(lens, run, piece_.stateNorm, loops_);
  widenRows(piece_.logits, count, run, loops_);
  const auto keep = [&](auto& column, auto& part) { take(column, part, count, run, loops_); };
  keep(logSumExp_, lens.logSumExp);
  keep(piece_.entropy, lens.entropy);
  keep(piece_.logprob, lens.nextLogProb);
  keep(piece_.kl, lens.kl);
  keep(piece_.klStep, lens.klStep);
  keep(piece_.jsStep, lens.jsStep);
  keep(piece_.rank, lens.nextRank);
  keep(piece_.topkId, lens.topId);
  keep(piece_.topkLogprob, lens.topLogProb);
  keep(piece_.trackedLogprob, lens.trackedLogProb);
  keep(piece_.trackedRank, lens.trackedRank);
}

void BatchRecorder::readLayers(int offset, std::span<const std::int32_t> follow,
                               const std::stop_token& stop) {
  const int count = intSize(follow), layers = spec_.stages.core;
  for (int loop = 0; loop < sequence_.loopsRun(); ++loop) {
    LensResult lens;
    sequence_.layerLens(loop, {offset, count, request_.topK, follow, {}, nullptr, false, stop},
                        lens);
    blankBrokenRows(lens, layers, {}, 0);
    place(piece_.layerTopkId, lens.topId, count, loop, loops_);
    place(piece_.layerTopkLogprob, lens.topLogProb, count, loop, loops_);
    place(piece_.layerEntropy, lens.entropy, count, loop, loops_);
    place(piece_.layerLogprob, lens.nextLogProb, count, loop, loops_);
    place(piece_.layerRank, lens.nextRank, count, loop, loops_);
    place(piece_.layerKl, lens.kl, count, loop, loops_);
  }
}

/// Cosines of the states after all layers of all loops, token by token.
void BatchRecorder::readSimilarity(int offset, int count) {
  const int layers = spec_.stages.core, run = sequence_.loopsRun() * layers;
  const std::size_t d = spec_.hiddenSize, all = std::size_t{1} * loops_ * layers;
  piece_.similarity.assign(count * all * all, kAbsentNumber);
  std::vector<float> room;
  std::vector<double> norms(run);
  for (int i = 0; i < count; ++i) {
    const std::span<const float> states = sequence_.layerStates(offset + i, layers, room);
    const auto state = [&](int v) { return states.subspan(v * d, d); };
    for (int v = 0; v < run; ++v) norms[v] = std::sqrt(dot(state(v), state(v)));
    float* cells = piece_.similarity.data() + i * all * all;
    for (int v = 0; v < run; ++v)
      for (int w = 0; w <= v; ++w)
        cells[v * all + w] = cells[w * all + v] = dot(state(v), state(w)) / (norms[v] * norms[w]);
  }
}

/// The states of the layers that were asked for.
void BatchRecorder::keepLayerStates(int offset, int count) {
  const std::vector<int>& layers = request_.capture.stateLayers;
  const std::size_t d = spec_.hiddenSize, kept = layers.size();
  piece_.layerState.assign(d * count * loops_ * kept, kAbsentNumber);
  for (int i = 0; i < count; ++i)
    for (int loop = 0; loop < sequence_.loopsRun(); ++loop)
      for (std::size_t at = 0; at < kept; ++at)
        sequence_.layerState(
            loop, layers[at], offset + i, 1,
            std::span(piece_.layerState).subspan(((i * loops_ + loop) * kept + at) * d, d));
}

}  // namespace ouroscope
