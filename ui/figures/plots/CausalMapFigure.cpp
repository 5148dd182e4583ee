// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/CausalMapFigure.h"

#include <algorithm>

#include "core/support/Index.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/PooledHeatmap.h"

namespace ouroscope {

CausalMapFigure::CausalMapFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMinimumSize(160, 120);
  setFocusPolicy(Qt::StrongFocus);
  setTheme(theme_);
  connect(this, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
    const auto [loop, place] = cellAt(event->position());
    emit cellHovered(loop, place);
  });
  connect(this, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
    const auto [loop, place] = cellAt(event->position());
    if (event->button() == Qt::LeftButton && loop >= 0) emit cellChosen(loop, place);
  });
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

std::pair<int, int> CausalMapFigure::cellAt(const QPointF& at) const {
  const int places = intSize(names_), loops = places > 0 ? intSize(values_) / places : 0;
  if (!axisRect()->rect().contains(at.toPoint())) return {-1, -1};
  const int place = qRound(xAxis->pixelToCoord(at.x()));
  const int loop = qRound(yAxis->pixelToCoord(at.y())) - 1;
  if (place < 0 || place >= places || loop < 0 || loop >= loops) return {-1, -1};
  return {loop, place};
}

void CausalMapFigure::setChosen(int loop, int place) {
  chosenLoop_ = loop;
  chosenPlace_ = place;
  frame();
  replot(QCustomPlot::rpQueuedReplot);
}

void CausalMapFigure::frame() {
  clearItems();
  const int places = intSize(names_), loops = places > 0 ? intSize(values_) / places : 0;
  if (chosenLoop_ < 0 || chosenLoop_ >= loops || chosenPlace_ < 0 || chosenPlace_ >= places) return;
  auto* box = new QCPItemRect(this);
  box->setPen(QPen(theme_.selection, 2));
  box->topLeft->setCoords(chosenPlace_ - 0.5, chosenLoop_ + 1.5);
  box->bottomRight->setCoords(chosenPlace_ + 0.5, chosenLoop_ + 0.5);
}

void CausalMapFigure::keyPressEvent(QKeyEvent* event) {
  const int places = intSize(names_), loops = places > 0 ? intSize(values_) / places : 0;
  int loop = std::max(0, chosenLoop_), place = std::max(0, chosenPlace_);
  switch (event->key()) {
    case Qt::Key_Left:
      --place;
      break;
    case Qt::Key_Right:
      ++place;
      break;
    case Qt::Key_Up:
      ++loop;
      break;
    case Qt::Key_Down:
      --loop;
      break;
    default:
      return QCustomPlot::keyPressEvent(event);
  }
  if (place >= 0 && place < places && loop >= 0 && loop < loops) emit cellChosen(loop, place);
}

void CausalMapFigure::leaveEvent(QEvent* event) {
  QCustomPlot::leaveEvent(event);
  emit cellHovered(-1, -1);
}

void CausalMapFigure::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  if (!names_.isEmpty()) refreshLabels();
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
  frame();
  const int places = intSize(names_);
  if (places == 0) return replot(QCustomPlot::rpQueuedReplot);
  const int loops = intSize(values_) / places;
  xAxis->setRange(-0.5, places - 0.5);
  yAxis->setRange(0.5, loops + 0.5);
  countLoops(yAxis, loops);
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
