// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/ColourMap.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "ui/figures/base/ColourTables.h"

namespace ouroscope {

/// Builds the tables once.
struct ColourMapTables {
  ColourMap viridis, cividis, blueOrange, greenPurple, ink, paper;

  ColourMapTables() {
    for (std::size_t i = 0; i < 256; ++i) {
      viridis.table_[i] = 0xff000000u | kViridis[i];
      cividis.table_[i] = 0xff000000u | kCividis[i];
      // To white and on, equal lightness on both sides of the centre.
      const double t = static_cast<double>(i) / 255.0 * 2 - 1, a = std::pow(std::abs(t), 0.9);
      const auto towards = [&](const QColor& end) {
        const auto mix = [&](int to) {
          return static_cast<int>(std::lround(247 + a * (to - 247)));
        };
        return qRgb(mix(end.red()), mix(end.green()), mix(end.blue()));
      };
      blueOrange.table_[i] = towards(t < 0 ? QColor(33, 102, 172) : QColor(200, 96, 12));
      greenPurple.table_[i] = towards(t < 0 ? QColor(20, 115, 95) : QColor(140, 70, 160));
      ink.table_[i] = between(kInk, static_cast<double>(i) / 255.0);
      paper.table_[i] = between(kPaper, static_cast<double>(i) / 255.0);
    }
  }

  /// A colour of a ramp, and where it lies: places are those of loopPosition() for loops without
  /// end, 16, 8, 4 and 1.
  struct Stop {
    double at;
    int red, green, blue;
  };
  static constexpr Stop kInk[] = {{0, 4, 8, 12},       {0.12, 18, 28, 40},    {0.22, 36, 54, 72},
                                  {0.46, 70, 94, 120}, {0.97, 196, 209, 222}, {1, 204, 216, 227}};
  static constexpr Stop kPaper[] = {{0, 255, 255, 255},    {0.12, 240, 246, 251},
                                    {0.22, 219, 230, 240}, {0.46, 182, 199, 215},
                                    {0.97, 62, 74, 86},    {1, 54, 65, 76}};
  static QRgb between(std::span<const Stop> stops, double t) {
    std::size_t i = 1;
    while (i + 1 < stops.size() && stops[i].at < t) ++i;
    const Stop &a = stops[i - 1], &b = stops[i];
    const double w = (t - a.at) / (b.at - a.at);
    const auto mix = [&](int from, int to) {
      return static_cast<int>(std::lround(from + w * (to - from)));
    };
    return qRgb(mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue));
  }
};

namespace {
const ColourMapTables& colourTables() {
  static const ColourMapTables tables;
  return tables;
}
/// Relative, of WCAG 2.1.
double luminance(const QColor& colour) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

}  // namespace

const ColourMap& ColourMap::named(const QString& name) {
  if (name == "viridis") return colourTables().viridis;
  if (name == "blue-orange") return colourTables().blueOrange;
  if (name == "green-purple") return colourTables().greenPurple;
  return colourTables().cividis;
}

const ColourMap& ColourMap::depth(bool dark) {
  return dark ? colourTables().paper : colourTables().ink;
}

QStringList ColourMap::names() {
  return {"cividis", "viridis", "green-purple", "blue-orange"};
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
  // Deep is far from the ground. The near end of the table is left out, so that one loop is seen.
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

double ColourMap::contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor ColourMap::textOn(const QColor& fill) {
  // Contrast with white is 1.05 / (L + 0.05), with black (L + 0.05) / 0.05: equal at L = 0.179.
  return luminance(fill) > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

}  // namespace ouroscope
