// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/HeatmapFigure.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/TraceTables.h"
#include "ui/base/Names.h"

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

/// Limits that do not depend on the values.
bool fixedLimits(const FigureRecipe& recipe) {
  return recipe.maximum > recipe.minimum || gateDerived(recipe.measure) ||
         recipe.measure == Measure::TopAgreement;
}

QPair<double, double> limitsOf(const std::vector<float>& values, const FigureRecipe& recipe) {
  if (recipe.maximum > recipe.minimum) return {recipe.minimum, recipe.maximum};
  if (fixedLimits(recipe)) return {0, 1};
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

void HeatmapFigure::setTrace(TracePtr trace, const FigureRecipe& recipe, const Readout* known) {
  trace_ = std::move(trace);
  recipe_ = recipe;
  Frame shown = frameOf(trace_);
  shown.firstToken = recipe.firstToken;
  shown.lastToken = recipe.lastToken;
  shown.loopsVertical = recipe.loopsVertical;
  setFrame(std::move(shown));
  if (trace_) {
    recolour();
    setReadout(known ? *known : readout(*trace_, recipe_.rule));
  } else {
    exitLine_->setLoops({});
  }
  replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapFigure::makeLines() {
  if (exitLine_) removePlottable(exitLine_);
  exitLine_ = new ExitLine(tokenAxis(), loopAxis());
  exitLine_->setLayer("exit");
}

void HeatmapFigure::recolour() {
  const MeasureInfo& info = measureInfo(recipe_.measure);
  const ColourMap& map = ColourMap::named(!recipe_.colourMap.isEmpty() ? recipe_.colourMap
                                          : info.diverging             ? "blue-orange"
                                                                       : "viridis");
  std::shared_ptr<const ReadoutTables> tables;
  if (gateDerived(recipe_.measure)) tables = readoutTables(trace_, recipe_.rule.gate);
  std::vector<float> values = measureMatrix(*trace_, recipe_.measure, recipe_.rule, tables.get());
  const auto [low, high] = limitsOf(values, recipe_);
  limits_ = {low, high};
  // Ranks span orders of magnitude: most of what matters is below ten.
  const bool logarithmic = recipe_.measure == Measure::Rank;
  setCells(std::move(values), low, high, map, poolingOf(recipe_.measure), logarithmic);
  const QString name = coreName(info.name), unit = coreName(info.unit);
  setScale({logarithmic      ? tr("%1 (log scale)").arg(name)
            : unit.isEmpty() ? name
                             : name + " (" + unit + ")"},
           recipe_.colourBar);
}

void HeatmapFigure::setReadout(const Readout& readout) {
  if (!trace_ || readout.loop.empty()) return;
  const bool gateChanged = readout.rule.gate != recipe_.rule.gate;
  recipe_.rule = readout.rule;
  const bool recoloured = gateChanged && gateDerived(recipe_.measure);
  if (recoloured) recolour();
  exitLine_->setVisible(recipe_.exitLine);
  exitLine_->setLook(theme_.accent, theme_.paper ? 1.2 : 2.0);
  exitLine_->setLoops(readout.loop);
  // The line has a buffer of its own: a slider tick leaves cells, axes and labels as they are.
  if (recoloured)
    replot(QCustomPlot::rpQueuedReplot);
  else
    layer("exit")->replot();
}

FigureScale heatmapScale(const Trace& trace, const FigureRecipe& recipe) {
  const MeasureInfo& info = measureInfo(recipe.measure);
  std::vector<float> values;
  if (!fixedLimits(recipe)) values = measureMatrix(trace, recipe.measure, recipe.rule);
  const auto [low, high] = limitsOf(values, recipe);
  QString name = coreText(info.name);
  if (!info.unit.empty()) name += QStringLiteral(" (%1)").arg(coreText(info.unit));
  return {name, low, high,
          !recipe.colourMap.isEmpty() ? recipe.colourMap
          : info.diverging            ? QStringLiteral("blue-orange")
                                      : QStringLiteral("viridis"),
          recipe.measure == Measure::Rank};
}

}  // namespace ouroscope
