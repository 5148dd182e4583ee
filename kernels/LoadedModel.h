// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
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
  std::string device = "auto";  ///< "auto", "cpu" or "cuda"
  std::string dtype = "auto";   ///< "f32", "bf16" or "auto": bf16 where the weights are stored so
  std::string gate;  ///< name of a gate in gates.safetensors; empty: the checkpoint's own
  int threads = 0;   ///< 0: all processors
};

/// A model folder with its tokenizer, loaded on a device. The one place where a device is chosen.
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

/// Why CUDA is not used, in one sentence.
std::string whyNoCuda();

}  // namespace ouroscope
