// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures of a corpus draw, one function a kind (CorpusFigureKind::chart).
#pragma once
#include <QCoreApplication>

#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/plots/EstimateChart.h"

namespace ouroscope {

class Corpus;

/// Finds numbers in a report.
class ReportRows {
 public:
  explicit ReportRows(const CorpusReport& report) : report_(report) {}
  /// @param value of the field; nothing: all documents. @return null where there is none
  const CorpusRow* find(const QuantityName& name, const std::string& tokens = "all",
                        const std::optional<std::string>& value = {}) const;
  /// The estimates of one measure under one setting, x at `at`.
  std::vector<ChartPoint> along(std::string_view measure, std::string_view setting,
                                const std::string& tokens = "all",
                                const std::optional<std::string>& value = {}) const;
  /// The same against the mean loops of each reading.
  std::vector<ChartPoint> against(std::string_view loops, std::string_view measure,
                                  std::string_view setting) const;
  std::vector<std::string> classes() const;  ///< of tokens, without "all"
  std::vector<std::string> values() const;   ///< of the field

 private:
  const CorpusReport& report_;
};

/// The context of the words in these figures.
struct CorpusCharts {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::CorpusCharts)
};

/// "Share of tokens (%), n = 1,000 documents", then the shorter wordings.
QStringList countedTitles(const QStringList& wordings, std::int64_t documents);
QString countText(std::int64_t count);

EstimateChart exitHistogramChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart depthByClassChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart accuracyChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart corpusLossChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart corpusAblationChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart corpusOperatingChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart corpusRulesChart(const Corpus&, const CorpusReport&, const FigureRecipe&);
EstimateChart paretoChart(const Corpus&, const CorpusReport&, const FigureRecipe&);

/// Measures of accuracy by loop: of the next token, of questions.
struct AccuracyMeasure {
  std::string_view id, loops;  ///< its mean loops, where it is read by the exit
  const char* name;            ///< English, for CorpusCharts::tr
};
std::span<const AccuracyMeasure> accuracyMeasures();

}  // namespace ouroscope
