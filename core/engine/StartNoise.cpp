// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/StartNoise.h"

#include <cmath>

namespace ouroscope {

double startNoise(std::uint64_t seed, std::int64_t position, int channel) {
  const double p = noiseProbability(seed, position, channel), q = p - 0.5;
  if (std::abs(q) <= kMiddleOfNormal) return normalNearMiddle(q);
  const double x = normalBeyondMiddle(std::sqrt(-std::log(q < 0 ? p : 1 - p)));
  return q < 0 ? -x : x;
}

}  // namespace ouroscope
