// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/SafetensorsFile.h"
#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// The weight files of a model folder, opened and checked against each other.
struct Shards {
  std::vector<std::string> names;  ///< in the folder, sorted
  std::vector<SafetensorsFile> files;
  /// tensor -> index into files; for every tensor that counts
  std::map<std::string, std::size_t, std::less<>> place;

  /// model.safetensors where it exists; otherwise the shards that model.safetensors.index.json
  /// names. Pickle files (pytorch_model.bin and the like) are never opened.
  /// @throws Error naming file, tensor and defect
  static Shards open(const ContainedFolder& folder);
};

/// tensor -> file name out of the text of an index; every file name is checked before it is
/// returned. @throws Error
std::map<std::string, std::string> parseShardIndex(std::string_view text, const std::string& what);

}  // namespace ouroscope
