// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/CpuBackend.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <thread>

#include "core/support/Error.h"
#include "core/support/Memory.h"
#include "kernels/cpu/CpuModel.h"

namespace ouroscope {
namespace cpu {
namespace {

std::vector<float> readVector(const ModelWeights& weights, const std::string& name, int n) {
  std::vector<float> v(n);
  weights.readRows(name, 0, 1, v);
  return v;
}

/// @throws what a task threw: a truncated weight file is bad input, not a crash.
void loadEmbedding(Model& m, const ModelWeights& weights) {
  const ModelConfig& c = m.config;
  const std::size_t d = c.hiddenSize;
  const auto total = static_cast<std::size_t>(c.vocabSize) * d;
  if (m.precision == Precision::F32) {
    m.embedding32 = AlignedBuffer<float>(total);
    weights.readRows("model.embed_tokens.weight", 0, c.vocabSize,
                     std::span(m.embedding32.data(), total));
    return;
  }
  m.embedding16 = AlignedBuffer<std::uint16_t>(total);
  constexpr int kRows = 1024;
  const int tasks = (c.vocabSize + kRows - 1) / kRows;
  FirstFailure failure;
  m.pool->run(tasks, [&](int t) {
    failure.guard([&] {
      const int first = t * kRows, count = std::min(kRows, c.vocabSize - first);
      weights.readRowsBf16("model.embed_tokens.weight", first, count, c.hiddenSize, c.hiddenSize,
                           m.embedding16.data() + first * d);
    });
  });
  failure.rethrow();
}

Layer loadLayer(const Model& m, const ModelWeights& weights, int index) {
  const ModelConfig& c = m.config;
  const std::string at = "model.layers." + std::to_string(index) + ".";
  const auto packed = [&](const std::vector<MatrixPart>& parts, int k, Join join = Join::Stacked) {
    std::vector<MatrixPart> named;
    for (const auto& part : parts) named.push_back({at + part.name + ".weight", part.rows});
    return pack(weights, named, join, k, m.storage, *m.kernels, *m.pool);
  };
  Layer layer;
  layer.inputNorm = readVector(weights, at + "input_layernorm.weight", c.hiddenSize);
  layer.inputNorm2 = readVector(weights, at + "input_layernorm_2.weight", c.hiddenSize);
  layer.postNorm = readVector(weights, at + "post_attention_layernorm.weight", c.hiddenSize);
  layer.postNorm2 = readVector(weights, at + "post_attention_layernorm_2.weight", c.hiddenSize);
  layer.qkv = packed({{"self_attn.q_proj", m.attentionWidth()},
                      {"self_attn.k_proj", m.kvWidth()},
                      {"self_attn.v_proj", m.kvWidth()}},
                     c.hiddenSize);
  layer.output = packed({{"self_attn.o_proj", c.hiddenSize}}, m.attentionWidth());
  layer.gateUp =
      packed({{"mlp.gate_proj", c.intermediateSize}, {"mlp.up_proj", c.intermediateSize}},
             c.hiddenSize, Join::Alternating);
  layer.down = packed({{"mlp.down_proj", c.hiddenSize}}, c.intermediateSize);
  return layer;
}

class CpuBackend : public Backend {
 public:
  explicit CpuBackend(Model model) : model_(std::move(model)) {}

  const ModelConfig& config() const override { return model_.config; }
  Precision precision() const override { return model_.precision; }
  std::string arithmetic() const override {
    return Backend::arithmetic() + (model_.storage == Storage::Int8 ? ", int8 weights" : "");
  }
  std::string device() const override {
    const int n = model_.pool->threads();
    return std::string("CPU, ") + model_.kernels->name + ", " + std::to_string(n) +
           (n == 1 ? " thread" : " threads");
  }
  std::uint64_t weightBytes() const override {
    return packedWeightBytes(model_.config, model_.storage, model_.plainStorage());
  }
  std::uint64_t kvBytesPerToken(int loops) const override { return model_.kvBytesPerToken(loops); }
  std::uint64_t scratchBytes(int loops, int batch, bool captureLayers) const override {
    const ModelConfig& c = model_.config;
    const auto wide = static_cast<std::uint64_t>(3 * c.hiddenSize + 2 * model_.attentionWidth() +
                                                 2 * model_.kvWidth() + c.intermediateSize + 512);
    const int split =
        c.hiddenSize + model_.attentionWidth() + c.intermediateSize;  // two bytes each
    const auto digits =
        model_.kernels->splitFor(model_.storage) ? static_cast<std::uint64_t>(split / 2) : 0;
    const auto states = static_cast<std::uint64_t>(loops) *
                        static_cast<std::uint64_t>(c.hiddenSize) *
                        static_cast<std::uint64_t>(1 + (captureLayers ? c.layers : 0));
    // The cache is reserved in whole panels of positions; decode keeps a token's logits.
    const std::uint64_t panel = kvBytesPerToken(loops) * static_cast<std::uint64_t>(kPanel - 1);
    const std::uint64_t logits = std::uint64_t{4} * static_cast<std::uint64_t>(loops) *
                                 static_cast<std::uint64_t>(c.vocabSize);
    return static_cast<std::uint64_t>(batch) * (wide + digits + states) * 4 + panel + logits;
  }
  std::unique_ptr<Sequence> createSequence(int capacity, int loops) override {
    if (capacity < 1 || loops < 1) throw Error("A sequence needs at least one token and one loop.");
    const std::uint64_t bytes =
        kvBytesPerToken(loops) * static_cast<std::uint64_t>(KvCache::padded(capacity));
    requireMemory(bytes, "The key/value cache of " + std::to_string(capacity) + " tokens at " +
                             std::to_string(loops) + " loops");
    return makeSequence(model_, capacity, loops);
  }

