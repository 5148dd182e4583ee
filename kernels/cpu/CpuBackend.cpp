// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/CpuBackend.h"

#include <algorithm>
#include <string>
#include <thread>

#include "core/engine/SpecCheck.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Memory.h"
#include "kernels/cpu/CpuModel.h"
#include "kernels/cpu/Lens.h"

namespace ouroscope {
namespace cpu {
namespace {

/// Empty where nothing fills the slot.
std::vector<float> readVector(const Model& m, const ModelWeights& weights, TensorSlot slot,
                              int layer = -1) {
  const TensorSpec* tensor = m.spec.find(slot, layer);
  return tensor ? weights.readVector(*tensor) : std::vector<float>();
}

/// @throws what a task threw: a truncated weight file is bad input, not a crash.
void loadEmbedding(Model& m, const ModelWeights& weights) {
  const TensorSpec& table = m.spec.tensor(TensorSlot::Embedding);
  const int d = m.spec.hiddenSize, rows = m.spec.vocabSize;
  const std::size_t total = std::int64_t{d} * rows;
  if (m.precision == Precision::F32) {
    m.embedding32 = AlignedBuffer<float>(total);
    weights.readSlot(table, 0, rows, std::span(m.embedding32.data(), total));
    return;
  }
  m.embedding16 = AlignedBuffer<std::uint16_t>(total);
  constexpr int kRows = 1024;
  const int tasks = (rows + kRows - 1) / kRows;
  m.pool->run(tasks, [&](int t) {
    const int first = t * kRows, count = std::min(kRows, rows - first);
    weights.readSlotBf16(table, first, count, d, m.embedding16.data() + std::ptrdiff_t{first} * d);
  });
}

Layer loadLayer(const Model& m, const ModelWeights& weights, int index) {
  const auto tensor = [&](TensorSlot slot) { return &m.spec.tensor(slot, index); };
  const auto packed = [&](const MatrixParts& parts, Join join = Join::Stacked) {
    const int k = parts.front()->columns();
    return pack(weights, parts, join, k, m.storage, *m.kernels, *m.pool);
  };
  const auto vector = [&](TensorSlot slot) { return readVector(m, weights, slot, index); };
  Layer layer;
  layer.beforeAttention = vector(TensorSlot::BeforeAttention);
  layer.afterAttention = vector(TensorSlot::AfterAttention);
  layer.afterAttentionSum = vector(TensorSlot::AfterAttentionSum);
  layer.beforeMlp = vector(TensorSlot::BeforeMlp);
  layer.afterMlp = vector(TensorSlot::AfterMlp);
  layer.afterMlpSum = vector(TensorSlot::AfterMlpSum);
  layer.queryNorm = vector(TensorSlot::QueryNorm);
  layer.keyNorm = vector(TensorSlot::KeyNorm);
  layer.outputBias = vector(TensorSlot::OutputBias);
  layer.gateBias = vector(TensorSlot::GateBias);
  layer.upBias = vector(TensorSlot::UpBias);
  layer.downBias = vector(TensorSlot::DownBias);
  if (m.spec.layers[index].projectionBias)
    for (const TensorSlot slot :
         {TensorSlot::QueryBias, TensorSlot::KeyBias, TensorSlot::ValueBias}) {
      std::vector<float> part = vector(slot);
      // Where only some of the three have a bias, the others add nothing.
      if (part.empty())
        part.resize(slot == TensorSlot::QueryBias ? m.spec.attentionWidth() : m.spec.kvWidth());
      layer.qkvBias.insert(layer.qkvBias.end(), part.begin(), part.end());
    }
  layer.queryKeyNorm = m.spec.layers[index].queryKeyNorm;
  layer.activation = m.spec.layers[index].activation;
  layer.rope = m.spec.layers[index].rope;
  layer.window = m.spec.layers[index].window;
  layer.qkv =
      packed({tensor(TensorSlot::Query), tensor(TensorSlot::Key), tensor(TensorSlot::Value)});
  layer.output = packed({tensor(TensorSlot::Output)});
  layer.gateUp = packed({tensor(TensorSlot::Gate), tensor(TensorSlot::Up)}, Join::Alternating);
  layer.down = packed({tensor(TensorSlot::Down)});
  return layer;
}

class CpuBackend : public Backend {
 public:
  explicit CpuBackend(Model model) : model_(std::move(model)) {}

