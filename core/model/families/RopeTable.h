// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/model/families/ModelSpec.h"
#include "core/record/Note.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

/// theta^(-2k / headDim), k = 0 .. headDim / 2 - 1.
RopeSpec plainRope(double theta, int headDim);

struct RopeReading {
  double theta = 0;
  RopeSpec rope;
  std::vector<Note> notes;  ///< what a person should know of the scaling
};

/// Reads rope_theta, rope_scaling and rope_parameters (the spelling of transformers 5). The table
/// never depends on the length of a text: scalings that do are refused by name, because results
/// would depend on how a prompt is cut into batches.
/// @param thetaKey what rope_theta is called outside of rope_parameters
/// @param usualTheta where none is given, with a note; 0: it must be there
/// @throws Error
RopeReading readRope(const JsonObject& config, int headDim, double maxPositions, double usualTheta,
                     std::string_view thetaKey = "rope_theta");

}  // namespace ouroscope
