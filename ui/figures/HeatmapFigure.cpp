// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/HeatmapFigure.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/PooledHeatmap.h"

namespace ouroscope {
namespace {

bool gateDerived(Measure m) {
  return m == Measure::Lambda || m == Measure::ExitProbability || m == Measure::Cdf;
}

/// Low is what strikes for these; for the others high is.
Pooling poolingOf(Measure m) {
  return m == Measure::LogProb || m == Measure::StepCosine || m == Measure::TopAgreement
             ? Pooling::Minimum
             : Pooling::Maximum;
}

QPair<double, double> limitsOf(const std::vector<float>& values, const FigureRecipe& recipe) {
  if (recipe.maximum > recipe.minimum) return {recipe.minimum, recipe.maximum};
  if (gateDerived(recipe.measure) || recipe.measure == Measure::TopAgreement) return {0, 1};
  std::vector<float> known;
  for (const float v : values)
    if (std::isfinite(v)) known.push_back(v);
  if (known.empty()) return {0, 1};
  // The 0.5 % of cells at either end do not decide the scale: one broken token must not flatten the
  // rest.
  const auto at = [&](double share) {
    const auto n = static_cast<std::ptrdiff_t>(share * static_cast<double>(known.size() - 1));
    std::nth_element(known.begin(), known.begin() + n, known.end());
    return static_cast<double>(known[static_cast<std::size_t>(n)]);
  };
  double low = at(known.size() > 400 ? 0.005 : 0), high = at(known.size() > 400 ? 0.995 : 1);
  if (measureInfo(recipe.measure).diverging)
    low = -(high = std::max(std::abs(low), std::abs(high)));
  else if (low > 0 && low < 0.5 * high)
    low = 0;
  return {low, high > low ? high : low + 1};
}

QCPColorGradient gradientOf(const ColourMap& map) {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  for (int i = 0; i <= 32; ++i) gradient.setColorStopAt(i / 32.0, QColor(map.at(i / 32.0)));
  return gradient;
}

}  // namespace

HeatmapFigure::HeatmapFigure(QWidget* parent)
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

void HeatmapFigure::setTheme(const FigureTheme& theme) {
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
  if (trace_) {
    buildAxes();
    updateCells();
    placeMarks();
    replot(QCustomPlot::rpQueuedReplot);
  }
}

void HeatmapFigure::setTrace(TracePtr trace, const FigureRecipe& recipe) {
  const bool turned = cells_ && recipe.loopsVertical != recipe_.loopsVertical;
  trace_ = std::move(trace);
  recipe_ = recipe;
  if (turned || !cells_) {
    clearItems();
    clearGraphs();
    if (cells_) removePlottable(cells_);
    marks_.clear();
    cells_ = new PooledHeatmap(tokenAxis(), loopAxis());
    for (QCPGraph** line : {&exitHalo_, &exitLine_}) {
      *line = addGraph(tokenAxis(), loopAxis());
      (*line)->setLineStyle(QCPGraph::lsStepCenter);
      (*line)->setLayer("exit");
      (*line)->setAntialiased(false);
    }
    for (QCPItemRect** rect : {&selection_, &hover_}) {
      *rect = new QCPItemRect(this);
      (*rect)->setLayer("pointer");
      (*rect)->setVisible(false);
      (*rect)->topLeft->setAxes(xAxis, yAxis);
      (*rect)->bottomRight->setAxes(xAxis, yAxis);
      (*rect)->setClipToAxisRect(true);
    }
  }
  if (!trace_) {
    cells_->setValues({}, 0);
    replot(QCustomPlot::rpQueuedReplot);
    return;
  }
  buildAxes();
  updateCells();
  setReadout(readout(*trace_, recipe_.rule));
  placeMarks();
  updateLabels();
  replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapFigure::buildAxes() {
  QCPAxis *tokens = tokenAxis(), *loops = loopAxis();
  tokenTicker_->setTrace(trace_);
  tokens->setTicker(tokenTicker_);
  loops->setTicker(QSharedPointer<LoopTicker>::create(trace_->loops()));
  loops->setNumberPrecision(0);
  loops->setNumberFormat("f");
  loops->setTickLabelRotation(0);
  loops->setLabel(tr("Loop"));
  tokens->setLabel({});
  loops->setRangeReversed(false);
  tokens->setRangeReversed(!recipe_.loopsVertical);  // tokens downwards, in reading order
  loops->setRange(0.5, trace_->loops() + 0.5);
  const int last = recipe_.lastToken < 0 ? trace_->tokens() - 1
                                         : std::min(recipe_.lastToken, trace_->tokens() - 1);
  clamping_ = true;
  tokens->setRange(recipe_.firstToken - 0.5, std::max(last, recipe_.firstToken) + 0.5);
  clamping_ = false;
  axisRect()->setRangeDragAxes({tokens});
  axisRect()->setRangeZoomAxes({tokens});
  axisRect()->setupFullAxesBox(false);
  for (QCPAxis* axis : {xAxis2, yAxis2}) {
    axis->setTicks(false);
    axis->setTickLabels(false);
  }
}

void HeatmapFigure::updateCells() {
  const MeasureInfo& info = measureInfo(recipe_.measure);
  const ColourMap& map = ColourMap::named(!recipe_.colourMap.isEmpty() ? recipe_.colourMap
                                          : info.diverging             ? "blue-orange"
                                                                       : "viridis");
  std::vector<float> values = measureMatrix(*trace_, recipe_.measure, recipe_.rule);
  const auto [low, high] = limitsOf(values, recipe_);
  cells_->setLook(&map, poolingOf(recipe_.measure), theme_.missing);
  cells_->setLimits(low, high);
  cells_->setValues(std::move(values), trace_->loops());
  scale_->setGradient(gradientOf(map));
  scale_->setDataRange(QCPRange(low, high));
  const QString name =
      QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
  const QString unit =
      QString::fromUtf8(info.unit.data(), static_cast<qsizetype>(info.unit.size()));
  scale_->axis()->setLabel(unit.isEmpty() ? name : name + " (" + unit + ")");
}

void HeatmapFigure::setReadout(const Readout& readout) {
  if (!trace_ || readout.loop.empty()) return;
  const bool gateChanged = readout.rule.gate != recipe_.rule.gate;
  recipe_.rule = readout.rule;
  if (gateChanged && gateDerived(recipe_.measure)) updateCells();
  const bool shown = recipe_.exitLine;
  exitLine_->setVisible(shown);
  exitHalo_->setVisible(shown);
  if (shown) {
    // The line runs along the upper edge of the cell that is read; its ends reach the outer edges
    // of the first and last cell.
    QVector<QCPGraphData> points;
    points.reserve(static_cast<qsizetype>(readout.loop.size()) + 2);
    points << QCPGraphData(-0.5, readout.loop.front() + 1.5);
    for (std::size_t t = 0; t < readout.loop.size(); ++t)
      points << QCPGraphData(static_cast<double>(t), readout.loop[t] + 1.5);
    points << QCPGraphData(static_cast<double>(readout.loop.size()) - 0.5,
                           readout.loop.back() + 1.5);
    exitHalo_->data()->set(points, true);
    exitLine_->data()->set(points, true);
    const double width = theme_.paper ? 1.2 : 2.0;
    exitHalo_->setPen(QPen(QColor(255, 255, 255, 210), width + 1.6));
    exitLine_->setPen(QPen(theme_.accent, width));
  }
  placeRect(selection_, selectedToken_, selectedLoop_);
  replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapFigure::placeMarks() {
  for (QCPAbstractItem* mark : marks_) removeItem(mark);
  marks_.clear();
  const auto line = [&](double token0, double loop0, double token1, double loop1, const QPen& pen) {
    auto* item = new QCPItemLine(this);
    item->setLayer("exit");
    item->setPen(pen);
    item->setClipToAxisRect(true);
    const auto place = [&](QCPItemPosition* p, double token, double loop) {
      p->setAxes(xAxis, yAxis);
      recipe_.loopsVertical ? p->setCoords(token, loop) : p->setCoords(loop, token);
    };
    place(item->start, token0, loop0);
    place(item->end, token1, loop1);
    marks_ << item;
  };
  const double T = trace_->tokens() - 0.5, R = trace_->loops() + 0.5;
  const int trained = trace_->info().loopsTrained, prompt = trace_->info().promptTokens;
  const QCPRange shown = tokenAxis()->range();
  // Lines stay inside what is shown: an SVG has no clip paths.
  const double low = std::max(-0.5, shown.lower), high = std::min(T, shown.upper);
  if (trained < trace_->loops())
    line(low, trained + 0.5, high, trained + 0.5,
         QPen(QColor(255, 255, 255, 230), 1.2,
              Qt::DashLine));  // white shows on the dark end of every map, and on the exit line's
                               // casing
  if (prompt > 0 && prompt < trace_->tokens() && prompt - 0.5 > low && prompt - 0.5 < high)
    line(prompt - 0.5, 0.5, prompt - 0.5, R, QPen(Qt::white, 1.5, Qt::DotLine));
  loopAxis()->setLabel(trained < trace_->loops() ? tr("Loop (dashed: trained with %1)").arg(trained)
                                                 : tr("Loop"));
}

void HeatmapFigure::updateLabels() {
  if (!trace_) return;
  QCPAxis* tokens = tokenAxis();
  const QFontMetricsF metrics(theme_.font);
  const bool across = recipe_.loopsVertical;
  const double extent =
      std::max(1.0, static_cast<double>(across ? axisRect()->width() : axisRect()->height()));
  // A vertical label needs a line's height of the axis.
  const int most = std::max(2, static_cast<int>(extent / (metrics.height() * 1.02)));
  tokenTicker_->setMost(most);
  const bool words = tokens->range().size() <= most;
  tokens->setTickLabelRotation(across && words ? -90 : 0);
  tokens->setLabel(words ? QString() : tr("Token"));
}

void HeatmapFigure::clampRange(const QCPRange& range) {
  if (clamping_ || !trace_) return;
  const double low = -0.5, high = trace_->tokens() - 0.5;
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

void HeatmapFigure::showTokens(int first, int last) {
  if (!trace_) return;
  tokenAxis()->setRange(first - 0.5, last + 0.5);
  replot(QCustomPlot::rpQueuedReplot);
}

QPair<int, int> HeatmapFigure::cellAt(const QPointF& pixel) const {
  if (!trace_ || !axisRect()->rect().contains(pixel.toPoint())) return {-1, -1};
  const double x = xAxis->pixelToCoord(pixel.x()), y = yAxis->pixelToCoord(pixel.y());
  const int token = static_cast<int>(std::lround(recipe_.loopsVertical ? x : y)),
            loop = static_cast<int>(std::lround(recipe_.loopsVertical ? y : x)) - 1;
  if (token < 0 || token >= trace_->tokens() || loop < 0 || loop >= trace_->loops())
    return {-1, -1};
  return {token, loop};
}

void HeatmapFigure::placeRect(QCPItemRect* rect, int token, int loop) {
  if (!rect) return;
  rect->setVisible(trace_ && token >= 0);
  if (!rect->visible()) return;
  const bool column = loop < 0;  // the whole token
  const double low = column ? 0.5 : loop + 0.5, high = column ? trace_->loops() + 0.5 : loop + 1.5;
  if (recipe_.loopsVertical) {
    rect->topLeft->setCoords(token - 0.5, high);
    rect->bottomRight->setCoords(token + 0.5, low);
  } else {
    rect->topLeft->setCoords(low, token - 0.5);
    rect->bottomRight->setCoords(high, token + 0.5);
  }
}

void HeatmapFigure::setSelection(int token, int loop) {
  selectedToken_ = token;
  selectedLoop_ = loop;
  if (!selection_) return;
  selection_->setPen(QPen(theme_.selection, 2));
  placeRect(selection_, token, loop);
  layer("pointer")->replot();
}

void HeatmapFigure::setHover(int token, int loop) {
  if (!hover_) return;
  hover_->setPen(QPen(theme_.hover, 1, Qt::SolidLine));
  placeRect(hover_, token, loop);
  layer("pointer")->replot();
}

void HeatmapFigure::mouseMoveEvent(QMouseEvent* event) {
  const auto [token, loop] = cellAt(event->position());
  emit cellHovered(token, loop);
  QCustomPlot::mouseMoveEvent(event);
}

void HeatmapFigure::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  QCustomPlot::mousePressEvent(event);
}

void HeatmapFigure::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton || (event->pos() - pressed_).manhattanLength() > 4) return;
  const auto [token, loop] = cellAt(event->position());
  if (token >= 0) emit cellClicked(token, loop);
}

void HeatmapFigure::mouseDoubleClickEvent(QMouseEvent* event) {
  if (trace_) showTokens(0, trace_->tokens() - 1);
  event->accept();
}

void HeatmapFigure::leaveEvent(QEvent* event) {
  emit cellHovered(-1, -1);
  QCustomPlot::leaveEvent(event);
}

void HeatmapFigure::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  updateLabels();
}

}  // namespace ouroscope
