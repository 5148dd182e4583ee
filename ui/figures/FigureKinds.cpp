// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/FigureKinds.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "ui/figures/ExitRulesFigure.h"
#include "ui/figures/GateFigure.h"
#include "ui/figures/HeatmapFigure.h"
#include "ui/figures/LensCurvesFigure.h"
#include "ui/figures/OperatingCurveFigure.h"
#include "ui/figures/TextFigure.h"

namespace ouroscope {

std::span<const FigureKind> figureKinds() {
  // One line a kind; the order is that of menus.
  static const FigureKind kinds[] = {
      heatmapKind(), lensKind(), textKind(), operatingCurveKind(), gateKind(), exitRulesKind(),
  };
  return kinds;
}

QStringList figureKindIds() {
  QStringList ids;
  for (const FigureKind& kind : figureKinds()) ids << kind.id;
  return ids;
}

const FigureKind& figureKind(const QString& id) {
  for (const FigureKind& kind : figureKinds())
    if (id == kind.id) return kind;
  throw Error("There is no figure \"" + id.toStdString() + "\": choose one of " +
              figureKindIds().join(", ").toStdString() + ".");
}

TokenRange tokenRange(const Trace& trace, const FigureRecipe& recipe) {
  const int last =
      recipe.lastToken < 0 ? trace.tokens() - 1 : std::min(recipe.lastToken, trace.tokens() - 1);
  if (recipe.firstToken > last)
    throw Error("The figure's token range is empty: the trace has " +
                std::to_string(trace.tokens()) + " tokens.");
  return {recipe.firstToken, last};
}

FigureDrawing plotDrawing(std::unique_ptr<QCustomPlot> plot, const QSizeF& sizeMm,
                          const std::function<void()>& settle) {
  const QSize units = (sizeMm * kFigureUnitsPerMm).toSize();
  plot->resize(units);
  plot->setViewport(QRect(QPoint(), units));
  plot->replot(QCustomPlot::rpImmediateRefresh);
  if (settle) {
    settle();
    plot->replot(QCustomPlot::rpImmediateRefresh);
  }
  const std::shared_ptr<QCustomPlot> shared = std::move(plot);
  return {sizeMm, [shared, units](QCPPainter& painter) {
            shared->toPainter(&painter, units.width(), units.height());
          }};
}

QString dataNumber(double value) {
  return std::isnan(value) ? QString() : QString::number(value, 'g', 9);
}

QString dataToken(const std::string& bytes) {
  const auto escape = [&](bool ascii) {
    QByteArray out;
    for (const char c : bytes) {
      const auto b = static_cast<unsigned char>(c);
      if (b < 0x20 || b == 0x7f || b == '\\' || (ascii && b >= 0x80))
        out += "\\x" + QByteArray::number(b, 16).rightJustified(2, '0');
      else
        out += c;
    }
    return out;
  };
  const QByteArray raw = escape(false);
  const QString text = QString::fromUtf8(raw);
  return text.toUtf8() == raw ? text : QString::fromLatin1(escape(true));
}

}  // namespace ouroscope
