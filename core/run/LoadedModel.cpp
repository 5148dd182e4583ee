// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/LoadedModel.h"

namespace ouroscope {

std::optional<ModelRequest> requestAsRecorded(const LoadedModel& model, const TraceInfo& then) {
  if (then.configSha256 != model.configSha256 || then.weightsSha256 != model.weightsSha256 ||
      (then.dtype == model.backend->arithmetic() && then.gateName == model.gateName))
    return std::nullopt;
  ModelRequest request = model.request;
  request.gate = then.gateName;
  // As Backend::arithmetic() writes it: "bf16, int8 weights".
  const std::size_t comma = then.dtype.find(',');
  request.dtype = then.dtype.substr(0, comma);
  request.weights = comma == std::string::npos ? "stored" : "int8";
  return request;
}

}  // namespace ouroscope
