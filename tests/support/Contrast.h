// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <algorithm>
#include <cmath>

namespace ouroscope::test {

/// WCAG 2.1 relative luminance, 0 to 1.
inline double luminance(const QColor& colour) {
  const auto part = [](double c) {
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
         0.0722 * part(colour.blueF());
}

/// WCAG 2.1 contrast of two opaque colours, 1 to 21.
inline double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace ouroscope::test
