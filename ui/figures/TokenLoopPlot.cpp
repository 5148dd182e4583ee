// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/TokenLoopPlot.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/TextFlow.h"

namespace ouroscope {
namespace {

QCPColorGradient gradientOf(const ColourMap& map) {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  for (int i = 0; i <= 32; ++i) gradient.setColorStopAt(i / 32.0, QColor(map.at(i / 32.0)));
  return gradient;
}

}  // namespace

TokenLoopPlot::TokenLoopPlot(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), tokenTicker_(new TokenTicker) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(160, 120);
  scale_ = new QCPColorScale(this);
  scale_->setType(QCPAxis::atRight);
  scale_->setBarWidth(10);
  plotLayout()->addElement(0, 1, scale_);
  auto* group = new QCPMarginGroup(this);
  axisRect()->setMarginGroup(QCP::msBottom | QCP::msTop, group);
  scale_->setMarginGroup(QCP::msBottom | QCP::msTop, group);
  addLayer("exit", layer("main"), limAbove);
  addLayer("pointer", layer("exit"), limAbove);
  layer("pointer")->setMode(QCPLayer::lmBuffered);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& r) {
            if (tokenAxis() == xAxis) clampRange(r);
          });
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& r) {
            if (tokenAxis() == yAxis) clampRange(r);
          });
  setTheme(theme_);
}

TokenLoopPlot::Frame TokenLoopPlot::frameOf(const TracePtr& trace) {
  if (!trace) return {};
  Frame frame;
  frame.tokens = trace->tokens();
  frame.loops = trace->loops();
  frame.trained = trace->info().loopsTrained;
  frame.prompt = trace->info().promptTokens;
  frame.label = [trace](int token) {
    return tokenDisplayText(trace->columns().tokenBytes[static_cast<std::size_t>(token)]);
  };
  return frame;
}

void TokenLoopPlot::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  setBackground(theme.background);
  axisRect()->setBackground(theme.background);
  const QPen pen(theme.axis, theme.lineWidth);
  for (QCPAxis* axis : {xAxis, yAxis, xAxis2, yAxis2, scale_->axis()}) {
    axis->setBasePen(pen);
    axis->setTickPen(pen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.text);
    axis->setLabelColor(theme.text);
    axis->setTickLabelFont(theme.font);
    axis->setLabelFont(theme.font);
    axis->grid()->setVisible(false);
    axis->setTickLength(0, 3);
    axis->setLabelPadding(3);
    axis->setTickLabelPadding(3);
  }
  if (!framed()) return;
  buildAxes();
  recolour();
  placeMarks();
  replot(QCustomPlot::rpQueuedReplot);
}

void TokenLoopPlot::setFrame(Frame frame) {
  const bool turned = cells_ && frame.loopsVertical != frame_.loopsVertical;
  frame_ = std::move(frame);
  if (turned || !cells_) {
    clearItems();
    clearGraphs();
    if (cells_) removePlottable(cells_);
    marks_.clear();
    cells_ = new PooledHeatmap(tokenAxis(), loopAxis());
    makeLines();
    for (QCPItemRect** rect : {&selection_, &hover_}) {
      *rect = new QCPItemRect(this);
      (*rect)->setLayer("pointer");
      (*rect)->setVisible(false);
      (*rect)->topLeft->setAxes(xAxis, yAxis);
      (*rect)->bottomRight->setAxes(xAxis, yAxis);
      (*rect)->setClipToAxisRect(true);
    }
  }
  if (!framed()) {
    cells_->setValues({}, 0);
    return;
  }
  buildAxes();
  placeMarks();
  updateLabels();
  placeRect(selection_, selectedToken_, selectedLoop_);
}

QCPGraph* TokenLoopPlot::addStepLine() {
  QCPGraph* line = addGraph(tokenAxis(), loopAxis());
  line->setLineStyle(QCPGraph::lsStepCenter);
  line->setLayer("exit");
  line->setAntialiased(false);
  return line;
}

