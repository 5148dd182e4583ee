// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

#include "core/model/SafetensorsFile.h"

namespace ouroscope {

/// The three types weights may have.
inline bool isWeightType(DType type) {
  return type == DType::BF16 || type == DType::F16 || type == DType::F32;
}

/// Copies out.size() elements from element `first` on, as F32. The tensor's type must be a weight
/// type. Safe from several threads. @throws Error when the range or the file is wrong
void readAsFloat(const SafetensorsFile& file, const TensorInfo& tensor, std::uint64_t first,
                 std::span<float> out);

}  // namespace ouroscope
