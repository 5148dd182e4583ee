// SPDX-License-Identifier: GPL-3.0-or-later
// The C interface of the module (Api.h): nothing thrown inside passes it.
#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "kernels/cuda/Api.h"
#include "kernels/cuda/CudaSequence.h"
#include "kernels/cuda/Measure.h"
#include "kernels/cuda/SpecNumbers.h"

using namespace ouroscope;
using namespace ouroscope::cuda;

struct OuroscopeCudaModel {
  Model model;
};
/// The program's edits, as a sequence asks them.
class ProgramEdits : public StateEdits {
 public:
  ProgramEdits(const OuroscopeCudaEdits& edits, int width) : edits_(edits), width_(width) {}
  bool touches(int position) const override {
    return edits_.touches(edits_.context, position) != 0;
  }
  bool at(StatePlace place, int position) const override {
    return edits_.at(edits_.context, place.loop, place.layer, position) != 0;
  }
  void edit(StatePlace place, std::span<const std::int32_t> positions,
            std::span<float> states) override {
    if (states.size() != positions.size() * size(width_))
      throw std::logic_error("edit: states of another width");
    if (!edits_.edit(edits_.context, place.loop, place.layer, positions.data(), intSize(positions),
                     states.data()))
      throw Error("An intervention failed.");
  }
  int repeats(int loop, int position) const override {
    return edits_.repeats(edits_.context, loop, position);
  }

 private:
  OuroscopeCudaEdits edits_;
  int width_;
};

struct OuroscopeCudaSequence {
  std::unique_ptr<ProgramEdits> edits;  ///< outlives the sequence
  std::unique_ptr<ModuleSequence> sequence;
};

