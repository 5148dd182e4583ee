// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/CurveStyle.h"

#include <algorithm>

namespace ouroscope {

void styleAxis(QCPAxis* axis, const FigureTheme& theme) {
  axis->setBasePen(QPen(theme.axis, theme.lineWidth));
  axis->setTickPen(QPen(theme.axis, theme.lineWidth));
  axis->setSubTickPen(Qt::NoPen);
  axis->setTickLabelColor(theme.text);
  axis->setLabelColor(theme.text);
  axis->setTickLabelFont(theme.font);
  axis->setLabelFont(theme.font);
  axis->setTickLength(0, 3);
  axis->setLabelPadding(3);
  axis->setTickLabelPadding(3);
  axis->grid()->setPen(QPen(theme.grid, 0.5));
  axis->grid()->setZeroLinePen(QPen(theme.grid, 0.5));
}

namespace {

/// An empty QCPLegend allows its column no width, and the plot above would share that.
class WideLegend : public QCPLegend {
 public:
  QSize maximumOuterSizeHint() const override { return {QWIDGETSIZE_MAX, QWIDGETSIZE_MAX}; }
};

}  // namespace

QCPLegend* bottomLegend(QCustomPlot* plot, int row) {
  auto* legend = new WideLegend;
  plot->plotLayout()->addElement(row, 0, legend);
  plot->plotLayout()->setRowStretchFactor(row, 0.001);
  legend->setLayer("legend");
  legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
  legend->setBorderPen(Qt::NoPen);
  legend->setBrush(Qt::NoBrush);
  legend->setMargins(QMargins(8, 0, 8, 2));
  legend->setColumnSpacing(10);
  legend->setRowSpacing(0);
  return legend;
}

void styleLegend(QCPLegend* legend, const FigureTheme& theme) {
  legend->setFont(theme.font);
  legend->setTextColor(theme.text);
  legend->setIconSize(theme.paper ? 16 : 22, theme.paper ? 8 : 10);
  legend->setIconTextPadding(4);
  for (int i = 0; i < legend->itemCount(); ++i) {
    QCPAbstractLegendItem* item = legend->item(i);
    if (!item) continue;  // an empty cell at the end of a wrapped row counts as an item
    item->setFont(theme.font);
    item->setTextColor(theme.text);
  }
}

void wrapLegend(QCPLegend* legend, const FigureTheme& theme, int width) {
  int widest = 1;
  for (int i = 0; i < legend->itemCount(); ++i)
    if (auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(i)))
      widest =
          std::max(widest, QFontMetrics(theme.font).horizontalAdvance(item->plottable()->name()));
  const int columns = std::max(1, (width - 16) / (widest + legend->iconSize().width() + 24));
  if (legend->wrap() == columns) return;
  legend->setWrap(columns);
  // The grid keeps its cells until its elements are placed anew.
  legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
}

QVector<double> SavedLoopsTicker::createTickVector(double step, const QCPRange& range) {
  QVector<double> ticks;
  for (const double tick : QCPAxisTickerFixed::createTickVector(step, range))
    if (tick > 0.5 && tick < loops_ + 0.5) ticks << tick;
  return ticks;
}

QString SavedLoopsTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
  return locale.toString(loops_ - static_cast<int>(std::lround(tick)));
}

}  // namespace ouroscope
