// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/run/LoadedModel.h"
#include "core/support/Progress.h"

namespace ouroscope {

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
                                     const BackendRequest& request,
                                     const std::stop_token& stop = {},
                                     const ProgressFn& progress = {});

/// @throws Error (bad folder, unknown gate or device, not enough memory); Cancelled.
std::shared_ptr<LoadedModel> loadModel(const ModelRequest& request,
                                       const std::stop_token& stop = {},
                                       const ProgressFn& progress = {});

}  // namespace ouroscope
