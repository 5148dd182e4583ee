// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <string_view>

#include "ui/figures/FigureTheme.h"

namespace ouroscope {

/// Background, axes, ticks and grid of a line or bar plot in a theme.
void stylePlot(QCustomPlot& plot, const FigureTheme& theme);

/// Series are told apart with any colour vision and in grey: Okabe and Ito's colours without
/// yellow, and markers and dashes differ as well. `index` counts from 0 and repeats after 8.
QColor seriesColour(int index, const FigureTheme& theme);
QPen seriesPen(int index, const FigureTheme& theme);
QCPScatterStyle seriesMarker(int index, const FigureTheme& theme);
inline constexpr int kMostSeries = 8;

/// The pair of colours for better and worse, more and less: never red and green.
QColor helpColour(const FigureTheme& theme);
QColor hurtColour(const FigureTheme& theme);

/// A name out of core's tables.
inline QString coreText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Colours and what they mean in rows under or over a plot, wrapped at its width. QCPLegend lists
/// plottables only, and in one column.
class SwatchLegend : public QCPLayoutElement {
  Q_OBJECT
 public:
  struct Entry {
    QBrush fill;  ///< of a square
    QPen line;    ///< or, where the brush is empty, of a stroke
    QString text;
  };
  explicit SwatchLegend(QCustomPlot* plot);
  void setEntries(std::vector<Entry> entries, const FigureTheme& theme);
  QSize minimumOuterSizeHint() const override;
  QSize maximumOuterSizeHint() const override;

 protected:
  void draw(QCPPainter* painter) override;
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
  void update(UpdatePhase phase) override;

 private:
  int rowsFor(double width) const;
  double entryWidth(const Entry& entry) const;
  std::vector<Entry> entries_;
  QFont font_;
  QColor text_;
};

}  // namespace ouroscope
