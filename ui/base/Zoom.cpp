// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Zoom.h"

#include <QApplication>
#include <QSettings>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace ouroscope {
namespace {

constexpr double kSteps[] = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};
constexpr char kSetting[] = "zoom";
double current = 1;

void apply(double zoom) {
  static const QFont system = QApplication::font();
  current = zoom;
  QFont font = system;
  if (system.pointSizeF() > 0)
    font.setPointSizeF(system.pointSizeF() * zoom);
  else
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(system.pixelSize() * zoom))));
  QApplication::setFont(font);
  QToolTip::setFont(font);
}

}  // namespace

double interfaceZoom() {
  return current;
}

std::span<const double> zoomSteps() {
  return kSteps;
}

double zoomStep(int by) {
  const auto here = std::ranges::min_element(
      kSteps, {}, [](double step) { return std::abs(std::log(step / current)); });
  return kSteps[std::clamp<std::ptrdiff_t>(here - kSteps + by, 0, std::ssize(kSteps) - 1)];
}

void setZoom(double zoom) {
  apply(zoom);
  QSettings().setValue(kSetting, zoom);
}

void readZoom() {
  const double kept = QSettings().value(kSetting, 1.0).toDouble();
  // Others may have written the file: a window that cannot be read is not brought back.
  const double zoom =
      std::isfinite(kept) ? std::clamp(kept, std::begin(kSteps)[0], std::end(kSteps)[-1]) : 1.0;
  if (zoom != current) apply(zoom);
}

}  // namespace ouroscope
