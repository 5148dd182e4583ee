// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/CudaBackend.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "core/engine/SpecCheck.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Memory.h"
#include "kernels/cuda/CudaModule.h"
#include "kernels/cuda/Layout.h"
#include "kernels/cuda/SpecNumbers.h"

namespace ouroscope {
namespace {

using ModulePtr = std::shared_ptr<const CudaModule>;

constexpr const char* kRunAdvice =
    "use fewer tokens or loops, capture less, or choose --device cpu.";
/// What CUDA itself takes when the first kernel is loaded, beside what is asked for.
constexpr std::uint64_t kContextBytes = std::uint64_t{512} << 20;

cuda::Layout layoutOf(const ModelSpec& spec, Precision precision) {
  return {spec, precision == Precision::BF16};
}

OuroscopeCudaModel* createModel(const CudaModule& module, const ModelSpec& spec,
                                const CudaOptions& options) {
  const std::vector<double> numbers = cuda::numbersOf(spec);
  OuroscopeCudaModel* made = nullptr;
  module.check(module.api().createModel(options.device, numbers.data(), std::ssize(numbers),
                                        options.precision == Precision::BF16, &made));
  return made;
}

/// What the module asks of StateEdits, as C functions. An exception waits until the module's call
/// has come back.
class EditBridge {
 public:
  explicit EditBridge(int width) : width_(width) {}

  StateEdits* edits = nullptr;
  std::exception_ptr failure;

  OuroscopeCudaEdits functions() {
    return {
        this,
        [](void* c, std::int32_t position) -> std::int32_t {
          return of(c).edits->touches(position);
        },
        [](void* c, std::int32_t loop, std::int32_t layer, std::int32_t position) -> std::int32_t {
          return of(c).edits->at({loop, layer}, position);
        },
        &edit,
        [](void* c, std::int32_t loop, std::int32_t position) -> std::int32_t {
          return of(c).edits->repeats(loop, position);
        }};
  }

 private:
  static EditBridge& of(void* context) { return *static_cast<EditBridge*>(context); }
  static std::int32_t edit(void* context, std::int32_t loop, std::int32_t layer,
                           const std::int32_t* positions, std::int32_t count, float* states) {
    EditBridge& bridge = of(context);
    try {
      bridge.edits->edit({loop, layer}, std::span(positions, count),
                         std::span(states, product(count, bridge.width_)));
      return 1;
    } catch (...) {
      bridge.failure = std::current_exception();
      return 0;
    }
  }

  int width_;
};

/// Sequence of the module, call by call.
class CudaSequenceHandle : public Sequence {
 public:
  CudaSequenceHandle(ModulePtr module, const ModelSpec& spec, OuroscopeCudaSequence* handle,
                     int capacity, int loops)
      : module_(std::move(module)),
        spec_(spec),
        handle_(handle),
        bridge_(spec.hiddenSize),
        capacity_(capacity),
        loops_(loops) {}
  ~CudaSequenceHandle() override { api().destroySequence(handle_); }

  int length() const override { return api().length(handle_); }
  int capacity() const override { return capacity_; }
  int loops() const override { return loops_; }
  int maxBatch() const override { return api().maxBatch(handle_); }
  int recordPiece() const override { return 256; }
  int stateWidth() const override { return spec_.hiddenSize; }

  void setStartSeed(std::uint64_t seed) override { api().setStartSeed(handle_, seed); }
  void setEdits(StateEdits* edits) override {
    bridge_.edits = edits;
    const OuroscopeCudaEdits functions = bridge_.functions();
    api().setEdits(handle_, edits ? &functions : nullptr);
  }
  void captureAttention(bool on) override { api().captureAttention(handle_, on); }
  void setLenses(const LayerLenses* lenses) override {
    const auto point = [](std::vector<const float*>& to,
                          const std::vector<std::vector<float>>& from) {
      to.clear();
      for (const std::vector<float>& values : from)
        to.push_back(values.empty() ? nullptr : values.data());
    };
    if (!lenses) return api().setLenses(handle_, nullptr);
    point(mapWeights_, lenses->weights);
    point(mapBiases_, lenses->biases);
    const OuroscopeCudaMaps maps{lenses->loops, lenses->layers, mapWeights_.data(),
                                 mapBiases_.data()};
    api().setLenses(handle_, &maps);
  }
  void begin(std::span<const std::int32_t> tokens, bool captureLayers) override {
    check(api().begin(handle_, tokens.data(), intSize(tokens), captureLayers));
  }
  void runLoop(std::stop_token stop) override {
    const std::int32_t status = api().runLoop(
        handle_,
        [](void* context) -> std::int32_t {
          return static_cast<std::stop_token*>(context)->stop_requested();
        },
        &stop);
    if (bridge_.failure) std::rethrow_exception(std::exchange(bridge_.failure, nullptr));
    check(status);
  }
  int loopsRun() const override { return api().loopsRun(handle_); }

