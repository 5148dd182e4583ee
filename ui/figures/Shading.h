// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRgb>
#include <vector>

#include "core/analysis/Measures.h"
#include "ui/figures/ColourMap.h"

namespace ouroscope {

/// Fill of every token by a measure, and what a legend needs to explain it.
struct Shading {
  std::vector<QRgb> fills;   ///< [T]; transparent where the measure is absent
  std::vector<int> digits;   ///< [T] exit loop from 1
  double low = 0, high = 1;  ///< limits of the scale
  bool discrete = false;     ///< loops: a swatch each instead of a bar
};
Shading shadingOf(const Trace& trace, const Readout& readout, TokenMeasure measure);

/// The colour of `value` on the scale of a shading.
QColor shadeColour(const Shading& shading, double value, int loops);

}  // namespace ouroscope
