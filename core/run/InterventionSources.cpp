// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/InterventionSources.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/model/SafetensorsFile.h"
#include "core/model/TensorRead.h"
#include "core/run/FileHash.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Numbers.h"
#include "core/trace/Trace.h"

namespace ouroscope {
namespace {

std::string dims(const std::vector<std::uint64_t>& shape) {
  std::string text;
  for (const std::uint64_t n : shape) text += (text.empty() ? "" : ", ") + std::to_string(n);
  return "[" + text + "]";
}

const TensorInfo& tensorOf(const SafetensorsFile& file, const std::string& name,
                           const std::string& shown) {
  if (name.empty()) {
    if (file.tensors().size() != 1)
      throw Error(shown + " holds " + std::to_string(file.tensors().size()) +
                  " tensors: say which one with tensor=.");
    return file.tensors().front();
  }
  const TensorInfo* tensor = file.find(name);
  if (!tensor) throw Error(shown + " holds no tensor " + shownText(name) + ".");
  return *tensor;
}

/// One vector of the width of a state.
SourceStates vectorOf(const SafetensorsFile& file, const Intervention& what, int width) {
  const std::string shown = shownText(what.file, 300);
  const TensorInfo& tensor = tensorOf(file, what.tensor, shown);
  const std::string where = shown + ": tensor " + shownText(tensor.name);
  if (!isWeightType(tensor.dtype))
    throw Error(where + " is " + std::string(dtypeName(tensor.dtype)) +
                ": a vector is F32, F16 or BF16.");
  if (tensor.elements() != std::uint64_t(width) || tensor.shape.back() != std::uint64_t(width))
    throw Error(where + " has the shape " + dims(tensor.shape) + ": a state of this model is [" +
                std::to_string(width) + "].");
  SourceStates out;
  out.values.resize(width);
  readAsFloat(file, tensor, 0, out.values);
  if (!std::ranges::all_of(out.values, [](float v) { return std::isfinite(v); }))
    throw Error(where + " holds a NaN or an infinity.");
  if (what.kind == InterventionKind::Remove && dot(out.values, out.values) == 0)
    throw Error(where + " is zero, which is no direction.");
  return out;
}

SourceStates statesOf(const Intervention& what, const TraceInfo& model) {
  const std::string shown = shownText(what.trace, 300);
  const TracePtr trace = readTrace(what.trace);
  const TraceInfo& info = trace->info();
  if (!info.captured.hidden)
    throw Error(shown + " holds no states: record it with --capture hidden.");
  if (info.hiddenSize != model.hiddenSize)
    throw Error(shown + " holds states of width " + std::to_string(info.hiddenSize) +
                ": those of this model have " + std::to_string(model.hiddenSize) + ".");
  return {trace->tokens(), trace->loops(), trace->hidden()};
}

}  // namespace

std::vector<AppliedIntervention> withSources(std::vector<Intervention> list,
                                             const TraceInfo& model) {
  std::vector<AppliedIntervention> out;
  for (Intervention& what : list) {
    AppliedIntervention one{std::move(what), nullptr};
    if (one.what.hasSource()) {
      std::string& path = one.what.file.empty() ? one.what.trace : one.what.file;
      const SafetensorsFile file = SafetensorsFile::open(path);
      const std::string hash = fileSha256(file);
      if (!one.what.sha256.empty() && one.what.sha256 != hash)
        throw Error(shownText(path, 300) + " has the sha256 " + hash +
                    ": it is another file than the intervention names.");
      one.source = std::make_shared<SourceStates>(one.what.file.empty()
                                                      ? statesOf(one.what, model)
                                                      : vectorOf(file, one.what, model.hiddenSize));
      one.what.sha256 = hash;
      path = std::filesystem::path(path).filename().string();
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<AppliedIntervention> withoutSources(const std::vector<Intervention>& list) {
  std::vector<AppliedIntervention> out;
  for (const Intervention& what : list) {
    if (what.hasSource())
      throw Error("The run of this record had the intervention " +
                  shownText(interventionText(what), 300) +
                  ", whose vector is not in the record: order the whole run again.");
    out.push_back({what, nullptr});
  }
  return out;
}

std::vector<Intervention> recordedInterventions(const std::vector<AppliedIntervention>& list) {
  std::vector<Intervention> out;
  for (const AppliedIntervention& one : list) out.push_back(one.what);
  return out;
}

}  // namespace ouroscope
