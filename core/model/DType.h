// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/model/SafetensorsFile.h"

namespace ouroscope {

/// Exact case; nothing for a name the format does not have.
std::optional<DType> dtypeFromName(std::string_view name);

/// Bits a tensor of that shape takes; nothing where the product, taken from the left as the
/// reference does, does not fit 64 bits. The only place where dimensions from a file are
/// multiplied.
std::optional<std::uint64_t> checkedBits(DType type, std::span<const std::uint64_t> shape);

std::string shapeText(std::span<const std::uint64_t> shape);  ///< "[49152, 2048]"

}  // namespace ouroscope
