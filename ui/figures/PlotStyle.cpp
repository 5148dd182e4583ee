// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/PlotStyle.h"

#include <algorithm>
#include <cmath>

namespace ouroscope {
namespace {

const QColor kColours[] = {QColor(0, 114, 178),   QColor(213, 94, 0),   QColor(0, 158, 115),
                           QColor(204, 121, 167), QColor(86, 180, 233), QColor(230, 159, 0),
                           QColor(110, 110, 110), QColor(148, 103, 189)};
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

constexpr double kGap = 14;  ///< between two entries of a legend

}  // namespace

void stylePlot(QCustomPlot& plot, const FigureTheme& theme) {
  plot.setBackground(theme.background);
  for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2}) {
    axis->setBasePen(QPen(theme.axis, theme.lineWidth));
    axis->setTickPen(QPen(theme.axis, theme.lineWidth));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.text);
    axis->setLabelColor(theme.text);
    axis->setTickLabelFont(theme.font);
    axis->setLabelFont(theme.font);
    axis->setTickLength(0, 3);
    axis->setLabelPadding(3);
    axis->grid()->setPen(QPen(theme.grid, 0.5));
    axis->grid()->setZeroLinePen(QPen(theme.grid, 0.5));
  }
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
  return dark(theme) ? QColor(0x5b, 0xa3, 0xe0) : QColor(33, 102, 172);
}
QColor hurtColour(const FigureTheme& theme) {
  return dark(theme) ? QColor(0xf0, 0x8c, 0x3c) : QColor(200, 96, 12);
}

SwatchLegend::SwatchLegend(QCustomPlot* plot) : QCPLayoutElement(plot) {
  setMargins(QMargins(8, 2, 8, 4));
}

void SwatchLegend::setEntries(std::vector<Entry> entries, const FigureTheme& theme) {
  entries_ = std::move(entries);
  font_ = theme.font;
  text_ = theme.text;
}

double SwatchLegend::entryWidth(const Entry& entry) const {
  const QFontMetricsF metrics(font_);
  return metrics.height() * 1.3 + metrics.horizontalAdvance(entry.text);
}

int SwatchLegend::rowsFor(double width) const {
  int rows = entries_.empty() ? 0 : 1;
  double x = 0;
  for (const Entry& entry : entries_) {
    const double w = entryWidth(entry);
    if (x > 0 && x + w > width) {
      ++rows;
      x = 0;
    }
    x += w + kGap;
  }
  return rows;
}

void SwatchLegend::update(UpdatePhase phase) {
  QCPLayoutElement::update(phase);
}

QSize SwatchLegend::minimumOuterSizeHint() const {
  // Its width decides how many rows it takes; before the first layout only the plot's is known.
  const double laidOut = mOuterRect.width() - mMargins.left() - mMargins.right();
  const double width = laidOut > 40 ? laidOut : parentPlot()->viewport().width() - 40.0;
  const int height =
      static_cast<int>(std::ceil(rowsFor(width) * QFontMetricsF(font_).height() * 1.2));
  return {10, height ? height + mMargins.top() + mMargins.bottom() : 0};
}

QSize SwatchLegend::maximumOuterSizeHint() const {
  return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

void SwatchLegend::applyDefaultAntialiasingHint(QCPPainter* painter) const {
  painter->setAntialiasing(true);
}

void SwatchLegend::draw(QCPPainter* painter) {
  const QFontMetricsF metrics(font_);
  const double height = metrics.height() * 1.2, side = metrics.height() * 0.8;
  double x = mRect.left(), y = mRect.top();
  painter->setFont(font_);
  for (const Entry& entry : entries_) {
    const double w = entryWidth(entry);
    if (x > mRect.left() && x + w > mRect.right()) {
      x = mRect.left();
      y += height;
    }
    const QRectF box(x, y + (height - side) / 2, side, side);
    if (entry.fill.style() != Qt::NoBrush) {
      if (entry.fill.style() != Qt::SolidPattern) {
        painter->fillRect(box, QColor(entry.fill.color().red(), entry.fill.color().green(),
                                      entry.fill.color().blue(), 50));
      }
      painter->setPen(QPen(QColor(128, 128, 128, 140), 0.5));
      painter->setBrush(entry.fill);
      painter->drawRect(box);
    } else {
      painter->setPen(entry.line);
      painter->drawLine(
          QLineF(box.left() - 1, box.center().y(), box.right() + 1, box.center().y()));
    }
    painter->setPen(text_);
    painter->drawText(QRectF(x + metrics.height() * 1.15, y, w, height),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, entry.text);
    x += w + kGap;
  }
}

}  // namespace ouroscope
