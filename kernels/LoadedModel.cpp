// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/LoadedModel.h"

#include <algorithm>
#include <charconv>
#include <future>

#include "core/model/HubCache.h"
#include "core/model/families/LoopWindow.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"
#include "kernels/cpu/CpuBackend.h"
#include "kernels/cuda/CudaBackend.h"
#include "kernels/cuda/CudaModule.h"

namespace ouroscope {

namespace {

/// What is chosen of the arithmetic when a model is opened.
void choose(ModelSpec& spec, const ModelRequest& request) {
  if (!request.loopLayers.empty())
    loopLayers(spec, loopWindowFrom(request.loopLayers, request.step));
  else if (!request.step.empty())
    throw Error("A rule for the steps goes with layers to loop: name them, such as 15-18.");
  if (request.lens != "coda" && request.lens != "logit")
    throw Error("Unknown lens \"" + printable(request.lens) + "\": choose coda or logit.");
  if (request.lens == "logit" && spec.stages.coda == 0)
    throw Error("The family " + spec.family +
                " has no layers after its loops, so every loop is read directly: leave the lens "
                "out.");
  if (request.lens == "logit") spec.lens = LensKind::Logit;
}

void check(const BackendRequest& request) {
  if (!isDevice(request.device))
    throw Error("Unknown device \"" + printable(request.device) +
                "\": choose auto, cpu, cuda or cuda:N.");
  if (request.dtype != "auto" && request.dtype != "f32" && request.dtype != "bf16")
    throw Error("Unknown arithmetic \"" + printable(request.dtype) +
                "\": choose auto, f32 or bf16.");
  if (request.weights != "stored" && request.weights != "int8")
    throw Error("Unknown form of weights \"" + printable(request.weights) +
                "\": choose stored or int8.");
  if (request.weights == "int8" && cudaNumber(request.device))
    throw Error("int8 weights are for the CPU: choose --device cpu, or the stored weights.");
}

}  // namespace

std::optional<int> cudaNumber(const std::string& name) {
  if (name == "cuda") return 0;
  if (name.rfind("cuda:", 0) != 0) return {};
  int number = -1;
  const char* end = name.data() + name.size();
  const auto [at, error] = std::from_chars(name.data() + 5, end, number);
  if (error != std::errc{} || at != end || number < 0) return {};
  return number;
}

bool isDevice(const std::string& name) {
  return name == "auto" || name == "cpu" || cudaNumber(name);
}

std::unique_ptr<Backend> loadBackend(const ModelSpec& spec, const ModelWeights& weights,
                                     const BackendRequest& request, const std::stop_token& stop,
                                     const ProgressFn& progress) {
  check(request);
  const bool bf16 = request.dtype == "bf16" || (request.dtype == "auto" && weights.storedAsBf16());
  const Precision precision = bf16 ? Precision::BF16 : Precision::F32;
  const std::optional<int> number =
      request.device == "auto" && request.weights == "stored" && nvidiaDriverInSight()
          ? 0
          : cudaNumber(request.device);
  if (number) {
    CudaOptions options;
    options.device = *number;
    options.precision = precision;
    options.gate = request.gate;
    try {
      return loadCudaBackend(spec, weights, options, stop, progress);
    } catch (const Cancelled&) {
      throw;
    } catch (const Error&) {
      if (request.device != "auto") throw;
    }
  }
  CpuOptions options;
  options.threads = request.threads;
  options.precision = precision;
  options.gate = request.gate;
  options.int8Weights = request.weights == "int8";
  return loadCpuBackend(spec, weights, options, stop, progress);
}

std::shared_ptr<LoadedModel> loadModel(const ModelRequest& request, const std::stop_token& stop,
                                       const ProgressFn& progress) {
  BackendRequest choice;
  choice.device = request.device;
  choice.dtype = request.dtype;
  choice.threads = request.threads;
  choice.weights = request.weights;
  check(choice);  // before the folder is read

  auto model = std::make_shared<LoadedModel>();
  model->request = request;
  const ContainedFolder folder = modelFolder(request.folder, request.followLinks);
  model->folder = ModelFolder::open(folder);
  choose(model->folder.spec, request);
  model->tokenizer = Tokenizer::open(folder);
  model->text = FolderText::read(folder);
  model->otherGates = model->folder.gates;
  std::string wanted = request.gate;
  if (model->folder.spec.exitGate)
    model->gateName = model->folder.defaultGate;
  else if (wanted.empty() && !model->otherGates.empty())  // a gate trained for a model without one
    wanted = model->folder.defaultGate.empty() ? model->otherGates.front().name
                                               : model->folder.defaultGate;

  if (!wanted.empty() && wanted != model->gateName) {
    const auto at = std::find_if(model->otherGates.begin(), model->otherGates.end(),
                                 [&](const ExitGate& g) { return g.name == wanted; });
    if (at == model->otherGates.end()) {
      std::string names;
      for (const ExitGate& g : model->otherGates)
        names += (names.empty() ? "" : ", ") + printable(g.name);
      throw Error(
          "The model has no gate \"" + printable(request.gate) + "\": " +
          (names.empty() ? "it ships no gates.safetensors." : "choose one of " + names + "."));
    }
    choice.gate = *at;
    model->gateName = wanted;
  }
  // The deciding gate is recorded once, as gate_logit.
  std::erase_if(model->otherGates, [&](const ExitGate& g) { return g.name == model->gateName; });

  model->configSha256 = model->folder.configSha256();
  // The checksum reads every byte once more: beside the packing, not after it.
  std::stop_source enough;
  const std::stop_callback cancelled(stop, [&] { enough.request_stop(); });
  auto checksum = std::async(std::launch::async,
                             [&] { return model->folder.weightsSha256(enough.get_token()); });
  try {
    model->backend =
        loadBackend(model->folder.spec, *model->folder.weights, choice, stop, progress);
  } catch (...) {
    enough.request_stop();
    throw;
  }
  model->weightsSha256 = checksum.get();
  return model;
}

}  // namespace ouroscope
