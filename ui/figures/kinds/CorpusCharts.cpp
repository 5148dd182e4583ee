// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a corpus along the loops: exits, accuracy, loss, what each loop changed, depth.
#include "ui/figures/kinds/CorpusCharts.h"

#include <algorithm>

#include "core/corpus/Corpus.h"
#include "ui/base/Language.h"
#include "ui/base/Names.h"
#include "ui/base/PlainText.h"
#include "ui/figures/base/PlotStyle.h"

namespace ouroscope {
namespace {

using Look = ChartSeries::Look;

/// What stands for a value of a field in a legend or on an axis.
QString valueName(const std::string& value) {
  return value.empty() ? QStringLiteral("\"\"") : shownName(value, 28);
}

/// The lines of a chart: one of all documents, or one for each value of the field.
std::vector<std::optional<std::string>> linesOf(const ReportRows& rows) {
  std::vector<std::optional<std::string>> lines;
  for (const std::string& value : rows.values()) lines.emplace_back(value);
  if (lines.empty()) lines.emplace_back();
  return lines;
}

QString tooMany(std::size_t lines) {
  if (lines <= std::size_t{kMostSeries}) return {};
  return CorpusCharts::tr(
             "The field has %1 values, and a figure tells %2 apart: choose a field with fewer.")
      .arg(lines)
      .arg(kMostSeries);
}

QString noExits() {
  return CorpusCharts::tr("The corpus has no counted tokens: tasks have no exits of tokens.");
}

std::int64_t documentsOf(const std::vector<ChartPoint>& points) {
  std::int64_t most = 0;
  for (const ChartPoint& p : points) most = std::max(most, p.row.documents);
  return most;
}

QString estimateText(const Estimate& e, int decimals, double scale = 1) {
  QString text = QString::number(scale * e.value, 'f', decimals);
  if (e.interval.low == e.interval.low)
    text += QStringLiteral(" [%1, %2]")
                .arg(scale * e.interval.low, 0, 'f', decimals)
                .arg(scale * e.interval.high, 0, 'f', decimals);
  return text;
}

}  // namespace

const CorpusRow* ReportRows::find(const QuantityName& name, const std::string& tokens,
                                  const std::optional<std::string>& value) const {
  for (const CorpusRow& row : report_.rows)
    if (row.name == name && row.tokens == tokens && row.value == value) return &row;
  return nullptr;
}

std::vector<ChartPoint> ReportRows::along(std::string_view measure, std::string_view setting,
                                          const std::string& tokens,
                                          const std::optional<std::string>& value) const {
  std::vector<ChartPoint> points;
  for (const CorpusRow& row : report_.rows)
    if (row.name.measure == measure && row.name.setting == setting && row.tokens == tokens &&
        row.value == value)
      points.push_back({.x = row.name.at, .row = row});
  return points;
}

std::vector<ChartPoint> ReportRows::against(std::string_view loops, std::string_view measure,
                                            std::string_view setting) const {
  std::vector<ChartPoint> points = along(measure, setting);
  for (ChartPoint& p : points) {
    const CorpusRow* depth = find({loops, setting, p.row.name.at});
    p.x = depth ? depth->estimate.value : kNaN;
    if (depth) p.across = depth->estimate.interval;
  }
  std::erase_if(points, [](const ChartPoint& p) { return !(p.x == p.x); });
  std::stable_sort(points.begin(), points.end(),
                   [](const ChartPoint& a, const ChartPoint& b) { return a.x < b.x; });
  return points;
}

std::vector<std::string> ReportRows::classes() const {
  std::vector<std::string> names;
  for (const CorpusRow& row : report_.rows)
    if (!row.value && row.tokens != "all" &&
        std::find(names.begin(), names.end(), row.tokens) == names.end())
      names.push_back(row.tokens);
  return names;
}

std::vector<std::string> ReportRows::values() const {
  std::vector<std::string> values;
  for (const CorpusRow& row : report_.rows)
    if (row.value && std::find(values.begin(), values.end(), *row.value) == values.end())
      values.push_back(*row.value);
  return values;
}

QString countText(std::int64_t count) {
  return numberLocale().toString(static_cast<qlonglong>(count));
}

QStringList countedTitles(const QStringList& wordings, std::int64_t documents) {
  QStringList titles;
  for (const QString& wording : wordings)
    titles << CorpusCharts::tr("%1, n = %2", "axis title, number of documents")
                  .arg(wording, countText(documents));
  return titles + wordings;
}

std::span<const AccuracyMeasure> accuracyMeasures() {
  static const AccuracyMeasure kMeasures[] = {
      {"accuracy", "exit_loop", QT_TRANSLATE_NOOP("ouroscope::CorpusCharts", "Next token")},
      {"choice_accuracy", "choice_loops",
       QT_TRANSLATE_NOOP("ouroscope::CorpusCharts", "Multiple choice")},
      {"choice_accuracy_norm", "choice_loops",
       QT_TRANSLATE_NOOP("ouroscope::CorpusCharts", "Multiple choice, by length")},
      {"exact_match", "answer_loops", QT_TRANSLATE_NOOP("ouroscope::CorpusCharts", "Exact match")},
      {"number_match", "answer_loops",
       QT_TRANSLATE_NOOP("ouroscope::CorpusCharts", "Right number")}};
  return kMeasures;
}

EstimateChart exitHistogramChart(const Corpus& corpus, const CorpusReport& report,
                                 const FigureRecipe&) {
  const ReportRows rows(report);
  const CorpusRow* mean = rows.find({"exit_loop", ""});
  if (!mean || mean->tokenCount == 0) return EstimateChart::none(noExits());
  ChartPanel panel;
  panel.percent = panel.fromZero = true;
  panel.loops = corpus.manifest().loops();
  panel.xTitles = {CorpusCharts::tr("Exit loop")};
  const std::vector<std::string> classes = rows.classes();
  const auto lines = linesOf(rows);
  const bool byClass = !classes.empty(), byField = lines.front().has_value();
  if (const QString many = tooMany(lines.size()); !many.isEmpty()) return EstimateChart::none(many);
  int at = 0;
  if (byClass)
    for (const std::string& name : classes)
      panel.series.push_back({coreName(name), Look::Bars, at++, Qt::SolidLine,
                              rows.along("exit_share", "loop", name)});
  else
    for (const auto& value : lines)
      panel.series.push_back({byField ? valueName(*value) : QString(), Look::Bars, at++,
                              Qt::SolidLine, rows.along("exit_share", "loop", "all", value)});
  panel.yTitles = countedTitles(
      {CorpusCharts::tr("Share of tokens (%)"), CorpusCharts::tr("Share (%)")}, mean->documents);
  QString about = QStringLiteral("Exit loops of the tokens");
  if (byClass) about += QStringLiteral(", by class of token");
  about += QStringLiteral("; all tokens: mean exit loop %1.").arg(estimateText(mean->estimate, 2));
  return {{panel}, about, {}};
}

EstimateChart depthByClassChart(const Corpus&, const CorpusReport& report, const FigureRecipe&) {
  const ReportRows rows(report);
  const std::vector<std::string> classes = rows.classes(), values = rows.values();
  constexpr std::size_t kMostPlaces = 40;
  if (std::max(classes.size(), values.size()) > kMostPlaces)
    return EstimateChart::none(CorpusCharts::tr("The field has %1 values, and a figure has room "
                                                "for %2: choose a field with fewer.")
                                   .arg(values.size())
                                   .arg(kMostPlaces));
  ChartPanel panel;
  panel.xTitles = {CorpusCharts::tr("Loops per token"), CorpusCharts::tr("Loops")};
  ChartSeries exits{CorpusCharts::tr("exit loop"), Look::Points, 0},
      depth{CorpusCharts::tr("expected depth"), Look::Points, 1};
  const auto place = [&](const QString& name, const std::string& tokens,
                         const std::optional<std::string>& value) {
    const CorpusRow* exit = rows.find({"exit_loop", ""}, tokens, value);
    if (!exit || exit->tokenCount == 0) return;
    const auto at = static_cast<double>(panel.categories.size());
    panel.categories << CorpusCharts::tr("%1 (%2)", "class of tokens, number of tokens")
                            .arg(name, countText(exit->tokenCount));
    exits.points.push_back({.x = at, .row = *exit});
    if (const CorpusRow* expected = rows.find({"expected_depth", ""}, tokens, value))
      depth.points.push_back({.x = at, .row = *expected});
  };
  place(CorpusCharts::tr("all"), "all", {});
  if (values.empty())
    for (const std::string& name : classes) place(coreName(name), name, {});
  else
    for (const std::string& value : values) place(valueName(value), "all", value);
  if (panel.categories.isEmpty()) return EstimateChart::none(noExits());
  panel.series = {exits};
  if (!depth.points.empty()) panel.series.push_back(depth);
  return {
      {panel},
      QStringLiteral("Mean loops per token by %1: the loop that is read, and the expectation of "
                     "the exit distribution; in brackets: tokens.")
          .arg(values.empty() ? "class of token" : "value of the field"),
      {}};
}

EstimateChart accuracyChart(const Corpus& corpus, const CorpusReport& report,
                            const FigureRecipe& recipe) {
  const ReportRows rows(report);
  const QString wanted = recipe.options.value("measure").toString("auto");
  std::vector<const AccuracyMeasure*> found;
  const bool tasks = !report.sums.tasks.empty();
  for (const AccuracyMeasure& m : accuracyMeasures()) {
    const bool token = m.id == "accuracy";
    if (wanted != "auto" ? wanted == coreText(m.id) : token != tasks)
      if (documentsOf(rows.along(m.id, "loop")) > 0) found.push_back(&m);
  }
  if (found.empty())
    return EstimateChart::none(
        wanted == "auto"
            ? CorpusCharts::tr("No token and no question of the corpus was scored.")
            : CorpusCharts::tr("The corpus has no measure \"%1\" at its loops.").arg(wanted));
  const auto lines = linesOf(rows);
  if (const QString many = tooMany(lines.size()); !many.isEmpty()) return EstimateChart::none(many);
  if (lines.front()) found.erase(found.begin() + 1, found.end());  // one line for each value
  ChartPanel panel;
  panel.percent = true;
  panel.loops = corpus.manifest().loops();
  panel.xTitles = {found.front()->id == "accuracy" ? CorpusCharts::tr("Loop")
                                                   : CorpusCharts::tr("Loops allowed")};
  std::int64_t documents = 0;
  QStringList names;
  int at = 0;
  for (const AccuracyMeasure* m : found) {
    names << CorpusCharts::tr(m->name);
    for (const auto& value : lines) {
      ChartSeries line{value              ? valueName(*value)
                       : found.size() > 1 ? names.back()
                                          : QString(),
                       Look::Band, at, static_cast<Qt::PenStyle>(Qt::SolidLine + at % 4),
                       rows.along(m->id, "loop", "all", value)};
      ++at;
      if (!value) documents = std::max(documents, documentsOf(line.points));
      panel.series.push_back(std::move(line));
    }
    if (lines.front()) documents = documentsOf(rows.along(m->id, "loop"));
  }
  if (!lines.front()) {
    ChartSeries exit{CorpusCharts::tr("at the exit"), Look::Marker, ChartSeries::kAccent};
    for (const AccuracyMeasure* m : found) {
      const CorpusRow* there = rows.find({m->id, "exit"});
      const CorpusRow* depth =
          rows.find({m->loops, m->id == "accuracy" ? std::string_view("") : "exit"});
      if (there && depth)
        exit.points.push_back(
            {.x = depth->estimate.value, .across = depth->estimate.interval, .row = *there});
    }
    if (!exit.points.empty()) panel.series.push_back(exit);
  }
  const QString title = found.size() == 1 && found.front()->id == "accuracy"
                            ? CorpusCharts::tr("Accuracy of the next token (%)")
                            : CorpusCharts::tr("Accuracy (%)");
  panel.yTitles = countedTitles({title, CorpusCharts::tr("Accuracy (%)")}, documents);
  QString about =
      found.front()->id == "accuracy"
          ? QStringLiteral("Share of tokens whose best word is the next token, by loop.")
          : QStringLiteral("Share of right answers by the loops allowed (%1).")
                .arg(names.join(", "));
  if (!lines.front()) about += " Disc: read at the exit, at its mean loops.";
  return {{panel}, about, {}};
}

EstimateChart corpusLossChart(const Corpus& corpus, const CorpusReport& report,
                              const FigureRecipe&) {
  const ReportRows rows(report);
  const std::vector<ChartPoint> all = rows.along("loss", "loop");
  if (documentsOf(all) == 0)
    return EstimateChart::none(
        CorpusCharts::tr("No token of the corpus has a next one at every loop."));
  const auto lines = linesOf(rows);
  if (const QString many = tooMany(lines.size()); !many.isEmpty()) return EstimateChart::none(many);
  ChartPanel panel;
  panel.loops = corpus.manifest().loops();
  panel.xTitles = {CorpusCharts::tr("Loop")};
  int at = 0;
  for (const auto& value : lines) {
    panel.series.push_back({value ? valueName(*value) : QString(), Look::Band, at,
                            static_cast<Qt::PenStyle>(Qt::SolidLine + at % 4),
                            rows.along("loss", "loop", "all", value)});
    ++at;
  }
  panel.yTitles = countedTitles({CorpusCharts::tr("\u2212log p of the next token (nats)"),
                                 CorpusCharts::tr("\u2212log p (nats)")},
                                documentsOf(all));
  const auto best = std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.row.estimate.value < b.row.estimate.value;
  });
  return {{panel},
          QStringLiteral("Mean \u2212log p of the next token by loop. Lowest at loop %1, %2 nats.")
              .arg(best->x)
              .arg(estimateText(best->row.estimate, 3)),
          {}};
}

