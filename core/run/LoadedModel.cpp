// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/LoadedModel.h"

#include "core/run/Branch.h"
#include "core/run/RunRecording.h"

namespace ouroscope {

namespace {

/// Asks for the loops of the record where layers of a plain model were looped.
void askForLoops(ModelRequest& request, const TraceInfo& then) {
  const bool window = then.prelude > 0 || then.coda > 0 || then.stepRule != "replace";
  // A weight that no request gives is that of the folder's own window.
  if (!window || (then.stepRule != "replace" && then.stepWeight != ModelSpec().stepWeight)) {
    request.loopLayers.clear();
    request.step.clear();
    return;
  }
  request.loopLayers =
      std::to_string(then.prelude + 1) + "-" + std::to_string(then.prelude + then.layers);
  request.step = then.stepRule;
}

}  // namespace

std::optional<ModelRequest> requestAsRecorded(const LoadedModel& model, const TraceInfo& then) {
  const TraceInfo now = describeModel(model.backend->spec());
  if (then.configSha256 != model.configSha256 || then.weightsSha256 != model.weightsSha256 ||
      (then.dtype == model.backend->arithmetic() && then.gateName == model.gateName &&
       then.lens == now.lens && sameLoops(then, now)))
    return std::nullopt;
  ModelRequest request = model.request;
  request.gate = then.gateName;
  request.lens = then.lens == "logit" ? "logit" : "coda";
  if (!sameLoops(then, now)) askForLoops(request, then);
  // As Backend::arithmetic() writes it: "bf16, int8 weights".
  const std::size_t comma = then.dtype.find(',');
  request.dtype = then.dtype.substr(0, comma);
  request.weights = comma == std::string::npos ? "stored" : "int8";
  return request;
}

}  // namespace ouroscope
