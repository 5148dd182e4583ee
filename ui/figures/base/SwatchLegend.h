// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// What colours, strokes and markers mean, in rows under or over a plot, wrapped at its width.
/// QCPLegend gives all of its entries the width of the longest, and lists plottables only.
class SwatchLegend : public QCPLayoutElement {
  Q_OBJECT
 public:
  struct Entry {
    QBrush fill;  ///< of a square
    QPen line;    ///< or, where the brush is empty, of a stroke
    QString text;
    QCPScatterStyle marker = {};  ///< on the stroke
    bool outlined = false;        ///< a square with `line` around it, filled or not
  };
  /// A graph as stroke and marker, bars as an outlined square, with the plottable's name.
  static Entry entryOf(const QCPAbstractPlottable& plottable);

  /// In a row of its own over or under everything that the plot has now.
  static SwatchLegend* above(QCustomPlot* plot);
  static SwatchLegend* below(QCustomPlot* plot);
  void setEntries(std::vector<Entry> entries, const FigureTheme& theme);
  QSize minimumOuterSizeHint() const override;
  QSize maximumOuterSizeHint() const override;

 protected:
  void draw(QCPPainter* painter) override;
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
  void update(UpdatePhase phase) override;

 private:
  explicit SwatchLegend(QCustomPlot* plot);
  int rowsFor(double width) const;
  double layoutWidth() const;
  double entryWidth(const Entry& entry) const;
  std::vector<Entry> entries_;
  QFont font_;
  QColor text_;
};

}  // namespace ouroscope
