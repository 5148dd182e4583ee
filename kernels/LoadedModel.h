// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/engine/Engine.h"
#include "core/model/ModelWeights.h"
#include "core/text/Tokenizer.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// Which model to open, and how.
struct ModelRequest {
  std::filesystem::path folder;
  std::string device = "auto";  ///< "auto", "cpu", "cuda" (the first GPU) or "cuda:N"
  std::string dtype = "auto";   ///< "f32", "bf16" or "auto": bf16 where the weights are stored so
  std::string weights =
      "stored";      ///< "stored", or "int8": the layers' matrices in 8 bits (CPU, bf16)
  std::string gate;  ///< name of a gate in gates.safetensors; empty: the checkpoint's own
  int threads = 0;   ///< 0: all processors
};

/// Whether `name` is "auto", "cpu", "cuda" or "cuda:N".
bool isDevice(const std::string& name);
/// N of "cuda:N", 0 of "cuda"; nothing of another name.
std::optional<int> cudaNumber(const std::string& name);

/// What decides where and how weights are loaded; fields as in ModelRequest.
struct BackendRequest {
  std::string device = "auto", dtype = "auto";
  std::optional<ExitGate> gate;    ///< decides exits instead of the checkpoint's own
  std::string weights = "stored";  ///< as in ModelRequest
  int threads = 0;
};
/// The one place where a device is chosen. "auto" takes the first GPU where there is a driver, a
/// GPU and room for the model, else the CPU. @throws Error; Cancelled.
std::unique_ptr<Backend> loadBackend(const ModelSpec& spec, const ModelWeights& weights,
                                     const BackendRequest& request, std::stop_token stop = {},
                                     const ProgressFn& progress = {});

/// A model folder with its tokenizer, loaded on a device.
struct LoadedModel {
  ModelFolder folder;
  std::unique_ptr<Tokenizer> tokenizer;
  std::unique_ptr<Backend> backend;
  std::string configSha256, weightsSha256;
  std::string gateName;              ///< of the gate that decides exits; empty where it has no name
  std::vector<ExitGate> otherGates;  ///< recorded beside it
};

/// @throws Error (bad folder, unknown gate or device, not enough memory); Cancelled.
std::shared_ptr<LoadedModel> loadModel(const ModelRequest& request, std::stop_token stop = {},
                                       const ProgressFn& progress = {});

/// The trace metadata of a run on this model.
TraceInfo describeRun(const LoadedModel& model, const RunRequest& request, bool chat);

}  // namespace ouroscope
