// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "ui/figures/base/ColourMap.h"

namespace ouroscope {

/// Which of the cells that fall on one pixel is shown: the striking one must never vanish at any
/// zoom.
enum class Pooling { Maximum, Minimum, Extreme /* farthest from zero */ };

/// Tokens x loops as colours. QCPColorMap picks the nearest cell when there are more cells than
/// pixels and loses isolated ones; this plottable pools them. Token t covers [t - 0.5, t + 0.5] on
/// the key axis, loop r (0-based) [r + 0.5, r + 1.5] on the value axis.
class PooledHeatmap : public QCPAbstractPlottable {
  Q_OBJECT
 public:
  PooledHeatmap(QCPAxis* tokenAxis, QCPAxis* loopAxis);

  /// values [tokens, loops]; NaN is missing.
  void setValues(std::vector<float> values, int loops);
  /// `logarithmic`: colours go with log(1 + value), for counts and ranks from zero up.
  void setLimits(double low, double high, bool logarithmic = false);
  void setLook(const ColourMap* map, Pooling pooling, QColor missing);
  int tokens() const { return loops_ ? static_cast<int>(values_.size()) / loops_ : 0; }

  /// Value of one cell; NaN where it is missing.
  float value(int token, int loop) const;
  /// The token of [first, last) whose cell is the pooled one; -1 where all are missing.
  int strongest(int first, int last, int loop) const;
  /// Pooled value of tokens [first, last) at a loop; NaN where all are missing.
  float pooled(int first, int last, int loop) const;
  /// The pixels of the token range [low, high) cut into `columns`: one row per loop, loop 1 in the
  /// last row.
  QImage image(double low, double high, int columns) const;
  /// Cells of tokens [first, last] beyond the limits.
  struct Outside {
    int below = 0, above = 0;
  };
  Outside outside(int first, int last) const;
  /// Where a value lies on the colour map, 0 to 1 and beyond.
  double position(double value) const;

  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
  QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
  QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

 protected:
  void draw(QCPPainter* painter) override;
  void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

 private:
  void hatchMissing(QCPPainter* painter, const QRectF& target, double low, double high) const;
  void markOutside(QCPPainter* painter, int first, int last) const;
  void drawCells(QCPPainter* painter, int first, int last) const;
  QRectF cellRect(double tokenLow, double tokenHigh, double loopLow, double loopHigh) const;
  QRgb colour(float value) const;

  std::vector<float> values_;
  int loops_ = 0;
  bool anyMissing_ = false;
  double low_ = 0, high_ = 1;
  bool logarithmic_ = false;
  const ColourMap* map_;
  Pooling pooling_ = Pooling::Maximum;
  QColor missing_ = Qt::gray;

  // The screen image, kept until data, range or size change.
  mutable QImage cache_;
  mutable QCPRange cachedRange_;
};

}  // namespace ouroscope
