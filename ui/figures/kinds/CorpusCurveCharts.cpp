// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a corpus against mean loops: operating curve, exit rules, accuracy.
#include <algorithm>

#include "core/analysis/ExitRules.h"
#include "core/corpus/Corpus.h"
#include "core/corpus/ExitGrid.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/figures/kinds/CorpusCharts.h"
#include "ui/figures/plots/ExitRulesFigure.h"
#include "ui/figures/plots/OperatingCurveFigure.h"

namespace ouroscope {
namespace {

using Look = ChartSeries::Look;

constexpr int kMostRuleColours = 7;  ///< then other dashes

/// Names of one quality in the sums of tokens.
std::string_view measureOf(Quality quality) {
  return quality == Quality::Agreement ? "agreement" : quality == Quality::Nll ? "loss" : "kl";
}

QStringList titlesOf(Quality quality) {
  switch (quality) {
    case Quality::Agreement:
      return {CorpusCharts::tr("Agreement with full depth (%)"), CorpusCharts::tr("Agreement (%)")};
    case Quality::Nll:
      return {CorpusCharts::tr("\u2212log p (nats)")};
    case Quality::Kl:
      return {CorpusCharts::tr("KL from full depth (nats)"), CorpusCharts::tr("KL (nats)")};
  }
  return {};
}

/// Every loop as a budget for all tokens: squares with their number.
ChartSeries budgets(const ReportRows& rows, std::string_view measure) {
  ChartSeries series{CorpusCharts::tr("same budget for all"), Look::Squares, ChartSeries::kText,
                     Qt::SolidLine, rows.along(measure, "loop")};
  for (ChartPoint& p : series.points)
    if (series.points.size() <= 16 || int(p.x) % 4 == 0) p.label = QString::number(p.x);
  return series;
}

QString ruleTitle(ExitRuleKind kind) {
  ExitRuleCurve curve;
  curve.kind = kind;
  return exitRuleTitle(curve, TraceInfo());
}

/// Where the record gives a bound of the rule's quantity only (core/corpus/ExitGrid.h).
bool isBound(ExitRuleKind kind) {
  return kind == ExitRuleKind::KlBefore || kind == ExitRuleKind::SecondDifference;
}

ChartPanel panelOf(const Corpus& corpus, const ReportRows& rows, Quality quality) {
  ChartPanel panel;
  panel.loops = corpus.manifest().loops();
  panel.percent = quality == Quality::Agreement;
  panel.xTitles = {CorpusCharts::tr("Mean loops")};
  std::int64_t documents = 0;
  for (const ChartPoint& p : rows.along(measureOf(quality), "loop"))
    documents = std::max(documents, p.row.documents);
  panel.yTitles = countedTitles(titlesOf(quality), documents);
  return panel;
}

std::vector<ChartPoint> gateCurve(const ReportRows& rows, Quality quality) {
  return rows.against("mean_loops", measureOf(quality), "gate");
}

}  // namespace

EstimateChart corpusOperatingChart(const Corpus& corpus, const CorpusReport& report,
                                   const FigureRecipe& recipe) {
  const ReportRows rows(report);
  EstimateChart chart;
  for (const Quality quality : qualitiesFromOptions(recipe.options)) {
    ChartPanel panel = panelOf(corpus, rows, quality);
    ChartSeries gate{CorpusCharts::tr("gate"), Look::Band, ChartSeries::kAccent, Qt::SolidLine,
                     gateCurve(rows, quality)};
    const ChartSeries same = budgets(rows, measureOf(quality));
    if (same.points.empty()) continue;
    if (!gate.points.empty()) panel.series.push_back(std::move(gate));
    panel.series.push_back(same);
    const CorpusRow* there = rows.find({measureOf(quality), "exit"});
    const CorpusRow* depth = rows.find({"exit_loop", ""});
    if (there && depth)
      panel.series.push_back(
          {CorpusCharts::tr("this reading"),
           Look::Marker,
           ChartSeries::kAccent,
           Qt::SolidLine,
           {{.x = depth->estimate.value, .across = depth->estimate.interval, .row = *there}}});
    chart.panels.push_back(std::move(panel));
  }
  if (chart.panels.empty())
    return EstimateChart::none(CorpusCharts::tr(
        "The corpus has no scored tokens: tasks have a curve of their own, accuracy against mean "
        "loops."));
  chart.about =
      "Operating curve: mean loops per token against the quality of what is read. Gate: first loop "
      "whose cumulative exit probability is at least q, q from 0 to 1 in steps of 0.05; squares: "
      "the same budget for all tokens. Loops saved are theoretical.";
  return chart;
}

EstimateChart corpusRulesChart(const Corpus& corpus, const CorpusReport& report,
                               const FigureRecipe& recipe) {
  const ReportRows rows(report);
  const Quality quality = qualitiesFromOptions(recipe.options).front();
  ChartPanel panel = panelOf(corpus, rows, quality);
  bool bounds = false;
  int at = 0;
  for (const ExitGrid& grid : exitGrids()) {
    std::vector<ChartPoint> points =
        rows.against("mean_loops", measureOf(quality), exitRuleInfo(grid.kind).id);
    if (points.empty()) continue;
    const bool gate = grid.kind == ExitRuleKind::Gate, bound = isBound(grid.kind);
    QString name = ruleTitle(grid.kind);
    if (bound) name = CorpusCharts::tr("%1 (lower bound)").arg(name);
    bounds = bounds || bound;
    static const Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    panel.series.push_back(
        {name, gate ? Look::Band : Look::Line, gate ? ChartSeries::kAccent : at % kMostRuleColours,
         gate ? Qt::SolidLine : kDashes[at / kMostRuleColours % 3], std::move(points)});
    at += !gate;
  }
  ChartSeries same = budgets(rows, measureOf(quality));
  if (same.points.empty() || panel.series.empty())
    return EstimateChart::none(
        CorpusCharts::tr("The corpus has no readings by exit rules: tasks have a curve of their "
                         "own, accuracy against mean loops."));
  panel.series.push_back(std::move(same));
  QString about =
      "Exit rules: a token stops at the first loop whose quantity reaches the threshold; every "
      "threshold of the corpus gives mean loops and a quality. The band is that of the gate; the "
      "intervals of the others are in the data.";
  if (bounds) about += " Lower bound: of the rule's quantity, from what a record holds.";
  return {{panel}, about, {}};
}

EstimateChart paretoChart(const Corpus& corpus, const CorpusReport& report,
                          const FigureRecipe& recipe) {
  const ReportRows rows(report);
  const QString wanted = recipe.options.value("measure").toString("auto");
  const AccuracyMeasure* measure = nullptr;
  for (const AccuracyMeasure& m : accuracyMeasures()) {
    if (m.id == "accuracy" || (wanted != "auto" && wanted != coreText(m.id))) continue;
    if (!measure && !rows.along(m.id, "loop").empty()) measure = &m;
  }
  if (!measure)
    return EstimateChart::none(
        CorpusCharts::tr("Accuracy against mean loops needs questions with answers (tasks): the "
                         "corpus has none of this measure."));
  ChartPanel panel;
  panel.percent = true;
  panel.loops = corpus.manifest().loops();
  panel.xTitles = {CorpusCharts::tr("Mean loops")};
  std::int64_t documents = 0;
  int at = 0;
  for (const ExitGrid& grid : exitGrids()) {
    std::vector<ChartPoint> points =
        rows.against(measure->loops, measure->id, exitRuleInfo(grid.kind).id);
    if (points.empty()) continue;
    const bool gate = grid.kind == ExitRuleKind::Gate;
    static const Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    panel.series.push_back(
        {gate ? CorpusCharts::tr("gate") : ruleTitle(grid.kind), gate ? Look::Band : Look::Line,
         gate ? ChartSeries::kAccent : at % kMostRuleColours,
         gate ? Qt::SolidLine : kDashes[at / kMostRuleColours % 3], std::move(points)});
    at += !gate;
  }
  ChartSeries same{CorpusCharts::tr("same budget for all"), Look::Squares, ChartSeries::kText,
                   Qt::SolidLine, rows.against(measure->loops, measure->id, "loop")};
  for (ChartPoint& p : same.points) {
    documents = std::max(documents, p.row.documents);
    if (same.points.size() <= 16 || int(p.row.name.at) % 4 == 0)
      p.label = QString::number(p.row.name.at);
  }
  ChartSeries exit{CorpusCharts::tr("this reading"), Look::Marker, ChartSeries::kAccent,
                   Qt::SolidLine, rows.against(measure->loops, measure->id, "exit")};
  // Around those of the others: the readings that no other one beats.
  ChartSeries front{CorpusCharts::tr("not beaten"), Look::Rings, ChartSeries::kText};
  for (const ParetoPoint& p : report.pareto)
    if (p.front && p.name.measure == measure->id)
      for (const ChartSeries* series : {&same, &exit})
        for (const ChartPoint& q : series->points)
          if (q.row.name == p.name) front.points.push_back(q);
  for (const ChartSeries& series : panel.series)
    for (const ParetoPoint& p : report.pareto)
      if (p.front && p.name.measure == measure->id)
        for (const ChartPoint& q : series.points)
          if (q.row.name == p.name) front.points.push_back(q);
  for (ChartPoint& p : front.points) p.label.clear();
  panel.series.push_back(std::move(same));
  if (!exit.points.empty()) panel.series.push_back(std::move(exit));
  if (!front.points.empty()) panel.series.push_back(std::move(front));
  const QString title = CorpusCharts::tr(measure->name);
  panel.yTitles = countedTitles(
      {CorpusCharts::tr("%1, accuracy (%)").arg(title), CorpusCharts::tr("Accuracy (%)")},
      documents);
  return {{panel},
          QStringLiteral("Accuracy of answers (%1) against the mean loops at which they were read. "
                         "Not beaten: no other reading is as accurate with fewer loops, or better "
                         "with as many. Loops saved are theoretical.")
              .arg(title.toLower()),
          {}};
}

}  // namespace ouroscope