  void hidden(int loop, int first, int count, std::span<float> out) const override {
    check(api().hidden(handle_, loop, first, count, out.data()));
  }
  void stateSteps(int loop, int first, int count, StateSteps out) const override {
    check(api().stateSteps(handle_, loop, first, count, out.norm.data(), out.step.data(),
                           out.cosine.data()));
  }
  void residualNorms(int loop, std::span<float> out) const override {
    check(api().residualNorms(handle_, loop, out.data()));
  }
  void gateLogits(int loop, std::span<float> out) const override {
    check(api().gateLogits(handle_, loop, out.data()));
  }
  void layerState(int loop, int layer, int first, int count, std::span<float> out) const override {
    check(api().layerState(handle_, loop, layer, first, count, out.data()));
  }
  void loopStart(int loop, int first, int count, std::span<float> out) const override {
    check(api().loopStart(handle_, loop, first, count, out.data()));
  }
  void attention(int loop, int layer, int row, std::span<float> out) const override {
    check(api().attention(handle_, loop, layer, row, out.data()));
  }
  void keysAndValues(int loop, int layer, int first, int count, std::span<float> keys,
                     std::span<float> values) const override {
    check(api().keysAndValues(handle_, loop, layer, first, count, keys.data(), values.data()));
  }
  void lens(const LensRequest& request, LensResult& out) const override {
    const OuroscopeCudaLens call = prepare(request, loopsRun(), out);
    check(api().lens(handle_, &call));
  }
  void layerLens(int loop, const LensRequest& request, LensResult& out) const override {
    const OuroscopeCudaLens call = prepare(request, spec_.stages.core, out);
    check(api().layerLens(handle_, loop, &call));
  }
  void logits(int loop, int position, std::span<float> out) const override {
    check(api().logits(handle_, loop, position, out.data()));
  }

  void finish(KvPolicy policy) override {
    check(api().finish(handle_, policy == KvPolicy::Full         ? 0
                                : policy == KvPolicy::LastExited ? 1
                                                                 : 2));
  }
  void shareDeepest(int first, int count) override {
    check(api().shareDeepest(handle_, first, count));
  }
  void truncate(int length) override { check(api().truncate(handle_, length)); }
  std::unique_ptr<Sequence> fork() const override {
    OuroscopeCudaSequence* copy = nullptr;
    check(api().fork(handle_, &copy));
    return std::make_unique<CudaSequenceHandle>(module_, spec_, copy, capacity_, loops_);
  }

 private:
  const OuroscopeCudaApi& api() const { return module_->api(); }
  void check(std::int32_t status) const { module_->check(status); }

