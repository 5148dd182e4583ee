// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <vector>

namespace ouroscope {

/// Affine maps that the lens of a layer reads a state through, before the final norm: x becomes
/// W x + b. One for each (loop, layer) that there is one for; the others read nothing.
struct LayerLenses {
  int loops = 0, layers = 0, width = 0;
  std::vector<std::vector<float>> weights;  ///< [loops * layers], each [d, d] or empty: none
  std::vector<std::vector<float>> biases;   ///< [loops * layers], each [d] or empty: zero
  std::string name, sha256;                 ///< of the file

  /// Puts the mapped state in place of `state` [d]; NaN where there is no map.
  void apply(int loop, int layer, std::span<float> state) const;
};

}  // namespace ouroscope
