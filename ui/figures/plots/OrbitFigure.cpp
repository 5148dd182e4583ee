// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/OrbitFigure.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/Computed.h"
#include "ui/base/Language.h"
#include "ui/figures/base/ColourMap.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/plots/GeometryFigure.h"

namespace ouroscope {
namespace {

Computed<int, Orbits>& computedOrbits() {
  static Computed<int, Orbits> computed;
  return computed;
}

}  // namespace

OrbitsPtr orbitsFor(const TracePtr& trace, std::stop_token stop, const ProgressFn& progress) {
  return computedOrbits().get(trace, kOrbitComponents, [&] {
    return orbitsOf(*trace, kOrbitComponents, 400, stop, progress);
  });
}

OrbitsPtr orbitsKnown(const TracePtr& trace) {
  return computedOrbits().find(trace, kOrbitComponents);
}

OrbitFigure::OrbitFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), legend_(SwatchLegend::above(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(160, 120);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  connect(this, &QCustomPlot::afterLayout, this, &OrbitFigure::spreadNumbers);
  setTheme(theme_);
}

void OrbitFigure::spreadNumbers() {
  // A number that would lie on another one, or outside, is left out: the markers stay.
  const QFontMetricsF metrics(theme_.font);
  std::vector<QRectF> taken;
  for (QCPItemText* number : numbers_) {
    const QPointF at = number->position->pixelPosition();
    const QRectF room(at.x() + 2, at.y() - metrics.height() - 2,
                      metrics.horizontalAdvance(number->text()) + 4, metrics.height() + 2);
    const bool free = QRectF(axisRect()->rect()).contains(room) &&
                      std::none_of(taken.begin(), taken.end(),
                                   [&](const QRectF& other) { return other.intersects(room); });
    number->setVisible(free);
    if (free) taken.push_back(room);
  }
}

void OrbitFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void OrbitFigure::setOrbits(TracePtr trace, OrbitsPtr orbits, int pair, std::vector<int> tokens) {
  const bool sameView = orbits == orbits_ && pair == pair_;
  trace_ = std::move(trace);
  orbits_ = std::move(orbits);
  pair_ = pair;
  tokens_ = std::move(tokens);
  if (std::ssize(tokens_) > kMostSeries) tokens_.resize(kMostSeries);
  const QCPRange x = xAxis->range(), y = yAxis->range();
  rebuild();
  if (!sameView) return;
  // Another token is chosen: the zoom stays where it was.
  xAxis->setRange(x);
  yAxis->setRange(y);
}

void OrbitFigure::rebuild() {
  clearPlottables();
  clearItems();
  points_.clear();
  numbers_.clear();
  legend_->setEntries({}, theme_);
  const bool drawn = trace_ && orbits_ && 2 * pair_ + 1 < orbits_->basis.components;
  for (QCPAxis* axis : {xAxis, yAxis}) axis->setVisible(drawn);
  if (!drawn) return replot(QCustomPlot::rpQueuedReplot);
  const Trace& trace = *trace_;
  const PcaBasis& basis = orbits_->basis;
  const auto R = static_cast<std::size_t>(trace.loops()),
             k = static_cast<std::size_t>(basis.components),
             first = static_cast<std::size_t>(2 * pair_);
  std::vector<SwatchLegend::Entry> entries;

  // The cloud, one graph a loop, so that a loop has one colour.
  for (std::size_t r = 0; r < R; ++r) {
    QCPGraph* cloud = addGraph();
    QColor faint = theme_.loopColour(static_cast<int>(r));
    faint.setAlpha(theme_.night ? 200 : 140);
    cloud->setLineStyle(QCPGraph::lsNone);
    cloud->setPen(Qt::NoPen);  // a marker without a pen takes the graph's
    cloud->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, Qt::NoPen, QBrush(faint),
                                           theme_.paper ? 2.4 : 4));
    QVector<double> x, y;
    for (std::size_t i = 0; i < orbits_->tokens.size(); ++i) {
      const float* at = orbits_->cloud.data() + (i * R + r) * k + first;
      if (std::isnan(at[0])) continue;
      x << static_cast<double>(at[0]);
      y << static_cast<double>(at[1]);
      points_.push_back({x.back(), y.back(), orbits_->tokens[i], static_cast<int>(r)});
    }
    cloud->setData(x, y);
    entries.push_back({faint, {}, tr("loop %1").arg(r + 1)});
  }

  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::vector<float> path = orbitOf(trace, basis, tokens_[i]);
    auto* curve = new QCPCurve(xAxis, yAxis);
    const int series = static_cast<int>(i);
    curve->setPen(seriesPen(series, theme_));
    curve->setScatterStyle(seriesMarker(series, theme_));
    double x = 0, y = 0, last = -1;
    for (std::size_t r = 0; r < R; ++r) {
      if (std::isnan(path[r * k])) continue;
      x = static_cast<double>(path[r * k + first]);
      y = static_cast<double>(path[r * k + first + 1]);
      curve->addData(static_cast<double>(r), x, y);
      points_.push_back({x, y, tokens_[i], static_cast<int>(r)});
      last = static_cast<double>(r);
      // The loops are counted along the way where there is room for their numbers.
      if (r != 0 && r + 1 != R && R > 8) continue;
      auto* number = new QCPItemText(this);
      number->setText(QString::number(r + 1));
      QFont font = theme_.font;
      font.setPointSizeF(std::max(6.0, font.pointSizeF() - 1));
      number->setFont(font);
      number->setColor(seriesColour(series, theme_));
      number->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
      number->setPadding(QMargins(4, 0, 0, 2));
      number->position->setCoords(x, y);
      numbers_.push_back(number);
    }
    if (last < 0) continue;
    entries.push_back({Qt::NoBrush, seriesPen(series, theme_), tokenName(trace, tokens_[i])});
  }

  const auto titles = [&](int component) {
    return QStringList{tr("PC %1 (%2 % of the variance)")
                           .arg(component + 1)
                           .arg(localNumber(100 * basis.share(component), 1)),
                       QStringLiteral("PC %1").arg(component + 1)};
  };
  setTitle(xAxis, titles(2 * pair_));
  setTitle(yAxis, titles(2 * pair_ + 1));
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setNumberFormat("gb");
    axis->setNumberPrecision(3);
  }
  legend_->setEntries(std::move(entries), theme_);
  fitRange();
  replot(QCustomPlot::rpQueuedReplot);
}

