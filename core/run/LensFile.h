// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>

#include "core/engine/LayerLenses.h"
#include "core/model/families/ModelSpec.h"

namespace ouroscope {

/// Reads affine maps by loop and layer: tensors "loopR.layerI.weight" [d,d] and, where there is
/// one, "loopR.layerI.bias" [d], both counted from 1 (docs/lenses.md).
/// @throws Error where the file holds no map, one of another width, one of a layer or loop that the
/// run does not have, or a number that is not finite
std::shared_ptr<const LayerLenses> readLenses(const std::filesystem::path& path,
                                              const ModelSpec& spec, int loops);

/// Writes such a file, whole or not at all. @throws Error
void writeLenses(const LayerLenses& lenses, const std::filesystem::path& path,
                 const std::string& about);

}  // namespace ouroscope
