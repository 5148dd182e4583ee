// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>

namespace ouroscope {

struct JsonLimits {
  int maxDepth = 32;                             ///< nested objects and lists
  std::size_t maxBytes = std::size_t{64} << 20;  ///< of the whole document
  /// Objects and lists of a document of `bytes`: enough for every honest one. Empty ones take 3
  /// bytes to write and 100 to hold, and memory is to stay below 16 times the file.
  static constexpr std::size_t maxContainers(std::size_t bytes) {
    return (std::size_t{1} << 20) + bytes / 16;
  }
};

}  // namespace ouroscope
