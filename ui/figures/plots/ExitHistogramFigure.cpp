// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/ExitHistogramFigure.h"

#include <algorithm>
#include <numeric>

#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {

ExitHistogramFigure::ExitHistogramFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMinimumSize(160, 120);
  setTheme(theme_);
}

void ExitHistogramFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void ExitHistogramFigure::setCounts(std::vector<int> counts, double meanLoops) {
  counts_ = std::move(counts);
  meanLoops_ = meanLoops;
  rebuild();
}

void ExitHistogramFigure::rebuild() {
  clearPlottables();
  clearItems();
  const int loops = intSize(counts_);
  const int tokens = std::accumulate(counts_.begin(), counts_.end(), 0);
  if (tokens == 0) return replot(QCustomPlot::rpQueuedReplot);
  auto* bars = new QCPBars(xAxis, yAxis);
  bars->setWidth(0.8);
  bars->setPen(Qt::NoPen);
  bars->setBrush(seriesColour(0, theme_));
  double most = 0;
  for (int r = 0; r < loops; ++r) {
    const double share = 100.0 * counts_[r] / tokens;
    bars->addData(r + 1, share);
    most = std::max(most, share);
  }
  countLoops(xAxis, loops);
  xAxis->setRange(0.4, loops + 0.6);
  xAxis->setLabel(tr("Exit loop"));
  xAxis->grid()->setVisible(false);
  yAxis->setRange(0, 1.08 * most);
  setTitle(yAxis, {tr("Share of tokens (%)"), tr("Share (%)")});
  auto* mean = new QCPItemLine(this);
  mean->setPen(QPen(theme_.text, theme_.lineWidth, Qt::DashLine));
  for (QCPItemPosition* end : {mean->start, mean->end})
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  mean->start->setCoords(meanLoops_, 0);
  mean->end->setCoords(meanLoops_, 1);
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
