// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/Backend.h"
#include "core/model/ModelWeights.h"
#include "core/record/TraceInfo.h"
#include "core/run/ModelRequest.h"
#include "core/text/FolderText.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// A model folder with its tokenizer, loaded on a device (kernels/LoadedModel.h opens one).
struct LoadedModel {
  ModelRequest request;  ///< how it was asked for
  ModelFolder folder;
  std::unique_ptr<Tokenizer> tokenizer;
  FolderText text;  ///< what the folder says beside it
  std::unique_ptr<Backend> backend;
  std::string configSha256, weightsSha256;
  std::string gateName;              ///< of the gate that decides exits; empty where it has no name
  std::vector<ExitGate> otherGates;  ///< recorded beside it
};

/// How to open this model so that it runs as it did for a record: in the same arithmetic, with the
/// same gate, lens and loops. Empty where it is open so, and where the record is of another model.
std::optional<ModelRequest> requestAsRecorded(const LoadedModel& model, const TraceInfo& then);

}  // namespace ouroscope