void OrbitFigure::fitRange() {
  double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};
  for (const Point& p : points_) {
    low[0] = std::min(low[0], p.x), high[0] = std::max(high[0], p.x);
    low[1] = std::min(low[1], p.y), high[1] = std::max(high[1], p.y);
  }
  for (const int i : {0, 1}) {
    if (low[i] > high[i]) low[i] = 0, high[i] = 1;
    const double pad = std::max(1e-9, 0.06 * (high[i] - low[i]));
    (i ? yAxis : xAxis)->setRange(low[i] - pad, high[i] + pad);
  }
}

void OrbitFigure::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  QCustomPlot::mousePressEvent(event);
}

void OrbitFigure::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton || (event->pos() - pressed_).manhattanLength() > 4) return;
  const Point* nearest = nullptr;
  double best = 10;  // pixels
  for (const Point& p : points_) {
    const double away = std::hypot(xAxis->coordToPixel(p.x) - event->position().x(),
                                   yAxis->coordToPixel(p.y) - event->position().y());
    if (away <= best) best = away, nearest = &p;
  }
  if (nearest) emit pointClicked(nearest->token, nearest->loop);
}

void OrbitFigure::mouseDoubleClickEvent(QMouseEvent* event) {
  fitRange();
  replot(QCustomPlot::rpQueuedReplot);
  event->accept();
}

}  // namespace ouroscope
