// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/Shading.h"

#include <algorithm>
#include <cmath>

namespace ouroscope {

QColor shadeColour(const Shading& shading, double value, int loops) {
  const ColourMap& map = ColourMap::named("viridis");
  if (shading.discrete) return map.loopColour(static_cast<int>(std::lround(value)) - 1, loops);
  const double t =
      shading.high > shading.low ? (value - shading.low) / (shading.high - shading.low) : 0.5;
  return QColor(map.at(0.97 - 0.82 * std::clamp(t, 0.0, 1.0)));
}

Shading shadingOf(const Trace& trace, const Readout& readout, TokenMeasure measure) {
  Shading out;
  const std::vector<float> values = tokenMeasure(trace, measure, readout);
  const bool loops = tokenMeasureInfo(measure).loops;
  out.discrete = loops && measure != TokenMeasure::ExpectedDepth;
  if (loops) {
    out.low = 1;
    out.high = trace.loops();
  } else {
    std::vector<float> known;
    for (const float v : values)
      if (std::isfinite(v)) known.push_back(v);
    if (!known.empty()) {
      // Robust limits: the outer 1 % do not set the scale.
      const auto at = [&](double share) {
        const auto n = static_cast<std::ptrdiff_t>(share * static_cast<double>(known.size() - 1));
        std::nth_element(known.begin(), known.begin() + n, known.end());
        return static_cast<double>(known[static_cast<std::size_t>(n)]);
      };
      out.low = std::min(0.0, at(0.01));
      out.high = std::max(0.0, at(0.99));
      if (out.high <= out.low) out.high = out.low + 1;
    }
  }
  out.fills.reserve(values.size());
  // A log-probability strikes where it is low: its scale is turned.
  const bool turned = measure == TokenMeasure::LogProb;
  for (const float v : values) {
    if (!std::isfinite(v))
      out.fills.push_back(qRgba(0, 0, 0, 0));
    else
      out.fills.push_back(
          shadeColour(out,
                      turned ? out.low + out.high - static_cast<double>(v) : static_cast<double>(v),
                      trace.loops())
              .rgb());
  }
  for (const int loop : readout.loop) out.digits.push_back(loop + 1);
  return out;
}

}  // namespace ouroscope
