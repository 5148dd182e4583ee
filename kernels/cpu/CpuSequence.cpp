// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/CpuSequence.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "core/support/Error.h"
#include "core/support/HalfFloat.h"

namespace ouroscope::cpu {
namespace {

constexpr std::size_t evenUp(int n) {
  return static_cast<std::size_t>((n + 1) / 2 * 2);
}

}  // namespace

std::unique_ptr<Sequence> makeSequence(const Model& model, int capacity, int loops) {
  return std::make_unique<CpuSequence>(model, capacity, loops);
}

CpuSequence::CpuSequence(const Model& model, int capacity, int loops)
    : model_(model),
      capacity_(capacity),
      loops_(loops),
      d_(static_cast<std::size_t>(model.config.hiddenSize)),
      cache_(model.kvBytesPerToken(loops) * static_cast<std::uint64_t>(capacity)),
      widthIn_(evenUp(model.config.hiddenSize)),
      widthAttention_(evenUp(model.attentionWidth())),
      widthMlp_(evenUp(model.config.intermediateSize)) {}

void CpuSequence::begin(std::span<const std::int32_t> tokens, bool captureLayers) {
  const ModelConfig& c = model_.config;
  const int n = static_cast<int>(tokens.size());
  if (n < 1 || n > kMaxBatch)
    throw std::logic_error("a batch holds 1 to " + std::to_string(kMaxBatch) + " positions");
  if (length() + n > capacity_)
    throw Error("The sequence is full: it has room for " + std::to_string(capacity_) + " tokens.");
  for (const std::int32_t token : tokens)
    if (token < 0 || token >= c.vocabSize)
      throw Error("Token " + std::to_string(token) +
                  " has no embedding: the model's vocabulary ends at " +
                  std::to_string(c.vocabSize - 1) + ".");

  batch_ = n;
  loopsRun_ = 0;
  captureLayers_ = captureLayers;
  const auto rowCount = static_cast<std::size_t>(n);
  if (rowCount > rowsAllocated_) {
    const Layer& layer = model_.layers.front();
    rowsAllocated_ = rowCount;
    x_ = AlignedBuffer<float>(rowCount * d_);
    normed_ = AlignedBuffer<float>(rowCount * widthIn_);
    qkv_ = AlignedBuffer<float>(rowCount * static_cast<std::size_t>(layer.qkv.columns()));
    attended_ = AlignedBuffer<float>(rowCount * widthAttention_);
    gateUp_ = AlignedBuffer<float>(rowCount * static_cast<std::size_t>(layer.gateUp.columns()));
    mlp_ = AlignedBuffer<float>(rowCount * widthMlp_);
    branch_ = AlignedBuffer<float>(rowCount * static_cast<std::size_t>(layer.output.columns()));
    cos_ = AlignedBuffer<float>(rowCount * static_cast<std::size_t>(c.headDim / 2));
    sin_ = AlignedBuffer<float>(rowCount * static_cast<std::size_t>(c.headDim / 2));
  }
  hidden_.resize(static_cast<std::size_t>(loops_) * rowCount * d_);
  layerStates_.resize(captureLayers ? static_cast<std::size_t>(loops_) *
                                          static_cast<std::size_t>(c.layers) * rowCount * d_
                                    : 0);

  const std::size_t half = static_cast<std::size_t>(c.headDim / 2);
  for (std::size_t r = 0; r < rowCount; ++r) {
    const std::size_t from = static_cast<std::size_t>(tokens[r]) * d_;
    for (std::size_t i = 0; i < d_; ++i)
      x_[r * d_ + i] = model_.precision == Precision::F32
                           ? model_.embedding32[from + i]
                           : bf16ToFloat(model_.embedding16[from + i]);
    // Angles in fp32, as the model was trained; their cosine and sine in double, rounded once.
    const float position = static_cast<float>(length() + static_cast<int>(r));
    for (std::size_t k = 0; k < half; ++k) {
      const float angle = position * model_.inverseFrequency[k];
      cos_[r * half + k] = static_cast<float>(std::cos(static_cast<double>(angle)));
      sin_[r * half + k] = static_cast<float>(std::sin(static_cast<double>(angle)));
    }
  }
}

void CpuSequence::rows(const std::function<void(int)>& perRow) {
  constexpr int kRowsPerTask = 8;
  model_.pool->run((batch_ + kRowsPerTask - 1) / kRowsPerTask, [&](int task) {
    for (int r = task * kRowsPerTask; r < std::min(batch_, (task + 1) * kRowsPerTask); ++r)
      perRow(r);
  });
}

void CpuSequence::runLoop(std::stop_token stop) {
  if (batch_ == 0 || loopsRun_ >= loops_)
    throw std::logic_error("runLoop: no batch, or all its loops were run");
  const ModelConfig& c = model_.config;
  for (int i = 0; i < c.layers; ++i) {
    if (stop.stop_requested()) {
      batch_ = 0;
      throw Cancelled();
    }
    runLayer(model_.layers[static_cast<std::size_t>(i)], i);
    if (captureLayers_) {
      const std::size_t slot = static_cast<std::size_t>(loopsRun_ * c.layers + i) *
                               static_cast<std::size_t>(batch_) * d_;
      std::copy_n(x_.data(), static_cast<std::size_t>(batch_) * d_, layerStates_.data() + slot);
    }
  }
  // The final norm closes every loop: gate, head and the next loop all start from the normed state.
  rows([&](int r) {
    float* x = x_.data() + static_cast<std::size_t>(r) * d_;
    model_.kernels->rmsNorm(x, model_.finalNorm.data(), c.hiddenSize,
                            static_cast<float>(c.rmsNormEps), x);
    std::copy_n(
        x, d_,
        hidden_.data() + (static_cast<std::size_t>(loopsRun_) * static_cast<std::size_t>(batch_) +
                          static_cast<std::size_t>(r)) *
                             d_);
  });
  ++loopsRun_;
}

void CpuSequence::runLayer(const Layer& layer, int index) {
  const ModelConfig& c = model_.config;
  const KernelTable& k = *model_.kernels;
  const float eps = static_cast<float>(c.rmsNormEps);
  const auto strideIn = static_cast<std::ptrdiff_t>(widthIn_);
  const auto at = [](auto& buffer, int row, std::size_t width) {
    return buffer.data() + static_cast<std::size_t>(row) * width;
  };

  // a = Attn(RMSNorm_input(x)); x = x + RMSNorm_input2(a)
  rows([&](int r) {
    k.rmsNorm(at(x_, r, d_), layer.inputNorm.data(), c.hiddenSize, eps, at(normed_, r, widthIn_));
  });
  multiply(layer.qkv, normed_.data(), strideIn, batch_, qkv_.data(), layer.qkv.columns(), k,
           *model_.pool);
  rows([&](int r) {
    float* row = at(qkv_, r, static_cast<std::size_t>(layer.qkv.columns()));
    const std::size_t half = static_cast<std::size_t>(c.headDim / 2);
    for (int head = 0; head < c.heads + c.kvHeads; ++head)  // queries, then keys
      k.rope(row + head * c.headDim, at(cos_, r, half), at(sin_, r, half), c.headDim);
    storeKv(index, r);
  });
  attend(index);
  multiply(layer.output, attended_.data(), static_cast<std::ptrdiff_t>(widthAttention_), batch_,
           branch_.data(), layer.output.columns(), k, *model_.pool);
  const auto branchWidth = static_cast<std::size_t>(layer.output.columns());
  // x = x + RMSNorm_input2(a); u = RMSNorm_post(x)
  rows([&](int r) {
    k.addRmsNorm(at(branch_, r, branchWidth), layer.inputNorm2.data(), c.hiddenSize, eps,
                 at(x_, r, d_));
    k.rmsNorm(at(x_, r, d_), layer.postNorm.data(), c.hiddenSize, eps, at(normed_, r, widthIn_));
  });
  // m = down(silu(gate(u)) * up(u)); x = x + RMSNorm_post2(m)
  multiply(layer.gateUp, normed_.data(), strideIn, batch_, gateUp_.data(), layer.gateUp.columns(),
           k, *model_.pool);
  rows([&](int r) {
    const float* gateUp = at(gateUp_, r, static_cast<std::size_t>(layer.gateUp.columns()));
    k.swiGlu(gateUp, gateUp + c.intermediateSize, c.intermediateSize, at(mlp_, r, widthMlp_));
  });
  multiply(layer.down, mlp_.data(), static_cast<std::ptrdiff_t>(widthMlp_), batch_, branch_.data(),
           layer.down.columns(), k, *model_.pool);
  rows([&](int r) {
    k.addRmsNorm(at(branch_, r, branchWidth), layer.postNorm2.data(), c.hiddenSize, eps,
                 at(x_, r, d_));
  });
}

void CpuSequence::attend(int layer) {
  const ModelConfig& c = model_.config;
  const int tiles = (batch_ + kQueryTile - 1) / kQueryTile;
  const int group = c.heads / c.kvHeads;
  const std::ptrdiff_t ldq = model_.layers.front().qkv.columns();
  model_.pool->run(c.heads * tiles, [&](int task) {
    const int head = task / tiles, firstQuery = task % tiles * kQueryTile;
    const int queries = std::min(kQueryTile, batch_ - firstQuery);
    static thread_local std::vector<float> scores;
    const int longest = length() + firstQuery + queries;
    scores.resize(static_cast<std::size_t>(kQueryTile) * static_cast<std::size_t>(longest));
    AttentionArgs args{};
    args.q = qkv_.data() + firstQuery * ldq + head * c.headDim;
    args.ldq = ldq;
    args.keys = kv(loopsRun_, layer, 0, head / group);
    args.values = kv(loopsRun_, layer, 1, head / group);
    args.bf16 = model_.precision == Precision::BF16;
    args.headDim = c.headDim;
    args.queries = queries;
    args.firstKeys = length() + firstQuery + 1;
    args.scale = 1.0f / std::sqrt(static_cast<float>(c.headDim));
    args.scores = scores.data();
    args.out = attended_.data() + static_cast<std::size_t>(firstQuery) * widthAttention_ +
               static_cast<std::size_t>(head * c.headDim);
    args.ldo = static_cast<std::ptrdiff_t>(widthAttention_);
    model_.kernels->attention(args);
  });
}

std::byte* CpuSequence::kv(int loop, int layer, int part, int head) {
  const ModelConfig& c = model_.config;
  const std::size_t slot = ((static_cast<std::size_t>(loop) * static_cast<std::size_t>(c.layers) +
                             static_cast<std::size_t>(layer)) *
                                2 +
                            static_cast<std::size_t>(part)) *
                               static_cast<std::size_t>(c.kvHeads) +
                           static_cast<std::size_t>(head);
  return cache_.data() + slot * static_cast<std::size_t>(capacity_) *
                             static_cast<std::size_t>(c.headDim) * model_.kvElementBytes();
}

void CpuSequence::storeKv(int layer, int row) {
  const ModelConfig& c = model_.config;
  const float* base =
      qkv_.data() +
      static_cast<std::size_t>(row) * static_cast<std::size_t>(model_.layers.front().qkv.columns());
  const std::size_t offset = static_cast<std::size_t>(length() + row) *
                             static_cast<std::size_t>(c.headDim) * model_.kvElementBytes();
  for (int part = 0; part < 2; ++part)
    for (int head = 0; head < c.kvHeads; ++head) {
      const float* from =
          base + model_.attentionWidth() + part * model_.kvWidth() + head * c.headDim;
      std::byte* to = kv(loopsRun_, layer, part, head) + offset;
      if (model_.precision == Precision::BF16)
        model_.kernels->toBf16(from, reinterpret_cast<std::uint16_t*>(to), c.headDim);
      else
        std::copy_n(from, c.headDim, reinterpret_cast<float*>(to));
    }
}

void CpuSequence::hidden(int loop, int first, int count, std::span<float> out) const {
  std::copy_n(hiddenRow(loop, first), static_cast<std::size_t>(count) * d_, out.data());
}

void CpuSequence::gateLogits(int loop, std::span<float> out) const {
  for (int r = 0; r < batch_; ++r) {
    const float* h = hiddenRow(loop, r);
    double g = static_cast<double>(model_.gateBias);
    for (std::size_t i = 0; i < d_; ++i)
      g += static_cast<double>(h[i]) * static_cast<double>(model_.gateWeight[i]);
    out[static_cast<std::size_t>(r)] = static_cast<float>(g);
  }
}

void CpuSequence::layerState(int loop, int layer, int first, int count,
                             std::span<float> out) const {
  if (!captureLayers_) throw std::logic_error("layer states were not captured");
  const std::size_t row = static_cast<std::size_t>(loop * model_.config.layers + layer) *
                              static_cast<std::size_t>(batch_) +
                          static_cast<std::size_t>(first);
  std::copy_n(layerStates_.data() + row * d_, static_cast<std::size_t>(count) * d_, out.data());
}

void CpuSequence::lens(const LensRequest& request, LensResult& out) const {
  readLens(
      model_, request, loopsRun_,
      [&](int position, int row, float* to) { std::copy_n(hiddenRow(row, position), d_, to); },
      out);
}

void CpuSequence::layerLens(int loop, const LensRequest& request, LensResult& out) const {
  const ModelConfig& c = model_.config;
  readLens(
      model_, request, c.layers,
      [&](int position, int layer, float* to) {
        layerState(loop, layer, position, 1, std::span(to, d_));
        model_.kernels->rmsNorm(to, model_.finalNorm.data(), c.hiddenSize,
                                static_cast<float>(c.rmsNormEps), to);
      },
      out);
}

void CpuSequence::logits(int loop, int position, std::span<float> out) const {
  std::vector<float> input(widthIn_), full(static_cast<std::size_t>(model_.head.columns()));
  std::copy_n(hiddenRow(loop, position), d_, input.data());
  multiply(model_.head, input.data(), static_cast<std::ptrdiff_t>(widthIn_), 1, full.data(),
           model_.head.columns(), *model_.kernels, *model_.pool);
  std::copy_n(full.data(), static_cast<std::size_t>(model_.config.vocabSize), out.data());
}

void CpuSequence::copySlots(int position, int from, int toFirst, int toLast) {
  const ModelConfig& c = model_.config;
  const std::size_t bytes = static_cast<std::size_t>(c.headDim) * model_.kvElementBytes();
  const std::size_t offset = static_cast<std::size_t>(position) * bytes;
  for (int loop = toFirst; loop <= toLast; ++loop) {
    if (loop == from) continue;
    for (int layer = 0; layer < c.layers; ++layer)
      for (int part = 0; part < 2; ++part)
        for (int head = 0; head < c.kvHeads; ++head)
          std::copy_n(kv(from, layer, part, head) + offset, bytes,
                      kv(loop, layer, part, head) + offset);
  }
}

void CpuSequence::finish(KvPolicy policy) {
  if (batch_ == 0 || loopsRun_ == 0) throw std::logic_error("finish: nothing was run");
  if (policy == KvPolicy::Full && loopsRun_ != loops_)
    throw std::logic_error("finish: the full policy needs every loop to be run");
  for (int r = 0; r < batch_; ++r) {
    const int position = length();
    depth_.push_back(loopsRun_);
    if (policy == KvPolicy::LastExited) copySlots(position, loopsRun_ - 1, loopsRun_, loops_ - 1);
    if (policy == KvPolicy::LatestAvailable) copySlots(position, loopsRun_ - 1, 0, loops_ - 1);
  }
  batch_ = 0;
}

void CpuSequence::shareDeepest(int first, int count) {
  for (int p = first; p < first + count; ++p)
    copySlots(p, depth_.at(static_cast<std::size_t>(p)) - 1, 0, loops_ - 1);
}

void CpuSequence::truncate(int length) {
  if (length < 0 || length > this->length()) throw std::logic_error("truncate: no such length");
  depth_.resize(static_cast<std::size_t>(length));
  batch_ = 0;
}

std::unique_ptr<Sequence> CpuSequence::fork() const {
  auto copy = std::make_unique<CpuSequence>(model_, capacity_, loops_);
  copy->depth_ = depth_;
  const ModelConfig& c = model_.config;
  const std::size_t used = static_cast<std::size_t>(length()) *
                           static_cast<std::size_t>(c.headDim) * model_.kvElementBytes();
  for (int loop = 0; loop < loops_; ++loop)
    for (int layer = 0; layer < c.layers; ++layer)
      for (int part = 0; part < 2; ++part)
        for (int head = 0; head < c.kvHeads; ++head)
          std::copy_n(kv(loop, layer, part, head), used, copy->kv(loop, layer, part, head));
  return copy;
}

}  // namespace ouroscope::cpu
