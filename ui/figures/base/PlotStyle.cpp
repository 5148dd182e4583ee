// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/PlotStyle.h"

#include <typeinfo>

#include "ui/figures/base/TokenTicker.h"

namespace ouroscope {
namespace {

const QColor kColours[] = {QColor(0, 114, 178),   QColor(0, 158, 115),  QColor(164, 94, 198),
                           QColor(110, 110, 110), QColor(86, 180, 233), QColor(204, 121, 167),
                           QColor(150, 105, 80),  QColor(140, 140, 60)};
const QCPScatterStyle::ScatterShape kShapes[] = {QCPScatterStyle::ssDisc,
                                                 QCPScatterStyle::ssSquare,
                                                 QCPScatterStyle::ssTriangle,
                                                 QCPScatterStyle::ssDiamond,
                                                 QCPScatterStyle::ssCross,
                                                 QCPScatterStyle::ssPlus,
                                                 QCPScatterStyle::ssTriangleInverted,
                                                 QCPScatterStyle::ssStar};
const Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

bool dark(const FigureTheme& theme) {
  return theme.background.lightness() < 128;
}

/// Labels are made before a plot is laid out, when the length of its axes is not known yet.
void labelAgainWhenLaidOut(QCustomPlot* plot) {
  if (plot->property("labelsAgain").toBool()) return;
  plot->setProperty("labelsAgain", true);
  QObject::connect(plot, &QCustomPlot::afterLayout, plot, [plot] {
    for (QCPAxisRect* rect : plot->axisRects()) {
      if (rect->property("labelled").toSize() == rect->size()) continue;
      rect->setProperty("labelled", rect->size());
      rect->update(QCPLayoutElement::upPreparation);
    }
  });
}

}  // namespace

void styleAxis(QCPAxis* axis, const FigureTheme& theme) {
  const QCPAxisTicker& ticker = *axis->ticker();
  if (typeid(ticker) == typeid(QCPAxisTicker))
    axis->setTicker(QSharedPointer<Apart<QCPAxisTicker>>::create(axis));
  labelAgainWhenLaidOut(axis->parentPlot());
  axis->setBasePen(QPen(theme.axis, theme.lineWidth));
  axis->setTickPen(QPen(theme.axis, theme.lineWidth));
  axis->setSubTickPen(Qt::NoPen);
  axis->setTickLabelColor(theme.text);
  axis->setLabelColor(theme.text);
  axis->setTickLabelFont(theme.font);
  axis->setLabelFont(theme.font);
  axis->setTickLength(0, 3);
  axis->setLabelPadding(3);
  axis->setTickLabelPadding(3);
  axis->grid()->setPen(QPen(theme.grid, 0.5));
  axis->grid()->setZeroLinePen(QPen(theme.grid, 0.5));
}

void setTitle(QCPAxis* axis, const QStringList& wordings) {
  const bool known = axis->property("wordings").isValid();
  axis->setProperty("wordings", wordings);
  const auto fit = [axis] {
    const QSize room = axis->axisRect()->size();
    const int length = axis->orientation() == Qt::Horizontal ? room.width() : room.height();
    const QFontMetrics metrics(axis->labelFont());
    for (const QString& wording : axis->property("wordings").toStringList()) {
      axis->setLabel(wording);
      if (metrics.horizontalAdvance(wording) <= length) break;
    }
  };
  fit();
  // One line is as high as another: the layout stands.
  if (!known) QObject::connect(axis->parentPlot(), &QCustomPlot::afterLayout, axis, fit);
}

void stylePlot(QCustomPlot& plot, const FigureTheme& theme) {
  plot.setBackground(theme.background);
  for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2}) styleAxis(axis, theme);
}

void addMovingLayer(QCustomPlot& plot, const QString& name) {
  plot.layer("overlay")->setMode(QCPLayer::lmLogical);
  plot.addLayer(name, plot.layer(plot.layerCount() - 1), QCustomPlot::limAbove);
  plot.layer(name)->setMode(QCPLayer::lmBuffered);
}

QColor seriesColour(int index, const FigureTheme& theme) {
  const QColor colour = kColours[index % kMostSeries];
  return dark(theme) ? colour.lighter(130) : colour;
}

QPen seriesPen(int index, const FigureTheme& theme) {
  return QPen(seriesColour(index, theme), theme.paper ? theme.lineWidth * 1.5 : 1.8,
              kDashes[index % 4]);
}

QCPScatterStyle seriesMarker(int index, const FigureTheme& theme) {
  const QColor colour = seriesColour(index, theme);
  return QCPScatterStyle(kShapes[index % kMostSeries], QPen(colour, 1.2), QBrush(colour),
                         theme.paper ? 4.5 : 6.5);
}

QColor helpColour(const FigureTheme& theme) {
  return dark(theme) ? QColor(0x4f, 0xb8, 0x9a) : QColor(20, 115, 95);
}
QColor hurtColour(const FigureTheme& theme) {
  return dark(theme) ? QColor(0xc0, 0x8c, 0xd8) : QColor(140, 70, 160);
}

}  // namespace ouroscope
