// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "ui/figures/base/ColourMap.h"

namespace ouroscope {

/// How far a colour bar's pointed end stands out over it.
inline constexpr int kScaleEnd = 7;

/// The pointed end of a colour bar where values lie beyond it. @param up at the bar's top
void paintScaleEnd(QPainter& painter, const QRectF& bar, bool up, const QColor& fill,
                   const QPen& outline);

/// Pointed ends of a plot's vertical colour bar.
class ScaleEnds : public QCPLayerable {
  Q_OBJECT
 public:
  explicit ScaleEnds(QCPColorScale* scale);
  void setEnds(bool below, bool above, const ColourMap& map);

 protected:
  void draw(QCPPainter* painter) override;
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override;

 private:
  QCPColorScale* scale_;
  bool below_ = false, above_ = false;
  QColor low_, high_;
};

}  // namespace ouroscope
