// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "core/model/DType.h"
#include "core/model/ModelWeights.h"
#include "core/model/ShardIndex.h"
#include "core/model/TensorRead.h"
#include "core/model/families/Family.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGates = "gates.safetensors";
constexpr std::size_t kMaxGates = 64;
constexpr std::size_t kMaxGateName = 64;

std::vector<float> readGateTensor(const SafetensorsFile& file, const std::string& name,
                                  const std::vector<std::uint64_t>& shape) {
  const std::string what = shownPath(file.path());
  const TensorInfo* tensor = file.find(name);
  if (!tensor)
    throw Error(what + ": tensor " + shownText(name) +
                " is missing; a gate has a weight and a bias.");
  if (tensor->shape != shape || !isWeightType(tensor->dtype))
    throw Error(what + ": tensor " + shownText(name) + " must be BF16, F16 or F32 of shape " +
                shapeText(shape) + " by config.json, found " +
                std::string(dtypeName(tensor->dtype)) + " " + shapeText(tensor->shape) + ".");
  std::vector<float> values(tensor->elements());
  readAsFloat(file, *tensor, 0, values);
  return values;
}

/// gates.safetensors: NAME.weight [1, d] and NAME.bias [1] per gate, metadata "default".
void readGates(const ContainedFolder& folder, ModelFolder& out) {
  const fs::path path = folder.path() / kGates;
  const auto file = SafetensorsFile::fromDescriptor(folder.open(kGates).release(), path);
  const std::string what = shownPath(path);
  std::set<std::string> names;
  for (const TensorInfo& t : file.tensors()) {
    const std::size_t dot = t.name.rfind('.');
    const std::string part = dot == std::string::npos ? "" : t.name.substr(dot + 1);
    if ((part != "weight" && part != "bias") || dot == 0 || dot > kMaxGateName)
      throw Error(what + ": tensor " + shownText(t.name) +
                  " is not part of a gate: NAME.weight or NAME.bias is expected.");
    names.insert(t.name.substr(0, dot));
  }
  if (names.empty() || names.size() > kMaxGates)
    throw Error(what + " must hold 1 to " + std::to_string(kMaxGates) + " gates, found " +
                std::to_string(names.size()) + ".");
  const std::uint64_t d = out.config.hiddenSize;
  for (const std::string& name : names)
    out.gates.push_back({name, readGateTensor(file, name + ".weight", {1, d}),
                         readGateTensor(file, name + ".bias", {1})[0]});
  if (const auto at = file.metadata().find("default"); at != file.metadata().end()) {
    if (!names.count(at->second))
      throw Error(what + ": the default gate " + shownText(at->second) +
                  " is not among its gates.");
    out.defaultGate = at->second;
  }
}

/// Exports that know nothing of an exit gate leave it out: such a model runs all loops, or exits by
/// a gate that lies beside it. Half a gate is a damaged checkpoint.
void leaveOutMissingGate(const Shards& shards, ModelFolder& out) {
  const TensorSpec *weight = out.spec.find(TensorSlot::ExitGate),
                   *bias = out.spec.find(TensorSlot::ExitGateBias);
  if (!out.spec.exitGate || shards.find(weight->name) || shards.find(bias->name)) return;
  out.spec.exitGate = false;
  std::erase_if(out.spec.tensors, [](const TensorSpec& tensor) {
    return tensor.slot == TensorSlot::ExitGate || tensor.slot == TensorSlot::ExitGateBias;
  });
  out.config.exitThreshold = 1;
  out.notes.push_back({NoteKind::NoGate});
}

/// People cut layers off by the number in config.json.
void noteUnusedLayers(const Shards& shards, ModelFolder& out) {
  const int last = out.config.layers - 1;
  const TensorSpec* query = out.spec.find(TensorSlot::Query, last);
  if (!query) return;
  // "model.layers.23.self_attn.q_proj.weight": the number of a layer is the only one.
  const std::size_t begin = query->name.find_first_of("0123456789");
  const std::size_t end = query->name.find('.', begin);
  if (begin == std::string::npos || end == std::string::npos) return;
  const int number = std::atoi(query->name.c_str() + begin);
  const std::string next =
      std::string(query->name, 0, begin) + std::to_string(number + 1) + query->name.substr(end);
  if (shards.find(next))
    out.notes.push_back({NoteKind::UnusedLayers, {std::to_string(out.config.layers)}});
}

/// The folder's own name; for a snapshot of the Hub cache the repository's, whose last component is
/// only a hash: ".../models--ByteDance--Ouro-1.4B/snapshots/574fa..." -> "Ouro-1.4B".
std::string displayName(const fs::path& path) {
  std::error_code code;
  fs::path real = fs::canonical(path, code);
  if (code) real = path;
  const std::string repository = real.parent_path().parent_path().filename().string();
  if (real.parent_path().filename() == "snapshots" && repository.rfind("models--", 0) == 0)
    return utf8Lossy(repository.substr(repository.rfind("--") + 2));
  return utf8Lossy(real.filename().string());
}

}  // namespace

ModelFolder ModelFolder::open(const ContainedFolder& folder) {
  ModelFolder out;
  out.path = folder.path();
  out.name = displayName(folder.path());
  ModelDescription description = readModel(folder);
  out.config = std::move(description.config);
  out.spec = std::move(description.spec);
  out.configHash = std::move(description.sha256);
  out.notes = std::move(description.notes);
  Shards shards = Shards::open(folder);
  out.notes.insert(out.notes.end(), shards.notes.begin(), shards.notes.end());
  leaveOutMissingGate(shards, out);
  noteUnusedLayers(shards, out);
  out.weights = ModelWeights::check(std::move(shards), folder, out.spec);
  if (folder.contains(kGates)) readGates(folder, out);
  if (out.gates.empty() && !out.spec.exitGate) out.config.exitThreshold = 1;  // the last loop
  return out;
}

std::string ModelFolder::weightsSha256(const std::stop_token& stop,
                                       const ProgressFn& progress) const {
  return weights->sha256(stop, progress);
}

}  // namespace ouroscope
