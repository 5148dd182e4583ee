// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/engine/LayerLenses.h"
#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Reads affine maps by loop and layer: tensors "loopR.layerI.weight" [d,d] and, where there is
/// one, "loopR.layerI.bias" [d], both counted from 1 (docs/lenses.md).
/// @throws Error where the file holds no map, one of another width, one of a layer or loop that the
/// run does not have, or a number that is not finite
std::shared_ptr<const LayerLenses> readLenses(const std::filesystem::path& path,
                                              const ModelSpec& spec, int loops);

/// What a file of lenses holds, as `info` shows it.
struct LensFileFacts {
  int maps = 0, biases = 0;
  int loops = 0, layers = 0;  ///< the deepest that have a map, counted from 1
  std::uint64_t width = 0;    ///< d
  std::string about;          ///< what `lens fit` wrote: JSON, or empty
};
/// Nothing where the file names no lens. @throws Error where it is no safetensors file
std::optional<LensFileFacts> lensFileFacts(const std::filesystem::path& path);

/// Writes such a file, whole or not at all. @throws Error
void writeLenses(const LayerLenses& lenses, const std::filesystem::path& path,
                 const std::string& about);

}  // namespace ouroscope
