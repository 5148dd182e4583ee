// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/SafetensorsFile.h"

namespace ouroscope {

/// What the JSON at the start of a safetensors file says.
struct SafetensorsHeader {
  std::vector<TensorInfo> tensors;  ///< sorted by name
  std::map<std::string, std::string> metadata;
  std::vector<std::string> warnings;

  static constexpr std::uint64_t kMaxBytes = 100'000'000;  ///< decimal, as the reference has it
  static constexpr std::size_t kMaxTensors = 200'000;
  static constexpr std::size_t kMaxNameBytes = 4096;
  static constexpr std::size_t kMaxRank = 8;
};

/// Checks everything that can be checked without the data: JSON, types, duplicate names, and that
/// the tensors cover the `dataBytes` bytes of the data section without hole or overlap.
/// @param file names the file in messages
/// @throws Error "FILE: what (DefectName)."
SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes,
                                         const std::string& file);

}  // namespace ouroscope
