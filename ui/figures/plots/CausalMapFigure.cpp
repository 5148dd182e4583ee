// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/CausalMapFigure.h"

#include "core/support/Index.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/PooledHeatmap.h"

namespace ouroscope {

CausalMapFigure::CausalMapFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMinimumSize(160, 120);
  setTheme(theme_);
}

void CausalMapFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void CausalMapFigure::setScale(const FigureScale& scale) {
  scale_ = scale;
  rebuild();
}

void CausalMapFigure::setMap(const std::vector<double>& values, const QStringList& names,
                             bool ofTokens) {
  names_ = names;
  ofTokens_ = ofTokens;
  const std::size_t places = names.size(), loops = places > 0 ? values.size() / places : 0;
  values_.resize(values.size());
  for (std::size_t loop = 0; loop < loops; ++loop)
    for (std::size_t place = 0; place < places; ++place)
      values_[place * loops + loop] = values[loop * places + place];
  rebuild();
}

/// Words where they fit, turned upwards; else every so many numbers.
void CausalMapFigure::refreshLabels() {
  const int places = intSize(names_);
  const WordFit fit = fitWords(theme_.font, places, axisRect()->width(), theme_.paper);
  const bool words = ofTokens_ && places <= fit.most;
  QFont font = theme_.font;
  if (words) font.setPointSizeF(fit.points);
  const int room =
      std::max(1, int(axisRect()->width() / (1.6 * QFontMetricsF(font).horizontalAdvance("000"))));
  const int step = words ? 1 : (places + room - 1) / room;
  const auto ticks = QSharedPointer<QCPAxisTickerText>::create();
  for (int i = 0; i < places; i += step)
    ticks->addTick(i, words || !ofTokens_ ? names_[i] : QString::number(i + 1));
  ticks->setSubTickCount(0);
  xAxis->setTicker(ticks);
  xAxis->setTickLabelFont(font);
  xAxis->setTickLabelRotation(words ? -90 : 0);
  xAxis->setLabel(words ? QString() : ofTokens_ ? tr("Token") : tr("Layer"));
}

void CausalMapFigure::rebuild() {
  clearPlottables();
  const int places = intSize(names_);
  if (places == 0) return replot(QCustomPlot::rpQueuedReplot);
  const int loops = intSize(values_) / places;
  xAxis->setRange(-0.5, places - 0.5);
  yAxis->setRange(0.5, loops + 0.5);
  yAxis->setTicker(QSharedPointer<Apart<LoopTicker>>::create(yAxis, loops));
  yAxis->setNumberFormat("f");
  yAxis->setNumberPrecision(0);
  yAxis->setLabel(tr("Loop"));
  for (QCPAxis* axis : {xAxis, yAxis}) axis->grid()->setVisible(false);
  auto* cells = new PooledHeatmap(xAxis, yAxis);
  cells->setValues(values_, loops);
  cells->setLimits(scale_.low, scale_.high);
  cells->setLook(&ColourMap::named(scale_.colourMap), Pooling::Extreme, theme_.missing);
  refreshLabels();
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
