// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/ExitRulesFigure.h"

#include <algorithm>
#include <cmath>

#include "ui/base/PlainText.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/base/TokenTicker.h"
#include "ui/figures/plots/OperatingCurveFigure.h"

namespace ouroscope {

QString exitRuleTitle(const ExitRuleCurve& curve, const TraceInfo& info) {
  switch (curve.kind) {
    case ExitRuleKind::Gate: {
      const std::string& name = curve.gate == 0
                                    ? info.gateName
                                    : info.otherGates[static_cast<std::size_t>(curve.gate - 1)];
      return name.empty() ? ExitRulesFigure::tr("Learned gate")
                          : ExitRulesFigure::tr("Gate \u201c%1\u201d").arg(shownName(name));
    }
    case ExitRuleKind::Entropy:
      return ExitRulesFigure::tr("Entropy");
    case ExitRuleKind::TopProbability:
      return ExitRulesFigure::tr("Best word's probability");
    case ExitRuleKind::Margin:
      return ExitRulesFigure::tr("Margin of the two best words");
    case ExitRuleKind::KlStep:
      return ExitRulesFigure::tr("KL step between loops");
    case ExitRuleKind::StateChange:
      return ExitRulesFigure::tr("Relative state change");
    case ExitRuleKind::StateCosine:
      return ExitRulesFigure::tr("Cosine to the loop before");
    case ExitRuleKind::SecondDifference:
      return ExitRulesFigure::tr("Second difference of the step");
    case ExitRuleKind::EntropyChange:
      return ExitRulesFigure::tr("Change of entropy");
    case ExitRuleKind::KlBefore:
      return ExitRulesFigure::tr("KL from the loop before");
    case ExitRuleKind::MinPKl:
      return ExitRulesFigure::tr("KL of likely words from the loop before");
    case ExitRuleKind::Stable:
      return ExitRulesFigure::tr("Same best word in a row");
    case ExitRuleKind::Uniform:
      return ExitRulesFigure::tr("Same budget for all");
    case ExitRuleKind::Oracle:
      return ExitRulesFigure::tr("Oracle");
  }
  return {};
}

QString scoreBasisTitle(ScoreBasis basis) {
  switch (basis) {
    case ScoreBasis::Exact:
      return ExitRulesFigure::tr("exact");
    case ScoreBasis::LowerBound:
      return ExitRulesFigure::tr("lower bound");
    case ScoreBasis::Absent:
      return ExitRulesFigure::tr("not recorded");
  }
  return {};
}

ExitRulesFigure::ExitRulesFigure(QWidget* parent)
    : QCustomPlot(parent), theme_(FigureTheme::light()) {
  setMouseTracking(true);
  setMinimumSize(180, 130);
  setAutoAddPlottableToLegend(false);
  addLayer("highlight", layer("main"), limAbove);
  addMovingLayer(*this, "pointer");
  legend_ = SwatchLegend::below(this);
  setTheme(theme_);
}

void ExitRulesFigure::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  stylePlot(*this, theme);
  rebuild();
}

void ExitRulesFigure::setAudit(std::shared_ptr<const ExitRuleAudit> audit, const TraceInfo& info,
                               int loops, Quality quality) {
  audit_ = std::move(audit);
  info_ = info;
  loops_ = loops;
  quality_ = quality;
  rebuild();
}

QPen ExitRulesFigure::penOf(int curve) const {
  const ExitRuleCurve& c = audit_->curves[static_cast<std::size_t>(curve)];
  const double width = theme_.paper ? 1.0 : 1.6;
  static const Qt::PenStyle dashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
  if (c.kind == ExitRuleKind::Gate) {
    // Told apart by lightness too: dashes alone are hard to follow where curves cross.
    const QColor colour = c.gate == 0 ? theme_.text : c.gate == 1 ? theme_.axis : theme_.missing;
    return QPen(colour, width * (c.gate == 0 ? 1.3 : 0.9), dashes[c.gate % 4]);
  }
  if (c.kind == ExitRuleKind::Oracle) return QPen(theme_.text, width, Qt::DashDotLine);
  if (c.kind == ExitRuleKind::Uniform) return QPen(theme_.axis, width, Qt::DashLine);
  // The second half takes the colours of the first again, dotted.
  static const int colours[] = {0, 0, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5};
  constexpr std::size_t kFirstHalf = 8;
  const auto k = static_cast<std::size_t>(c.kind);
  const Qt::PenStyle plain = k % 2 ? Qt::SolidLine : Qt::DashLine;
  return QPen(seriesColour(colours[k], theme_), width, k < kFirstHalf ? plain : Qt::DotLine);
}

