// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/engine/Backend.h"
#include "core/model/ModelWeights.h"
#include "core/run/ModelRequest.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// A model folder with its tokenizer, loaded on a device (kernels/LoadedModel.h opens one).
struct LoadedModel {
  ModelRequest request;  ///< how it was asked for
  ModelFolder folder;
  std::unique_ptr<Tokenizer> tokenizer;
  std::unique_ptr<Backend> backend;
  std::string configSha256, weightsSha256;
  std::string gateName;              ///< of the gate that decides exits; empty where it has no name
  std::vector<ExitGate> otherGates;  ///< recorded beside it
};

}  // namespace ouroscope