void TokenLoopPlot::setCells(std::vector<float> values, double low, double high,
                             const ColourMap& map, Pooling pooling) {
  cells_->setLook(&map, pooling, theme_.missing);
  cells_->setLimits(low, high);
  cells_->setValues(std::move(values), frame_.loops);
  scale_->setGradient(gradientOf(map));
  scale_->setDataRange(QCPRange(low, high));
}

void TokenLoopPlot::setScale(const QString& label, bool shown) {
  scale_->axis()->setLabel(label);
  scale_->setVisible(shown);
}

void TokenLoopPlot::buildAxes() {
  QCPAxis *tokens = tokenAxis(), *loops = loopAxis();
  tokenTicker_->setLabels(frame_.tokens, frame_.label);
  tokens->setTicker(tokenTicker_);
  loops->setTicker(QSharedPointer<LoopTicker>::create(frame_.loops));
  loops->setNumberPrecision(0);
  loops->setNumberFormat("f");
  loops->setTickLabelRotation(0);
  loops->setLabel(tr("Loop"));
  tokens->setLabel({});
  loops->setRangeReversed(false);
  tokens->setRangeReversed(!frame_.loopsVertical);  // tokens downwards, in reading order
  loops->setRange(0.5, frame_.loops + 0.5);
  const int last =
      frame_.lastToken < 0 ? frame_.tokens - 1 : std::min(frame_.lastToken, frame_.tokens - 1);
  clamping_ = true;
  tokens->setRange(frame_.firstToken - 0.5, std::max(last, frame_.firstToken) + 0.5);
  clamping_ = false;
  axisRect()->setRangeDragAxes({tokens});
  axisRect()->setRangeZoomAxes({tokens});
  axisRect()->setupFullAxesBox(false);
  for (QCPAxis* axis : {xAxis2, yAxis2}) {
    axis->setTicks(false);
    axis->setTickLabels(false);
  }
}

QCPItemLine* TokenLoopPlot::markLine(double token0, double loop0, double token1, double loop1,
                                     const QPen& pen) {
  auto* item = new QCPItemLine(this);
  item->setLayer("exit");
  item->setPen(pen);
  item->setClipToAxisRect(true);
  const auto place = [&](QCPItemPosition* p, double token, double loop) {
    p->setAxes(xAxis, yAxis);
    frame_.loopsVertical ? p->setCoords(token, loop) : p->setCoords(loop, token);
  };
  place(item->start, token0, loop0);
  place(item->end, token1, loop1);
  marks_ << item;
  return item;
}

void TokenLoopPlot::placeMarks() {
  for (QCPAbstractItem* mark : marks_) removeItem(mark);
  marks_.clear();
  const double T = frame_.tokens - 0.5, R = frame_.loops + 0.5;
  const int trained = frame_.trained, prompt = frame_.prompt;
  const QCPRange shown = tokenAxis()->range();
  // Lines stay inside what is shown: an SVG has no clip paths.
  const double low = std::max(-0.5, shown.lower), high = std::min(T, shown.upper);
  if (trained > 0 && trained < frame_.loops)
    markLine(low, trained + 0.5, high, trained + 0.5,
             QPen(QColor(255, 255, 255, 230), 1.2,
                  Qt::DashLine));  // white shows on the dark end of every map, and on the exit
                                   // line's casing
  if (prompt > 0 && prompt < frame_.tokens && prompt - 0.5 > low && prompt - 0.5 < high)
    markLine(prompt - 0.5, 0.5, prompt - 0.5, R, QPen(Qt::white, 1.5, Qt::DotLine));
  loopAxis()->setLabel(trained > 0 && trained < frame_.loops
                           ? tr("Loop (dashed: trained with %1)").arg(trained)
                           : tr("Loop"));
}

void TokenLoopPlot::updateLabels() {
  if (!framed()) return;
  QCPAxis* tokens = tokenAxis();
  const QFontMetricsF metrics(theme_.font);
  const bool across = frame_.loopsVertical;
  const double extent =
      std::max(1.0, static_cast<double>(across ? axisRect()->width() : axisRect()->height()));
  // A vertical label needs a line's height of the axis.
  const int most = std::max(2, static_cast<int>(extent / (metrics.height() * 1.02)));
  tokenTicker_->setMost(most);
  const bool words = tokens->range().size() <= most;
  tokens->setTickLabelRotation(across && words ? -90 : 0);
  tokens->setLabel(words ? QString() : tr("Token"));
}

