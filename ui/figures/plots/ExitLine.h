// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

namespace ouroscope {

/// The loop at which every token is read, as a step line along the upper edge of its cell, with a
/// light casing so that it shows on dark cells. Where many tokens share a pixel it runs along their
/// mean, with dots at the earliest and the latest exit: a line over all loops would hide the cells.
class ExitLine : public QCPAbstractPlottable {
  Q_OBJECT
 public:
  ExitLine(QCPAxis* tokenAxis, QCPAxis* loopAxis);

  void setLoops(std::vector<int> loops);  ///< 0-based, one per token; empty: nothing is drawn
  void setLook(const QColor& colour, double width);
  struct Spread {
    int least = 0, most = 0;
    double mean = 0;
  };
  Spread spread(int first, int last) const;  ///< of tokens [first, last), at least one

  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
  QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
  QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

 protected:
  void draw(QCPPainter* painter) override;
  void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

 private:
  void drawSteps(QCPPainter* painter, int first, int last) const;
  void drawMeans(QCPPainter* painter, double low, double high) const;

  std::vector<int> loops_;
  QColor colour_ = Qt::black;
  double width_ = 2;
};

}  // namespace ouroscope