EstimateChart corpusAblationChart(const Corpus& corpus, const CorpusReport& report,
                                  const FigureRecipe& recipe) {
  const ReportRows rows(report);
  const std::string group = recipe.options.value("group").toString("all").toStdString();
  const std::vector<ChartPoint> gains = rows.along("gain", "loop", group);
  if (documentsOf(gains) == 0)
    return EstimateChart::none(
        corpus.manifest().loops() < 2
            ? CorpusCharts::tr("A loop ablation needs a model of two loops and more.")
            : CorpusCharts::tr("The corpus has no scored tokens of the class \"%1\".")
                  .arg(QString::fromStdString(group)));
  ChartPanel gain, share;
  gain.loops = share.loops = corpus.manifest().loops();
  gain.xTitles = share.xTitles = {CorpusCharts::tr("Loop added")};
  gain.fromZero = share.fromZero = share.percent = true;
  gain.series = {{{}, Look::Bars, 3, Qt::SolidLine, gains}};
  gain.yTitles =
      countedTitles({CorpusCharts::tr("Gain (nats per token)"), CorpusCharts::tr("Gain (nats)")},
                    documentsOf(gains));
  share.series = {
      {CorpusCharts::tr("helped"), Look::Bars, 0, Qt::SolidLine,
       rows.along("helped", "loop", group)},
      {CorpusCharts::tr("hurt"), Look::Bars, 6, Qt::SolidLine, rows.along("hurt", "loop", group)}};
  share.yTitles = {CorpusCharts::tr("Share of tokens (%)"), CorpusCharts::tr("Share (%)")};
  QString about = QStringLiteral(
      "Fall of \u2212log p of the next token by every added loop, per token; share of tokens for "
      "which it fell (helped) and rose (hurt) by more than 0.01 nats");
  if (group != "all")
    about += QStringLiteral(", of the class %1").arg(QString::fromStdString(group));
  about += QStringLiteral(". n = %1 tokens.").arg(gains.front().row.tokenCount);
  return {{gain, share}, about, {}};
}

}  // namespace ouroscope
