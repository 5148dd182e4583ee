// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/MatrixFigure.h"

#include <algorithm>

#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/PooledHeatmap.h"

namespace ouroscope {

MatrixFigure::MatrixFigure(QWidget* parent) : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMinimumSize(160, 160);
  setTheme(theme_);
}

void MatrixFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void MatrixFigure::setScale(const FigureScale& scale) {
  scale_ = scale;
  rebuild();
}

void MatrixFigure::setMatrix(std::vector<float> values, int size, int block) {
  values_ = std::move(values);
  size_ = size;
  block_ = block;
  rebuild();
}

/// The number of a loop in the middle of its layers.
QSharedPointer<QCPAxisTickerText> MatrixFigure::loopNames() const {
  constexpr int kMost = 12;  // side by side in the width of a column
  auto names = QSharedPointer<QCPAxisTickerText>::create();
  const int loops = size_ / block_, step = (loops + kMost - 1) / kMost;
  for (int loop = 0; loop < loops; loop += step)
    names->addTick(block_ * loop + (block_ + 1) / 2.0, QString::number(loop + 1));
  names->setSubTickCount(0);
  return names;
}

void MatrixFigure::rebuild() {
  clearPlottables();
  clearItems();
  if (size_ == 0) return replot(QCustomPlot::rpQueuedReplot);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    if (block_ > 1)
      axis->setTicker(loopNames());
    else
      countLoops(axis, size_);
    axis->setRange(0.5, size_ + 0.5);
    axis->grid()->setVisible(false);
    axis->setLabel(block_ > 1 ? tr("Virtual layer, by loop") : tr("Loop"));
  }
  // Its keys are tokens, from 0: here the first of the pair, which the axis counts from 1.
  auto* cells = new PooledHeatmap(xAxis, yAxis);
  std::vector<float> shifted(values_.size() + size_, kAbsentNumber);
  std::copy(values_.begin(), values_.end(), shifted.begin() + size_);
  cells->setValues(std::move(shifted), size_);
  cells->setLimits(scale_.low, scale_.high);
  cells->setLook(&ColourMap::named(scale_.colourMap), Pooling::Extreme, theme_.missing);
  for (int border = block_; block_ > 1 && border < size_; border += block_)
    for (const bool upright : {false, true}) {
      auto* line = new QCPItemLine(this);
      line->setPen(QPen(theme_.background, theme_.lineWidth));
      const double at = border + 0.5, end = size_ + 0.5;
      line->start->setCoords(upright ? at : 0.5, upright ? 0.5 : at);
      line->end->setCoords(upright ? at : end, upright ? end : at);
    }
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
