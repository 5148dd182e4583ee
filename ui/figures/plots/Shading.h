// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <QRgb>
#include <vector>

#include "core/analysis/Measures.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// The colour scale of a token measure on one trace; it does not move with the sliders.
struct ShadingScale {
  const Measure* measure = nullptr;
  double low = 0, high = 1;
  int loops = 1;
  bool discrete = false;              ///< loops: a swatch each instead of a bar
  bool turned = false;                ///< low values strike (log-probability, cosine, agreement)
  bool below = false, above = false;  ///< some values lie beyond low and high: the legend says so
  bool night = false;                 ///< on a dark ground what strikes is light

  QColor colour(double value) const;
};
ShadingScale shadingScale(const Trace& trace, const Measure& measure, bool night = false);

/// Fill of every token by a measure, and what a legend needs to explain it.
struct Shading {
  ShadingScale scale;
  std::vector<QRgb> fills;  ///< [T]; transparent where the measure is absent
  std::vector<int> digits;  ///< [T] exit loop from 1
};
/// @param values [T] tokenMeasure() of the scale's measure
Shading shadingOf(const ShadingScale& scale, const std::vector<float>& values,
                  const Readout& readout);
Shading shadingOf(const Trace& trace, const Readout& readout, const Measure& measure);

/// "Entropy of the next word (nats)".
QString measureTitle(const Measure& measure);

/// The loops that have room for their number, the first and the last among them, where a loop is
/// `width` wide.
std::vector<int> numberedLoops(int loops, double width, const QFontMetricsF& metrics);

/// Name, unit and scale in one line; what text views and text figures show under the text.
/// @return the width used
double paintLegend(QPainter& painter, const ShadingScale& scale, const FigureTheme& theme,
                   const QRectF& area);

}  // namespace ouroscope
