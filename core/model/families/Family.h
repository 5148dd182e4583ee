// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/ModelConfig.h"
#include "core/model/families/ModelSpec.h"
#include "core/record/Note.h"
#include "core/support/ContainedFolder.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

/// What config.json says: the numbers that programs show and ask for, and the arithmetic.
struct ModelDescription {
  ModelConfig config;
  ModelSpec spec;
  std::string sha256 = {};       ///< (hex) of the config.json that was read
  std::vector<Note> notes = {};  ///< what a person should know of it
};

/// The shape of a checkpoint's tensor; empty where it has none of that name.
using TensorShapes = std::function<std::vector<std::uint64_t>(const std::string& name)>;

/// A family of models. Each is one file in this folder and one row of families().
struct Family {
  std::string_view modelType;     ///< model_type in config.json
  std::string_view architecture;  ///< one of "architectures" in config.json
  std::string_view title;         ///< in sentences
  /// @throws Error naming field, found value and allowed range, also for what the family can have
  /// and the engine does not do.
  ModelDescription (*read)(const JsonObject& config) = nullptr;
  /// The same where config.json leaves open what the tensors tell.
  ModelDescription (*readByTensors)(const JsonObject& config, const TensorShapes& shapes) = nullptr;
};
std::span<const Family> families();

/// Reads and checks FOLDER/config.json by the family that it names. Unknown keys are ignored.
/// @throws Error naming file, field, found value and what is allowed.
ModelDescription readModel(const ContainedFolder& folder);

}  // namespace ouroscope
