// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/run/LoadedModel.h"
#include "core/run/RunOrder.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// How the growth of a small push through one loop is measured.
struct StabilityOptions {
  double push = 1e-3;      ///< length, as a share of the state's
  int directions = 4;      ///< random ones, for each token and loop
  int turns = 1;           ///< passes of a direction; from 2 on the push turns with the loop
  std::uint64_t seed = 0;  ///< of the directions
};

/// Growth of a push of the state that a loop gets, at its end: ‖f(x + δ) - f(x)‖ / ‖δ‖, where the
/// token alone is pushed and attends to what was there before. [T,R].
struct Stability {
  std::vector<std::int32_t> tokens;  ///< of the prompt
  int loops = 0;
  std::vector<double> growth;  ///< root mean square over random directions; its square tends to
                               ///< ‖J‖²_F / d
  std::vector<double> radius;  ///< geometric mean of the growth over the later half of the turns,
                               ///< the largest of the directions: the spectral radius of J where
                               ///< the turns are many; empty with one turn
};

/// @throws Error where model, order or device do not allow it; Cancelled within a layer
Stability stabilityOf(const LoadedModel& model, const RunOrder& order,
                      const StabilityOptions& options, const std::stop_token& stop = {},
                      const ProgressFn& progress = {});

}  // namespace ouroscope
