// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/FigureKind.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope {

QJsonObject oneOption(const QJsonObject& given, const QString& key, const QStringList& allowed,
                      const QString& otherwise) {
  for (const QString& name : given.keys())
    if (name != key)
      throw Error("Figure recipe: options has no field \"" + name.toStdString() + "\", only " +
                  key.toStdString() + ".");
  const QString value = given.contains(key) ? given[key].toString() : otherwise;
  if (!allowed.contains(value))
    throw Error("Figure recipe: " + key.toStdString() + " is \"" + value.toStdString() +
                "\", allowed are " + allowed.join(", ").toStdString() + ".");
  return {{key, value}};
}

std::string rangeText(const FigureRecipe& recipe) {
  return "tokens " + std::to_string(recipe.firstToken + 1) + " to " +
         (recipe.lastToken < 0 ? "the last" : std::to_string(recipe.lastToken + 1));
}

TokenRange tokenRange(const Trace& trace, const FigureRecipe& recipe) {
  const int last = recipe.lastToken < 0 ? trace.tokens() - 1 : recipe.lastToken;
  if (recipe.firstToken > last || last >= trace.tokens())
    throw Error("The figure asks for " + rangeText(recipe) + ", the trace has " +
                std::to_string(trace.tokens()) + " tokens.");
  return {recipe.firstToken, last};
}

int chosenToken(const Trace& trace, const FigureRecipe& recipe) {
  if (recipe.token >= trace.tokens())
    throw Error("The figure asks for token " + std::to_string(recipe.token + 1) +
                ", the trace has " + std::to_string(trace.tokens()) + ".");
  return recipe.token < 0 ? trace.tokens() - 1 : recipe.token;
}

void checkAgainst(const Trace& trace, const FigureRecipe& recipe) {
  const auto gates = static_cast<int>(trace.info().otherGates.size()) + 1;
  if (recipe.rule.gate >= gates)
    throw Error("The figure asks for gate " + std::to_string(recipe.rule.gate) +
                ", the trace has gates 0 to " + std::to_string(gates - 1) + ".");
  if (recipe.rule.budget > trace.loops())
    throw Error("The figure asks for a budget of " + std::to_string(recipe.rule.budget) +
                " loops, the trace has " + std::to_string(trace.loops()) + ".");
}

FigureDrawing plotDrawing(std::unique_ptr<QCustomPlot> plot, const QSizeF& sizeMm,
                          const std::function<void()>& settle) {
  const QSize units = (sizeMm * kFigureUnitsPerMm).toSize();
  // A kept label is as large as the screen's resolution makes it, and margins follow kept labels.
  plot->setPlottingHint(QCP::phCacheLabels, false);
  plot->resize(units);
  plot->setViewport(QRect(QPoint(), units));
  QLocale numbers = QLocale::c();  // as the words: PaperLanguage
  numbers.setNumberOptions(QLocale::OmitGroupSeparator);
  plot->setLocale(numbers);
  // Paper has no room for the air that a screen likes; half a tick label may still stand out.
  for (QCPAxisRect* rect : plot->axisRects()) rect->setMinimumMargins(QMargins(2, 6, 6, 2));
  plot->replot(QCustomPlot::rpImmediateRefresh);
  if (settle) settle();
  plot->replot(QCustomPlot::rpImmediateRefresh);  // legends wrap at the width of the first layout
  const std::shared_ptr<QCustomPlot> shared = std::move(plot);
  FigureDrawing drawing{sizeMm, [shared, units](QCPPainter& painter) {
                          shared->toPainter(&painter, units.width(), units.height());
                        }};
  if (shared->axisRectCount() != 1) return drawing;
  const auto edges = [shared, units] {
    const QRect axes = shared->axisRect()->rect();
    return QMargins(axes.left(), axes.top(), units.width() - axes.left() - axes.width(),
                    units.height() - axes.top() - axes.height());
  };
  drawing.edges = edges();
  drawing.align = [shared, edges, settle](const QMargins& least) {
    QCPAxisRect* axes = shared->axisRect();
    axes->setMinimumMargins(axes->margins() + (least - edges()));
    shared->replot(QCustomPlot::rpImmediateRefresh);
    if (settle) settle();
    shared->replot(QCustomPlot::rpImmediateRefresh);
  };
  return drawing;
}

QString dataNumber(double value) {
  return std::isnan(value) ? QString() : QString::number(value, 'g', 9);
}

QString dataToken(const std::string& bytes) {
  return QString::fromStdString(printable(bytes));  // as the command line's tables spell it
}

}  // namespace ouroscope
