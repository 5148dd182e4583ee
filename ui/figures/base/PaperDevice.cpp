// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/PaperDevice.h"

#include <cmath>

namespace ouroscope {

int PaperDevice::metric(PaintDeviceMetric metric) const {
  constexpr int kDpi = 96;
  switch (metric) {
    case PdmWidth:
      return size_.width();
    case PdmHeight:
      return size_.height();
    case PdmWidthMM:
      return static_cast<int>(std::lround(size_.width() * 25.4 / kDpi));
    case PdmHeightMM:
      return static_cast<int>(std::lround(size_.height() * 25.4 / kDpi));
    case PdmNumColors:
      return 0xffffff;
    case PdmDepth:
      return 24;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return kDpi;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    default:
      return QPaintDevice::metric(metric);
  }
}

void setPaperResolution(QImage& image) {
  constexpr int kDotsPerMeter = 3780;  // 96 an inch
  image.setDotsPerMeterX(kDotsPerMeter);
  image.setDotsPerMeterY(kDotsPerMeter);
}

}  // namespace ouroscope
