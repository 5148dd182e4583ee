// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/LoadedModel.h"

#include <algorithm>

#include "core/support/Error.h"
#include "kernels/cpu/CpuBackend.h"

namespace ouroscope {

std::string whyNoCuda() {
  return "This build has no CUDA module: runs use the CPU.";
}

std::shared_ptr<LoadedModel> loadModel(const ModelRequest& request, std::stop_token stop,
                                       const ProgressFn& progress) {
  if (request.device == "cuda" || request.device.rfind("cuda:", 0) == 0)
    throw Error(whyNoCuda() + " Choose --device cpu.");
  if (request.device != "auto" && request.device != "cpu")
    throw Error("\"" + request.device + "\" is no device: choose auto, cpu or cuda.");
  if (request.dtype != "auto" && request.dtype != "f32" && request.dtype != "bf16")
    throw Error("\"" + request.dtype + "\" is no arithmetic: choose auto, f32 or bf16.");

  auto model = std::make_shared<LoadedModel>();
  model->folder = ModelFolder::open(request.folder);
  model->tokenizer = Tokenizer::open(request.folder);
  model->gateName = model->folder.defaultGate;
  model->otherGates = model->folder.gates;

  CpuOptions options;
  options.threads = request.threads;
  const bool bf16 =
      request.dtype == "bf16" || (request.dtype == "auto" && model->folder.weights->storedAsBf16());
  options.precision = bf16 ? Precision::BF16 : Precision::F32;
  if (!request.gate.empty() && request.gate != model->gateName) {
    const auto at = std::find_if(model->otherGates.begin(), model->otherGates.end(),
                                 [&](const ExitGate& g) { return g.name == request.gate; });
    if (at == model->otherGates.end()) {
      std::string names;
      for (const ExitGate& g : model->otherGates) names += (names.empty() ? "" : ", ") + g.name;
      throw Error(
          "The model has no gate \"" + request.gate + "\": " +
          (names.empty() ? "it ships no gates.safetensors." : "choose one of " + names + "."));
    }
    options.gate = *at;
    model->gateName = request.gate;
  }
  // The deciding gate is recorded once, as gate_logit.
  std::erase_if(model->otherGates, [&](const ExitGate& g) { return g.name == model->gateName; });

  model->configSha256 = model->folder.configSha256();
  model->backend =
      loadCpuBackend(model->folder.config, *model->folder.weights, options, stop, progress);
  model->weightsSha256 = model->folder.weightsSha256(stop, progress);
  return model;
}

TraceInfo describeRun(const LoadedModel& model, const RunRequest& request, bool chat) {
  TraceInfo info;
  info.toolVersion = OUROSCOPE_VERSION;
  info.modelName = model.folder.name;
  info.configSha256 = model.configSha256;
  info.weightsSha256 = model.weightsSha256;
  info.dtype = model.backend->precision() == Precision::BF16 ? "bf16" : "f32";
  info.device = model.backend->device();
  info.tokenizerKind = model.tokenizer->kind();
  info.vocabSize = model.folder.config.vocabSize;
  info.hiddenSize = model.folder.config.hiddenSize;
  info.layers = model.folder.config.layers;
  info.loopsTrained = model.folder.config.trainedLoops;
  info.promptTokens = static_cast<int>(request.prompt.size());
  info.chat = chat;
  info.sampling = request.sampling;
  info.exitThreshold = request.exitThreshold;
  info.kvPolicy = kvPolicyName(request.kvPolicy);
  info.tracked = request.tracked;
  info.gateName = model.gateName;
  for (const ExitGate& gate : request.otherGates) info.otherGates.push_back(gate.name);
  info.captured = request.capture;
  return info;
}

}  // namespace ouroscope
