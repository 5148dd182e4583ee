// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "core/analysis/Comparison.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/plots/TokenLoopPlot.h"

namespace ouroscope {

class ColumnBands;
class SwatchLegend;

/// What a comparison shows: a quantity per token and loop, or one per token.
struct ComparedMeasure {
  const Measure* measure = nullptr;
  bool perLoop = false;

  QString id() const;                  ///< "loop:entropy", "token:exit-loop": recipes
  QString name() const, unit() const;  ///< in the window's language, English on paper
  /// Null where the id is none of these.
  static std::optional<ComparedMeasure> fromId(const QString& id);
  static std::vector<ComparedMeasure> all();  ///< per token first: they follow the rules
  /// [C, perColumn] differences.
  std::vector<float> differences(const Comparison& comparison) const;
  int perColumn(const Comparison& comparison) const { return perLoop ? comparison.loops : 1; }
  /// Whether the differences change while the readings move, the gates staying as they are.
  bool followsRule() const { return !perLoop && measure->readout; }
};

/// Differences of two readings, b - a, over their alignment: green where b is lower, purple where
/// it is higher, white at zero, the same limit on both sides. Tokens that only one of the texts has
/// are hatched. Columns are those of the alignment.
class CompareFigure : public TokenLoopPlot {
  Q_OBJECT
 public:
  explicit CompareFigure(QWidget* parent = nullptr);
  /// @param comparison null: an empty plot. Of the recipe: axis order, range, limits.
  /// @param differences of the measure, for a caller that has them
  void setComparison(std::shared_ptr<const Comparison> comparison, const ComparedMeasure& measure,
                     const FigureRecipe& recipe,
                     std::optional<std::vector<float>> differences = {});
  double limit() const { return limit_; }  ///< of the colours, on both sides of zero

 protected:
  void recolour() override;
  void makeLines() override;

 private:
  std::shared_ptr<const Comparison> comparison_;
  ComparedMeasure measure_;
  FigureRecipe recipe_;
  std::vector<float> values_;
  double limit_ = 1;
  ColumnBands* bands_ = nullptr;
  SwatchLegend* legend_;
};

/// "compare": two traces. Options: "measure" (ComparedMeasure ids), "other_gate", "other_budget",
/// "other_q": how the second one is read.
FigureKind compareKind();
/// "compare-rules": two readings of one trace; the same options.
FigureKind compareRulesKind();

}  // namespace ouroscope