void TokenLoopPlot::clampRange(const QCPRange& range) {
  if (clamping_ || !framed()) return;
  const double low = -0.5, high = frame_.tokens - 0.5;
  QCPRange wanted = range;
  if (wanted.size() < 4) wanted = {wanted.center() - 2, wanted.center() + 2};
  if (wanted.size() > high - low) wanted = {low, high};
  if (wanted.lower < low) wanted = {low, low + wanted.size()};
  if (wanted.upper > high) wanted = {high - wanted.size(), high};
  clamping_ = true;
  tokenAxis()->setRange(wanted);
  clamping_ = false;
  placeMarks();
  updateLabels();
  emit rangeChanged(static_cast<int>(std::ceil(wanted.lower)),
                    static_cast<int>(std::floor(wanted.upper)));
}

void TokenLoopPlot::showTokens(int first, int last) {
  if (!framed()) return;
  tokenAxis()->setRange(first - 0.5, last + 0.5);
  replot(QCustomPlot::rpQueuedReplot);
}

QPair<int, int> TokenLoopPlot::cellAt(const QPointF& pixel) const {
  if (!framed() || !axisRect()->rect().contains(pixel.toPoint())) return {-1, -1};
  const double x = xAxis->pixelToCoord(pixel.x()), y = yAxis->pixelToCoord(pixel.y());
  const int token = static_cast<int>(std::lround(frame_.loopsVertical ? x : y)),
            loop = static_cast<int>(std::lround(frame_.loopsVertical ? y : x)) - 1;
  if (token < 0 || token >= frame_.tokens || loop < 0 || loop >= frame_.loops) return {-1, -1};
  return {token, loop};
}

void TokenLoopPlot::placeRect(QCPItemRect* rect, int token, int loop) {
  if (!rect) return;
  rect->setVisible(framed() && token >= 0);
  if (!rect->visible()) return;
  const bool column = loop < 0;  // the whole token
  const double low = column ? 0.5 : loop + 0.5, high = column ? frame_.loops + 0.5 : loop + 1.5;
  if (frame_.loopsVertical) {
    rect->topLeft->setCoords(token - 0.5, high);
    rect->bottomRight->setCoords(token + 0.5, low);
  } else {
    rect->topLeft->setCoords(low, token - 0.5);
    rect->bottomRight->setCoords(high, token + 0.5);
  }
}

void TokenLoopPlot::setSelection(int token, int loop) {
  selectedToken_ = token;
  selectedLoop_ = loop;
  if (!selection_) return;
  selection_->setPen(QPen(theme_.selection, 2));
  placeRect(selection_, token, loop);
  layer("pointer")->replot();
}

void TokenLoopPlot::setHover(int token, int loop) {
  if (!hover_) return;
  hover_->setPen(QPen(theme_.hover, 1, Qt::SolidLine));
  placeRect(hover_, token, loop);
  layer("pointer")->replot();
}

void TokenLoopPlot::mouseMoveEvent(QMouseEvent* event) {
  const auto [token, loop] = cellAt(event->position());
  emit cellHovered(token, loop);
  QCustomPlot::mouseMoveEvent(event);
}

void TokenLoopPlot::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  QCustomPlot::mousePressEvent(event);
}

void TokenLoopPlot::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton || (event->pos() - pressed_).manhattanLength() > 4) return;
  const auto [token, loop] = cellAt(event->position());
  if (token >= 0) emit cellClicked(token, loop);
}

void TokenLoopPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (framed()) showTokens(0, frame_.tokens - 1);
  event->accept();
}

void TokenLoopPlot::leaveEvent(QEvent* event) {
  emit cellHovered(-1, -1);
  QCustomPlot::leaveEvent(event);
}

void TokenLoopPlot::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  updateLabels();
}

}  // namespace ouroscope
