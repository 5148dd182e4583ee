// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/CpuSequence.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>

#include "core/engine/BatchCheck.h"
#include "core/engine/StartNoise.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"
#include "kernels/cpu/Attention.h"

namespace ouroscope::cpu {
namespace {

constexpr int kRowsPerTask = 16;  // a cache line of the packed keys holds 16 positions

/// From one row of a result to the next: never a power of two times a page, whose rows would all
/// want the same lines of the cache.
std::ptrdiff_t rowStride(int columns) {
  return panelsOf(columns) * kPanel + 16;
}

/// A row of this thread, for what is computed in fp32 and then put into a product's layout.
float* rowBuffer(std::size_t n) {
  static thread_local std::vector<float> row;
  if (row.size() < n) row.resize(n);
  return row.data();
}

}  // namespace

std::unique_ptr<Sequence> makeSequence(const Model& model, int capacity, int loops) {
  return std::make_unique<CpuSequence>(model, capacity, loops);
}

CpuSequence::CpuSequence(const Model& model, int capacity, int loops)
    : model_(model),
      capacity_(capacity),
      loops_(loops),
      d_(model.spec.hiddenSize),
      cache_(model.spec, capacity, loops, model.plainStorage()) {}

void CpuSequence::allocate(int rowCount) {
  if (rowCount <= rowsAllocated_) return;
  const ModelSpec& c = model_.spec;
  const std::size_t n = rowCount;
  rowsAllocated_ = rowCount;
  x_ = AlignedBuffer<float>(n * d_);
  qkv_ = AlignedBuffer<float>(n * rowStride(c.attentionWidth() + 2 * c.kvWidth()));
  branch_ = AlignedBuffer<float>(n * rowStride(c.hiddenSize));
  cos_ = AlignedBuffer<float>(c.ropes.size() * n * (c.headDim / 2));
  sin_ = AlignedBuffer<float>(c.ropes.size() * n * (c.headDim / 2));
  if (c.keepsLoopInput()) input_ = AlignedBuffer<float>(n * d_);
  if (c.stepRule != StepRule::Replace) before_ = AlignedBuffer<float>(n * d_);
  if (c.stepRule == StepRule::Anchored) first_ = AlignedBuffer<float>(n * d_);
  const auto activations = [&](int k) {
    return Activations(rowCount, paddedDepth(k, model_.storage));
  };
  normed_ = activations(c.hiddenSize);
  if (c.loopInput == LoopInput::Adapter) mixed_ = activations(2 * c.hiddenSize);
  attended_ = activations(c.attentionWidth());
  mlp_ = activations(c.intermediateSize);
}

void CpuSequence::begin(std::span<const std::int32_t> tokens, bool captureLayers) {
  const ModelSpec& c = model_.spec;
  const int n = intSize(tokens);
  requireBatch(tokens, kMaxBatch, length(), capacity_, c.vocabSize);

  batch_ = n;
  loopsRun_ = headLoops_ = 0;
  captureLayers_ = captureLayers;
  const std::size_t rowCount = n;
  allocate(n);
  hidden_.resize(loops_ * rowCount * d_);
  readout_.resize(c.readsBesideState() ? hidden_.size() : 0);
  residualNorms_.resize(loops_ * rowCount);
  gates_.assign(loops_ * rowCount, kNaN);
  layerStates_.resize(captureLayers ? rowCount * d_ * loops_ * c.stages.core : 0);
  loopStarts_.resize(captureLayers && c.keepsLoopInput() ? rowCount * d_ * loops_ : 0);
  // What an abandoned batch or a longer past left just behind this batch must not be read as
  // values.
  const int end = length() + n;
  if (written_ > end) cache_.clearValues(end, std::min(written_, paddedDepth(end)));
  written_ = std::max(written_, end);

  const std::size_t half = c.headDim / 2;
  for (std::size_t r = 0; r < rowCount; ++r) {
    const std::size_t from = d_ * tokens[r];
    for (std::size_t i = 0; i < d_; ++i)
      x_[r * d_ + i] = model_.precision == Precision::F32
                           ? model_.embedding32[from + i]
                           : bf16ToFloat(model_.embedding16[from + i]);
    if (c.embeddingScale != 1)
      for (std::size_t i = 0; i < d_; ++i) x_[r * d_ + i] *= static_cast<float>(c.embeddingScale);
    // Angles in fp32, as the model was trained; their cosine and sine in double, rounded once.
    const float position = length() + r;
    for (std::size_t rope = 0; rope < c.ropes.size(); ++rope)
      for (std::size_t k = 0; k < half; ++k) {
        const float angle = position * c.ropes[rope].inverseFrequency[k];
        const double factor = c.ropes[rope].factor;
        const std::size_t at = (rope * rowCount + r) * half + k;
        cos_[at] = factor * std::cos(static_cast<double>(angle));
        sin_[at] = factor * std::sin(static_cast<double>(angle));
      }
  }
}

void CpuSequence::normRow(const float* x, const std::vector<float>& weight, float* out) const {
  model_.kernels->rmsNorm(x, weight.data(), model_.spec.hiddenSize,
                          static_cast<float>(model_.spec.normEps), out);
}

int CpuSequence::rowBlockCount() const {
  return (batch_ + kRowsPerTask - 1) / kRowsPerTask;
}
template <class PerBlock>
void CpuSequence::rowBlocks(const PerBlock& perBlock) const {
  model_.pool->run(rowBlockCount(), [&](int task) {
    perBlock(task * kRowsPerTask, std::min(batch_, (task + 1) * kRowsPerTask));
  });
}
template <class PerRow>
void CpuSequence::rows(const PerRow& perRow) const {
  rowBlocks([&](int first, int last) {
    for (int r = first; r < last; ++r) perRow(r);
  });
}

void CpuSequence::runLoop(std::stop_token stop) {
  if (batch_ == 0 || loopsRun_ >= loops_)
    throw std::logic_error("runLoop: no batch, or all its loops were run");
  const ModelSpec& c = model_.spec;
  if (loopsRun_ == 0) startLoops(stop);
  if (model_.adapter.panels > 0 && !(c.firstLoopAsIs && loopsRun_ == 0)) mixInput();
  if (!loopStarts_.empty())
    std::copy_n(x_.data(), batch_ * d_, loopStarts_.data() + d_ * batch_ * loopsRun_);
  if (c.stepRule != StepRule::Replace) std::copy_n(x_.data(), batch_ * d_, before_.data());
  runLayers(c.stages.prelude, c.stages.core, stop);
  if (c.stepRule != StepRule::Replace) stepState();
  closeLoop();
  if (c.stages.coda > 0 || c.codaNorm) readThroughCoda(stop);
  ++loopsRun_;
}

void CpuSequence::runLayers(int first, int count, std::stop_token stop) {
  const Stages& stages = model_.spec.stages;
  for (int layer = first; layer < first + count; ++layer) {
    if (stop.stop_requested()) {
      batch_ = 0;
      throw Cancelled();
    }
    const bool looped = stages.inCore(layer);
    // Where the loops share keys and values, they are those of the first.
    const bool stores = !(looped && model_.spec.sharedLoopKv && loopsRun_ > 0);
    runLayer(model_.layers[layer], cache_.kvSlots().at(loopsRun_, layer), stores);
    if (captureLayers_ && looped)
      std::copy_n(
          x_.data(), batch_ * d_,
          layerStates_.data() + d_ * batch_ * (loopsRun_ * stages.core + layer - stages.prelude));
  }
}

/// The layers that run once, and the state that the first loop starts from.
void CpuSequence::startLoops(std::stop_token stop) {
  const ModelSpec& c = model_.spec;
  runLayers(0, c.stages.prelude, stop);
  if (c.keepsLoopInput()) std::copy_n(x_.data(), batch_ * d_, input_.data());
  if (c.start == StartState::Embedding) return;
  rows([&](int r) {
    float* x = x_.data() + r * d_;
    for (std::size_t i = 0; i < d_; ++i)
      x[i] = c.start == StartState::Noise
                 ? static_cast<float>(c.startSpread * startNoise(startSeed_, length() + r, i))
                 : 0.0f;
  });
}

/// x = W_adapter [x; input]
void CpuSequence::mixInput() {
  const int d = model_.spec.hiddenSize;
  rows([&](int r) {
    float* both = rowBuffer(2 * d_);
    std::copy_n(x_.data() + r * d_, d_, both);
    std::copy_n(input_.data() + r * d_, d_, both + d_);
    mixed_.put(*model_.kernels, model_.storage, r, 0, both, 2 * d);
  });
  const std::ptrdiff_t stride = rowStride(d);
  multiply(model_.adapter, mixed_, batch_, branch_.data(), stride, *model_.kernels, *model_.pool);
  rows([&](int r) { std::copy_n(branch_.data() + r * stride, d_, x_.data() + r * d_); });
}

/// What a turn of the core does with the state, by the rules of training-free looping (arXiv
/// 2605.23872): with g the result of the turn and K the loops of the run,
///   euler: x + (g - x) / K, ema: weight g + (1 - weight) x,
///   anchored: euler, and after the last turn weight g_1 + (1 - weight) x.
void CpuSequence::stepState() {
  const ModelSpec& c = model_.spec;
  const float weight = c.stepWeight, share = 1.0f / loops_;
  const bool blends = c.stepRule == StepRule::Ema, anchored = c.stepRule == StepRule::Anchored;
  rows([&](int r) {
    float* x = x_.data() + r * d_;
    float* first = anchored ? first_.data() + r * d_ : nullptr;
    const float* before = before_.data() + r * d_;
    if (anchored && loopsRun_ == 0) std::copy_n(x, d_, first);
    for (std::size_t i = 0; i < d_; ++i)
      x[i] = before[i] + (blends ? weight : share) * (x[i] - before[i]);
    if (anchored && loopsRun_ + 1 == loops_)
      for (std::size_t i = 0; i < d_; ++i) x[i] += weight * (first[i] - x[i]);
  });
}

/// The loop norm, where there is one, closes every loop: gate, head and the next loop all start
/// from the normed state. A head norm is for the head alone.
void CpuSequence::closeLoop() {
  rows([&](int r) {
    float* x = x_.data() + r * d_;
    const std::ptrdiff_t cell = std::ptrdiff_t{loopsRun_} * batch_ + r;
    const std::span<const float> residual(x, d_);
    residualNorms_[cell] = std::sqrt(dot(residual, residual));
    if (!model_.loopNorm.empty()) normRow(x, model_.loopNorm, x);
    std::copy_n(x, d_, hidden_.data() + cell * d_);
    if (!readout_.empty()) normRow(x, model_.headNorm, readout_.data() + cell * d_);
    if (model_.gateWeight.empty()) return;
    double g = model_.gateBias;
    for (std::size_t i = 0; i < d_; ++i) g += double{x[i]} * model_.gateWeight[i];
    gates_[cell] = g;
  });
}

/// What the head reads of a loop, where layers come after the core: as a run with so many loops
/// would go on. The state is as before afterwards.
void CpuSequence::readThroughCoda(std::stop_token stop) {
  const ModelSpec& c = model_.spec;
  // closeLoop() has read the state by the head's norm alone.
  if (c.lens == LensKind::Logit && loopsRun_ + 1 < loops_) return;
  if (c.codaNorm)
    rows([&](int r) { normRow(x_.data() + r * d_, model_.codaNorm, x_.data() + r * d_); });
  runLayers(c.stages.prelude + c.stages.core, c.stages.coda, stop);
  const std::ptrdiff_t first = std::ptrdiff_t{loopsRun_} * batch_;
  rows([&](int r) {
    normRow(x_.data() + r * d_, model_.headNorm, readout_.data() + (first + r) * d_);
    std::copy_n(hidden_.data() + (first + r) * d_, d_, x_.data() + r * d_);
  });
}

void CpuSequence::runLayer(const Layer& layer, int slot, bool stores) {
  const KernelTable& k = *model_.kernels;
  const int d = model_.spec.hiddenSize;
  const auto normInto = [&](int r, const std::vector<float>& weight) {
    const float* x = x_.data() + r * d_;
    if (weight.empty()) return normed_.put(k, model_.storage, r, 0, x, d);
    float* row = rowBuffer(d_);
    normRow(x, weight, row);
    normed_.put(k, model_.storage, r, 0, row, d);
  };

  // a = Attn(RMSNorm_beforeAttention(x))
  rows([&](int r) { normInto(r, layer.beforeAttention); });
  const std::ptrdiff_t qkvStride = rowStride(layer.qkv.n);
  multiply(layer.qkv, normed_, batch_, qkv_.data(), qkvStride, k, *model_.pool);
  prepareHeads(layer);
  rotateAndStore(layer, slot, stores);
  attend({model_, cache_, slot, length(), batch_, layer.window, qkv_.data(), qkvStride, attended_});
  const std::ptrdiff_t branchStride = rowStride(layer.output.n);
  multiply(layer.output, attended_, batch_, branch_.data(), branchStride, k, *model_.pool);
  // x = x + RMSNorm_afterAttention(a); u = RMSNorm_beforeMlp(x)
  rows([&](int r) {
    addBranch(r, layer.outputBias, layer.afterAttention, layer.afterAttentionSum);
    normInto(r, layer.beforeMlp);
  });
  // m = down(act(gate(u)) * up(u)); x = x + RMSNorm_afterMlp(m)
  mlp(layer);
  multiply(layer.down, mlp_, batch_, branch_.data(), branchStride, k, *model_.pool);
  rows([&](int r) { addBranch(r, layer.downBias, layer.afterMlp, layer.afterMlpSum); });
}

void CpuSequence::addBranch(int row, const std::vector<float>& bias,
                            const std::vector<float>& branchNorm,
                            const std::vector<float>& sumNorm) {
  const ModelSpec& c = model_.spec;
  float* branch = branch_.data() + row * rowStride(c.hiddenSize);
  float* x = x_.data() + row * d_;
  for (std::size_t i = 0; i < bias.size(); ++i) branch[i] += bias[i];
  if (branchNorm.empty())
    for (std::size_t i = 0; i < d_; ++i) x[i] += branch[i];
  else
    model_.kernels->addRmsNorm(branch, branchNorm.data(), c.hiddenSize,
                               static_cast<float>(c.normEps), x);
  if (!sumNorm.empty()) normRow(x, sumNorm, x);
}

/// Biases of queries, keys and values, and the norms of queries and keys: what comes before the
/// rotation. Most models have neither.
void CpuSequence::prepareHeads(const Layer& layer) {
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

/// Turns queries and keys to their positions and, where `stores`, keeps keys and values. Head by
/// head: the lines of a head's keys hold many positions, and are written while they are near.
void CpuSequence::rotateAndStore(const Layer& layer, int slot, bool stores) {
  const ModelSpec& c = model_.spec;
  const KernelTable& k = *model_.kernels;
  const std::size_t half = c.headDim / 2;
  const int layerWidth = c.attentionWidth() + 2 * c.kvWidth();
  const std::ptrdiff_t stride = rowStride(layerWidth);
  const int group = c.heads / c.kvHeads, blocks = rowBlockCount();
  // A line of the keys takes as long to write as many multiply-adds.
  constexpr double kLineWork = 100;
  const bool alone = blocks >= model_.pool->threads() ||
                     !worthSharing(kLineWork * batch_ * layerWidth, *model_.pool);
  const int shares = alone ? 1 : model_.pool->threads();  // of the heads
  model_.pool->run(blocks * shares, [&](int task) {
    const int first = task / shares * kRowsPerTask, last = std::min(batch_, first + kRowsPerTask);
    const auto rotated = [&](int head) {
      float* x = qkv_.data() + first * stride + head * c.headDim;
      for (int r = first; layer.rope >= 0 && r < last; ++r) {
        const std::size_t angles = half * (std::size_t{1} * layer.rope * batch_ + r);
        k.rope(x + (r - first) * stride, cos_.data() + angles, sin_.data() + angles, c.headDim);
      }
      return x;
    };
    const int share = task % shares;
    for (int h = c.kvHeads * share / shares; h < c.kvHeads * (share + 1) / shares; ++h) {
      for (int query = h * group; query < (h + 1) * group; ++query) rotated(query);
      if (!stores) continue;
      const float* keys = rotated(c.heads + h);
      cache_.store(k, slot, h, length() + first, last - first, keys, keys + c.kvWidth(), stride);
    }
  });
}

/// act(gate(u)) * up(u), 32 columns of both at a time: neither is ever written out whole.
void CpuSequence::mlp(const Layer& layer) {
  const KernelTable& k = *model_.kernels;
  const int f = model_.spec.intermediateSize, pairs = layer.gateUp.panels / 2;
  const auto activate = layer.activation == Activation::GeluTanh ? k.geluGlu : k.swiGlu;
  normed_.finish(k, model_.storage, batch_, *model_.pool);
  const Pieces pieces(pairs, 1.0 * batch_ * layer.gateUp.columns() * layer.gateUp.kPadded,
                      *model_.pool);
  model_.pool->run(pieces.count(), [&](int piece) {
    static thread_local std::vector<float> both;
    both.resize(batch_ * 2 * kPanel);
    for (int pair = pieces.from(piece); pair < pieces.to(piece); ++pair) {
      k.gemm(panelProduct(layer.gateUp, 2 * pair, 2 * pair + 2, normed_, 0, batch_, both.data(),
                          2 * kPanel));
      const int n = std::min(kPanel, f - pair * kPanel);
      for (int r = 0; r < batch_; ++r) {
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

void CpuSequence::hidden(int loop, int first, int count, std::span<float> out) const {
  std::copy_n(hiddenRow(loop, first), count * d_, out.data());
}

void CpuSequence::stateSteps(int loop, int first, int count, StateSteps out) const {
  const auto state = [&](int of, int position) {
    return of < 0 ? std::span<const float>() : std::span(hiddenRow(of, first + position), d_);
  };
  const auto set = [&](int i) { out.set(i, state(loop, i), state(loop - 1, i)); };
  if (count == 1) return set(0);
  model_.pool->run(count, set);
}

void CpuSequence::residualNorms(int loop, std::span<float> out) const {
  std::copy_n(residualNorms_.data() + loop * batch_, batch_, out.data());
}

void CpuSequence::gateLogits(int loop, std::span<float> out) const {
  std::copy_n(gates_.data() + loop * batch_, batch_, out.data());
}

void CpuSequence::layerState(int loop, int layer, int first, int count,
                             std::span<float> out) const {
  if (!captureLayers_) throw std::logic_error("layer states were not captured");
  const float* states =
      layerStates_.data() + d_ * batch_ * (loop * model_.spec.stages.core + layer);
  std::copy_n(states + d_ * first, count * d_, out.data());
}

void CpuSequence::loopStart(int loop, int first, int count, std::span<float> out) const {
  if (loopStarts_.empty()) return Sequence::loopStart(loop, first, count, out);
  std::copy_n(loopStarts_.data() + d_ * (loop * batch_ + first), count * d_, out.data());
}

void CpuSequence::lens(const LensRequest& request, LensResult& out) const {
  readLens(
      model_, request, loopsRun_,
      [&](int position, int row, float* to) { std::copy_n(readoutRow(row, position), d_, to); },
      headLoops_ == loopsRun_ ? headLogits_.data() : nullptr, out);
}

void CpuSequence::layerLens(int loop, const LensRequest& request, LensResult& out) const {
  const ModelSpec& c = model_.spec;
  readLens(
      model_, request, c.stages.core,
      [&](int position, int layer, float* to) {
        layerState(loop, layer, position, 1, std::span(to, d_));
        normRow(to, model_.lastNorm(), to);
      },
      nullptr, out);
}

const float* CpuSequence::headLogits() const {
  const int n = batch_ * loopsRun_;
  if (n > kHeadRows) return nullptr;
  if (headLoops_ != loopsRun_) {
    // Rows of one position are in the order of its loops: those that were read before stay.
    const int first = batch_ == 1 ? headLoops_ : 0, count = n - first;
    const std::size_t columns = model_.head.columns();
    Activations states(count, model_.spec.hiddenSize);
    for (int row = 0; row < count; ++row)
      states.put(*model_.kernels, model_.plainStorage(), row, 0,
                 readoutRow((first + row) % loopsRun_, (first + row) / loopsRun_),
                 model_.spec.hiddenSize);
    headLogits_.resize(n * columns);
    float* out = headLogits_.data() + first * columns;
    multiply(model_.head, states, count, out, columns, *model_.kernels, *model_.pool);
    for (int row = 0; row < count; ++row)
      model_.capLogits(out + row * columns, model_.spec.vocabSize);
    headLoops_ = loopsRun_;
  }
  return headLogits_.data();
}

void CpuSequence::logits(int loop, int position, std::span<float> out) const {
  const std::size_t vocabulary = model_.spec.vocabSize;
  const std::size_t columns = model_.head.columns();
  if (const float* all = headLogits()) {
    std::copy_n(all + columns * (position * loopsRun_ + loop), vocabulary, out.data());
    return;
  }
  Activations state(1, model_.spec.hiddenSize);
  state.put(*model_.kernels, model_.plainStorage(), 0, 0, readoutRow(loop, position),
            model_.spec.hiddenSize);
  std::vector<float> full(columns);
  multiply(model_.head, state, 1, full.data(), model_.head.columns(), *model_.kernels,
           *model_.pool);
  model_.capLogits(full.data(), model_.spec.vocabSize);
  std::copy_n(full.data(), vocabulary, out.data());
}

void CpuSequence::finish(KvPolicy policy) {
  if (batch_ == 0 || loopsRun_ == 0) throw std::logic_error("finish: nothing was run");
  if (policy == KvPolicy::Full && loopsRun_ != loops_)
    throw std::logic_error("finish: the full policy needs every loop to be run");
  for (int r = 0; r < batch_; ++r) {
    const int position = length();
    depth_.push_back(loopsRun_);
    if (policy == KvPolicy::Full) continue;
    const int from = policy == KvPolicy::LastExited ? loopsRun_ : 0;
    for (int loop = from; loop < loops_; ++loop) cache_.copyPosition(position, loopsRun_ - 1, loop);
  }
  batch_ = 0;
}

void CpuSequence::shareDeepest(int first, int count) {
  for (int p = first; p < first + count; ++p)
    for (int loop = 0; loop < loops_; ++loop) cache_.copyPosition(p, depth_.at(p) - 1, loop);
}

void CpuSequence::truncate(int length) {
  if (length < 0 || length > this->length()) throw std::logic_error("truncate: no such length");
  depth_.resize(length);
  batch_ = 0;
}

std::unique_ptr<Sequence> CpuSequence::fork() const {
  auto copy = std::make_unique<CpuSequence>(model_, capacity_, loops_);
  copy->startSeed_ = startSeed_;
  copy->depth_ = depth_;
  copy->written_ = length();
  copy->cache_.copyFrom(cache_, length());
  // The last panel was copied whole.
  copy->cache_.clearValues(length(), KvCache::padded(length()));
  return copy;
}

}  // namespace ouroscope::cpu
