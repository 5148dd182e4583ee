// SPDX-License-Identifier: GPL-3.0-or-later
// The differences of two readings as kinds of figure.
#include <algorithm>
#include <cmath>

#include "core/record/RunSettings.h"
#include "core/support/Error.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/CompareFigure.h"

namespace ouroscope {
namespace compare_kind {
namespace {

std::shared_ptr<const Comparison> comparisonOf(const FigureInput& input,
                                               const FigureRecipe& recipe) {
  const QJsonObject& o = recipe.options;
  const TracePtr other = recipe.kind == "compare" && input.other ? input.other : input.trace;
  const ReadoutRule rule{o.value("other_gate").toInt(), o.value("other_budget").toInt(),
                         o.value("other_q").toDouble(1.0)};
  if (rule.gate > std::ssize(other->info().otherGates))
    throw Error("The second trace has no gate number " + std::to_string(rule.gate) + ".");
  auto comparison =
      std::make_shared<const Comparison>(compareTraces(input.trace, recipe.rule, other, rule));
  if (comparison->alignment.both == 0)
    throw Error("The two traces have no token in common: a comparison needs two runs of one text.");
  return comparison;
}

ComparedMeasure measureOf(const FigureRecipe& recipe) {
  return *ComparedMeasure::fromId(recipe.options.value("measure").toString("token:exit-loop"));
}

/// Columns of the alignment, not tokens: the recipe's range counts them.
TokenRange rangeOf(const Comparison& comparison, const FigureRecipe& recipe) {
  const int columns = static_cast<int>(comparison.alignment.columns.size());
  const int last = recipe.lastToken < 0 ? columns - 1 : recipe.lastToken;
  if (recipe.firstToken > last || last >= columns)
    throw Error("The figure asks for " + rangeText(recipe) + " of the alignment, which has " +
                std::to_string(columns) + " columns.");
  return {recipe.firstToken, last};
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const auto comparison = comparisonOf(input, recipe);
  const ComparedMeasure measure = measureOf(recipe);
  const TokenRange range = rangeOf(*comparison, recipe);
  double height = recipe.heightMm;
  if (height <= 0)
    height = recipe.loopsVertical
                 ? std::clamp(34.0 + 4.2 * measure.perColumn(*comparison), 42.0, 120.0)
                 : std::clamp(26.0 + 3.6 * (range.last - range.first + 1), 48.0, 220.0);
  return tokenLoopDrawing<CompareFigure>(recipe, height, [&](CompareFigure& plot) {
    plot.setComparison(comparison, measure, recipe);
  });
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const auto comparison = comparisonOf(input, recipe);
  const ComparedMeasure measure = measureOf(recipe);
  const auto values = measure.differences(*comparison);
  const int perColumn = measure.perColumn(*comparison);
  FigureData data{{"position_a", "position_b", "token", "loop", "difference"}, {}};
  const TokenRange range = rangeOf(*comparison, recipe);
  for (int i = range.first; i <= range.last; ++i) {
    const AlignedColumn& at = comparison->alignment.columns[static_cast<std::size_t>(i)];
    const std::string& bytes =
        at.a >= 0 ? comparison->a.trace->columns().tokenBytes[static_cast<std::size_t>(at.a)]
                  : comparison->b.trace->columns().tokenBytes[static_cast<std::size_t>(at.b)];
    for (int r = 0; r < perColumn; ++r)
      data.rows.push_back(
          {at.a < 0 ? QString() : QString::number(at.a + 1),
           at.b < 0 ? QString() : QString::number(at.b + 1), dataToken(bytes),
           measure.perLoop ? QString::number(r + 1) : QString(),
           dataNumber(static_cast<double>(values[static_cast<std::size_t>(i * perColumn + r)]))});
  }
  return data;
}

QString ruleText(const ReadoutRule& rule, int loops) {
  const int budget = rule.budget > 0 ? rule.budget : loops;
  return rule.q >= 1 ? QStringLiteral("read at loop %1").arg(budget)
                     : QStringLiteral("read at q = %1, at most loop %2").arg(rule.q).arg(budget);
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const auto c = comparisonOf(input, recipe);
  const ComparedMeasure measure = measureOf(recipe);
  const DifferenceSummary s = summariseDifferences(measure.differences(*c));
  const TraceInfo &a = c->a.trace->info(), &b = c->b.trace->info();
  const QString unit = measure.unit();
  const auto number = [](double v) { return QString::number(v, 'g', 4); };
  // Filled in at once: a "%1" in a model's name stays what it is.
  QString text =
      QStringLiteral(
          "Difference of %1%2, B \u2212 A, over %3 aligned tokens (%4 only in A, %5 only in B, "
          "hatched; aligned by %6%7).")
          .arg(measure.name(), unit.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(unit),
               QString::number(c->alignment.both), QString::number(c->alignment.onlyA),
               QString::number(c->alignment.onlyB),
               c->alignment.by == AlignedBy::Bytes ? QStringLiteral("the byte a token ends at")
                                                   : QStringLiteral("token"),
               c->alignment.shortest ? QString()
                                     : QStringLiteral(", not the shortest edit script")) +
      QStringLiteral(" A: %1, %2, %3; B: %4, %5, %6. ")
          .arg(QString::fromStdString(a.modelName), QString::fromStdString(a.dtype),
               ruleText(c->a.readout.rule, c->a.trace->loops()),
               QString::fromStdString(b.modelName), QString::fromStdString(b.dtype),
               ruleText(c->b.readout.rule, c->b.trace->loops())) +
      (std::isnan(s.mean) ? QStringLiteral("No aligned token has a value in both.")
                          : QStringLiteral("Mean difference %1, mean size %2.")
                                .arg(number(s.mean), number(s.meanAbsolute)));
  const int columns = std::ssize(c->alignment.columns);
  if (const TokenRange shown = rangeOf(*c, recipe); shown.last - shown.first + 1 < columns)
    text += QStringLiteral(" Columns %1 to %2 of %3 of the alignment.")
                .arg(shown.first + 1)
                .arg(shown.last + 1)
                .arg(columns);
  if (a.dtype != b.dtype)
    text += QStringLiteral(" The arithmetics differ: rounding alone can change a best word.");
  return text;
}

QJsonObject options(const QJsonObject& given) {
  QJsonObject out{
      {"measure", "token:exit-loop"}, {"other_gate", 0}, {"other_budget", 0}, {"other_q", 1.0}};
  const auto number = [&](const QString& key, double low, double high) {
    const double v = given[key].toDouble(low - 1);
    if (!(v >= low && v <= high))
      throw Error("Figure recipe: options." + key.toStdString() + " must be a number from " +
                  std::to_string(static_cast<int>(low)) + " to " +
                  std::to_string(static_cast<int>(high)) + ".");
    out[key] = given[key];
  };
  for (const QString& key : given.keys()) {
    if (!out.contains(key))
      throw Error("Figure recipe: options of a comparison are " +
                  out.keys().join(", ").toStdString() + ".");
    if (key == "measure") {
      if (!ComparedMeasure::fromId(given[key].toString())) {
        QStringList ids;
        for (const ComparedMeasure& m : ComparedMeasure::all()) ids << m.id();
        throw Error("Figure recipe: options.measure is one of " + ids.join(", ").toStdString() +
                    ".");
      }
      out[key] = given[key];
    } else {
      number(key, 0, key == "other_budget" ? kMaxLoops : 1000);
    }
  }
  return out;
}

}  // namespace
}  // namespace compare_kind

FigureKind compareKind() {
  using namespace compare_kind;
  FigureKind kind{"compare", QT_TRANSLATE_NOOP("FigureKinds", "Comparison of two traces"),
                  draw,      data,
                  caption,   options,
                  true};
  kind.range = FigureKind::Range::Columns;
  return kind;
}

FigureKind compareRulesKind() {
  using namespace compare_kind;
  FigureKind kind{"compare-rules",
                  QT_TRANSLATE_NOOP("FigureKinds", "Comparison of two readings"),
                  draw,
                  data,
                  caption,
                  options};
  kind.range = FigureKind::Range::Columns;
  return kind;
}

}  // namespace ouroscope
