// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/EstimateFigure.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {
namespace {

using Look = ChartSeries::Look;

constexpr double kBesideMm = 100;  ///< from here on panels stand beside each other
constexpr double kGroupWidth = 0.8;
constexpr int kManyBands = 4;            ///< more of them are paler, so that lines stay seen
constexpr double kCategoryShift = 0.32;  ///< between series of one category, in places

/// Around a point that other series draw.
QCPScatterStyle ringStyle(const QColor& colour, double size) {
  return QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1.1), Qt::NoBrush, size * 1.9);
}

bool isNumber(double value) {
  return std::isfinite(value);
}

}  // namespace

/// What fill() gathers of a panel.
struct EstimateFigure::Drawn {
  QCPAxisRect* rect = nullptr;
  QCPAxis *key = nullptr, *value = nullptr;  ///< of loops or categories; of the estimates
  double low = std::numeric_limits<double>::infinity(), high = -low;
  QCPBarsGroup* bars = nullptr;
  int barSeries = 0, series = 0, at = 0;

  void see(double y) {
    if (!isNumber(y)) return;
    low = std::min(low, y);
    high = std::max(high, y);
  }
};

EstimateFigure::EstimateFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMinimumSize(180, 130);
  plotLayout()->clear();
  setAutoAddPlottableToLegend(false);
  // Where a label stands is known once the axes are laid out, on screen as on paper.
  connect(this, &QCustomPlot::afterLayout, this, &EstimateFigure::placeLabels);
  setTheme(theme_);
}

void EstimateFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  setBackground(theme.background);
  rebuild();
}

void EstimateFigure::setChart(std::shared_ptr<const EstimateChart> chart) {
  chart_ = std::move(chart);
  rebuild();
}

double EstimateFigure::heightFor(const EstimateChart& chart, double widthMm) {
  double all = 0;
  for (const ChartPanel& panel : chart.panels) {
    const double one = !panel.categories.isEmpty()
                           ? 26 + 7.0 * static_cast<double>(panel.categories.size())
                           : std::clamp(widthMm * 0.6, 50.0, 84.0);
    all += chart.panels.size() > 1 ? std::min(one, 54.0) : one;
  }
  if (chart.panels.size() > 1 && widthMm >= kBesideMm) return std::clamp(widthMm / 2.2, 50.0, 90.0);
  // Names of many series take rows of their own.
  std::size_t names = 0;
  for (const ChartPanel& panel : chart.panels) names = std::max(names, panel.series.size());
  return all + (names > 4 ? 4.2 * static_cast<double>(names) * std::min(1.0, 90 / widthMm) : 0);
}

bool EstimateFigure::wantsBeside() const {
  return viewport().width() >= kBesideMm * kFigureUnitsPerMm * 0.98;
}

QColor EstimateFigure::colourOf(const ChartSeries& series) const {
  if (series.colour == ChartSeries::kAccent) return theme_.accent;
  if (series.colour == ChartSeries::kText) return theme_.text;
  return seriesColour(series.colour, theme_);
}

void EstimateFigure::rebuild() {
  clearPlottables();
  clearItems();
  labels_.clear();
  legend_ = nullptr;
  intervals_ = false;
  plotLayout()->clear();
  if (!chart_ || chart_->panels.empty()) return replot(QCustomPlot::rpQueuedReplot);
  auto* grid = new QCPLayoutGrid;
  plotLayout()->addElement(0, 0, grid);
  grid->setColumnSpacing(theme_.paper ? 8 : 12);
  grid->setRowSpacing(theme_.paper ? 4 : 8);
  legend_ = SwatchLegend::below(this);
  plotLayout()->setRowSpacing(theme_.paper ? 2 : 4);
  beside_ = wantsBeside();
  int at = 0;
  for (const ChartPanel& panel : chart_->panels) {
    auto* rect = new QCPAxisRect(this);
    grid->addElement(beside_ ? 0 : at, beside_ ? at : 0, rect);
    fill(panel, rect);
    ++at;
  }
  std::vector<SwatchLegend::Entry> entries;
  QStringList named;
  for (const ChartPanel& panel : chart_->panels)
    for (const ChartSeries& series : panel.series) {
      if (series.name.isEmpty() || named.contains(series.name)) continue;
      named << series.name;
      const QColor colour = colourOf(series);
      SwatchLegend::Entry entry{Qt::NoBrush, QPen(colour, 1.2, series.dash), series.name};
      if (series.look == Look::Bars)
        entry = {QBrush(colour), QPen(Qt::NoPen), series.name, {}, true};
      if (series.look == Look::Squares || series.look == Look::Points ||
          series.look == Look::Marker || series.look == Look::Rings) {
        entry.line = QPen(Qt::NoPen);
        entry.marker =
            series.look == Look::Squares
                ? QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(colour, 1.2),
                                  QBrush(theme_.background), theme_.paper ? 5 : 7)
            : series.look == Look::Rings ? ringStyle(colour, theme_.paper ? 3.5 : 5)
            : series.look == Look::Marker
                ? QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme_.background, 0.8),
                                  QBrush(colour), theme_.paper ? 7 : 10)
                : seriesMarker(std::max(0, series.colour), theme_);
      }
      entries.push_back(entry);
    }
  if (intervals_) {
    QColor grey = theme_.text;
    grey.setAlpha(40);
    entries.push_back({grey, Qt::NoPen, tr("band, bars: 95 % interval")});
  }
  legend_->setEntries(std::move(entries), theme_);
  replot(QCustomPlot::rpQueuedReplot);
}

