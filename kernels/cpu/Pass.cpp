// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/Pass.h"

#include <algorithm>
#include <cmath>

#include "core/engine/StartNoise.h"
#include "core/support/Error.h"
#include "core/support/Numbers.h"
#include "kernels/cpu/Attention.h"

namespace ouroscope::cpu {
namespace {

constexpr int kRowsPerTask = 16;  // a cache line of the packed keys holds 16 positions

/// A row of this thread, for what is computed in fp32 and then put into a product's layout.
float* rowBuffer(std::size_t n) {
  static thread_local std::vector<float> row;
  if (row.size() < n) row.resize(n);
  return row.data();
}

}  // namespace

Pass::Pass(const Model& model) : model_(model), d_(model.spec.hiddenSize) {}

void Pass::allocate() {
  if (count() <= rowsAllocated_) return;
  const ModelSpec& c = model_.spec;
  const std::size_t n = count();
  rowsAllocated_ = count();
  x_ = AlignedBuffer<float>(n * d_);
  qkv_ = AlignedBuffer<float>(n * rowStride(c.attentionWidth() + 2 * c.kvWidth()));
  branch_ = AlignedBuffer<float>(n * rowStride(c.hiddenSize));
  if (c.stepRule != StepRule::Replace) before_ = AlignedBuffer<float>(n * d_);
  const auto activations = [&](int k) {
    return Activations(count(), paddedDepth(k, model_.storage));
  };
  normed_ = activations(c.hiddenSize);
  if (c.loopInput == LoopInput::Adapter) mixed_ = activations(2 * c.hiddenSize);
  attended_ = activations(c.attentionWidth());
  mlp_ = activations(c.intermediateSize);
}

template <class Wanted>
void Pass::take(std::span<const PassBatch> batches, const Wanted& wanted) {
  rows_.clear();
  stretches_.clear();
  blocks_.clear();
  for (const PassBatch& batch : batches)
    for (int row = 0; row < batch.rows.count(); ++row) {
      const int loop = batch.rows.loopsRun[row];
      if (!batch.rows.runs[row] || !wanted(loop, batch.loops)) continue;
      const bool goesOn = !stretches_.empty() && stretches_.back().of == &batch &&
                          stretches_.back().loop == loop &&
                          stretches_.back().row + stretches_.back().count == row;
      if (!goesOn) stretches_.push_back({&batch, row, count(), 0, loop});
      ++stretches_.back().count;
      rows_.push_back({&batch, row, loop});
    }
  for (const Stretch& stretch : stretches_)
    for (int first = 0; first < stretch.count; first += kRowsPerTask)
      blocks_.push_back({&stretch, first, std::min(kRowsPerTask, stretch.count - first)});
  allocate();
  rows([&](int r) {
    const auto& [of, row, loop] = rows_[r];
    std::copy_n(of->rows.states.row(row) + d_ * std::max(0, loop - 1), d_, x(r));
  });
}

template <class PerRow>
void Pass::rows(const PerRow& perRow) const {
  model_.pool->run((count() + kRowsPerTask - 1) / kRowsPerTask, [&](int task) {
    const int last = std::min(count(), (task + 1) * kRowsPerTask);
    for (int r = task * kRowsPerTask; r < last; ++r) perRow(r);
  });
}

void Pass::run(std::span<const PassBatch> batches, const std::stop_token& stop) {
  const ModelSpec& c = model_.spec;
  startLoops(batches, stop);
  take(batches, [](int, int) { return true; });
  again_ = 0;
  edit(StatePlace::kInput);
  turn(stop);
  repeatTurns(stop);
  edit(StatePlace::kEnd);
  closeLoop();
  if (c.stages.coda > 0 || c.codaNorm) readThroughCoda(batches, stop);
  for (const PassBatch& batch : batches)
    for (int r = 0; r < batch.rows.count(); ++r) batch.rows.loopsRun[r] += batch.rows.runs[r];
}

void Pass::turn(const std::stop_token& stop) {
  const ModelSpec& c = model_.spec;
  if (model_.adapter.panels > 0) mixInput();
  edit(StatePlace::kStart);
  rows([&](int r) {
    if (again_ == 0 && !rows_[r].of->rows.loopStarts.empty())
      std::copy_n(x(r), d_, kept(&BatchRows::loopStarts, r, d_));
    if (c.stepRule != StepRule::Replace) std::copy_n(x(r), d_, before_.data() + r * d_);
  });
  runLayers(c.stages.prelude, c.stages.core, stop);
  if (c.stepRule != StepRule::Replace) stepState();
  normState();
}

void Pass::runLayers(int first, int count, const std::stop_token& stop) {
  const Stages& stages = model_.spec.stages;
  for (int layer = first; layer < first + count; ++layer) {
    if (stop.stop_requested()) throw Cancelled();
    runLayer(layer);
    if (!stages.inCore(layer)) continue;
    edit(layer - stages.prelude);
    rows([&](int r) {
      if (rows_[r].of->rows.layerStates.empty() || !inPass(r)) return;
      std::copy_n(
          x(r), d_,
          kept(&BatchRows::layerStates, r, d_ * stages.core) + d_ * (layer - stages.prelude));
    });
  }
}

/// The layers that run once, and the state that the first loop starts from. Before them the
/// embedding waits in that state's place.
void Pass::startLoops(std::span<const PassBatch> batches, const std::stop_token& stop) {
  const ModelSpec& c = model_.spec;
  if (c.stages.prelude == 0 && !c.keepsLoopInput() && c.start == StartState::Embedding) return;
  take(batches, [](int loop, int) { return loop == 0; });
  if (count() == 0) return;
  runLayers(0, c.stages.prelude, stop);
  rows([&](int r) {
    const auto& [of, row, loop] = rows_[r];
    if (c.keepsLoopInput()) std::copy_n(x(r), d_, of->rows.inputs.row(row));
    float* start = of->rows.states.row(row);
    if (c.start == StartState::Embedding) {
      std::copy_n(x(r), d_, start);
      return;
    }
    for (std::size_t i = 0; i < d_; ++i)
      start[i] = c.start == StartState::Noise
                     ? static_cast<float>(c.startSpread *
                                          startNoise(of->startSeed, rows_[r].position(), i))
                     : 0.0f;
  });
}

/// x = W_adapter [x; input]
void Pass::mixInput() {
  const ModelSpec& c = model_.spec;
  const int d = c.hiddenSize;
  const auto mixes = [&](int r) { return !(c.firstLoopAsIs && rows_[r].loop == 0); };
  rows([&](int r) {
    float* both = rowBuffer(2 * d_);
    std::copy_n(x(r), d_, both);
    std::copy_n(rows_[r].of->rows.inputs.row(rows_[r].row), d_, both + d_);
    mixed_.put(*model_.kernels, model_.storage, r, 0, both, 2 * d);
  });
  const std::ptrdiff_t stride = rowStride(d);
  multiply(model_.adapter, mixed_, count(), branch_.data(), stride, *model_.kernels, *model_.pool);
  rows([&](int r) {
    if (mixes(r)) std::copy_n(branch_.data() + r * stride, d_, x(r));
  });
}

/// What a turn of the core does with the state, by the rules of training-free looping (arXiv
/// 2605.23872): with g the result of the turn and K the loops of the run,
///   euler: x + (g - x) / K, ema: weight g + (1 - weight) x,
///   anchored: euler, and after the last turn weight g_1 + (1 - weight) x.
void Pass::stepState() {
  const ModelSpec& c = model_.spec;
  const bool blends = c.stepRule == StepRule::Ema, anchored = c.stepRule == StepRule::Anchored;
  rows([&](int r) {
    const auto& [of, row, loop] = rows_[r];
    const float weight = c.stepWeight, share = 1.0f / of->loops;
    float* now = x(r);
    float* first = anchored ? of->rows.firstTurns.row(row) : nullptr;
    const float* before = before_.data() + r * d_;
    if (anchored && loop == 0 && again_ == 0) std::copy_n(now, d_, first);
    for (std::size_t i = 0; i < d_; ++i)
      now[i] = before[i] + (blends ? weight : share) * (now[i] - before[i]);
    if (anchored && loop + 1 == of->loops)
      for (std::size_t i = 0; i < d_; ++i) now[i] += weight * (first[i] - now[i]);
  });
}

/// The loop norm, where there is one, closes every loop: gate, head and the next loop all start
/// from the normed state.
void Pass::normState() {
  rows([&](int r) {
    float* state = x(r);
    const std::span<const float> residual(state, d_);
    if (inPass(r)) *kept(&BatchRows::residualNorms, r, 1) = std::sqrt(dot(residual, residual));
    if (!model_.loopNorm.empty()) model_.normRow(state, model_.loopNorm, state);
  });
}

/// Keeps the state, and what gate and head read of it. A head norm is for the head alone.
void Pass::closeLoop() {
  rows([&](int r) {
    float* state = x(r);
    std::copy_n(state, d_, kept(&BatchRows::states, r, d_));
    if (model_.spec.readsBesideState())
      model_.normRow(state, model_.headNorm, kept(&BatchRows::readouts, r, d_));
    if (model_.gateWeight.empty()) return;
    double g = model_.gateBias;
    for (std::size_t i = 0; i < d_; ++i) g += double{state[i]} * model_.gateWeight[i];
    *kept(&BatchRows::gates, r, 1) = g;
  });
}

/// What the head reads of a loop, where layers come after the core: as a run with so many loops
/// would go on. With the logit lens closeLoop() has read the state by the head's norm alone, and
/// only the last loop goes this way.
void Pass::readThroughCoda(std::span<const PassBatch> batches, const std::stop_token& stop) {
  const ModelSpec& c = model_.spec;
  if (c.lens == LensKind::Logit)
    take(batches, [](int loop, int loops) { return loop + 1 == loops; });
  if (count() == 0) return;
  rows([&](int r) {
    std::copy_n(kept(&BatchRows::states, r, d_), d_, x(r));
    if (c.codaNorm) model_.normRow(x(r), model_.codaNorm, x(r));
  });
  runLayers(c.stages.prelude + c.stages.core, c.stages.coda, stop);
  rows([&](int r) { model_.normRow(x(r), model_.headNorm, kept(&BatchRows::readouts, r, d_)); });
}

void Pass::runLayer(int index) {
  const Layer& layer = model_.layers[index];
  const KernelTable& k = *model_.kernels;
  const int d = model_.spec.hiddenSize;
  const auto normInto = [&](int r, const std::vector<float>& weight) {
    if (weight.empty()) return normed_.put(k, model_.storage, r, 0, x(r), d);
    float* row = rowBuffer(d_);
    model_.normRow(x(r), weight, row);
    normed_.put(k, model_.storage, r, 0, row, d);
  };

  // a = Attn(RMSNorm_beforeAttention(x))
  rows([&](int r) { normInto(r, layer.beforeAttention); });
  multiply(layer.qkv, normed_, count(), qkv_.data(), rowStride(layer.qkv.n), k, *model_.pool);
  prepareHeads(layer);
  rotateAndStore(index);
  keepQueries(index);
  attendRows(index);
  const std::ptrdiff_t branchStride = rowStride(layer.output.n);
  multiply(layer.output, attended_, count(), branch_.data(), branchStride, k, *model_.pool);
  // x = x + RMSNorm_afterAttention(a); u = RMSNorm_beforeMlp(x)
  rows([&](int r) {
    addBranch(r, layer.outputBias, layer.afterAttention, layer.afterAttentionSum);
    normInto(r, layer.beforeMlp);
  });
  // m = down(act(gate(u)) * up(u)); x = x + RMSNorm_afterMlp(m)
  mlp(layer);
  multiply(layer.down, mlp_, count(), branch_.data(), branchStride, k, *model_.pool);
  rows([&](int r) { addBranch(r, layer.downBias, layer.afterMlp, layer.afterMlpSum); });
}

void Pass::addBranch(int r, const std::vector<float>& bias, const std::vector<float>& branchNorm,
                     const std::vector<float>& sumNorm) {
  const ModelSpec& c = model_.spec;
  float* branch = branch_.data() + r * rowStride(c.hiddenSize);
  float* sum = x(r);
  for (std::size_t i = 0; i < bias.size(); ++i) branch[i] += bias[i];
  if (branchNorm.empty())
    for (std::size_t i = 0; i < d_; ++i) sum[i] += branch[i];
  else
    model_.kernels->addRmsNorm(branch, branchNorm.data(), c.hiddenSize,
                               static_cast<float>(c.normEps), sum);
  if (!sumNorm.empty()) model_.normRow(sum, sumNorm, sum);
}

/// Biases of queries, keys and values, and the norms of queries and keys: what comes before the
/// rotation. Most models have neither.
void Pass::prepareHeads(const Layer& layer) {
  const bool norms = layer.queryKeyNorm != QueryKeyNorm::None;
  if (layer.qkvBias.empty() && !norms) return;
  const ModelSpec& c = model_.spec;
  const std::ptrdiff_t stride = rowStride(layer.qkv.n);
  const bool perHead = layer.queryKeyNorm == QueryKeyNorm::PerHead;
  const auto norm = [&](float* x, int width, const std::vector<float>& weight) {
    const int piece = perHead ? c.headDim : width;
    for (int at = 0; at < width; at += piece)
      model_.kernels->rmsNorm(x + at, weight.data(), piece, static_cast<float>(c.normEps), x + at);
  };
  rows([&](int r) {
    float* x = qkv_.data() + r * stride;
    for (std::size_t i = 0; i < layer.qkvBias.size(); ++i) x[i] += layer.qkvBias[i];
    if (!norms) return;
    norm(x, c.attentionWidth(), layer.queryNorm);
    norm(x + c.attentionWidth(), c.kvWidth(), layer.keyNorm);
  });
}

/// Turns queries and keys to their positions and keeps keys and values: all rows have stored theirs
/// before any of them attends. Head by head: the lines of a head's keys hold many positions, and
/// are written while they are near.
void Pass::rotateAndStore(int index) {
  const ModelSpec& c = model_.spec;
  const Layer& layer = model_.layers[index];
  const KernelTable& k = *model_.kernels;
  const std::size_t half = c.headDim / 2;
  const int layerWidth = c.attentionWidth() + 2 * c.kvWidth();
  const std::ptrdiff_t stride = rowStride(layerWidth);
  const int group = c.heads / c.kvHeads, blocks = intSize(blocks_);
  // A line of the keys takes as long to write as many multiply-adds.
  constexpr double kLineWork = 100;
  const bool alone = blocks >= model_.pool->threads() ||
                     !worthSharing(kLineWork * count() * layerWidth, *model_.pool);
  const int shares = alone ? 1 : model_.pool->threads();  // of the heads
  model_.pool->run(blocks * shares, [&](int task) {
    const Block& block = blocks_[task / shares];  // clang 14 captures no structured binding
    const Stretch* const stretch = block.stretch;
    const int first = block.first, rows = block.count;
    KvCache& cache = stretch->of->cache;
    const int row = stretch->first + first;  // in the pass
    const auto rotated = [&](int head) {
      float* x = qkv_.data() + row * stride + head * c.headDim;
      for (int r = 0; layer.rope >= 0 && r < rows; ++r) {
        const float* angles =
            stretch->of->rows.angles.row(stretch->row + first + r) + 2 * half * layer.rope;
        k.rope(x + r * stride, angles, angles + half, c.headDim);
      }
      return x;
    };
    // Where the loops share keys and values, they are those of the first.
    const bool stores =
        again_ == 0 && !(c.stages.inCore(index) && c.sharedLoopKv && stretch->loop > 0);
    const int slot = cache.kvSlots().at(stretch->loop, index), share = task % shares;
    for (int h = c.kvHeads * share / shares; h < c.kvHeads * (share + 1) / shares; ++h) {
      for (int query = h * group; query < (h + 1) * group; ++query) rotated(query);
      if (!stores) continue;
      const float* keys = rotated(c.heads + h);
      cache.store(k, slot, h, stretch->position() + first, rows, keys, keys + c.kvWidth(), stride);
    }
  });
}

/// Where somebody wants to see what the rows attend to.
void Pass::keepQueries(int index) {
  const ModelSpec& c = model_.spec;
  if (!c.stages.inCore(index)) return;
  const std::ptrdiff_t stride = rowStride(model_.layers[index].qkv.n);
  const int width = c.attentionWidth();
  rows([&](int r) {
    if (rows_[r].of->rows.queries.empty() || !inPass(r)) return;
    float* to = kept(&BatchRows::queries, r, std::size_t{1} * width * c.stages.core);
    std::copy_n(qkv_.data() + r * stride, width, to + width * (index - c.stages.prelude));
  });
}

/// Every row attends to its own loop's slot of its own sequence, up to its own position.
void Pass::attendRows(int index) {
  const Layer& layer = model_.layers[index];
  const std::ptrdiff_t stride = rowStride(layer.qkv.n);
  std::vector<AttentionArgs> parts;
  for (const Stretch& s : stretches_) {
    const KvCache& cache = s.of->cache;
    parts.push_back({model_, cache, cache.kvSlots().at(s.loop, index), s.position(), s.count,
                     layer.window, qkv_.data() + s.first * stride, stride, &attended_, s.first});
  }
  attend(parts);
}

/// act(gate(u)) * up(u), 32 columns of both at a time: neither is ever written out whole.
void Pass::mlp(const Layer& layer) {
  const KernelTable& k = *model_.kernels;
  const int f = model_.spec.intermediateSize, pairs = layer.gateUp.panels / 2;
  const auto activate = layer.activation == Activation::GeluTanh ? k.geluGlu : k.swiGlu;
  normed_.finish(k, model_.storage, count(), *model_.pool);
  const Pieces pieces(pairs, 1.0 * count() * layer.gateUp.columns() * layer.gateUp.kPadded,
                      *model_.pool);
  model_.pool->run(pieces.count(), [&](int piece) {
    static thread_local std::vector<float> both;
    both.resize(count() * 2 * kPanel);
    for (int pair = pieces.from(piece); pair < pieces.to(piece); ++pair) {
      k.gemm(panelProduct(layer.gateUp, 2 * pair, 2 * pair + 2, normed_, 0, count(), both.data(),
                          2 * kPanel));
      const int n = std::min(kPanel, f - pair * kPanel);
      for (int r = 0; r < count(); ++r) {
        float* gate = both.data() + r * 2 * kPanel;
        if (!layer.gateBias.empty())
          for (int i = 0; i < n; ++i) {
            gate[i] += layer.gateBias[pair * kPanel + i];
            gate[kPanel + i] += layer.upBias[pair * kPanel + i];
          }
        activate(gate, gate + kPanel, n, gate);
        mlp_.put(k, model_.storage, r, pair * kPanel, gate, n);
      }
    }
  });
}

}  // namespace ouroscope::cpu
