// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include "core/analysis/LayerCurves.h"
#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

class SwatchLegend;

/// What the axis of a figure of layers counts.
enum class LayerAxis {
  Virtual,  ///< the layers of all loops, one after the other
  Layers,   ///< the layers of a loop, one line a loop
  Loops     ///< the loops, one line a layer
};

/// A number of layers, pooled over tokens: along all loops with quartiles and with lines at the
/// borders of loops, or as one line a loop or a layer.
class LayersFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit LayersFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  /// @param titles of the axis of values, with unit, longest first
  /// @param trained loops of training; where more begin there is a dashed line
  void setCurves(LayerCurves curves, LayerAxis along, const QStringList& titles, int trained);
  void refreshLabels();  ///< after a change of size

 private:
  void rebuild();
  void drawAllLoops();
  void drawLines();
  void drawLine(const std::vector<double>& x, const std::vector<double>& y, const QColor& colour);
  void drawTrained(double x);
  QPen trainedPen() const;

  LayerCurves curves_;
  LayerAxis along_ = LayerAxis::Virtual;
  QStringList titles_;
  int trained_ = 0;
  FigureTheme theme_;
  SwatchLegend* legend_;
  std::vector<QCPItemText*> loopNames_;
};

/// "layers"; options: number (an id of layerNumbers()), along ("virtual", "layers", "loops"). One
/// row a loop and layer.
FigureKind layersKind();

}  // namespace ouroscope
