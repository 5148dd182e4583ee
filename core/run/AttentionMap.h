// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/run/LoadedModel.h"
#include "core/run/RunOrder.h"

namespace ouroscope {

/// What every head of one layer attends to at one token in one loop. From 0.
struct AttentionMap {
  int token = 0, layer = 0, loop = 0, heads = 0;
  std::vector<std::int32_t> tokens;  ///< the token and those before it
  std::vector<float> weights;        ///< [heads][token + 1]

  std::span<const float> head(int h) const {
    return std::span(weights).subspan(std::size_t{1} * h * (token + 1), token + 1);
  }
};

/// Runs the prompt of the order up to the token, as a recorded run would.
/// @param token -1: the last of the prompt
/// @throws Error where model, order or device do not have it; Cancelled within a layer
AttentionMap attentionMap(const LoadedModel& model, const RunOrder& order, int token, int layer,
                          int loop, const std::stop_token& stop = {});

}  // namespace ouroscope
