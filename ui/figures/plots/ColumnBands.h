// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

namespace ouroscope {

/// Hatched bands over whole columns of a TokenLoopPlot: tokens that only one of two texts has.
class ColumnBands : public QCPAbstractPlottable {
  Q_OBJECT
 public:
  struct Band {
    int first, last;  ///< columns, both included
    int kind;         ///< index into the brushes
  };
  ColumnBands(QCPAxis* tokenAxis, QCPAxis* loopAxis);
  void setBands(std::vector<Band> bands, double loops) {
    bands_ = std::move(bands);
    loops_ = loops;
  }
  void setLook(QColor ground, std::vector<QBrush> brushes) {
    ground_ = ground;
    brushes_ = std::move(brushes);
  }

  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
  QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
  QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

 protected:
  void draw(QCPPainter* painter) override;
  void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

 private:
  std::vector<Band> bands_;  ///< in order
  double loops_ = 0;
  QColor ground_;
  std::vector<QBrush> brushes_;
};

}  // namespace ouroscope
