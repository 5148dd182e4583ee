// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSvgGenerator>
#include <memory>

#include "ui/figures/base/PaperDevice.h"

namespace ouroscope {

/// A QSvgGenerator whose shapes are cut at the painter's clip. QSvgGenerator (6.4) writes no clip
/// paths, so that what a plot clips on screen sticks out over its axes in the file; here everything
/// is cut before it is written, and no viewer needs to know about clipping.
class ClippedSvg : public PaperDevice {
 public:
  /// @param generator ready to be painted on; outlives this
  /// @param outlines text as outlines: equal in every viewer, but no text any more
  ClippedSvg(QSvgGenerator& generator, const QSize& size, bool outlines);
  ~ClippedSvg() override;

  QPaintEngine* paintEngine() const override;

 private:
  std::unique_ptr<QPaintEngine> engine_;
};

}  // namespace ouroscope