namespace {

std::string& lastSentence() {
  static thread_local std::string sentence;
  return sentence;
}

template <class Work>
std::int32_t guarded(const Work& work) {
  const auto failed = [](std::int32_t status, const char* sentence) {
    lastSentence() = sentence;
    return status;
  };
  try {
    work();
    return OUROSCOPE_CUDA_DONE;
  } catch (const OutOfMemory& error) {
    return failed(OUROSCOPE_CUDA_OUT_OF_MEMORY, error.what());
  } catch (const Cancelled& error) {
    return failed(OUROSCOPE_CUDA_CANCELLED, error.what());
  } catch (const std::logic_error& error) {
    return failed(OUROSCOPE_CUDA_MISUSE, error.what());
  } catch (const std::exception& error) {
    return failed(OUROSCOPE_CUDA_FAILED, error.what());
  } catch (...) {
    return failed(OUROSCOPE_CUDA_FAILED, "The CUDA module failed for a reason it cannot name.");
  }
}

const char* lastError() {
  return lastSentence().c_str();
}

/// "13.0" of 13000.
std::string versionText(int version) {
  return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

int countDevices() {
  int count = 0;
  const cudaError_t error = cudaGetDeviceCount(&count);
  if (error == cudaSuccess && count > 0) return count;
  (void)cudaGetLastError();
  int driver = 0, runtime = 0;
  (void)cudaDriverGetVersion(&driver);
  (void)cudaRuntimeGetVersion(&runtime);
  if (error == cudaErrorStubLibrary || (error == cudaErrorInsufficientDriver && driver == 0))
    throw Error("No NVIDIA driver is installed.");
  if (error == cudaErrorInsufficientDriver)
    throw Error("The NVIDIA driver is too old: it knows CUDA up to " + versionText(driver) +
                ", and this module needs " + versionText(runtime) + ". Update the driver.");
  if (error == cudaErrorNoDevice || error == cudaSuccess)
    throw Error("There is a driver, but no NVIDIA GPU that CUDA can use.");
  throw Error(std::string("CUDA cannot be used: ") + cudaGetErrorString(error) + " (CUDA error " +
              std::to_string(static_cast<int>(error)) + ").");
}

/// Device code is there for compute capability 8.0 and newer.
void requireDevice(int device) {
  const int count = countDevices();
  if (device < 0 || device >= count)
    throw Error("There is no GPU number " + std::to_string(device) + ": " +
                (count == 1 ? std::string("the only one is cuda:0.")
                            : "they go from cuda:0 to cuda:" + std::to_string(count - 1) + "."));
  cudaDeviceProp properties{};
  check(cudaGetDeviceProperties(&properties, device), "looking at the device");
  if (properties.major < 8)
    throw Error(std::string("The GPU ") + properties.name + " has compute capability " +
                std::to_string(properties.major) + "." + std::to_string(properties.minor) +
                ", and bf16 needs 8.0 or newer.");
  check(cudaSetDevice(device), "choosing the device");
}

LensRequest requestOf(const OuroscopeCudaLens& r) {
  LensRequest request;
  request.first = r.first;
  request.count = r.count;
  request.topK = r.topK;
  if (r.next) request.next = std::span(r.next, r.count);
  if (r.tracked) request.tracked = std::span(r.tracked, r.trackedCount);
  request.logits = r.logits;
  request.steps = r.klStep != nullptr;
  return request;
}
void give(const LensResult& result, const OuroscopeCudaLens& to) {
  const auto copy = [](const auto& column, auto* out) {
    std::copy(column.begin(), column.end(), out);
  };
  copy(result.logSumExp, to.logSumExp);
  copy(result.entropy, to.entropy);
  copy(result.nextLogProb, to.nextLogProb);
  copy(result.kl, to.kl);
  copy(result.klStep, to.klStep);
  copy(result.jsStep, to.jsStep);
  copy(result.topLogProb, to.topLogProb);
  copy(result.trackedLogProb, to.trackedLogProb);
  copy(result.nextRank, to.nextRank);
  copy(result.topId, to.topId);
  copy(result.trackedRank, to.trackedRank);
}

std::int32_t deviceCount(std::int32_t* count) {
  return guarded([&] { *count = countDevices(); });
}
std::int32_t describe(std::int32_t device, OuroscopeCudaDevice* out) {
  return guarded([&] {
    requireDevice(device);
    cudaDeviceProp properties{};
    check(cudaGetDeviceProperties(&properties, device), "looking at the device");
    *out = {};
    std::copy_n(properties.name, sizeof out->name - 1, out->name);
    std::size_t free = 0, total = 0;
    check(cudaMemGetInfo(&free, &total), "looking at the device's memory");
    out->freeBytes = free;
    out->totalBytes = total;
    out->major = properties.major;
    out->minor = properties.minor;
    out->multiprocessors = properties.multiProcessorCount;
  });
}
std::int32_t measure(std::int32_t device, double* copyRate, double* matrixRate) {
  return guarded([&] {
    requireDevice(device);
    *copyRate = measureCopy();
    *matrixRate = measureProducts();
  });
}

std::int32_t createModel(std::int32_t device, const double* spec, std::int64_t count,
                         std::int32_t bf16, OuroscopeCudaModel** out) {
  return guarded([&] {
    requireDevice(device);
    *out = new OuroscopeCudaModel{Model(device, {specOf(std::span(spec, count)), bf16 != 0})};
  });
}
void destroyModel(OuroscopeCudaModel* model) {
  delete model;
}
std::int32_t setWeight(OuroscopeCudaModel* model, std::int32_t slot, std::int32_t layer,
                       std::int64_t firstRow, std::int64_t rows, const float* values) {
  return guarded([&] {
    check(cudaSetDevice(model->model.device), "choosing the device");
    model->model.setWeight(static_cast<TensorSlot>(slot), layer, firstRow, rows, values);
  });
}

std::int32_t createSequence(OuroscopeCudaModel* model, std::int32_t capacity, std::int32_t loops,
                            OuroscopeCudaSequence** out) {
  return guarded([&] {
    check(cudaSetDevice(model->model.device), "choosing the device");
    auto made = std::make_unique<OuroscopeCudaSequence>();
    if (model->model.layout.bf16)
      made->sequence = std::make_unique<CudaSequence<Bf16>>(model->model, capacity, loops);
    else
      made->sequence = std::make_unique<CudaSequence<float>>(model->model, capacity, loops);
    *out = made.release();
  });
}
void destroySequence(OuroscopeCudaSequence* sequence) {
  delete sequence;
}
void setStartSeed(OuroscopeCudaSequence* s, std::uint64_t seed) {
  s->sequence->setStartSeed(seed);
}
void setEdits(OuroscopeCudaSequence* s, const OuroscopeCudaEdits* edits) {
  s->edits = edits ? std::make_unique<ProgramEdits>(*edits, s->sequence->stateWidth()) : nullptr;
  s->sequence->setEdits(s->edits.get());
}
void captureAttention(OuroscopeCudaSequence* s, std::int32_t on) {
  s->sequence->captureAttention(on != 0);
}
void setLenses(OuroscopeCudaSequence* s, const OuroscopeCudaMaps* maps) {
  s->sequence->setMaps(maps ? *maps : OuroscopeCudaMaps{});
}
std::int32_t maxBatch(const OuroscopeCudaSequence* s) {
  return s->sequence->maxBatch();
}
std::int32_t length(const OuroscopeCudaSequence* s) {
  return s->sequence->length();
}
std::int32_t loopsRun(const OuroscopeCudaSequence* s) {
  return s->sequence->loopsRun();
}
std::int32_t begin(OuroscopeCudaSequence* s, const std::int32_t* tokens, std::int32_t count,
                   std::int32_t captureLayers) {
  return guarded([&] { s->sequence->begin(std::span(tokens, count), captureLayers != 0); });
}
std::int32_t runLoop(OuroscopeCudaSequence* s, OuroscopeCudaStop stop, void* context) {
  return guarded([&] { s->sequence->run([&] { return stop && stop(context) != 0; }); });
}
/// The receiving arrays are as large as the call says: the program made them.
std::span<float> whole(float* out) {
  return {out, static_cast<std::size_t>(-1) / sizeof(float)};
}
std::int32_t hidden(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t first,
                    std::int32_t count, float* out) {
  return guarded([&] { s->sequence->hidden(loop, first, count, whole(out)); });
}
std::int32_t stateSteps(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t first,
                        std::int32_t count, float* norm, float* step, float* cosine) {
  return guarded([&] {
    s->sequence->stateSteps(loop, first, count, {whole(norm), whole(step), whole(cosine)});
  });
}
std::int32_t residualNorms(const OuroscopeCudaSequence* s, std::int32_t loop, float* out) {
  return guarded([&] { s->sequence->residualNorms(loop, whole(out)); });
}
std::int32_t gateLogits(const OuroscopeCudaSequence* s, std::int32_t loop, float* out) {
  return guarded([&] { s->sequence->gateLogits(loop, whole(out)); });
}
std::int32_t layerState(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t layer,
                        std::int32_t first, std::int32_t count, float* out) {
  return guarded([&] { s->sequence->layerState(loop, layer, first, count, whole(out)); });
}
std::int32_t loopStart(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t first,
                       std::int32_t count, float* out) {
  return guarded([&] { s->sequence->loopStart(loop, first, count, whole(out)); });
}
std::int32_t attention(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t layer,
                       std::int32_t row, float* out) {
  return guarded([&] { s->sequence->attention(loop, layer, row, whole(out)); });
}
std::int32_t keysAndValues(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t layer,
                           std::int32_t first, std::int32_t count, float* keys, float* values) {
  return guarded(
      [&] { s->sequence->keysAndValues(loop, layer, first, count, whole(keys), whole(values)); });
}
std::int32_t lens(const OuroscopeCudaSequence* s, const OuroscopeCudaLens* request) {
  return guarded([&] {
    LensResult result;
    s->sequence->lens(requestOf(*request), result);
    give(result, *request);
  });
}
std::int32_t layerLens(const OuroscopeCudaSequence* s, std::int32_t loop,
                       const OuroscopeCudaLens* request) {
  return guarded([&] {
    LensResult result;
    s->sequence->layerLens(loop, requestOf(*request), result);
    give(result, *request);
  });
}
std::int32_t logits(const OuroscopeCudaSequence* s, std::int32_t loop, std::int32_t position,
                    float* out) {
  return guarded([&] { s->sequence->logits(loop, position, whole(out)); });
}
std::int32_t finish(OuroscopeCudaSequence* s, std::int32_t policy) {
  return guarded([&] {
    constexpr KvPolicy kPolicies[] = {KvPolicy::Full, KvPolicy::LastExited,
                                      KvPolicy::LatestAvailable};
    if (policy < 0 || policy > 2) throw std::logic_error("finish: no such policy");
    s->sequence->finish(kPolicies[policy]);
  });
}
std::int32_t shareDeepest(OuroscopeCudaSequence* s, std::int32_t first, std::int32_t count) {
  return guarded([&] { s->sequence->shareDeepest(first, count); });
}
std::int32_t truncate(OuroscopeCudaSequence* s, std::int32_t newLength) {
  return guarded([&] { s->sequence->truncate(newLength); });
}
std::int32_t forkSequence(const OuroscopeCudaSequence* s, OuroscopeCudaSequence** out) {
  return guarded([&] {
    auto made = std::make_unique<OuroscopeCudaSequence>();
    // What a ModuleSequence forks is one.
    made->sequence.reset(static_cast<ModuleSequence*>(s->sequence->fork().release()));
    *out = made.release();
  });
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const OuroscopeCudaApi* ouroscope_cuda_api() {
  static const OuroscopeCudaApi api = [] {
    OuroscopeCudaApi a{};
    a.abi = OUROSCOPE_CUDA_ABI;
    a.size = sizeof(OuroscopeCudaApi);
    a.lastError = lastError;
    a.deviceCount = deviceCount;
    a.describe = describe;
    a.measure = measure;
    a.createModel = createModel;
    a.destroyModel = destroyModel;
    a.setWeight = setWeight;
    a.createSequence = createSequence;
    a.destroySequence = destroySequence;
    a.setStartSeed = setStartSeed;
    a.setEdits = setEdits;
    a.captureAttention = captureAttention;
    a.setLenses = setLenses;
    a.maxBatch = maxBatch;
    a.length = length;
    a.loopsRun = loopsRun;
    a.begin = begin;
    a.runLoop = runLoop;
    a.hidden = hidden;
    a.stateSteps = stateSteps;
    a.residualNorms = residualNorms;
    a.gateLogits = gateLogits;
    a.layerState = layerState;
    a.loopStart = loopStart;
    a.attention = attention;
    a.keysAndValues = keysAndValues;
    a.lens = lens;
    a.layerLens = layerLens;
    a.logits = logits;
    a.finish = finish;
    a.shareDeepest = shareDeepest;
    a.truncate = truncate;
    a.fork = forkSequence;
    return a;
  }();
  return &api;
}