void EstimateFigure::fill(const ChartPanel& panel, QCPAxisRect* rect) {
  Drawn drawn;
  drawn.rect = rect;
  const bool sideways = !panel.categories.isEmpty();
  drawn.key = rect->axis(sideways ? QCPAxis::atLeft : QCPAxis::atBottom);
  drawn.value = rect->axis(sideways ? QCPAxis::atBottom : QCPAxis::atLeft);
  drawn.series = static_cast<int>(panel.series.size());
  for (const ChartSeries& series : panel.series) drawn.barSeries += series.look == Look::Bars;
  if (drawn.barSeries > 1) {
    drawn.bars = new QCPBarsGroup(this);
    drawn.bars->setSpacingType(QCPBarsGroup::stPlotCoords);
    drawn.bars->setSpacing(0);  // the width of the bars leaves the air between groups
  }
  for (QCPAxis* axis : rect->axes()) {
    axis->setLayer("axes");
    axis->grid()->setLayer("grid");
    styleAxis(axis, theme_);
  }
  for (const ChartSeries& series : panel.series) {
    addSeries(panel, series, drawn);
    ++drawn.at;
  }
  finishAxes(panel, drawn);
  for (const ChartSeries& series : panel.series) addLabels(panel, series, drawn);
}

void EstimateFigure::addSeries(const ChartPanel& panel, const ChartSeries& series, Drawn& drawn) {
  const double scale = panel.percent ? 100 : 1;
  const QColor colour = colourOf(series);
  const double width = theme_.paper ? 1.1 : 1.8;
  QCPAbstractPlottable1D<QCPGraphData>* points = nullptr;
  QCPBars* bars = nullptr;
  if (series.look == Look::Band) {
    QCPGraph* upper = addGraph(drawn.key, drawn.value);
    QCPGraph* lower = addGraph(drawn.key, drawn.value);
    QColor band = colour;
    band.setAlpha(drawn.series > kManyBands ? 18 : 40);
    for (QCPGraph* edge : {upper, lower}) edge->setPen(Qt::NoPen);
    upper->setBrush(band);
    upper->setChannelFillGraph(lower);
    for (const ChartPoint& p : series.points) {
      const Interval& i = p.row.estimate.interval;
      if (!isNumber(i.low)) continue;
      upper->addData(p.x, scale * i.high);
      lower->addData(p.x, scale * i.low);
      intervals_ = true;
    }
  }
  if (series.look == Look::Bars) {
    bars = new QCPBars(drawn.key, drawn.value);
    bars->setBrush(colour);
    bars->setPen(Qt::NoPen);
    bars->setWidth(kGroupWidth / std::max(1, drawn.barSeries));
    if (drawn.bars) bars->setBarsGroup(drawn.bars);
  } else {
    QCPGraph* graph = addGraph(drawn.key, drawn.value);
    points = graph;
    graph->setPen(QPen(colour, series.look == Look::Line ? width * 0.9 : width, series.dash));
    const double size = theme_.paper ? 4.5 : 6.5;
    switch (series.look) {
      case Look::Band:
        if (series.points.size() <= 24)
          graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, size * 0.8));
        break;
      case Look::Squares:
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(colour, 1.2),
                                               QBrush(theme_.background), size));
        break;
      case Look::Points:
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(seriesMarker(std::max(0, series.colour), theme_));
        break;
      case Look::Rings:
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(ringStyle(colour, size));
        break;
      case Look::Marker:
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                               QPen(theme_.background, theme_.paper ? 0.8 : 1.5),
                                               QBrush(colour), size * 1.6));
        break;
      case Look::Line:
      case Look::Bars:
        break;
    }
  }
  // Series of one category stand beside each other.
  const double shift = panel.categories.isEmpty() || drawn.series < 2
                           ? 0
                           : kCategoryShift * (drawn.at - (drawn.series - 1) / 2.0);
  QCPErrorBars *errors = nullptr, *across = nullptr;
  if (series.look != Look::Band && series.look != Look::Line && series.look != Look::Rings) {
    errors = new QCPErrorBars(drawn.key, drawn.value);
    across = new QCPErrorBars(drawn.key, drawn.value);
    across->setErrorType(QCPErrorBars::etKeyError);
    for (QCPErrorBars* each : {errors, across}) {
      each->setPen(QPen(series.look == Look::Bars ? theme_.text : colour,
                        theme_.paper ? std::max(0.6, theme_.lineWidth * 0.8) : 1.2));
      each->setWhiskerWidth(theme_.paper ? 3 : 5);
      each->setSymbolGap(0);
    }
    if (bars) errors->setDataPlottable(bars);
    if (points) errors->setDataPlottable(points);
    if (points) across->setDataPlottable(points);
  }
  for (const ChartPoint& p : series.points) {
    const double y = scale * p.row.estimate.value;
    if (!isNumber(y) || !isNumber(p.x)) continue;
    const Interval i{scale * p.row.estimate.interval.low, scale * p.row.estimate.interval.high};
    const bool known = isNumber(i.low);
    if (bars) bars->addData(p.x, y);
    if (points) static_cast<QCPGraph*>(points)->addData(p.x + shift, y);
    if (errors) errors->addData(known ? y - i.low : kNaN, known ? i.high - y : kNaN);
    if (across) {
      const bool wide = isNumber(p.across.low);
      across->addData(wide ? p.x - p.across.low : kNaN, wide ? p.across.high - p.x : kNaN);
    }
    intervals_ = intervals_ || (errors && known);
    drawn.see(y);
    if (series.look != Look::Line && series.look != Look::Rings && known) {
      drawn.see(i.low);
      drawn.see(i.high);
    }
  }
}

