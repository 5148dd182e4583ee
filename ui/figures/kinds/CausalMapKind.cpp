// SPDX-License-Identifier: GPL-3.0-or-later
// The causal map of a sweep as a kind of figure.
#include <algorithm>
#include <cmath>

#include "core/support/Numbers.h"
#include "core/text/Utf8.h"
#include "ui/base/TokenText.h"
#include "ui/figures/base/ScaleBar.h"
#include "ui/figures/plots/CausalMapFigure.h"

namespace ouroscope {
namespace causal_map_kind {
namespace {

bool showsKl(const FigureRecipe& recipe) {
  return recipe.options["show"].toString("change") == "kl";
}

const CausalMap& mapOf(const FigureInput& input) {
  return *input.trace->info().sweep;
}

const std::vector<double>& valuesOf(const FigureInput& input, const FigureRecipe& recipe) {
  return showsKl(recipe) ? mapOf(input).kl : mapOf(input).change;
}

QString wordOf(const Trace& trace, std::int32_t id) {
  return id < 0 ? QString() : dataToken(wordOrId(trace, id));
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const CausalMap& map = mapOf(input);
  const FigureScale limits = causalMapScale(input, recipe);
  const FigureTheme theme = FigureTheme::paperTheme(recipe);
  const QFontMetricsF metrics(theme.font);
  const double line = metrics.height() / kFigureUnitsPerMm;
  const double bar = recipe.colourBar ? scaleBarWidth(limits, theme) / kFigureUnitsPerMm + 1 : 0;
  const double width = recipe.widthMm - bar;
  double height = recipe.heightMm;
  const QStringList names = causalMapNames(*input.trace);
  if (height <= 0) {
    double words = 2.2 * line;
    for (const QString& name : names)
      if (map.ofTokens)
        words = std::max(words, metrics.horizontalAdvance(name.left(12)) / kFigureUnitsPerMm);
    const double side = (width - 3.2 * line) / map.places.size();  // of a square cell
    height = std::clamp(map.loops * std::clamp(side, 1.2 * line, 14.0) + words + line, 38.0, 160.0);
  }
  auto figure = std::make_unique<CausalMapFigure>();
  figure->setTheme(theme);
  figure->setScale(limits);
  figure->setMap(valuesOf(input, recipe), names, map.ofTokens);
  CausalMapFigure* const plot = figure.get();
  FigureDrawing drawing =
      plotDrawing(std::move(figure), QSizeF(width, height), [plot] { plot->refreshLabels(); });
  if (bar == 0) return drawing;
  drawing.sizeMm = QSizeF(recipe.widthMm, height);
  const QRectF area((width + 1) * kFigureUnitsPerMm, 2, (bar - 1) * kFigureUnitsPerMm,
                    height * kFigureUnitsPerMm - 4);
  drawing.paint = [cells = std::move(drawing.paint), area, limits, theme](QCPPainter& painter) {
    cells(painter);
    paintScaleBar(painter, area, limits, theme);
  };
  return drawing;
}

FigureData table(const FigureInput& input, const FigureRecipe&) {
  const Trace& trace = *input.trace;
  const CausalMap& map = mapOf(input);
  FigureData out{map.ofTokens ? QStringList{"loop", "position", "token", "change", "kl", "word"}
                              : QStringList{"loop", "layer", "change", "kl", "word"},
                 {}};
  for (int loop = 0; loop < map.loops; ++loop)
    for (std::size_t place = 0; place < map.places.size(); ++place) {
      const std::size_t at = loop * map.places.size() + place;
      QStringList row{QString::number(loop + 1), QString::number(map.places[place] + 1)};
      if (map.ofTokens) row << dataToken(trace.columns().tokenBytes[map.places[place]]);
      row << dataNumber(map.change[at]) << dataNumber(map.kl[at]) << wordOf(trace, map.best[at]);
      out.rows.push_back(row);
    }
  return out;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  const CausalMap& map = mapOf(input);
  const QString what = QString::fromStdString(printable(map.intervention));
  QString text =
      showsKl(recipe)
          ? QStringLiteral(
                "KL divergence of the next-word distribution after token %1 from that "
                "of the untouched run (nats)")
                .arg(map.token + 1)
          : QStringLiteral("Change of the log-probability (nats) of the word \"%1\" after token %2")
                .arg(wordOf(trace, map.word))
                .arg(map.token + 1);
  text += QStringLiteral(", read at loop %1, by the intervention %2 at each loop and %3 alone.")
              .arg(map.loops)
              .arg(what, map.ofTokens ? "token" : "layer");
  if (!map.from.empty())
    text += QStringLiteral(" States are those of the prompt \"%1\", counted from its end.")
                .arg(QString::fromStdString(printable(map.from)));
  return text + QStringLiteral(" The untouched run gives the word the probability %1.")
                    .arg(std::exp(map.logprob), 0, 'g', 3);
}

QJsonObject options(const QJsonObject& given) {
  return oneOption(given, "show", {"change", "kl"}, "change");
}

}  // namespace
}  // namespace causal_map_kind

QStringList causalMapNames(const Trace& trace) {
  const CausalMap& map = *trace.info().sweep;
  QStringList names;
  for (const int place : map.places)
    names << (map.ofTokens ? tokenDisplayText(trace.columns().tokenBytes[place])
                           : QString::number(place + 1));
  return names;
}

/// Changes around zero, divergences from zero up.
FigureScale causalMapScale(const FigureInput& input, const FigureRecipe& recipe) {
  const std::vector<double>& values = causal_map_kind::valuesOf(input, recipe);
  const bool kl = causal_map_kind::showsKl(recipe);
  FigureScale scale{kl ? QStringLiteral("KL (nats)") : QStringLiteral("Change of log p (nats)")};
  scale.colourMap = !recipe.colourMap.isEmpty() ? recipe.colourMap
                    : kl                        ? "cividis"
                                                : "green-purple";
  // Cells are drawn in single precision: limits of more digits would leave the furthest one
  // outside.
  float most = 0;
  for (const double value : values)
    if (std::isfinite(value)) most = std::max(most, std::abs(float(value)));
  if (most == 0) most = 1;
  scale.low = kl ? 0 : -most;
  scale.high = most;
  if (recipe.minimum < recipe.maximum) {
    scale.low = recipe.minimum;
    scale.high = recipe.maximum;
  }
  for (const double value : values) {
    scale.below += float(value) < scale.low;
    scale.above += float(value) > scale.high;
  }
  return scale;
}

FigureKind causalMapKind() {
  using namespace causal_map_kind;
  FigureKind kind{
      "causal-map", QT_TRANSLATE_NOOP("FigureKinds", "Causal map"), draw, table, caption, options};
  kind.scale = causalMapScale;
  kind.missing = [](const Trace& trace) {
    return trace.info().sweep
               ? QString()
               : QStringLiteral(
                     "This trace holds no causal map: ouroscope-cli sweep --out writes "
                     "one that does.");
  };
  return kind;
}

}  // namespace ouroscope
