// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/LayerLenses.h"

#include <algorithm>

#include "core/support/Numbers.h"

namespace ouroscope {

void LayerLenses::apply(int loop, int layer, std::span<float> state) const {
  const std::size_t at = loop < loops && layer < layers ? loop * layers + layer : weights.size();
  if (at >= weights.size() || weights[at].empty()) {
    std::ranges::fill(state, static_cast<float>(kNaN));
    return;
  }
  const std::vector<float> x(state.begin(), state.end());
  for (int i = 0; i < width; ++i) {
    const auto row = std::span(weights[at]).subspan(std::size_t{1} * i * width, width);
    state[i] = dot(row, x) + (biases[at].empty() ? 0.0 : double{biases[at][i]});
  }
}

}  // namespace ouroscope
