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

double ColourMap::loopPosition(double loop) {
  // Deep is dark on white: the ends of the table are left out so that text stays readable on every
  // step.
  constexpr double kFirst = 0.97, kFour = 0.46, kEight = 0.22, kSixteen = 0.12;
  const auto between = [&](double from, double to, double a, double b) {
    return a + (b - a) * (loop - from) / (to - from);
  };
  if (loop <= 1) return kFirst;
  if (loop <= 4) return between(1, 4, kFirst, kFour);
  if (loop <= 8) return between(4, 8, kFour, kEight);
  if (loop <= 16) return between(8, 16, kEight, kSixteen);
  return kSixteen * 16 / loop;
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