void EstimateFigure::addLabels(const ChartPanel& panel, const ChartSeries& series,
                               const Drawn& drawn) {
  for (const ChartPoint& p : series.points) {
    const double y = (panel.percent ? 100 : 1) * p.row.estimate.value;
    if (p.label.isEmpty() || !isNumber(y) || !isNumber(p.x)) continue;
    auto* name = new QCPItemText(this);
    name->position->setAxes(drawn.key, drawn.value);
    name->setClipAxisRect(drawn.rect);
    name->position->setCoords(p.x, y);
    // Away from curves that rise: below on the right; where they fall, above.
    const bool rising =
        series.points.back().row.estimate.value >= series.points.front().row.estimate.value;
    name->setPositionAlignment(Qt::AlignLeft | (rising ? Qt::AlignTop : Qt::AlignBottom));
    name->setText(p.label);
    name->setFont(theme_.font);
    name->setColor(theme_.text);
    name->setPadding(QMargins(4, 3, 0, 3));
    labels_.push_back(name);
  }
}

void EstimateFigure::finishAxes(const ChartPanel& panel, const Drawn& drawn) {
  double low = drawn.low, high = drawn.high;
  if (low > high) low = 0, high = 1;
  if (panel.fromZero) low = std::min(low, 0.0), high = std::max(high, 0.0);
  const double pad = high > low ? 0.08 * (high - low) : std::max(1e-3, 0.05 * std::abs(high));
  bool labelled = false;
  for (const ChartSeries& series : panel.series)
    for (const ChartPoint& p : series.points) labelled = labelled || !p.label.isEmpty();
  const double below = panel.fromZero && low >= 0 ? 0 : labelled ? 2 * pad : pad;
  drawn.value->setRange(low - below, high + (labelled ? 2 * pad : pad));
  drawn.value->setNumberFormat("gb");
  drawn.value->setNumberPrecision(4);
  drawn.value->ticker()->setTickCount(5);
  if (panel.fromZero) drawn.value->grid()->setZeroLinePen(QPen(theme_.axis, theme_.lineWidth));
  if (panel.categories.isEmpty()) {
    const double last = panel.loops;
    double first = last;
    bool bars = drawn.barSeries > 0;
    for (const ChartSeries& series : panel.series)
      for (const ChartPoint& p : series.points)
        if (isNumber(p.x)) first = std::min(first, p.x);
    const double side = bars ? 0.6 : 0.06 * std::max(1, panel.loops - 1);
    drawn.key->setRange(first - side, last + (labelled && !bars ? 2 : 1) * side);
    countLoops(drawn.key, panel.loops);
    if (bars) drawn.key->grid()->setVisible(false);
  } else {
    const auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < panel.categories.size(); ++i)
      ticks->addTick(static_cast<double>(i), panel.categories[i]);
    drawn.key->setTicker(ticks);
    drawn.key->setRangeReversed(true);
    drawn.key->setRange(-0.6, static_cast<double>(panel.categories.size()) - 0.4);
    drawn.key->grid()->setVisible(false);
  }
  const bool sideways = !panel.categories.isEmpty();
  setTitle(sideways ? drawn.value : drawn.key, panel.xTitles);
  if (!panel.yTitles.isEmpty()) setTitle(sideways ? drawn.key : drawn.value, panel.yTitles);
}

void EstimateFigure::arrange() {
  if (!chart_) return;
  if (beside_ != wantsBeside() && chart_->panels.size() > 1) rebuild();
  placeLabels();
}

/// A digit over another one says nothing: the later one is left out.
void EstimateFigure::placeLabels() {
  std::vector<QRectF> taken;
  for (QCPItemText* label : labels_) {
    const QRectF box(label->topLeft->pixelPosition(), label->bottomRight->pixelPosition());
    const bool free = std::none_of(taken.begin(), taken.end(),
                                   [&](const QRectF& other) { return other.intersects(box); });
    label->setVisible(free);
    if (free) taken.push_back(box);
  }
}

void EstimateFigure::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  arrange();
}

}  // namespace ouroscope
