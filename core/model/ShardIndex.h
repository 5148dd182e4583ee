// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/SafetensorsFile.h"
#include "core/record/Note.h"
#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// Where a tensor is stored.
struct TensorPlace {
  std::size_t file = 0;  ///< index into Shards::files
  std::string name;      ///< in that file
};

/// The weight files of a model folder, opened and checked against each other.
struct Shards {
  std::vector<std::string> names;  ///< in the folder, sorted
  std::vector<SafetensorsFile> files;
  /// Every tensor that counts, by the name that a whole model's checkpoint has for it: exports of
  /// other libraries put something in front of the names, or leave it out (TensorNames.h).
  std::map<std::string, TensorPlace, std::less<>> place;
  std::vector<Note> notes;  ///< what a person should know of the files

  /// Null where there is none of that name.
  const TensorInfo* find(std::string_view name) const {
    const auto at = place.find(name);
    return at == place.end() ? nullptr : files[at->second.file].find(at->second.name);
  }

  /// model.safetensors where it exists; otherwise the shards that model.safetensors.index.json
  /// names, or where that is missing all of "model-00001-of-0000N.safetensors". Pickle files
  /// (pytorch_model.bin and the like) are never opened.
  /// @throws Error naming file, tensor and defect
  static Shards open(const ContainedFolder& folder);
};

/// tensor -> file name out of the text of an index; every file name is checked before it is
/// returned. @throws Error
std::map<std::string, std::string> parseShardIndex(std::string_view text, const std::string& what);

}  // namespace ouroscope
