// SPDX-License-Identifier: GPL-3.0-or-later
// The loop ablation as a kind of figure.
#include <algorithm>

#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/base/PlotStyle.h"
#include "ui/figures/plots/AblationFigure.h"

namespace ouroscope {
namespace ablation_kind {
namespace {

const AblationByInfo& groupingOf(const FigureRecipe& recipe) {
  const QString id = recipe.options.value("by").toString("all");
  for (const AblationByInfo& info : ablationGroupings())
    if (coreText(info.id) == id) return info;
  throw Error("Figure recipe: options.by is \"" + id.toStdString() + "\".");
}

AblationPtr tableOf(const FigureInput& input, const FigureRecipe& recipe) {
  AblationPtr table = ablationOf(input.trace, groupingOf(recipe).by);
  if (table->groups.empty() || table->groups[0].ablation.rows.empty())
    throw Error(
        "A loop ablation needs a trace of two loops and more, with tokens that ran all of them and "
        "have a next token.");
  return table;
}

int groupIndex(const AblationTable& table, const FigureRecipe& recipe) {
  const std::string name = recipe.options.value("group").toString("all").toStdString();
  for (std::size_t i = 0; i < table.groups.size(); ++i)
    if (table.groups[i].name == name) return static_cast<int>(i);
  throw Error("The trace has no tokens of the group \"" + name + "\".");
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const AblationPtr table = tableOf(input, recipe);
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.6, 45.0, 100.0);
  auto figure = std::make_unique<AblationFigure>();
  const QSizeF size(recipe.widthMm, height);
  figure->resize((size * kFigureUnitsPerMm).toSize());
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setTable(table, groupIndex(*table, recipe));
  return plotDrawing(std::move(figure), size);
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const AblationPtr table = tableOf(input, recipe);
  FigureData data{{"group", "tokens", "loop_added", "helped", "hurt", "unchanged", "helped_nats",
                   "hurt_nats", "mean_gain_nats", "gain_low", "gain_high", "made_right",
                   "made_wrong", "best_loop", "best_share"},
                  {}};
  for (const AblationGroup& group : table->groups)
    for (std::size_t i = 0; i < group.ablation.rows.size(); ++i) {
      const LoopAblationRow& row = group.ablation.rows[i];
      data.rows.push_back(
          {QString::fromStdString(group.name), QString::number(group.tokens),
           QString::number(row.loop + 1), QString::number(row.helped), QString::number(row.hurt),
           QString::number(row.unchanged), dataNumber(row.helpedNats), dataNumber(row.hurtNats),
           dataNumber(row.meanGainNats), dataNumber(group.gain[i].low),
           dataNumber(group.gain[i].high), QString::number(row.madeRight),
           QString::number(row.madeWrong), QString::number(group.ablation.bestLoop + 1),
           dataNumber(group.bestShare[static_cast<std::size_t>(group.ablation.bestLoop)])});
    }
  return data;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const AblationPtr table = tableOf(input, recipe);
  const AblationGroup& group = table->groups[static_cast<std::size_t>(groupIndex(*table, recipe))];
  QString text =
      QStringLiteral(
          "Change of \u2212log p of the next token by every added loop, per token, over %1 tokens "
          "(%2: %3); helped and hurt: changes of more than %4 nats, summed apart; points: their "
          "mean with all tokens. Lowest mean loss at loop %5.")
          .arg(group.tokens)
          .arg(coreText(groupingOf(recipe).name), QString::fromStdString(group.name))
          .arg(table->tolerance)
          .arg(group.ablation.bestLoop + 1);
  if (group.tokens >= kFewestForInterval)
    text += QStringLiteral(
                " Bars: 95 % percentile bootstrap over tokens (%1 resamples, fixed seed); tokens "
                "of one text are not independent.")
                .arg(table->resamples);
  return text;
}

QJsonObject options(const QJsonObject& given) {
  const QStringList ids = idsOf(ablationGroupings());
  for (const QString& key : given.keys())
    if ((key != "by" && key != "group") || !given[key].isString() ||
        (key == "by" && !ids.contains(given[key].toString())))
      throw Error("Figure recipe: options of an ablation are \"by\" (" +
                  ids.join(", ").toStdString() + ") and \"group\" (a name).");
  return {{"by", given.value("by").toString("all")},
          {"group", given.value("group").toString("all")}};
}

}  // namespace
}  // namespace ablation_kind

FigureKind ablationKind() {
  using namespace ablation_kind;
  FigureKind kind{
      "ablation", QT_TRANSLATE_NOOP("FigureKinds", "Loop ablation"), draw, data, caption, options};
  kind.missing = [](const Trace& trace) {
    if (trace.loops() > 1 && trace.tokens() > 1) return QString();
    return QStringLiteral("A loop ablation needs two loops and a token with a next one.");
  };
  return kind;
}

}  // namespace ouroscope
