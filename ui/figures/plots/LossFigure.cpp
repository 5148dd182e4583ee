// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/LossFigure.h"

#include <algorithm>
#include <cmath>

#include "core/support/Index.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {

LossFigure::LossFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), legend_(SwatchLegend::below(this)) {
  setMinimumSize(160, 120);
  setTheme(theme_);
}

void LossFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void LossFigure::setGain(const LoopGain& gain, int trained, bool logarithmic) {
  gain_ = gain;
  trained_ = trained;
  logarithmic_ = logarithmic;
  rebuild();
}

void LossFigure::rebuild() {
  clearPlottables();
  clearItems();
  legend_->setEntries({}, theme_);
  const int loops = intSize(gain_.nll);
  if (gain_.best < 0 || loops == 0) return replot(QCustomPlot::rpQueuedReplot);

  // Half a loop on both sides, in the scale of the axis.
  if (logarithmic_) {
    xAxis->setScaleType(QCPAxis::stLogarithmic);
    const auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    for (int loop = 1; loop <= loops; loop *= 2) ticks->addTick(loop, QString::number(loop));
    ticks->setSubTickCount(0);
    xAxis->setTicker(ticks);
    xAxis->setRange(0.84, loops * 1.19);
  } else {
    xAxis->setScaleType(QCPAxis::stLinear);
    countLoops(xAxis, loops);
    xAxis->setRange(0.5, loops + 0.5);
  }
  xAxis->setNumberFormat("f");
  xAxis->setNumberPrecision(0);
  xAxis->grid()->setVisible(false);
  xAxis->setLabel(tr("Loop"));
  setTitle(yAxis, {tr("Mean \u2212log p of the next token (nats)"), tr("\u2212log p (nats)")});
  yAxis->setNumberFormat("gb");
  yAxis->setNumberPrecision(3);
  const auto [least, most] = std::ranges::minmax_element(gain_.nll);
  const double pad = std::max(0.08 * (*most - *least), 1e-3);
  yAxis->setRange(*least - pad, *most + pad);

  auto* band = new QCPItemRect(this);
  QColor shade = theme_.text;
  shade.setAlpha(22);
  band->setPen(Qt::NoPen);
  band->setBrush(shade);
  band->setLayer("background");
  for (QCPItemPosition* p : {band->topLeft, band->bottomRight})
    p->setTypeY(QCPItemPosition::ptAxisRectRatio);
  band->topLeft->setCoords(std::max(gain_.first + 0.5, xAxis->range().lower), 0);
  band->bottomRight->setCoords(std::min(gain_.last + 1.5, xAxis->range().upper), 1);

  QCPGraph* line = addGraph();
  line->setPen(QPen(seriesColour(0, theme_), theme_.lineWidth * 1.5));
  if (loops <= 32)
    line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme_.paper ? 4 : 6));
  for (int loop = 0; loop < loops; ++loop) line->addData(loop + 1, gain_.nll[loop]);
  QCPGraph* best = addGraph();
  best->setLineStyle(QCPGraph::lsNone);
  best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme_.background, 1),
                                        QBrush(theme_.text), theme_.paper ? 8 : 11));
  best->addData(gain_.best + 1, gain_.nll[gain_.best]);

  SwatchLegend::Entry lowest{{}, {}, tr("lowest at loop %1").arg(gain_.best + 1)};
  lowest.line = QPen(Qt::NoPen);
  lowest.marker = best->scatterStyle();
  std::vector<SwatchLegend::Entry> entries{
      lowest, {shade, {}, tr("within %1 nats of it").arg(gain_.tolerance)}};
  if (trained_ < loops) {
    const QPen pen(theme_.text, 0.8, Qt::DashLine);
    auto* border = new QCPItemLine(this);
    border->setPen(pen);
    for (QCPItemPosition* end : {border->start, border->end})
      end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    border->start->setCoords(trained_ + 0.5, 0);
    border->end->setCoords(trained_ + 0.5, 1);
    entries.push_back({{}, pen, tr("trained with %1").arg(trained_)});
  }
  legend_->setEntries(std::move(entries), theme_);
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