void ExitRulesFigure::rebuild() {
  clearPlottables();
  clearItems();
  graphs_.clear();
  depthMark_ = nullptr;
  if (!audit_) return replot(QCustomPlot::rpQueuedReplot);
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (std::size_t i = 0; i < audit_->curves.size(); ++i) {
    const ExitRuleCurve& curve = audit_->curves[i];
    if (curve.basis == ScoreBasis::Absent) {
      graphs_.push_back(nullptr);
      continue;
    }
    QCPGraph* graph = addGraph();
    graph->setPen(penOf(static_cast<int>(i)));
    graph->setName(exitRuleTitle(curve, info_) +
                   (curve.basis == ScoreBasis::LowerBound
                        ? QStringLiteral(" (%1)").arg(scoreBasisTitle(curve.basis))
                        : QString()));
    if (curve.kind == ExitRuleKind::Uniform)
      graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme_.axis, 1.2),
                                             QBrush(theme_.background), theme_.paper ? 4 : 6));
    QVector<double> x, y;
    for (const OperatingPoint& p : curve.points) {
      const double v = valueOf(p, quality_);
      x << p.meanLoops;
      y << v;
      if (!std::isfinite(v)) continue;
      low = std::min(low, v);
      high = std::max(high, v);
    }
    graph->setData(x, y, true);
    graphs_.push_back(graph);
  }
  if (low > high) low = 0, high = 1;
  const double pad = high > low ? 0.06 * (high - low) : std::max(1e-3, 0.05 * std::abs(high)),
               side = 0.05 * std::max(1, loops_ - 1);
  xAxis->setRange(1 - side, loops_ + side);
  countLoops(xAxis, loops_);
  xAxis->setLabel(tr("Mean loops"));
  yAxis->setRange(low - pad, high + pad);
  yAxis->setNumberFormat("gb");
  yAxis->setNumberPrecision(4);
  setTitle(yAxis,
           qualityTitles(quality_, false, audit_->tokensOf[static_cast<std::size_t>(quality_)]));
  depthMark_ = new QCPItemLine(this);
  depthMark_->setLayer("pointer");
  depthMark_->setPen(QPen(theme_.accent, 1, Qt::DotLine));
  for (QCPItemPosition* p : {depthMark_->start, depthMark_->end})
    p->setTypeY(QCPItemPosition::ptAxisRectRatio);
  setDepth(depth_);
  fillLegend();
  highlight_ = -1;
  replot(QCustomPlot::rpQueuedReplot);
}

void ExitRulesFigure::fillLegend() {
  std::vector<SwatchLegend::Entry> entries;
  if (legendShown_)
    for (const QCPGraph* graph : graphs_)
      if (graph) entries.push_back(SwatchLegend::entryOf(*graph));
  legend_->setEntries(std::move(entries), theme_);
}

void ExitRulesFigure::setLegendShown(bool shown) {
  legendShown_ = shown;
  fillLegend();
}

void ExitRulesFigure::setDepth(double meanLoops) {
  depth_ = meanLoops;
  if (!depthMark_) return;
  depthMark_->setVisible(meanLoops >= 1);
  depthMark_->start->setCoords(meanLoops, 0);
  depthMark_->end->setCoords(meanLoops, 1);
  layer("pointer")->replot();
}

void ExitRulesFigure::setHighlight(int curve) {
  if (curve == highlight_) return;
  highlight_ = curve;
  for (std::size_t i = 0; i < graphs_.size(); ++i) {
    if (!graphs_[i]) continue;
    QPen pen = penOf(static_cast<int>(i));
    const bool chosen = static_cast<int>(i) == curve;
    if (chosen) pen.setWidthF(pen.widthF() * 2);
    if (curve >= 0 && !chosen) {
      QColor faint = pen.color();
      faint.setAlpha(70);
      pen.setColor(faint);
    }
    graphs_[i]->setPen(pen);
    graphs_[i]->setLayer(chosen ? "highlight" : "main");
  }
  replot(QCustomPlot::rpQueuedReplot);
}

void ExitRulesFigure::mouseMoveEvent(QMouseEvent* event) {
  int nearest = -1;
  double distance = 12;
  for (std::size_t i = 0; i < graphs_.size(); ++i) {
    if (!graphs_[i]) continue;
    const double d = graphs_[i]->selectTest(event->position(), false);
    if (d >= 0 && d < distance) {
      distance = d;
      nearest = static_cast<int>(i);
    }
  }
  emit curveHovered(nearest);
  QCustomPlot::mouseMoveEvent(event);
}

void ExitRulesFigure::leaveEvent(QEvent* event) {
  emit curveHovered(-1);
  QCustomPlot::leaveEvent(event);
}

}  // namespace ouroscope
