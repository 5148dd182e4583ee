// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/HeatmapFigure.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/TraceTables.h"
#include "ui/base/Names.h"

namespace ouroscope {
namespace {

/// The limits that a recipe sets, or those of the measure on this trace.
Limits limitsOf(const Trace& trace, const FigureRecipe& recipe, const std::vector<float>& values) {
  if (recipe.maximum > recipe.minimum) return {recipe.minimum, recipe.maximum};
  return measureLimits(trace, *recipe.measure, values);
}

QString colourMapOf(const FigureRecipe& recipe) {
  if (!recipe.colourMap.isEmpty()) return recipe.colourMap;
  return recipe.measure->diverging ? QStringLiteral("green-purple") : QStringLiteral("cividis");
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
  const Measure& measure = *recipe_.measure;
  std::shared_ptr<const ReadoutTables> tables;
  if (measure.ofGate()) tables = readoutTables(trace_, recipe_.rule.gate);
  std::vector<float> values = measureMatrix(*trace_, measure, recipe_.rule, tables.get());
  limits_ = limitsOf(*trace_, recipe_, values);
  setCells(std::move(values), limits_.low, limits_.high, ColourMap::named(colourMapOf(recipe_)),
           measure.lowStrikes ? Pooling::Minimum : Pooling::Maximum, measure.logarithmic);
  const QString name = measureName(measure), unit = coreName(measure.unit);
  QStringList titles{measure.logarithmic ? tr("%1 (log scale)").arg(name)
                     : unit.isEmpty()    ? name
                                         : name + " (" + unit + ")"};
  // A symbol at the end says it too, where a long word has no room.
  if (const QString symbol = name.section(' ', -1); symbol.size() <= 2 && symbol != name)
    titles << (unit.isEmpty() ? symbol : symbol + " (" + unit + ")");
  setScale(titles, recipe_.colourBar);
}

void HeatmapFigure::setReadout(const Readout& readout) {
  if (!trace_ || readout.loop.empty()) return;
  const auto allowed = [&](const ReadoutRule& rule) {
    return rule.budget > 0 ? rule.budget : trace_->loops();
  };
  const bool other =
      readout.rule.gate != recipe_.rule.gate || allowed(readout.rule) != allowed(recipe_.rule);
  recipe_.rule = readout.rule;
  const bool recoloured = other && recipe_.measure->ofGate();
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
  const Measure& measure = *recipe.measure;
  const std::vector<float> values = measureMatrix(trace, measure, recipe.rule);
  const auto [low, high] = limitsOf(trace, recipe, values);
  QString name = coreText(measure.name);
  if (!measure.unit.empty()) name += QStringLiteral(" (%1)").arg(coreText(measure.unit));
  FigureScale scale{name, low, high, colourMapOf(recipe), measure.logarithmic};
  const TokenRange range = tokenRange(trace, recipe);
  for (int t = range.first; t <= range.last; ++t)
    for (int r = 0; r < trace.loops(); ++r) {
      const double v{values[trace.at(t, r)]};  // a NaN is neither
      scale.below += v < low;
      scale.above += v > high;
    }
  return scale;
}

}  // namespace ouroscope
