// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QPaintDevice>
#include <QSize>

namespace ouroscope {

/// The measures of a figure's paper, 96 units an inch, for devices with a paint engine of their
/// own.
class PaperDevice : public QPaintDevice {
 public:
  explicit PaperDevice(const QSize& size) : size_(size) {}

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSize size_;
};

/// Makes a picture as fine as the paper. One that was made for a screen carries the screen's
/// resolution, by which fonts are sized and which a file keeps.
void setPaperResolution(QImage& image);

}  // namespace ouroscope
