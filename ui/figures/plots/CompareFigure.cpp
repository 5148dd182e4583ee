// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/CompareFigure.h"

#include <algorithm>
#include <cmath>

#include "ui/base/Names.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/base/SwatchLegend.h"
#include "ui/figures/plots/ColumnBands.h"
#include "ui/figures/plots/TextFlow.h"

namespace ouroscope {

QString ComparedMeasure::id() const {
  return (perLoop ? "loop:" : "token:") + measureId(*measure);
}
QString ComparedMeasure::name() const {
  return perLoop ? measureName(*measure) : tokenMeasureName(*measure);
}
QString ComparedMeasure::unit() const {
  return coreName(measure->unit);
}

std::vector<ComparedMeasure> ComparedMeasure::all() {
  std::vector<ComparedMeasure> out;
  for (const Measure* m : tokenMeasures()) out.push_back({m, false});
  for (const Measure* m : loopMeasures())
    if (!m->needsHidden) out.push_back({m, true});
  return out;
}

std::optional<ComparedMeasure> ComparedMeasure::fromId(const QString& id) {
  for (const ComparedMeasure& measure : all())
    if (measure.id() == id) return measure;
  return {};
}

std::vector<float> ComparedMeasure::differences(const Comparison& comparison) const {
  return perLoop ? loopDifference(comparison, *measure) : tokenDifference(comparison, *measure);
}

CompareFigure::CompareFigure(QWidget* parent)
    : TokenLoopPlot(parent),
      measure_{&measure("exit-loop"), false},
      legend_(SwatchLegend::above(this)) {}

void CompareFigure::setComparison(std::shared_ptr<const Comparison> comparison,
                                  const ComparedMeasure& measure, const FigureRecipe& recipe,
                                  std::optional<std::vector<float>> differences) {
  const bool sameColumns = comparison && comparison_ && framed() &&
                           comparison->alignment.columns == comparison_->alignment.columns &&
                           recipe.loopsVertical == recipe_.loopsVertical &&
                           measure.perLoop == measure_.perLoop;
  const QCPRange shown = tokenAxis()->range();
  const bool sameFrame = sameColumns && comparison->a.trace == comparison_->a.trace &&
                         comparison->b.trace == comparison_->b.trace &&
                         recipe.firstToken == recipe_.firstToken &&
                         recipe.lastToken == recipe_.lastToken;
  comparison_ = std::move(comparison);
  measure_ = measure;
  recipe_ = recipe;
  Frame frame;
  values_.clear();
  if (comparison_) {
    values_ = differences ? std::move(*differences) : measure_.differences(*comparison_);
    frame.tokens = static_cast<int>(comparison_->alignment.columns.size());
    frame.loops = measure_.perColumn(*comparison_);
    frame.loopLabels = measure_.perLoop;
    frame.marks = Qt::black;  // the map is white at zero
    frame.trained = measure_.perLoop ? comparison_->a.trace->info().loopsTrained : 0;
    frame.firstToken = recipe.firstToken;
    frame.lastToken = recipe.lastToken;
    frame.loopsVertical = recipe.loopsVertical;
    frame.label = [c = comparison_](int column) {
      const AlignedColumn& at = c->alignment.columns[static_cast<std::size_t>(column)];
      const Trace& trace = at.a >= 0 ? *c->a.trace : *c->b.trace;
      return tokenDisplayText(
          trace.columns().tokenBytes[static_cast<std::size_t>(at.a >= 0 ? at.a : at.b)]);
    };
  }
  if (!sameFrame) setFrame(std::move(frame));  // axes and labels stay under a slider
  if (framed()) recolour();
  if (sameColumns) tokenAxis()->setRange(shown);  // a slider moved: the zoom stays
  replot(QCustomPlot::rpQueuedReplot);
}

void CompareFigure::makeLines() {
  if (bands_) removePlottable(bands_);
  bands_ = new ColumnBands(tokenAxis(), loopAxis());
}

void CompareFigure::recolour() {
  limit_ = recipe_.maximum > 0 && recipe_.minimum == -recipe_.maximum ? recipe_.maximum
                                                                      : differenceLimit(values_);
  setCells(values_, -limit_, limit_, ColourMap::named("green-purple"), Pooling::Extreme);
  const QString unit = measure_.unit();
  //: Label of a colour bar: difference of a measure, second trace minus first.
  const QString label = tr("\u0394 %1, B \u2212 A").arg(measure_.name());
  const QString direction = QStringLiteral("B \u2212 A");
  if (unit.isEmpty())
    setScale({label, direction});
  else
    setScale({QStringLiteral("%1 (%2)").arg(label, unit),
              QStringLiteral("%1 (%2)").arg(direction, unit), direction});

  std::vector<ColumnBands::Band> bands;
  const auto& columns = comparison_->alignment.columns;
  for (int i = 0; i < frame().tokens; ++i) {
    const AlignedColumn& column = columns[static_cast<std::size_t>(i)];
    if (column.both()) continue;
    const int kind = column.a >= 0 ? 0 : 1;
    if (!bands.empty() && bands.back().last == i - 1 && bands.back().kind == kind)
      bands.back().last = i;
    else
      bands.push_back({i, i, kind});
  }
  const QBrush onlyA(theme_.axis, Qt::BDiagPattern), onlyB(theme_.axis, Qt::FDiagPattern);
  std::vector<SwatchLegend::Entry> entries;
  if (comparison_->alignment.onlyA) entries.push_back({onlyA, {}, tr("only in A")});
  if (comparison_->alignment.onlyB) entries.push_back({onlyB, {}, tr("only in B")});
  const auto R = static_cast<std::size_t>(frame().loops);
  bool absent = false;  // beside the hatched columns
  for (std::size_t i = 0; i < values_.size() && !absent; ++i)
    absent = std::isnan(values_[i]) && columns[i / R].both();
  if (absent) entries.push_back({theme_.missing, {}, tr("nothing to compare")});
  legend_->setEntries(std::move(entries), theme_);
  bands_->setLook(theme_.background, {onlyA, onlyB});
  bands_->setBands(std::move(bands), frame().loops);
}

}  // namespace ouroscope