 private:
  Model model_;
};

}  // namespace

std::uint64_t packedWeightBytes(const ModelConfig& c, Storage layers, Storage plain) {
  const int attention = c.heads * c.headDim, kv = c.kvHeads * c.headDim;
  const std::uint64_t layer =
      PackedMatrix::bytesFor(panelsOf(attention + 2 * kv), c.hiddenSize, layers) +
      PackedMatrix::bytesFor(panelsOf(c.hiddenSize), attention, layers) +
      PackedMatrix::bytesFor(2 * panelsOf(c.intermediateSize), c.hiddenSize, layers) +
      PackedMatrix::bytesFor(panelsOf(c.hiddenSize), c.intermediateSize, layers) +
      std::uint64_t{16} * static_cast<std::uint64_t>(c.hiddenSize);
  return layer * static_cast<std::uint64_t>(c.layers) +
         PackedMatrix::bytesFor(panelsOf(c.vocabSize), c.hiddenSize, plain) +
         static_cast<std::uint64_t>(c.vocabSize) * static_cast<std::uint64_t>(c.hiddenSize) *
             storageBytes(plain);
}

}  // namespace cpu

std::unique_ptr<Backend> loadCpuBackend(const ModelConfig& config, const ModelWeights& weights,
                                        const CpuOptions& options, std::stop_token stop,
                                        const ProgressFn& progress) {
  using namespace cpu;
  Model m;
  m.config = config;
  m.precision = options.precision;
  m.storage = m.plainStorage();
  if (options.int8Weights) {
    if (m.precision == Precision::F32)
      throw Error(
          "int8 weights go with bf16 arithmetic: choose --dtype bf16, or the stored weights.");
    m.storage = Storage::Int8;
  }
  requireMemory(packedWeightBytes(config, m.storage, m.plainStorage()), "The model's weights");
  m.kernels = &bestKernels();
  const int processors = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  m.pool = std::make_unique<ThreadPool>(options.threads > 0 ? options.threads : processors);

  const std::int64_t steps = config.layers + 2;
  std::int64_t done = 0;
  const auto step = [&] {
    if (progress) progress("Loading weights", done, steps);
    ++done;
    if (stop.stop_requested()) throw Cancelled();
  };
  step();
  loadEmbedding(m, weights);
  for (int i = 0; i < config.layers; ++i) {
    step();
    m.layers.push_back(loadLayer(m, weights, i));
  }
  step();
  m.head = pack(weights, {{"lm_head.weight", config.vocabSize}}, Join::Stacked, config.hiddenSize,
                m.plainStorage(), *m.kernels, *m.pool);
  m.finalNorm = readVector(weights, "model.norm.weight", config.hiddenSize);
  if (options.gate) {
    m.gateWeight = options.gate->weight;
    m.gateBias = options.gate->bias;
  } else {
    m.gateWeight = readVector(weights, "model.early_exit_gate.weight", config.hiddenSize);
    m.gateBias = readVector(weights, "model.early_exit_gate.bias", 1)[0];
  }
  for (int k = 0; k < config.headDim / 2; ++k)
    m.inverseFrequency.push_back(
        static_cast<float>(std::pow(config.ropeTheta, -2.0 * k / config.headDim)));
  if (progress) progress("Loading weights", steps, steps);
  return std::make_unique<CpuBackend>(std::move(m));
}

}  // namespace ouroscope
