// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/ModelConfig.h"
#include "core/model/families/ModelSpec.h"
#include "core/record/Note.h"
#include "core/support/ContainedFolder.h"
#include "core/support/Progress.h"

namespace ouroscope {

struct Shards;  // core/model/ShardIndex.h

/// One more exit gate shipped beside the model (gates.safetensors): g = weight . h + bias.
struct ExitGate {
  std::string name;
  std::vector<float> weight;  ///< [d]
  float bias = 0;
};

/// The tensors of a checkpoint, all checked against the model's table of tensors, none in memory
/// yet. A Backend pulls them one by one while it packs, so loading never holds the model twice.
class ModelWeights {
 public:
  virtual ~ModelWeights() = default;

  /// Opens the weight files (Shards::open) and checks every name, shape and dtype (BF16, F16, F32)
  /// against `spec` before any weight is read.
  /// @throws Error naming file, tensor, expected and found.
  static std::unique_ptr<ModelWeights> open(const ContainedFolder& folder, const ModelSpec& spec);
  /// The same for files of `folder` that are open already.
  static std::unique_ptr<ModelWeights> check(Shards shards, const ContainedFolder& folder,
                                             const ModelSpec& spec);

  /// Seeded random weights of that model, made on the fly (for benchmarks; nothing is stored).
  /// Values are BF16-representable.
  static std::unique_ptr<ModelWeights> random(const ModelSpec& spec, std::uint64_t seed);

  /// Copies the rows [firstRow, firstRow + rows) of the tensor as F32, row-major (a 1-D tensor is
  /// one row). `name` is the checkpoint's ("model.layers.0.mlp.up_proj.weight"); out.size() must be
  /// rows * columns.
  virtual void readRows(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                        std::span<float> out) const = 0;

  /// The same rounded to bf16, row r at out + r * stride; `columns` must be the tensor's. What is
  /// stored as BF16 is copied as it is.
  virtual void readRowsBf16(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                            std::int64_t columns, std::int64_t stride, std::uint16_t* out) const;

  /// The same of a slot's rows: [firstRow, firstRow + rows) of those that the table gives it.
  void readSlot(const TensorSpec& tensor, std::int64_t firstRow, std::int64_t rows,
                std::span<float> out) const;
  void readSlotBf16(const TensorSpec& tensor, std::int64_t firstRow, std::int64_t rows,
                    std::int64_t stride, std::uint16_t* out) const;
  /// All values of a slot that is a norm or a bias, however its tensor is cut.
  std::vector<float> readVector(const TensorSpec& tensor) const;

  /// True when most of the matrices' numbers are stored as BF16: the model then runs in BF16 where
  /// nothing else is asked for. The exit gate does not count, it is always held as F32.
  virtual bool storedAsBf16() const = 0;
  /// Matrices that are not stored as BF16 although storedAsBf16(): a BF16 run rounds them.
  virtual std::vector<std::string> roundedByBf16() const { return {}; }
  /// What is stored, in words: "BF16", "BF16 (1 of 25 tensors F32)".
  virtual std::string storedTypes() const { return "BF16"; }

  /// Bytes of all tensors as stored.
  virtual std::uint64_t storedBytes() const = 0;

  /// The weight files in the model folder, by name; none for weights that are made on the fly.
  virtual std::vector<std::string> fileNames() const { return {}; }
  /// SHA-256 (hex) of these files, one after the other: of the very bytes that are read as weights,
  /// also where other files have taken their names since. Reads every byte: seconds per GB.
  /// @throws Error where a file has changed; Cancelled
  virtual std::string sha256(const std::stop_token& stop, const ProgressFn& progress) const;
};

/// A model folder in the Hugging Face layout, opened and checked but not loaded.
struct ModelFolder {
  std::filesystem::path path;
  std::string name;  ///< last path component, for display
  ModelConfig config;
  ModelSpec spec;
  std::unique_ptr<ModelWeights> weights;
  std::vector<ExitGate> gates;  ///< from gates.safetensors, by name; empty where the file is absent
  std::string configHash;
  /// Which of them the checkpoint's own gate is, or which decides exits where it has none; empty
  /// where unknown.
  std::string defaultGate;
  /// What a person should know of config and weights.
  std::vector<Note> notes;

  /// @throws Error; OutsideLink where a file is a link that is not followed
  static ModelFolder open(const ContainedFolder& folder);

  /// SHA-256 (hex) of the config.json that was read; and of the weight file(s) that are open, one
  /// after the other in name order (for a single file what sha256sum prints; gates.safetensors is
  /// not part of it). The second reads every byte: seconds per GB.
  std::string configSha256() const { return configHash; }
  std::string weightsSha256(const std::stop_token& stop = {},
                            const ProgressFn& progress = {}) const;
};

}  // namespace ouroscope
