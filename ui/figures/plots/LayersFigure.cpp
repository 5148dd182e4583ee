// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/LayersFigure.h"

#include <algorithm>
#include <cmath>

#include "core/support/Index.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {
namespace {

/// Of many lines these are named: the first, the last, and some between.
std::vector<int> namedOf(int count) {
  constexpr int kMost = 6;
  std::vector<int> named;
  for (int i = 0; i < std::min(count, kMost); ++i)
    named.push_back(count <= kMost ? i : int(std::lround(i * (count - 1.0) / (kMost - 1))));
  return named;
}

}  // namespace

LayersFigure::LayersFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), legend_(SwatchLegend::below(this)) {
  setMinimumSize(160, 120);
  setTheme(theme_);
}

void LayersFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void LayersFigure::setCurves(LayerCurves curves, LayerAxis along, const QStringList& titles,
                             int trained) {
  curves_ = std::move(curves);
  along_ = along;
  titles_ = titles;
  trained_ = trained;
  rebuild();
}

/// A name over every loop that has room for it.
void LayersFigure::refreshLabels() {
  if (loopNames_.empty()) return;
  const double room = axisRect()->width() / double(loopNames_.size());
  const QFontMetricsF metrics(theme_.font);
  const bool whole = metrics.horizontalAdvance(tr("loop %1").arg(loopNames_.size())) + 6 <= room;
  const int number =
      std::max(1.0, metrics.horizontalAdvance(QString::number(loopNames_.size())) + 6);
  const int step = whole ? 1 : std::max(1, int(std::ceil(number / room)));
  for (int loop = 0; loop < intSize(loopNames_); ++loop) {
    loopNames_[loop]->setText(whole ? tr("loop %1").arg(loop + 1) : QString::number(loop + 1));
    loopNames_[loop]->setVisible(loop % step == 0);
  }
}

void LayersFigure::drawLine(const std::vector<double>& x, const std::vector<double>& y,
                            const QColor& colour) {
  QCPGraph* line = addGraph();
  line->setPen(QPen(colour, theme_.lineWidth * 1.4));
  if (x.size() <= 12)
    line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme_.paper ? 3.5 : 5));
  for (std::size_t i = 0; i < x.size(); ++i) line->addData(x[i], y[i]);
}

/// Where loops begin that training did not have.
void LayersFigure::drawTrained(double x) {
  auto* line = new QCPItemLine(this);
  line->setPen(trainedPen());
  for (QCPItemPosition* end : {line->start, line->end})
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  line->start->setCoords(x, 0);
  line->end->setCoords(x, 1);
}

QPen LayersFigure::trainedPen() const {
  return {theme_.text, 0.8, Qt::DashLine};
}

void LayersFigure::drawAllLoops() {
  const int layers = curves_.layers, all = curves_.loops * layers;
  xAxis->setRange(0.5, all + 0.5);
  const auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
  ticker->setTickStep(layers);
  ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
  xAxis->setTicker(ticker);
  setTitle(xAxis, {tr("Layer, counted over all loops"), tr("Layer of all loops"), tr("Layer")});
  for (int loop = 0; loop < curves_.loops; ++loop) {
    std::vector<double> x, mean;
    QCPGraph *low = addGraph(), *high = addGraph();
    QColor band = theme_.loopColour(loop);
    band.setAlpha(70);
    for (QCPGraph* edge : {low, high}) edge->setPen(Qt::NoPen);
    high->setBrush(band);
    high->setChannelFillGraph(low);
    for (int layer = 0; layer < layers; ++layer) {
      const Spread& cell = curves_.at(loop, layer);
      x.push_back(loop * layers + layer + 1);
      mean.push_back(cell.mean);
      low->addData(x.back(), cell.lower);
      high->addData(x.back(), cell.upper);
    }
    drawLine(x, mean, theme_.text);
    if (loop > 0) {
      auto* border = new QCPItemLine(this);
      border->setPen(QPen(theme_.axis, theme_.lineWidth * 0.8));
      for (QCPItemPosition* end : {border->start, border->end})
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
      border->start->setCoords(loop * layers + 0.5, 0);
      border->end->setCoords(loop * layers + 0.5, 1);
    }
    auto* name = new QCPItemText(this);
    name->setFont(theme_.font);
    name->setColor(theme_.text);
    name->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
    name->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    name->position->setCoords((loop + 0.5) * layers + 0.5, 0.01);
    loopNames_.push_back(name);
  }
  if (trained_ >= curves_.loops) return;
  drawTrained(trained_ * layers + 0.5);
  legend_->setEntries({{{}, trainedPen(), tr("trained with %1").arg(trained_)}}, theme_);
}

void LayersFigure::drawLines() {
  const bool ofLoops = along_ == LayerAxis::Layers;  // one line a loop
  const int lines = ofLoops ? curves_.loops : curves_.layers;
  const int points = ofLoops ? curves_.layers : curves_.loops;
  const auto colour = [&](int line) {
    if (ofLoops) return theme_.loopColour(line);
    const double place = lines > 1 ? 0.9 * line / (lines - 1) : 0;
    return QColor(ColourMap::named("cividis").at(theme_.night ? 1 - place : place));
  };
  countLoops(xAxis, points);
  xAxis->setRange(0.6, points + 0.4);
  xAxis->setLabel(ofLoops ? tr("Layer") : tr("Loop"));
  for (int line = 0; line < lines; ++line) {
    std::vector<double> x, y;
    for (int i = 0; i < points; ++i) {
      x.push_back(i + 1);
      y.push_back((ofLoops ? curves_.at(line, i) : curves_.at(i, line)).mean);
    }
    drawLine(x, y, colour(line));
  }
  std::vector<SwatchLegend::Entry> entries;
  for (const int line : namedOf(lines))
    entries.push_back({{},
                       QPen(colour(line), theme_.lineWidth * 2),
                       (ofLoops ? tr("loop %1") : tr("layer %1")).arg(line + 1)});
  if (!ofLoops && trained_ < points) {
    drawTrained(trained_ + 0.5);
    entries.push_back({{}, trainedPen(), tr("trained with %1").arg(trained_)});
  }
  legend_->setEntries(std::move(entries), theme_);
}

void LayersFigure::rebuild() {
  clearPlottables();
  clearItems();
  loopNames_.clear();
  legend_->setEntries({}, theme_);
  if (curves_.cells.empty()) return replot(QCustomPlot::rpQueuedReplot);
  xAxis->setNumberFormat("f");
  xAxis->setNumberPrecision(0);
  xAxis->grid()->setVisible(false);
  const bool band = along_ == LayerAxis::Virtual;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const Spread& cell : curves_.cells)
    for (const double value :
         {cell.mean, band ? cell.lower : cell.mean, band ? cell.upper : cell.mean})
      if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
  if (!(low <= high)) low = 0, high = 1;
  if (high - low < 1e-9) low -= 0.5, high += 0.5;
  const double pad = 0.06 * (high - low);
  yAxis->setRange(low - pad, high + (band ? 3 : 1) * pad);  // names of loops above
  yAxis->setNumberFormat("gb");
  yAxis->setNumberPrecision(4);
  setTitle(yAxis, titles_);
  band ? drawAllLoops() : drawLines();
  refreshLabels();
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
