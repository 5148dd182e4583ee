// SPDX-License-Identifier: GPL-3.0-or-later
// The orbits of tokens as a kind of figure.
#include <QJsonArray>
#include <algorithm>

#include "core/support/Error.h"
#include "ui/figures/plots/GeometryFigure.h"
#include "ui/figures/plots/OrbitFigure.h"

namespace ouroscope {
namespace orbit_kind {
namespace {

const QStringList kPairs{"1-2", "3-4", "5-6"};

int pairOf(const FigureRecipe& recipe) {
  return static_cast<int>(
      std::max<qsizetype>(0, kPairs.indexOf(recipe.options.value("components").toString("1-2"))));
}

OrbitsPtr basisOf(const FigureInput& input, const FigureRecipe& recipe) {
  OrbitsPtr orbits = orbitsFor(input.trace);
  if (2 * pairOf(recipe) + 1 >= orbits->basis.components)
    throw Error("The trace has too few states for the components " +
                kPairs[pairOf(recipe)].toStdString() + ".");
  return orbits;
}

std::vector<int> tokensOf(const Trace& trace, const FigureRecipe& recipe) {
  std::vector<int> tokens = chosenTokens(trace, recipe);
  if (tokens.empty())
    for (int i = 0; i < std::min(4, trace.tokens()); ++i)
      tokens.push_back(static_cast<int>(static_cast<std::int64_t>(i) * trace.tokens() /
                                        std::min(4, trace.tokens())));
  return tokens;
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  const double height =
      recipe.heightMm > 0 ? recipe.heightMm : std::clamp(recipe.widthMm * 0.75, 50.0, 130.0);
  auto figure = std::make_unique<OrbitFigure>();
  const QSizeF size(recipe.widthMm, height);
  figure->resize((size * kFigureUnitsPerMm).toSize());
  figure->setTheme(FigureTheme::paperTheme(recipe));
  figure->setOrbits(input.trace, basisOf(input, recipe), pairOf(recipe),
                    tokensOf(*input.trace, recipe));
  return plotDrawing(std::move(figure), size);
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const Trace& trace = *input.trace;
  const OrbitsPtr orbits = basisOf(input, recipe);
  const std::size_t k = static_cast<std::size_t>(orbits->basis.components),
                    R = static_cast<std::size_t>(trace.loops()),
                    first = 2 * static_cast<std::size_t>(pairOf(recipe));
  FigureData data{{"series", "position", "token", "loop", QStringLiteral("pc%1").arg(first + 1),
                   QStringLiteral("pc%1").arg(first + 2)},
                  {}};
  const auto add = [&](const char* series, int token, const float* path) {
    for (std::size_t r = 0; r < R; ++r)
      data.rows.push_back({series, QString::number(token + 1),
                           dataToken(trace.columns().tokenBytes[static_cast<std::size_t>(token)]),
                           QString::number(r + 1),
                           dataNumber(static_cast<double>(path[r * k + first])),
                           dataNumber(static_cast<double>(path[r * k + first + 1]))});
  };
  for (const int token : tokensOf(trace, recipe))
    add("orbit", token, orbitOf(trace, orbits->basis, token).data());
  for (std::size_t i = 0; i < orbits->tokens.size(); ++i)
    add("cloud", orbits->tokens[i], orbits->cloud.data() + i * R * k);
  return data;
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  const OrbitsPtr orbits = basisOf(input, recipe);
  const PcaBasis& basis = orbits->basis;
  const int first = 2 * pairOf(recipe);
  return QStringLiteral(
             "States after each loop's norm in principal components %1 and %2 (%3 % and %4 % of "
             "the variance), fitted to all %5 recorded states of all tokens and loops together, "
             "centred, not scaled; each component's sign makes its largest loading positive. Dots: "
             "%6 tokens evenly over the text, shaded by loop; lines: single tokens, numbers are "
             "loops.")
      .arg(first + 1)
      .arg(first + 2)
      .arg(100 * basis.share(first), 0, 'f', 1)
      .arg(100 * basis.share(first + 1), 0, 'f', 1)
      .arg(basis.rows)
      .arg(orbits->tokens.size());
}

QJsonObject options(const QJsonObject& given) {
  for (const QString& key : given.keys())
    if (key != "tokens" && (key != "components" || !kPairs.contains(given[key].toString())))
      throw Error("Figure recipe: options of orbits are \"components\" (" +
                  kPairs.join(", ").toStdString() + ") and \"tokens\" (positions).");
  return {{"components", given.value("components").toString("1-2")},
          {"tokens", checkedTokens(given.value("tokens"))}};
}

}  // namespace
}  // namespace orbit_kind

FigureKind orbitKind() {
  using namespace orbit_kind;
  FigureKind kind{"orbits", QT_TRANSLATE_NOOP("FigureKinds", "Orbits in principal components"),
                  draw,     data,
                  caption,  options};
  kind.missing = [](const Trace& trace) {
    if (trace.info().captured.hidden) return QString();
    return QStringLiteral(
        "No hidden states were captured: record the trace again with --capture hidden.");
  };
  return kind;
}

}  // namespace ouroscope
