// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <memory>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/EstimateChart.h"

namespace ouroscope {

class SwatchLegend;

/// Draws an EstimateChart: means of a corpus with their intervals, one pair of axes a panel.
class EstimateFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit EstimateFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param chart null: nothing
  void setChart(std::shared_ptr<const EstimateChart> chart);
  /// Panels beside or under each other, for the viewport's size, and labels where there is room.
  void arrange();
  /// Height that suits the chart at this width, both in millimetres.
  static double heightFor(const EstimateChart& chart, double widthMm);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void placeLabels();
  struct Drawn;  // what fill() gathers of a panel
  void rebuild();
  void fill(const ChartPanel& panel, QCPAxisRect* rect);
  void addSeries(const ChartPanel& panel, const ChartSeries& series, Drawn& drawn);
  void addLabels(const ChartPanel& panel, const ChartSeries& series, const Drawn& drawn);
  void finishAxes(const ChartPanel& panel, const Drawn& drawn);
  QColor colourOf(const ChartSeries& series) const;
  bool wantsBeside() const;

  std::shared_ptr<const EstimateChart> chart_;
  FigureTheme theme_;
  SwatchLegend* legend_ = nullptr;
  bool beside_ = true, intervals_ = false;
  std::vector<QCPItemText*> labels_;
};

}  // namespace ouroscope
