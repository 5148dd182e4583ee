// SPDX-License-Identifier: GPL-3.0-or-later
// The figure kind "operating-curve": what FigureKinds knows of OperatingCurveFigure.
#include <algorithm>

#include "core/support/Error.h"
#include "ui/base/Names.h"
#include "ui/figures/plots/OperatingCurveFigure.h"

namespace ouroscope {
namespace operating_curve_kind {
namespace {

QString idOf(Quality quality) {
  const std::string_view id = qualities()[static_cast<std::size_t>(quality)].id;
  return coreText(id);
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const std::vector<Quality> shown = qualitiesFromOptions(recipe.options);
  const auto data = operatingCurveData(*input.trace, recipe.rule);
  const bool beside = recipe.widthMm >= 100 || shown.size() == 1;
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm
      : beside            ? std::clamp(recipe.widthMm / (shown.size() > 1 ? 2.2 : 1.5), 40.0, 90.0)
                          : 52.0 * static_cast<double>(shown.size());
  auto plot = std::make_unique<OperatingCurveFigure>();
  OperatingCurveFigure* figure = plot.get();
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setData(data, shown);
  const OperatingPoint now = readingPoint(*data->quality, readout(*input.trace, recipe.rule));
  figure->setPoint(now);
  return plotDrawing(std::move(plot), QSizeF(recipe.widthMm, height), [figure] {
    figure->arrange();
    // The legend decides how high the panels are, and they where the label fits.
    figure->replot();
    figure->arrange();
  });
}

FigureData table(const FigureInput& input, const FigureRecipe& recipe) {
  const std::vector<Quality> shown = qualitiesFromOptions(recipe.options);
  const auto data = operatingCurveData(*input.trace, recipe.rule);
  FigureData out{{"series", "setting", "mean_loops"}, {}, {"series"}};
  for (const Quality quality : shown)
    out.header << idOf(quality) << idOf(quality) + "_low" << idOf(quality) + "_high"
               << idOf(quality) + "_n";
  out.header << "tokens_past_record";
  const auto add = [&](const QString& series, const OperatingPoint& p) {
    QStringList row{series, dataNumber(p.setting), dataNumber(p.meanLoops)};
    for (const Quality quality : shown) {
      const Interval interval = data->quality->interval(p, quality);
      row << dataNumber(valueOf(p, quality)) << dataNumber(interval.low)
          << dataNumber(interval.high) << QString::number(data->quality->tokensOf(quality));
    }
    out.rows.push_back(row << QString::number(p.needRerun));
  };
  for (const OperatingPoint& p : data->curve.gate) add("gate", p);
  for (const OperatingPoint& p : data->curve.uniform) add("uniform", p);
  for (const OperatingPoint& p : data->curve.random) add("random", p);
  for (const OperatingPoint& p : data->curve.oracle) add("oracle", p);
  add("now", readingPoint(*data->quality, readout(*input.trace, recipe.rule)));
  if (data->measured.measured) {
    const double none = std::nan("");
    add("measured", {input.trace->info().exitThreshold, data->measured.meanLoops, none,
                     data->measured.nll, none, 0});
  }
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  QString text =
      "Operating curve: mean loops per token against the quality of what is read. Gate: first loop "
      "whose cumulative exit probability is at least q, q from 0 to 1. Squares: the same budget "
      "for "
      "all tokens. Random exit: the gate's exit loops dealt to tokens at random (expected value). "
      "Oracle: for each quality the best that any choice of exit loops could reach on this text.";
  const ReadingQuality quality(*input.trace);
  text += QStringLiteral(" NLL over %1 tokens.").arg(quality.scoredTokens);
  const std::vector<Quality> shown = qualitiesFromOptions(recipe.options);
  text +=
      std::ranges::none_of(shown,
                           [&](Quality q) { return quality.tokensOf(q) >= kFewestForInterval; })
          ? " Too few tokens for intervals."
          : " Band and bars: 95 % intervals over tokens against full depth on the same tokens "
            "(NLL: of its difference to full depth). Tokens of one text are not independent: the "
            "true uncertainty is larger.";
  if (quality.skipped)
    text +=
        " Loops were truly skipped: agreement and KL compare with the deepest loop each token ran.";
  return text;
}

QJsonObject options(const QJsonObject& given) {
  return qualityOptions(given, "all", true);
}

}  // namespace
}  // namespace operating_curve_kind

QJsonObject qualityOptions(const QJsonObject& given, const QString& otherwise, bool allAllowed) {
  QStringList allowed;
  if (allAllowed) allowed << "all";
  for (const QualityInfo& info : qualities()) allowed << operating_curve_kind::idOf(info.quality);
  return oneOption(given, "quality", allowed, otherwise);
}

std::vector<Quality> qualitiesFromOptions(const QJsonObject& options) {
  const QString wanted = options["quality"].toString("all");
  std::vector<Quality> shown;
  for (const QualityInfo& info : qualities())
    if (wanted == "all" || wanted == operating_curve_kind::idOf(info.quality))
      shown.push_back(info.quality);
  return shown;
}

FigureKind operatingCurveKind() {
  using namespace operating_curve_kind;
  return {"operating-curve",
          QT_TRANSLATE_NOOP("FigureKinds", "Operating curve"),
          draw,
          table,
          caption,
          options};
}

}  // namespace ouroscope
