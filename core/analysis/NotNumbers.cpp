// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/NotNumbers.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace ouroscope {
namespace {

/// Whether the cell is absent in a sound record too.
bool absentByNature(const Trace& trace, const Column& column, int token, int loop,
                    std::size_t place) {
  return (column.ofNextToken && token + 1 == trace.tokens()) ||
         (column.ofStep && loop == 0 && place == 0) || (column.ofLoop && loop == 0);
}

}  // namespace

NotNumbers notNumbers(const Trace& trace) {
  const AxisSizes sizes = trace.sizes();
  NotNumbers found;
  const auto see = [&](const Column& column, std::span<const std::byte> bytes) {
    const auto* values = reinterpret_cast<const float*>(bytes.data());
    const std::size_t width = bytes.size() / sizeof(float) / sizes.tokens / sizes.loops;
    for (int t = 0; t < trace.tokens(); ++t)
      for (int r = 0; r < trace.columns().loopsRun[t]; ++r) {
        const float* cell = values + trace.at(t, r) * width;
        for (std::size_t i = 0; i < width; ++i) {
          if (std::isfinite(cell[i]) || absentByNature(trace, column, t, r, i)) continue;
          ++found.values;
          if (found.token < 0 || t < found.token || (t == found.token && r < found.loop)) {
            found.token = t;
            found.loop = r;
          }
        }
      }
  };
  for (const Column& column : columnTable()) {
    if (column.heavy || !column.isFloat()) continue;
    trace.eachPiece(column, [&](std::span<const std::byte> bytes) {
      if (!bytes.empty()) see(column, bytes);  // a light column comes in one piece
    });
  }
  return found;
}

std::string notNumbersText(const NotNumbers& found) {
  if (!found.any()) return {};
  return std::to_string(found.values) +
         (found.values == 1 ? " recorded value is not a number"
                            : " recorded values are not numbers") +
         ", first at token " + std::to_string(found.token + 1) + ", loop " +
         std::to_string(found.loop + 1) +
         ": the weights are damaged or too large for the arithmetic, or the trace was changed.";
}

}  // namespace ouroscope
