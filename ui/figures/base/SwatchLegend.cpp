// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/base/SwatchLegend.h"

#include <algorithm>
#include <cmath>

namespace ouroscope {
namespace {

constexpr double kGap = 14;  ///< between two entries

}  // namespace

SwatchLegend::Entry SwatchLegend::entryOf(const QCPAbstractPlottable& plottable) {
  if (const auto* graph = qobject_cast<const QCPGraph*>(&plottable))
    return {Qt::NoBrush, graph->lineStyle() == QCPGraph::lsNone ? QPen(Qt::NoPen) : graph->pen(),
            graph->name(), graph->scatterStyle()};
  return {plottable.brush(), plottable.pen(), plottable.name(), {}, true};
}

SwatchLegend::SwatchLegend(QCustomPlot* plot) : QCPLayoutElement(plot) {
  setMargins(QMargins(8, 2, 8, 4));
}

SwatchLegend* SwatchLegend::above(QCustomPlot* plot) {
  auto* legend = new SwatchLegend(plot);
  plot->plotLayout()->insertRow(0);
  plot->plotLayout()->addElement(0, 0, legend);
  plot->plotLayout()->setRowSpacing(0);
  return legend;
}

SwatchLegend* SwatchLegend::below(QCustomPlot* plot) {
  auto* legend = new SwatchLegend(plot);
  plot->plotLayout()->addElement(plot->plotLayout()->rowCount(), 0, legend);
  return legend;
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

double SwatchLegend::layoutWidth() const {
  const double laidOut = mOuterRect.width() - mMargins.left() - mMargins.right();
  return laidOut > 40 ? laidOut : parentPlot()->viewport().width() - 40.0;
}

void SwatchLegend::update(UpdatePhase phase) {
  const int rows = rowsFor(layoutWidth());
  QCPLayoutElement::update(phase);
  // The height was asked for before this layout gave the width.
  if (phase == upLayout && rowsFor(layoutWidth()) != rows)
    parentPlot()->replot(QCustomPlot::rpQueuedReplot);
}

QSize SwatchLegend::minimumOuterSizeHint() const {
  // Its width decides how many rows it takes; before the first layout only the plot's is known.
  const int height =
      static_cast<int>(std::ceil(rowsFor(layoutWidth()) * QFontMetricsF(font_).height() * 1.2));
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
    if (entry.fill.style() != Qt::NoBrush || entry.outlined) {
      if (!entry.outlined && entry.fill.style() != Qt::SolidPattern) {
        painter->fillRect(box, QColor(entry.fill.color().red(), entry.fill.color().green(),
                                      entry.fill.color().blue(), 50));
      }
      painter->setPen(entry.outlined ? entry.line : QPen(QColor(128, 128, 128, 140), 0.5));
      painter->setBrush(entry.fill);
      painter->drawRect(box);
    } else {
      painter->setPen(entry.line);
      if (entry.line.style() != Qt::NoPen)
        painter->drawLine(
            QLineF(box.left() - 1, box.center().y(), box.right() + 1, box.center().y()));
      if (!entry.marker.isNone()) {
        entry.marker.applyTo(painter, entry.line);
        entry.marker.drawShape(painter, box.center());
      }
    }
    painter->setPen(text_);
    painter->drawText(QRectF(x + metrics.height() * 1.15, y, w, height),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, entry.text);
    x += w + kGap;
  }
}

}  // namespace ouroscope
