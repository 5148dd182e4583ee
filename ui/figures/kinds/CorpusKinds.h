// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/plots/EstimateChart.h"

namespace ouroscope {

/// One kind of figure of a corpus. Drawing, table and the sentences on corpus, interval and seed
/// are the same for all: a new kind is a function that says what is drawn, and a line in the table.
struct CorpusFigureKind {
  const char* id;     ///< as FigureKind::id; equal ids ask the same question of one trace
  const char* title;  ///< English, for QCoreApplication::translate("FigureKinds", title)
  /// @param report made with reportFor(recipe)
  EstimateChart (*chart)(const Corpus& corpus, const CorpusReport& report,
                         const FigureRecipe& recipe);
  /// Checks recipe.options and fills in the defaults. Null: there are none. @throws Error
  QJsonObject (*options)(const QJsonObject& given) = nullptr;
  bool curves = false;  ///< needs the readings by exit rules
  bool fields = false;  ///< may tell documents apart by a field
  /// Into what classes the tokens are put. Null: none.
  Grouping (*classes)(const FigureRecipe& recipe) = nullptr;
};

std::span<const CorpusFigureKind> corpusFigureKinds();
QStringList corpusFigureKindIds();
/// @throws Error listing the kinds
const CorpusFigureKind& corpusFigureKind(const QString& id);

/// The report that a figure is drawn from: recipe.corpus may have part (all, selection,
/// confirmation), by, group_by, mean (documents, tokens), resamples and seed; what it leaves out is
/// as in `corpus report`. @throws Error naming the field
CorpusReportOptions reportFor(const FigureRecipe& recipe);
/// @throws Error where recipe.corpus or the options cannot be met by any corpus
void checkCorpusRecipe(const FigureRecipe& recipe);

/// What drawFigure draws of input.corpus. Makes the report where it was not made: in a job, where a
/// person waits. @throws Error
EstimateChart corpusChart(const FigureInput& input, const FigureRecipe& recipe);
FigureDrawing drawCorpusFigure(const FigureInput& input, const FigureRecipe& recipe);
/// A row a point that is drawn: what it is, its place, estimate, interval and counts.
FigureData corpusFigureData(const FigureInput& input, const FigureRecipe& recipe);
/// How the numbers were made: means, interval, resamples and seed; documents and part; input, model
/// and rule. What all of the figures have in common is said once.
/// @param letters of the figures on a page, for what they do not have in common; may be empty
QStringList corpusSentences(const FigureInput& input, const QList<FigureRecipe>& figures,
                            const QStringList& letters = {});
/// "corpus 0123456789ab".
QString corpusFingerprint(const FigureInput& input, const FigureRecipe& figure);

}  // namespace ouroscope
