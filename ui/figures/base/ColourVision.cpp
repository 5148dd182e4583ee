// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/ColourVision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace ouroscope {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

/// On linear RGB, severity 1.
const Matrix& matrixOf(ColourVision vision) {
  static const Matrix protan{{{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}}},
      deutan{{{0.367322, 0.860646, -0.227968},
              {0.280085, 0.672501, 0.047413},
              {-0.011820, 0.042940, 0.968881}}},
      tritan{{{1.255528, -0.076749, -0.178779},
              {-0.078411, 0.930809, 0.147602},
              {0.004733, 0.691367, 0.303900}}},
      grey{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}},
      same{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  switch (vision) {
    case ColourVision::Protanopia:
      return protan;
    case ColourVision::Deuteranopia:
      return deutan;
    case ColourVision::Tritanopia:
      return tritan;
    case ColourVision::Grey:
      return grey;
    case ColourVision::Full:
      break;
  }
  return same;
}

double linear(int c) {
  const double v = c / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

int encoded(double v) {
  v = std::clamp(v, 0.0, 1.0);
  const double e = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
  return static_cast<int>(std::lround(255 * e));
}

}  // namespace

QRgb seenAs(QRgb colour, ColourVision vision) {
  if (vision == ColourVision::Full) return colour;
  const Matrix& m = matrixOf(vision);
  const std::array<double, 3> in{linear(qRed(colour)), linear(qGreen(colour)),
                                 linear(qBlue(colour))};
  const auto row = [&](std::size_t i) {
    return encoded(m[i][0] * in[0] + m[i][1] * in[1] + m[i][2] * in[2]);
  };
  return qRgba(row(0), row(1), row(2), qAlpha(colour));
}

QImage seenAs(const QImage& image, ColourVision vision) {
  if (vision == ColourVision::Full) return image;
  QImage out = image.convertToFormat(QImage::Format_ARGB32);
  // A figure has few colours: each is worked out once.
  std::unordered_map<QRgb, QRgb> known;
  for (int y = 0; y < out.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
    for (int x = 0; x < out.width(); ++x) {
      const auto [at, fresh] = known.try_emplace(line[x], 0);
      if (fresh) at->second = seenAs(line[x], vision);
      line[x] = at->second;
    }
  }
  return out;
}

}  // namespace ouroscope
