// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/GeometryFigure.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/Computed.h"
#include "ui/base/Names.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {

GeometryCurvePtr geometryOf(const TracePtr& trace, const Measure& measure, std::stop_token stop) {
  static Computed<const Measure*, GeometryCurve> computed;
  return computed.get(trace, &measure, [&] {
    GeometryCurve curve{&measure, measureMatrix(*trace, measure, 0, nullptr, stop), {}};
    curve.spread = loopSpread(curve.matrix, trace->loops());
    return curve;
  });
}

QString tokenName(const Trace& trace, int token) {
  QString text =
      tokenDisplayText(trace.columns().tokenBytes[static_cast<std::size_t>(token)]).trimmed();
  if (text.isEmpty()) text = QStringLiteral("\u2423");
  return QStringLiteral("%1 %2").arg(token + 1).arg(text.left(14));
}

GeometryFigure::GeometryFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()), legend_(SwatchLegend::above(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(160, 120);
  setTheme(theme_);
}

void GeometryFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void GeometryFigure::setCurve(TracePtr trace, GeometryCurvePtr curve, std::vector<int> tokens) {
  trace_ = std::move(trace);
  curve_ = std::move(curve);
  tokens_ = std::move(tokens);
  if (std::ssize(tokens_) > kMostSeries) tokens_.resize(kMostSeries);
  rebuild();
}

void GeometryFigure::rebuild() {
  clearPlottables();
  clearItems();
  legend_->setEntries({}, theme_);
  for (QCPAxis* axis : {xAxis, yAxis}) axis->setVisible(trace_ && curve_);
  if (!trace_ || !curve_) return replot(QCustomPlot::rpQueuedReplot);
  const Trace& trace = *trace_;
  const Measure& info = *curve_->measure;
  const int loops = trace.loops();
  double low = std::numeric_limits<double>::infinity(), high = -low;
  const auto see = [&](double v) {
    if (std::isnan(v)) return;
    low = std::min(low, v);
    high = std::max(high, v);
  };

  QCPGraph *upper = addGraph(), *lower = addGraph(), *median = addGraph();
  for (int r = 0; r < loops; ++r) {
    const LoopSpread& spread = curve_->spread[static_cast<std::size_t>(r)];
    if (!spread.tokens) continue;
    lower->addData(r + 1, spread.low);
    upper->addData(r + 1, spread.high);
    median->addData(r + 1, spread.median);
    see(spread.low);
    see(spread.high);
  }
  QColor band = theme_.text;
  band.setAlpha(theme_.paper ? 30 : 36);
  upper->setPen(Qt::NoPen);
  lower->setPen(Qt::NoPen);
  upper->setBrush(band);
  upper->setChannelFillGraph(lower);
  const QPen medianPen(theme_.text, theme_.paper ? theme_.lineWidth * 2 : 2.4);
  median->setPen(medianPen);
  median->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssDisc, theme_.text, theme_.text, theme_.paper ? 4 : 6));

  std::vector<SwatchLegend::Entry> entries{{Qt::NoBrush, medianPen, tr("median of all tokens")},
                                           {band, Qt::NoPen, tr("middle half")}};
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    QCPGraph* graph = addGraph();
    const int series = static_cast<int>(i);
    graph->setPen(seriesPen(series, theme_));
    graph->setScatterStyle(seriesMarker(series, theme_));
    for (int r = 0; r < loops; ++r) {
      const double v = static_cast<double>(curve_->matrix[trace.at(tokens_[i], r)]);
      graph->addData(r + 1, v);
      see(v);
    }
    entries.push_back({Qt::NoBrush, seriesPen(series, theme_), tokenName(trace, tokens_[i])});
  }
  const bool empty = low > high;
  if (empty) low = 0, high = 1;
  // Sizes start at zero: half the length is half the size. Cosines fill their room.
  if (!info.lowStrikes) low = std::min(low, 0.0);
  const double pad = std::max(1e-9, 0.07 * (high - low));
  yAxis->setRange(low == 0 ? 0 : low - pad, high + pad);
  yAxis->setNumberFormat("gb");
  yAxis->setNumberPrecision(4);
  const QString unit = coreName(info.unit);
  const QString formula = coreText(info.formula);
  setTitle(yAxis, unit.isEmpty()
                      ? QStringList{formula}
                      : QStringList{QStringLiteral("%1 (%2)").arg(formula, unit), formula, unit});
  countLoops(xAxis, loops);
  xAxis->setRange(0.7, loops + 0.3);
  const int trained = trace.info().loopsTrained;
  if (trained < loops) {
    auto* line = new QCPItemLine(this);
    line->setPen(QPen(theme_.text, theme_.lineWidth, Qt::DashLine));
    for (QCPItemPosition* p : {line->start, line->end})
      p->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->start->setCoords(trained + 0.5, 0);
    line->end->setCoords(trained + 0.5, 1);
  }
  QStringList loopTitles{tr("Loop")};
  if (trained < loops) loopTitles.prepend(tr("Loop (dashed: trained with %1)").arg(trained));
  setTitle(xAxis, loopTitles);
  legend_->setEntries(std::move(entries), theme_);
  replot(QCustomPlot::rpQueuedReplot);
}

void GeometryFigure::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (!trace_ || event->button() != Qt::LeftButton ||
      !axisRect()->rect().contains(event->position().toPoint()))
    return;
  const int loop = static_cast<int>(std::lround(xAxis->pixelToCoord(event->position().x()))) - 1;
  if (loop >= 0 && loop < trace_->loops()) emit loopClicked(loop);
}

}  // namespace ouroscope
