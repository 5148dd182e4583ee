// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/ColourMap.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/base/ColourTables.h"

namespace ouroscope {

/// Builds the tables once.
struct ColourMapTables {
  ColourMap viridis, cividis, blueOrange;

  ColourMapTables() {
    for (std::size_t i = 0; i < 256; ++i) {
      viridis.table_[i] = 0xff000000u | kViridis[i];
      cividis.table_[i] = 0xff000000u | kCividis[i];
      // Blue to white to orange, equal lightness on both sides of the centre.
      const double t = static_cast<double>(i) / 255.0 * 2 - 1, a = std::pow(std::abs(t), 0.9);
      const QColor end = t < 0 ? QColor(33, 102, 172) : QColor(200, 96, 12);
      const auto mix = [&](int to) { return static_cast<int>(std::lround(247 + a * (to - 247))); };
      blueOrange.table_[i] = qRgb(mix(end.red()), mix(end.green()), mix(end.blue()));
    }
  }
};

const ColourMap& ColourMap::named(const QString& name) {
  static const ColourMapTables tables;
  if (name == "cividis") return tables.cividis;
  if (name == "blue-orange") return tables.blueOrange;
  return tables.viridis;
}

QStringList ColourMap::names() {
  return {"viridis", "cividis", "blue-orange"};
}

ColourMap ColourMap::steps(const QList<QColor>& colours) {
  ColourMap map;
  for (std::size_t i = 0; i < 256; ++i)
    map.table_[i] = colours[static_cast<qsizetype>(i) * colours.size() / 256].rgb();
  return map;
}

QRgb ColourMap::at(double t) const {
  return table_[static_cast<std::size_t>(std::clamp(std::lround(t * 255.0), 0L, 255L))];
}

QColor ColourMap::loopColour(int loop, int loops) const {
  // Deep is dark on white: the ends of the table are left out so that text stays readable on every
  // step.
  const double t = loops > 1 ? static_cast<double>(loop) / (loops - 1) : 0.0;
  return QColor(at(0.97 - 0.82 * t));
}

QColor ColourMap::textOn(const QColor& fill) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const double luminance =
      0.2126 * linear(fill.redF()) + 0.7152 * linear(fill.greenF()) + 0.0722 * linear(fill.blueF());
  // Contrast with white is 1.05 / (L + 0.05), with black (L + 0.05) / 0.05: equal at L = 0.179.
  return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

}  // namespace ouroscope
