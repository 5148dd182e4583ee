// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/kinds/FigurePage.h"

#include <qcustomplot.h>
#include <QFontMetricsF>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/support/Error.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/base/ScaleBar.h"
#include "ui/figures/kinds/CorpusKinds.h"
#include "ui/figures/kinds/FigureKinds.h"

namespace ouroscope {
namespace {

[[noreturn]] void refuse(const std::string& problem) {
  throw Error("Figure page: " + problem + ".");
}

double numberIn(const QJsonObject& json, const char* key, double otherwise, double low,
                double high) {
  if (!json.contains(key)) return otherwise;
  const double value = json[key].toDouble(std::nan(""));
  if (!(value >= low && value <= high))
    refuse(std::string(key) + " must be a number from " + QString::number(low).toStdString() +
           " to " + QString::number(high).toStdString());
  return value;
}

}  // namespace

QJsonObject FigurePage::toOptions() const {
  QJsonArray list;
  for (const FigureRecipe& panel : panels) list << panel.toJson();
  return {{"columns", columns},
          {"letters", letters},
          {"shared_limits", sharedLimits},
          {"gap_mm", gapMm},
          {"panels", list}};
}

FigurePage FigurePage::fromOptions(const QJsonObject& options) {
  FigurePage page;
  const QStringList known = page.toOptions().keys();
  for (const QString& key : options.keys())
    if (!known.contains(key))
      refuse("field \"" + key.toStdString() + "\" is unknown; known are " +
             known.join(", ").toStdString());
  const double columns = numberIn(options, "columns", 1, 1, 6);
  if (columns != std::floor(columns)) refuse("columns must be a whole number");
  page.columns = static_cast<int>(columns);
  page.gapMm = numberIn(options, "gap_mm", page.gapMm, 0, 50);
  page.letters = options["letters"].toString(options.contains("letters") ? "" : "a");
  if (!QStringList{"none", "a", "A", "(a)"}.contains(page.letters))
    refuse("letters must be none, a, A or (a)");
  if (options.contains("shared_limits") && !options["shared_limits"].isBool())
    refuse("shared_limits must be true or false");
  page.sharedLimits = options["shared_limits"].toBool(true);
  if (options.contains("panels") && !options["panels"].isArray())
    refuse("panels must be a list of recipes");
  for (const auto panel : options["panels"].toArray()) {
    if (!panel.isObject()) refuse("panels must be a list of recipes");
    if (panel.toObject()["kind"] == "page") refuse("a panel cannot be a page");
    page.panels << recipeFromJson(panel.toObject());
  }
  if (page.panels.size() > kMostPanels)
    refuse("at most " + std::to_string(kMostPanels) + " panels fit on a page");
  return page;
}

namespace {

/// The panels of a page, or the recipe itself.
QList<FigureRecipe> partsOf(const FigureRecipe& recipe) {
  if (recipe.corpus || recipe.kind != "page") return {recipe};
  return FigurePage::fromOptions(recipe.options).panels;
}

}  // namespace

QList<FigureRecipe> corpusParts(const FigureRecipe& recipe) {
  QList<FigureRecipe> parts = partsOf(recipe);
  parts.removeIf([](const FigureRecipe& part) { return !part.corpus; });
  return parts;
}

FigureInput panelInput(const FigureInput& input, const FigureRecipe& panel) {
  const std::string which = "the panel \"" + panel.kind.toStdString() + "\" is of ";
  if (panel.corpus) {
    if (!input.corpus) refuse(which + "a corpus: give its folder");
    return FigureInput(input.corpus);
  }
  if (panel.ofOther) {
    if (!input.other) refuse(which + "a second trace: give both");
    return {input.other};
  }
  if (!input.trace) refuse(which + "a trace: give its file");
  return {input.trace, input.other};
}

bool hasPanelsOfOther(const FigureRecipe& recipe) {
  return recipe.kind == "page" && std::ranges::any_of(partsOf(recipe), &FigureRecipe::ofOther);
}

bool isOfTrace(const FigureRecipe& recipe) {
  return std::ranges::any_of(partsOf(recipe), [](const FigureRecipe& p) { return !p.corpus; });
}

QString panelLetter(const FigurePage& page, int panel) {
  if (page.panels.size() == 1) return {};  // there is nothing to tell it from
  const QChar small(static_cast<char16_t>(u'a' + panel));
  if (page.letters == "a") return small;
  if (page.letters == "A") return small.toUpper();
  if (page.letters == "(a)") return QStringLiteral("(%1)").arg(small);
  return {};
}

FigureRecipe splitIntoRows(const FigureInput& input, const FigureRecipe& recipe, int wanted) {
  const FigureKind& kind = figureKind(recipe.kind);
  if (kind.range != FigureKind::Range::Tokens)
    throw Error("The figure \"" + recipe.kind.toStdString() + "\" has no rows of tokens.");
  const TokenRange range = tokenRange(*input.trace, recipe);
  const int shown = range.last - range.first + 1;
  const int most = kind.readableTokens ? std::max(1, kind.readableTokens(input, recipe)) : shown;
  const int rows = wanted > 0 ? wanted : (shown + most - 1) / most;
  if (rows > shown)
    throw Error("The " + std::to_string(shown) + " tokens cannot stand in " + std::to_string(rows) +
                " rows.");
  if (wanted > FigurePage::kMostPanels)
    throw Error("At most " + std::to_string(FigurePage::kMostPanels) + " rows fit on a page.");
  if (rows > FigurePage::kMostPanels)
    throw Error("The " + std::to_string(shown) + " tokens would take " + std::to_string(rows) +
                " rows: show fewer tokens, at most " +
                std::to_string(most * FigurePage::kMostPanels) + " at this width.");
  FigurePage page;
  page.letters = "none";
  page.gapMm = 2;
  for (int row = 0; row < rows; ++row) {
    FigureRecipe panel = recipe;
    panel.firstToken = range.first + static_cast<int>(static_cast<long long>(shown) * row / rows);
    panel.lastToken =
        range.first + static_cast<int>(static_cast<long long>(shown) * (row + 1) / rows) - 1;
    page.panels << panel;
  }
  FigureRecipe out = recipe;
  out.kind = "page";
  out.heightMm = 0;
  out.firstToken = 0;
  out.lastToken = -1;
  out.options = page.toOptions();
  return out;
}

PagePlan planPage(const FigureInput& input, const FigureRecipe& recipe) {
  const FigurePage page = FigurePage::fromOptions(recipe.options);
  if (page.panels.isEmpty()) refuse("there are no panels: add a figure");
  PagePlan plan;
  std::map<QString, std::vector<std::size_t>> groups;
  std::vector<FigureScale> scales(static_cast<std::size_t>(page.panels.size()));
  for (const FigureRecipe& own : page.panels) {
    FigureRecipe panel = own;
    panel.fontPoints = recipe.fontPoints;
    panel.fontFamily = recipe.fontFamily;
    panel.linePoints = recipe.linePoints;
    const FigureInput from = panelInput(input, panel);
    if (from.trace) checkAgainst(*from.trace, panel);
    if (const auto scale = from.trace ? figureKind(panel.kind).scale : nullptr) {
      const std::size_t at = plan.panels.size();
      scales[at] = scale(from, panel);
      if (panel.colourMap.isEmpty() && scales[at].colourMap != "green-purple")
        scales[at].colourMap = panel.colourMap = recipe.colourMap;
      groups[scales[at].name].push_back(at);
    }
    plan.panels.push_back({panel, 0, 0, 0});
  }
  if (page.sharedLimits)
    for (const auto& [name, members] : groups) {
      FigureScale all = scales[members.front()];
      for (const std::size_t at : members) {
        all.low = std::min(all.low, scales[at].low);
        all.high = std::max(all.high, scales[at].high);
      }
      bool one = members.size() > 1 && groups.size() == 1 && !all.logarithmic;
      for (const std::size_t at : members) one &= plan.panels[at].recipe.colourBar;
      for (const std::size_t at : members) {
        plan.panels[at].recipe.minimum = all.low;
        plan.panels[at].recipe.maximum = all.high;
        if (one) plan.panels[at].recipe.colourBar = false;
      }
      if (one) {
        plan.oneBar = true;
        plan.bar = all;
        plan.bar.below = plan.bar.above = 0;
        for (const std::size_t at : members) {
          const FigureRecipe& panel = plan.panels[at].recipe;
          const FigureScale drawn = figureKind(panel.kind).scale(panelInput(input, panel), panel);
          plan.bar.below += drawn.below;
          plan.bar.above += drawn.above;
        }
        if (plan.bar.colourMap.isEmpty()) plan.bar.colourMap = "cividis";
      }
    }
  if (plan.oneBar)
    plan.barMm = scaleBarWidth(plan.bar, FigureTheme::paperTheme(recipe)) / kFigureUnitsPerMm + 1.5;
  // A last row with fewer panels shares the width among them.
  const double width = recipe.widthMm - plan.barMm;
  const auto count = static_cast<int>(plan.panels.size());
  for (int i = 0; i < count; ++i) {
    PagePlan::Panel& panel = plan.panels[static_cast<std::size_t>(i)];
    panel.row = i / page.columns;
    const int inRow = std::min(page.columns, count - panel.row * page.columns);
    panel.widthMm = (width - page.gapMm * (inRow - 1)) / inRow;
    panel.xMm = (i % page.columns) * (panel.widthMm + page.gapMm);
    panel.recipe.widthMm = panel.widthMm;
    plan.rows = panel.row + 1;
  }
  if (plan.panels.front().widthMm < 20)
    refuse("its panels would be narrower than 20 mm: take fewer columns or a wider page");
  return plan;
}

namespace page_kind {
namespace {

/// Axes of one row begin and end at the same height, those of one column at the same place.
void alignAxes(const PagePlan& plan, std::vector<FigureDrawing>& drawings) {
  for (std::size_t i = 0; i < drawings.size(); ++i) {
    QMargins least;
    const PagePlan::Panel& here = plan.panels[i];
    for (std::size_t k = 0; k < drawings.size(); ++k) {
      const PagePlan::Panel& there = plan.panels[k];
      if (!drawings[k].align) continue;
      const QMargins& edges = drawings[k].edges;
      if (there.row == here.row) {
        least.setTop(std::max(least.top(), edges.top()));
        least.setBottom(std::max(least.bottom(), edges.bottom()));
      }
      if (there.xMm == here.xMm && there.widthMm == here.widthMm) {
        least.setLeft(std::max(least.left(), edges.left()));
        least.setRight(std::max(least.right(), edges.right()));
      }
    }
    if (drawings[i].align && least != drawings[i].edges) drawings[i].align(least);
  }
}

FigureDrawing draw(const FigureInput& input, const FigureRecipe& recipe) {
  struct Placed {
    FigureDrawing drawing;
    QPointF at;  ///< units
    QString letter;
  };
  const FigurePage page = FigurePage::fromOptions(recipe.options);
  const PagePlan plan = planPage(input, recipe);
  const FigureTheme theme = FigureTheme::paperTheme(recipe);
  QFont bold = theme.font;
  bold.setBold(true);
  const double strip =
      panelLetter(page, 0).isEmpty() ? 0 : QFontMetricsF(bold).height() / kFigureUnitsPerMm;

  // Heights that suit the contents first; then all panels of a row as high as the highest, and all
  // rows in proportion where the page has a height of its own.
  std::vector<double> heights(static_cast<std::size_t>(plan.rows), 0.0);
  std::vector<FigureDrawing> drawings;
  for (const PagePlan::Panel& panel : plan.panels) {
    drawings.push_back(drawFigure(panelInput(input, panel.recipe), panel.recipe));
    double& height = heights[static_cast<std::size_t>(panel.row)];
    height = std::max(height, drawings.back().sizeMm.height());
  }
  double sum = 0;
  for (const double h : heights) sum += h;
  const double fixed = strip * plan.rows + page.gapMm * (plan.rows - 1);
  if (recipe.heightMm > 0) {
    if (recipe.heightMm - fixed < 15.0 * plan.rows)
      refuse("its rows would be lower than 15 mm: choose a higher page or automatic height");
    for (double& h : heights) h *= (recipe.heightMm - fixed) / sum;
    sum = recipe.heightMm - fixed;
  }
  std::vector<double> tops;
  double y = 0;
  for (const double h : heights) {
    tops.push_back(y + strip);
    y += strip + h + page.gapMm;
  }
  for (std::size_t i = 0; i < plan.panels.size(); ++i) {
    const PagePlan::Panel& panel = plan.panels[i];
    const double height = heights[static_cast<std::size_t>(panel.row)];
    if (std::abs(drawings[i].sizeMm.height() - height) < 1e-6) continue;
    FigureRecipe again = panel.recipe;
    again.heightMm = height;
    drawings[i] = drawFigure(panelInput(input, again), again);
  }
  alignAxes(plan, drawings);
  auto placed = std::make_shared<std::vector<Placed>>();
  for (std::size_t i = 0; i < plan.panels.size(); ++i) {
    const PagePlan::Panel& panel = plan.panels[i];
    placed->push_back(
        {drawings[i],
         QPointF(panel.xMm, tops[static_cast<std::size_t>(panel.row)]) * kFigureUnitsPerMm,
         panelLetter(page, static_cast<int>(i))});
  }
  const double height = recipe.heightMm > 0 ? recipe.heightMm : fixed + sum;
  // The bar is next to the rows whose colours it explains.
  double barTop = -1, barBottom = 0;
  for (const PagePlan::Panel& panel : plan.panels)
    if (!panel.recipe.colourBar) {
      const auto row = static_cast<std::size_t>(panel.row);
      if (barTop < 0) barTop = tops[row];
      barBottom = tops[row] + heights[row];
    }
  const QRectF bar(QPointF(recipe.widthMm - plan.barMm + 1.5, barTop) * kFigureUnitsPerMm,
                   QPointF(recipe.widthMm, std::min(barBottom, barTop + 70)) * kFigureUnitsPerMm);
  return {QSizeF(recipe.widthMm, height), [placed, theme, bold, plan, bar](QCPPainter& painter) {
            for (const Placed& panel : *placed) {
              painter.save();
              painter.translate(panel.at);
              panel.drawing.paint(painter);
              painter.restore();
              if (panel.letter.isEmpty()) continue;
              painter.setFont(bold);
              painter.setPen(theme.text);
              painter.drawText(panel.at - QPointF(0, QFontMetricsF(bold).descent()), panel.letter);
            }
            if (plan.oneBar) paintScaleBar(painter, bar, plan.bar, theme);
          }};
}

FigureData data(const FigureInput& input, const FigureRecipe& recipe) {
  const FigurePage page = FigurePage::fromOptions(recipe.options);
  const PagePlan plan = planPage(input, recipe);
  FigureData all{{"panel"}, {}, {"panel"}};
  std::vector<FigureData> tables;
  for (const PagePlan::Panel& panel : plan.panels) {
    tables.push_back(figureData(panelInput(input, panel.recipe), panel.recipe));
    for (const QString& name : tables.back().header)
      if (!all.header.contains(name)) all.header << name;
    for (const QString& name : tables.back().textColumns)
      if (!all.textColumns.contains(name)) all.textColumns << name;
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    std::vector<qsizetype> to;
    for (const QString& name : tables[i].header) to.push_back(all.header.indexOf(name));
    const QChar letter(static_cast<char16_t>(u'a' + i));
    for (const QStringList& row : tables[i].rows) {
      QStringList cells(all.header.size());
      cells[0] = letter;
      for (std::size_t c = 0; c < to.size(); ++c) cells[to[c]] = row[static_cast<qsizetype>(c)];
      all.rows.push_back(cells);
    }
  }
  return all;
}

/// What a panel shows; model, rule and provenance are said once for the page.
QString panelCaption(const FigureInput& input, const FigureRecipe& panel) {
  return panel.corpus ? corpusChart(input, panel).about
                      : figureKind(panel.kind).caption(panelInput(input, panel), panel);
}

QString caption(const FigureInput& input, const FigureRecipe& recipe) {
  FigurePage page = FigurePage::fromOptions(recipe.options);
  const PagePlan plan = planPage(input, recipe);
  for (int i = 0; i < page.panels.size(); ++i) page.panels[i] = plan.panels[i].recipe;
  QStringList parts;
  for (int i = 0; i < page.panels.size(); ++i) {
    const FigureRecipe& panel = page.panels[i];
    const QString own = panelCaption(input, panel);
    QString part = own;
    if (!panel.corpus && figureKind(panel.kind).range == FigureKind::Range::Tokens) {
      const Trace& trace = *panelInput(input, panel).trace;
      const TokenRange range = tokenRange(trace, panel);
      if (range.last - range.first + 1 < trace.tokens())
        part += QStringLiteral(" Tokens %1 to %2.").arg(range.first + 1).arg(range.last + 1);
    }
    const QString letter = panelLetter(page, i);
    // Rows of one figure have no letters and one description.
    if (letter.isEmpty() && !parts.isEmpty() && own == panelCaption(input, page.panels[i - 1]))
      continue;
    const bool alone = page.panels.size() == 1;
    parts << (letter.isEmpty() && !alone ? own
              : alone                    ? part
              : letter.startsWith('(')   ? letter + " " + part
                                         : "(" + letter + ") " + part);
  }
  return parts.join(' ');
}

QJsonObject options(const QJsonObject& given) {
  return FigurePage::fromOptions(given).toOptions();
}

}  // namespace
}  // namespace page_kind

std::optional<ReadoutRule> captionRule(const FigureRecipe& recipe, bool ofOther) {
  if (recipe.kind != "page") return recipe.rule;
  std::optional<ReadoutRule> first;
  for (const FigureRecipe& panel : FigurePage::fromOptions(recipe.options).panels) {
    if (panel.corpus || panel.ofOther != ofOther) continue;
    if (first && panel.rule != *first) return {};
    first = panel.rule;
  }
  return first.value_or(recipe.rule);
}

FigureKind pageKind() {
  using namespace page_kind;
  FigureKind kind{"page", QT_TRANSLATE_NOOP("FigureKinds", "Page of figures"), draw, data, caption,
                  options};
  return kind;
}

}  // namespace ouroscope