  const ModelSpec& spec() const override { return model_.spec; }
  Precision precision() const override { return model_.precision; }
  std::string arithmetic() const override {
    return Backend::arithmetic() + (model_.storage == Storage::Int8 ? ", int8 weights" : "");
  }
  std::string device() const override {
    const int n = model_.pool->threads();
    return std::string("CPU, ") + model_.kernels->name + ", " + std::to_string(n) +
           (n == 1 ? " thread" : " threads");
  }
  bool showsAttention() const override { return true; }
  bool readsLenses() const override { return true; }
  std::uint64_t weightBytes() const override {
    return packedWeightBytes(model_.spec, model_.storage, model_.plainStorage());
  }
  std::uint64_t kvBytesPerToken(int loops) const override { return model_.kvBytesPerToken(loops); }
  std::uint64_t scratchBytes(int loops, int batch, bool captureLayers) const override {
    const ModelSpec& c = model_.spec;
    // Of a row, beside the stream.
    const int kept = (c.keepsLoopInput() ? 3 : 0) + (c.stepRule == StepRule::Anchored ? 1 : 0) +
                     (c.stepRule != StepRule::Replace ? 1 : 0);
    const std::uint64_t wide = (3 + kept) * c.hiddenSize + 2 * c.attentionWidth() +
                               2 * c.kvWidth() + c.intermediateSize + 512;
    const int split = c.hiddenSize + c.attentionWidth() + c.intermediateSize;  // two bytes each
    const std::uint64_t digits = model_.kernels->splitFor(model_.storage) ? split / 2 : 0;
    const std::uint64_t states =
        std::uint64_t{1} * loops * c.hiddenSize * c.statesPerLoop(captureLayers);
    // The cache is reserved in whole panels of positions; decode keeps the
    // logits of the tokens under way.
    const std::uint64_t panel = kvBytesPerToken(loops) * (kPanel - 1);
    const int headRows = std::min(loops * loops, kHeadRows);
    const std::uint64_t logits = std::uint64_t{4} * headRows * c.vocabSize;
    // The lens keeps the logits of the rows that it reads together.
    const std::uint64_t tile =
        std::max<std::uint64_t>(kTileLogits, std::uint64_t{1} * loops * c.vocabSize);
    return batch * (wide + digits + states) * 4 + panel + logits +
           4 * std::min(tile, std::uint64_t{1} * batch * loops * c.vocabSize);
  }
  std::unique_ptr<Sequence> createSequence(int capacity, int loops) override {
    if (capacity < 1 || loops < 1) throw Error("A sequence needs at least one token and one loop.");
    const std::uint64_t bytes = kvBytesPerToken(loops) * KvCache::padded(capacity);
    requireMemory(bytes, "The key/value cache of " + std::to_string(capacity) + " tokens at " +
                             std::to_string(loops) + " loops");
    return makeSequence(model_, capacity, loops);
  }
  double rowCost() const override { return rowCostOf(*model_.kernels); }
  void pass(std::span<Sequence* const> sequences, const std::stop_token& stop) override {
    if (!sequences.empty()) together_.pass(sequences, stop);
  }
  void readWords(std::span<Sequence* const> sequences) override { Together::readWords(sequences); }

 private:
  Model model_;
  Together together_{model_};
};

}  // namespace

std::uint64_t packedWeightBytes(const ModelSpec& c, Storage layers, Storage plain) {
  const int attention = c.attentionWidth();
  const std::uint64_t layer =
      PackedMatrix::bytesFor(panelsOf(attention + 2 * c.kvWidth()), c.hiddenSize, layers) +
      PackedMatrix::bytesFor(panelsOf(c.hiddenSize), attention, layers) +
      PackedMatrix::bytesFor(2 * panelsOf(c.intermediateSize), c.hiddenSize, layers) +
      PackedMatrix::bytesFor(panelsOf(c.hiddenSize), c.intermediateSize, layers) +
      std::uint64_t{16} * c.hiddenSize;
  return layer * c.layers.size() +
         (c.loopInput == LoopInput::Adapter
              ? PackedMatrix::bytesFor(panelsOf(c.hiddenSize), 2 * c.hiddenSize, layers)
              : 0) +
         PackedMatrix::bytesFor(panelsOf(c.vocabSize), c.hiddenSize, plain) +
         std::uint64_t{1} * c.vocabSize * c.hiddenSize * storageBytes(plain);
}

}  // namespace cpu

std::unique_ptr<Backend> loadCpuBackend(const ModelSpec& spec, const ModelWeights& weights,
                                        const CpuOptions& options, std::stop_token stop,
                                        const ProgressFn& progress) {
  using namespace cpu;
  requireImplemented(spec);
  Model m;
  m.spec = spec;
  m.precision = options.precision;
  m.storage = m.plainStorage();
  if (options.int8Weights) {
    if (m.precision == Precision::F32)
      throw Error(
          "int8 weights go with bf16 arithmetic: choose --dtype bf16, or the stored weights.");
    m.storage = Storage::Int8;
  }
  requireMemory(packedWeightBytes(spec, m.storage, m.plainStorage()), "The model's weights");
  m.kernels = &bestKernels();
  const int processors = std::max(1u, std::thread::hardware_concurrency());
  m.pool = std::make_unique<ThreadPool>(options.threads > 0 ? options.threads : processors);

  const int layers = intSize(spec.layers);
  const std::int64_t steps = layers + 2;
  std::int64_t done = 0;
  const auto step = [&] {
    if (progress) progress("Loading weights", done, steps);
    ++done;
    if (stop.stop_requested()) throw Cancelled();
  };
  step();
  loadEmbedding(m, weights);
  for (int i = 0; i < layers; ++i) {
    step();
    m.layers.push_back(loadLayer(m, weights, i));
  }
  step();
  m.head = pack(weights, {&spec.tensor(TensorSlot::Head)}, Join::Stacked, spec.hiddenSize,
                m.plainStorage(), *m.kernels, *m.pool);
  m.loopNorm = readVector(m, weights, TensorSlot::LoopNorm);
  m.codaNorm = readVector(m, weights, TensorSlot::CodaNorm);
  m.headNorm = readVector(m, weights, TensorSlot::HeadNorm);
  if (spec.loopInput == LoopInput::Adapter)
    m.adapter = pack(weights, {&spec.tensor(TensorSlot::Adapter)}, Join::Stacked,
                     2 * spec.hiddenSize, m.storage, *m.kernels, *m.pool);
  if (options.gate) {
    m.spec.exitGate = true;
    m.gateWeight = options.gate->weight;
    m.gateBias = options.gate->bias;
  } else if (spec.exitGate) {
    m.gateWeight = readVector(m, weights, TensorSlot::ExitGate);
    m.gateBias = readVector(m, weights, TensorSlot::ExitGateBias).at(0);
  }
  if (progress) progress("Loading weights", steps, steps);
  return std::make_unique<CpuBackend>(std::move(m));
}

}  // namespace ouroscope
