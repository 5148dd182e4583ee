// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "core/analysis/OperatingCurve.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// All that the figure draws of one (trace, gate, budget). Made once, off the window's thread where
/// the trace is long; a tick of the q slider then moves the marker alone.
struct OperatingCurveData {
  std::shared_ptr<const ReadingQuality> quality;
  OperatingCurve curve;
  MeasuredRun measured;
};
/// @param known the quality table of the same trace, where it was made before
std::shared_ptr<const OperatingCurveData> operatingCurveData(
    const Trace& trace, const ReadoutRule& rule, std::shared_ptr<const ReadingQuality> known = {});

/// "Agreement with full depth", "Agreement": what it measures, the longest wording first.
QStringList qualityTitles(Quality quality, bool skipped, int tokens);
/// "93.1 %", "2.345", an en dash where it is absent.
QString qualityText(Quality quality, double value);

/// Mean loops against agreement, NLL and KL, one panel each: the gate's curve, budgets as points,
/// random exits, the oracle; a band and bars are 95 % intervals over tokens. The
/// marker on the gate's curve is the q slider: it is dragged by the mouse and moved by the keys.
class OperatingCurveFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit OperatingCurveFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param shown the panels: one quality or all
  void setData(std::shared_ptr<const OperatingCurveData> curves, std::vector<Quality> shown);
  /// The slider's path: moves the marker on a layer of its own, nothing else is painted.
  void setPoint(const OperatingPoint& point);
  void arrange();  ///< panels beside or under each other, for the viewport's size

  /// Of the marker in panel `panel`, in pixels; where a person would grab it.
  QPointF markerPixel(int panel) const;
  QCPAxisRect* panelRect(int panel) const { return panels_[static_cast<std::size_t>(panel)].rect; }

 signals:
  void thresholdWanted(double q);  ///< while dragging and by keys

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Panel {
    Quality quality;
    QCPAxisRect* rect = nullptr;
    QCPGraph* marker = nullptr;
    QCPItemText* value = nullptr;
    std::vector<QCPItemText*> budgets;  ///< the digits beside the uniform budgets
    /// Its curves in pixels, for the place of the axes in which they were taken.
    struct Line {
      std::vector<QPointF> points;
      bool joined = true;  ///< false: points alone
    };
    std::vector<Line> lines{};
    QRect linesIn{};
  };
  void rebuild();
  void fill(Panel& panel, bool first);
  void placeMarker(Panel& panel);
  /// Whether a curve of the panel runs through a box, in pixels.
  bool crossed(Panel& panel, const QRectF& box) const;
  QCPGraph* graph(Panel& panel, const QString& name, bool inLegend);
  void dragTo(const QPointF& pixel);
  Panel* panelAt(const QPointF& pixel);

  std::shared_ptr<const OperatingCurveData> data_;
  std::vector<Quality> shown_;
  OperatingPoint point_;
  FigureTheme theme_;
  std::vector<Panel> panels_;
  QCPLayoutGrid* grid_ = nullptr;
  SwatchLegend* legend_ = nullptr;
  std::vector<QCPGraph*> named_;  ///< in the legend's order
  bool beside_ = true, dragging_ = false;
  bool intervals_ = false;  ///< some interval is drawn
};

/// "operating-curve"; options: quality "all", "agreement", "nll" or "kl". One row a point.
FigureKind operatingCurveKind();

/// Reads options.quality of a recipe; "all" gives the three. @throws Error listing the names
std::vector<Quality> qualitiesFromOptions(const QJsonObject& options);
QJsonObject qualityOptions(const QJsonObject& given, const QString& otherwise, bool allAllowed);

}  // namespace ouroscope
