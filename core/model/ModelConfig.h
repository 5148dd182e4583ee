// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ouroscope {

/// What config.json says of a model, as numbers that programs show and ask for. What the kernels
/// need of it is in ModelSpec (families/ModelSpec.h). Every field is range-checked when it is read:
/// code after this point may divide by any of them.
struct ModelConfig {
  int vocabSize = 0;         ///< V
  int hiddenSize = 0;        ///< d
  int intermediateSize = 0;  ///< f, width of the SwiGLU branch
  int layers = 0;            ///< physical layers
  int heads = 0;             ///< query heads
  int kvHeads = 0;           ///< key/value heads; divides heads
  int headDim = 0;           ///< width of one head, even
  int maxPositions = 0;      ///< longest context the model was made for
  int trainedLoops = 0;      ///< the loops the model was trained with; 1: a plain model
  double rmsNormEps = 1e-6;
  double ropeTheta = 10000.0;
  double exitThreshold = 1.0;  ///< early_exit_threshold q; 1 and more means "last loop"
  int exitLoop = 0;  ///< early_exit_step, from 1: every token is read at this loop; 0: by q
  std::optional<int> bosId;
  std::vector<int> eosIds;  ///< stop tokens from eos_token_id (a number or a list)
  std::string dtype;        ///< torch_dtype as written ("bfloat16"), for display only

  bool operator==(const ModelConfig&) const = default;
};

/// Reads and checks FOLDER/config.json.
/// Unknown keys are ignored; values that ask for something the engine does not do (experts,
/// an activation other than silu, another model_type) are refused by name.
/// @throws Error naming file, field, found value and allowed range.
ModelConfig readModelConfig(const std::filesystem::path& folder);

/// The shapes of the released models and of the demo model, for benchmarks with random weights:
/// "1.4b", "2.6b", "demo".
/// @throws Error for another name.
ModelConfig namedShape(const std::string& name);

}  // namespace ouroscope
