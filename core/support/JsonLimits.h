// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>

namespace ouroscope {

struct JsonLimits {
  int maxDepth = 32;                             ///< nested objects and lists
  std::size_t maxBytes = std::size_t{64} << 20;  ///< of the whole document
};

}  // namespace ouroscope
