// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/engine/StateEdits.h"

namespace ouroscope {

/// Adds a vector to the state of one token at one place, and keeps what was there before.
class PushEdit : public StateEdits {
 public:
  StatePlace place;
  int position = 0;
  std::vector<float> delta;   ///< [d]
  std::vector<float> before;  ///< [d] of the last time

  bool touches(int at) const override { return at == position; }
  bool at(StatePlace where, int at) const override {
    return at == position && where.loop == place.loop && where.layer == place.layer;
  }
  void edit(StatePlace, std::span<const std::int32_t>, std::span<float> states) override {
    before.assign(states.begin(), states.end());
    for (std::size_t i = 0; i < delta.size(); ++i) states[i] += delta[i];
  }
  int repeats(int, int) const override { return 0; }
};

}  // namespace ouroscope
