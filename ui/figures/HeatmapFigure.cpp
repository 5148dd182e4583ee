// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/HeatmapFigure.h"

#include <algorithm>
#include <cmath>

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

}  // namespace

HeatmapFigure::HeatmapFigure(QWidget* parent) : TokenLoopPlot(parent) {}

void HeatmapFigure::setTrace(TracePtr trace, const FigureRecipe& recipe) {
  trace_ = std::move(trace);
  recipe_ = recipe;
  Frame shown = frameOf(trace_);
  shown.firstToken = recipe.firstToken;
  shown.lastToken = recipe.lastToken;
  shown.loopsVertical = recipe.loopsVertical;
  setFrame(std::move(shown));
  if (trace_) {
    recolour();
    setReadout(readout(*trace_, recipe_.rule));
  } else {
    exitHalo_->data()->clear();
    exitLine_->data()->clear();
  }
  replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapFigure::makeLines() {
  exitHalo_ = addStepLine();
  exitLine_ = addStepLine();
}

void HeatmapFigure::recolour() {
  const MeasureInfo& info = measureInfo(recipe_.measure);
  const ColourMap& map = ColourMap::named(!recipe_.colourMap.isEmpty() ? recipe_.colourMap
                                          : info.diverging             ? "blue-orange"
                                                                       : "viridis");
  std::vector<float> values = measureMatrix(*trace_, recipe_.measure, recipe_.rule);
  const auto [low, high] = limitsOf(values, recipe_);
  setCells(std::move(values), low, high, map, poolingOf(recipe_.measure));
  const QString name =
      QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
  const QString unit =
      QString::fromUtf8(info.unit.data(), static_cast<qsizetype>(info.unit.size()));
  setScale(unit.isEmpty() ? name : name + " (" + unit + ")");
}

void HeatmapFigure::setReadout(const Readout& readout) {
  if (!trace_ || readout.loop.empty()) return;
  const bool gateChanged = readout.rule.gate != recipe_.rule.gate;
  recipe_.rule = readout.rule;
  if (gateChanged && gateDerived(recipe_.measure)) recolour();
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
  replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace ouroscope
