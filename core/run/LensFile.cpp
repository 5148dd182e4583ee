// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/LensFile.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/model/SafetensorsFile.h"
#include "core/model/TensorRead.h"
#include "core/run/FileHash.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Memory.h"

namespace ouroscope {
namespace {

constexpr const char* kAbout = "ouroscope.lens";  ///< in the metadata: how the maps were fitted

/// "loopR.layerI.weight" or "... .bias".
struct Address {
  int loop = 0, layer = 0;  ///< from 0
  bool bias = false;
};

std::optional<Address> addressOf(std::string_view name) {
  Address out;
  const auto take = [&](std::string_view word, int* number) {
    if (!name.starts_with(word)) return false;
    name.remove_prefix(word.size());
    if (!number) return true;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), *number);
    if (error != std::errc{} || *number < 1) return false;
    name.remove_prefix(end - name.data());
    --*number;
    return true;
  };
  if (!take("loop", &out.loop) || !take(".layer", &out.layer)) return {};
  out.bias = name == ".bias";
  if (!out.bias && name != ".weight") return {};
  return out;
}

}  // namespace

std::shared_ptr<const LayerLenses> readLenses(const std::filesystem::path& path,
                                              const ModelSpec& spec, int loops) {
  const std::string shown = shownPath(path);
  const SafetensorsFile file = SafetensorsFile::open(path);
  requireMemory(file.fileBytes(), "The lenses of " + shown);
  auto out = std::make_shared<LayerLenses>();
  out->loops = loops;
  out->layers = spec.stages.core;
  out->width = spec.hiddenSize;
  out->name = path.filename().string();
  out->sha256 = fileSha256(file);
  const std::size_t cells = std::size_t{1} * loops * out->layers;
  out->weights.resize(cells);
  out->biases.resize(cells);
  const std::uint64_t d = spec.hiddenSize;
  for (const TensorInfo& tensor : file.tensors()) {
    const std::string where = shown + ": tensor " + shownText(tensor.name);
    const auto at = addressOf(tensor.name);
    if (!at)
      throw Error(where +
                  " is no lens: they are called loopR.layerI.weight and loopR.layerI.bias, "
                  "counted from 1.");
    if (at->loop >= loops || at->layer >= out->layers)
      throw Error(where + " is of a loop or a layer that the run does not have: it has " +
                  std::to_string(loops) + " loops of " + std::to_string(out->layers) + " layers.");
    if (!isWeightType(tensor.dtype))
      throw Error(where + " is " + std::string(dtypeName(tensor.dtype)) +
                  ": a lens is F32, F16 or BF16.");
    const std::vector<std::uint64_t> wanted =
        at->bias ? std::vector<std::uint64_t>{d} : std::vector<std::uint64_t>{d, d};
    if (tensor.shape != wanted)
      throw Error(where + " has another shape than a lens of this model, whose states have " +
                  std::to_string(d) + " channels.");
    std::vector<float>& to =
        (at->bias ? out->biases : out->weights)[at->loop * out->layers + at->layer];
    to.resize(tensor.elements());
    readAsFloat(file, tensor, 0, to);
    if (!std::ranges::all_of(to, [](float v) { return std::isfinite(v); }))
      throw Error(where + " holds a NaN or an infinity.");
  }
  bool any = false;
  for (std::size_t i = 0; i < cells; ++i) {
    any = any || !out->weights[i].empty();
    if (out->weights[i].empty() && !out->biases[i].empty())
      throw Error(shown + " has a bias without a weight at loop " +
                  std::to_string(i / out->layers + 1) + ", layer " +
                  std::to_string(i % out->layers + 1) + ".");
  }
  if (!any) throw Error(shown + " holds no lens: give a file with loopR.layerI.weight in it.");
  return out;
}

std::optional<LensFileFacts> lensFileFacts(const std::filesystem::path& path) {
  const SafetensorsFile file = SafetensorsFile::open(path);
  LensFileFacts out;
  for (const TensorInfo& tensor : file.tensors()) {
    const auto at = addressOf(tensor.name);
    if (!at) return {};
    ++(at->bias ? out.biases : out.maps);
    out.loops = std::max(out.loops, at->loop + 1);
    out.layers = std::max(out.layers, at->layer + 1);
    if (!tensor.shape.empty()) out.width = tensor.shape.front();
  }
  if (out.maps == 0) return {};
  if (const auto about = file.metadata().find(kAbout); about != file.metadata().end())
    out.about = about->second;
  return out;
}

void writeLenses(const LayerLenses& lenses, const std::filesystem::path& path,
                 const std::string& about) {
  std::vector<TensorToWrite> tensors;
  const std::uint64_t d = lenses.width;
  for (int loop = 0; loop < lenses.loops; ++loop)
    for (int layer = 0; layer < lenses.layers; ++layer) {
      const std::size_t at = std::size_t{1} * loop * lenses.layers + layer;
      const std::string name =
          "loop" + std::to_string(loop + 1) + ".layer" + std::to_string(layer + 1);
      const auto add = [&](const char* part, const std::vector<float>& values,
                           std::vector<std::uint64_t> shape) {
        if (values.empty()) return;
        TensorToWrite tensor;
        tensor.name = name + part;
        tensor.dtype = DType::F32;
        tensor.shape = std::move(shape);
        tensor.data = std::as_bytes(std::span(values));
        tensors.push_back(std::move(tensor));
      };
      add(".weight", lenses.weights[at], {d, d});
      add(".bias", lenses.biases[at], {d});
    }
  writeSafetensors(path, tensors, {{kAbout, about}});
}

}  // namespace ouroscope