  /// Makes room in `out` and points the module to it.
  OuroscopeCudaLens prepare(const LensRequest& request, int rows, LensResult& out) const {
    const std::size_t cells = product(request.count, rows);
    const std::size_t K = std::clamp(request.topK, 1, spec_.vocabSize);
    const std::size_t M = request.tracked.size();
    for (auto* column : {&out.logSumExp, &out.entropy, &out.nextLogProb, &out.kl})
      column->resize(cells);
    for (auto* column : {&out.klStep, &out.jsStep}) column->resize(request.steps ? cells : 0);
    out.nextRank.resize(cells);
    out.topId.resize(cells * K);
    out.topLogProb.resize(cells * K);
    out.trackedLogProb.resize(cells * M);
    out.trackedRank.resize(cells * M);
    OuroscopeCudaLens call{};
    call.first = request.first;
    call.count = request.count;
    call.topK = request.topK;
    call.trackedCount = M;
    call.next = request.next.empty() ? nullptr : request.next.data();
    call.tracked = M > 0 ? request.tracked.data() : nullptr;
    call.logits = request.logits;
    call.logSumExp = out.logSumExp.data();
    call.entropy = out.entropy.data();
    call.nextLogProb = out.nextLogProb.data();
    call.kl = out.kl.data();
    call.klStep = request.steps ? out.klStep.data() : nullptr;
    call.jsStep = request.steps ? out.jsStep.data() : nullptr;
    call.topLogProb = out.topLogProb.data();
    call.trackedLogProb = out.trackedLogProb.data();
    call.nextRank = out.nextRank.data();
    call.topId = out.topId.data();
    call.trackedRank = out.trackedRank.data();
    return call;
  }

  ModulePtr module_;
  const ModelSpec& spec_;
  OuroscopeCudaSequence* handle_;
  EditBridge bridge_;
  std::vector<const float*> mapWeights_, mapBiases_;  ///< of the lenses that are set
  int capacity_, loops_;
};

class CudaBackend : public Backend {
 public:
  CudaBackend(ModulePtr module, const ModelSpec& spec, Precision precision, int device,
              std::string name, OuroscopeCudaModel* model)
      : module_(std::move(module)),
        spec_(spec),
        precision_(precision),
        device_(device),
        name_(std::move(name)),
        layout_(layoutOf(spec, precision)),
        model_(model) {}
  ~CudaBackend() override { module_->api().destroyModel(model_); }

  const ModelSpec& spec() const override { return spec_; }
  Precision precision() const override { return precision_; }
  std::string device() const override {
    return "CUDA, " + name_ + ", cuda:" + std::to_string(device_);
  }
  std::uint64_t weightBytes() const override { return layout_.weightBytes(); }
  std::uint64_t kvBytesPerToken(int loops) const override { return layout_.kvBytesPerToken(loops); }
  std::uint64_t scratchBytes(int loops, int batch, bool captureLayers) const override {
    return layout_.scratchBytes(loops, batch, captureLayers);
  }
  bool showsAttention() const override { return true; }
  bool readsLenses() const override { return true; }
  int promptBatch(bool captureLayers) const override { return captureLayers ? 128 : 2048; }

  /// Cache and scratch have to fit on the GPU, the trace in the host's memory.
  void requireFit(const MemoryPlan& plan, const std::string& what) const override {
    requireGpuMemory(plan.kvCache + plan.scratch, module_->describe(device_).freeBytes, what,
                     kRunAdvice);
    requireMemory(plan.trace, what);
  }
  std::unique_ptr<Sequence> createSequence(int capacity, int loops) override {
    if (capacity < 1 || loops < 1) throw Error("A sequence needs at least one token and one loop.");
    requireGpuMemory(kvBytesPerToken(loops) * capacity + layout_.scratchBytes(loops, 1, false),
                     module_->describe(device_).freeBytes,
                     "The key/value cache of " + std::to_string(capacity) + " tokens at " +
                         std::to_string(loops) + " loops",
                     kRunAdvice);
    OuroscopeCudaSequence* sequence = nullptr;
    module_->check(module_->api().createSequence(model_, capacity, loops, &sequence));
    return std::make_unique<CudaSequenceHandle>(module_, spec_, sequence, capacity, loops);
  }

 private:
  ModulePtr module_;
  ModelSpec spec_;
  Precision precision_;
  int device_;
  std::string name_;
  cuda::Layout layout_;
  OuroscopeCudaModel* model_;
};

/// Gives the module the tensors of the table, a few rows at a time.
class Loader {
 public:
  Loader(const CudaModule& module, OuroscopeCudaModel* model, const ModelWeights& weights)
      : module_(module), model_(model), weights_(weights) {}

  void tensor(const TensorSpec& tensor) {
    if (tensor.shape.size() != 2 || tensor.rows == 1)
      return row(tensor.slot, tensor.layer, weights_.readVector(tensor));
    const int columns = tensor.columns();
    const std::int64_t piece = std::max(1, (16 << 20) / 4 / columns);
    for (std::int64_t first = 0; first < tensor.rows; first += piece) {
      const std::int64_t count = std::min(piece, tensor.rows - first);
      values_.resize(count * columns);
      weights_.readSlot(tensor, first, count, values_);
      give(tensor.slot, tensor.layer, first, count, values_.data());
    }
  }
  /// A norm or a bias.
  void row(TensorSlot slot, int layer, const std::vector<float>& values) {
    give(slot, layer, 0, 1, values.data());
  }

 private:
  void give(TensorSlot slot, int layer, std::int64_t first, std::int64_t rows,
            const float* values) {
    module_.check(module_.api().setWeight(model_, static_cast<std::int32_t>(slot), layer, first,
                                          rows, values));
  }
  const CudaModule& module_;
  OuroscopeCudaModel* model_;
  const ModelWeights& weights_;
  std::vector<float> values_;
};

}  // namespace

void requireGpuMemory(std::uint64_t bytes, std::uint64_t free, const std::string& what,
                      const std::string& advice) {
  if (bytes <= free) return;
  throw Error(what + " needs " + formatBytes(bytes) + " on the GPU, of which " + formatBytes(free) +
              " are free: " + advice);
}

std::uint64_t cudaWeightBytes(const ModelSpec& spec, Precision precision) {
  return layoutOf(spec, precision).weightBytes();
}

std::unique_ptr<Backend> loadCudaBackend(const ModelSpec& stored, const ModelWeights& weights,
                                         const CudaOptions& options, const std::stop_token& stop,
                                         const ProgressFn& progress) {
  requireImplemented(stored);
  ModelSpec spec = stored;
  if (options.gate) spec.exitGate = true;
  const ModulePtr module = CudaModule::load();
  module->devices();
  const OuroscopeCudaDevice device = module->describe(options.device);
  const std::uint64_t bytes = cudaWeightBytes(spec, options.precision);
  // On a card of another size than the tests' pretended one, CUDA's own share counts too.
  const std::uint64_t own = std::min(kContextBytes, device.totalBytes / 16);
  requireGpuMemory(bytes + own, device.freeBytes, "The model's weights",
                   options.precision == Precision::F32 ? "use --dtype bf16, or choose --device cpu."
                                                       : "choose another GPU, or --device cpu.");

  OuroscopeCudaModel* made = createModel(*module, spec, options);
  auto backend = std::make_unique<CudaBackend>(module, spec, options.precision, options.device,
                                               device.name, made);

  Loader load(*module, made, weights);
  const std::int64_t steps = std::ssize(spec.tensors);
  std::int64_t done = 0;
  for (const TensorSpec& tensor : spec.tensors) {
    if (progress) progress("Loading weights", done++, steps);
    if (stop.stop_requested()) throw Cancelled();
    load.tensor(tensor);
  }
  if (options.gate) {  // instead of the checkpoint's own
    load.row(TensorSlot::ExitGate, -1, options.gate->weight);
    load.row(TensorSlot::ExitGateBias, -1, {options.gate->bias});
  }
  if (progress) progress("Loading weights", steps, steps);
  return backend;
}

std::string whyNoCuda() {
  try {
    CudaModule::load()->devices();
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

std::vector<std::string> cudaDevices() {
  std::vector<std::string> lines;
  try {
    const ModulePtr module = CudaModule::load();
    for (int i = 0; i < module->devices(); ++i) {
      std::string line = "cuda:" + std::to_string(i) + ": ";
      try {
        const OuroscopeCudaDevice device = module->describe(i);
        line += std::string(device.name) + ", " + formatBytes(device.freeBytes) + " of " +
                formatBytes(device.totalBytes) + " free";
      } catch (const Error& error) {
        line += error.what();
      }
      lines.push_back(line);
    }
  } catch (const Error&) {  // whyNoCuda says it
  }
  return lines;
}

CudaLimits measureCudaLimits(int device) {
  const ModulePtr module = CudaModule::load();
  CudaLimits limits;
  module->check(module->api().measure(device, &limits.copyGbPerS, &limits.matrixGflops));
  limits.copyGbPerS /= 1e9;
  limits.matrixGflops /= 1e9;
  return limits;
}

}  // namespace ouroscope
