// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <vector>

#include "core/analysis/Measures.h"
#include "ui/figures/FigureKinds.h"
#include "ui/figures/FigureRecipe.h"
#include "ui/figures/FigureTheme.h"
#include "ui/figures/TokenTicker.h"

namespace ouroscope {

class PooledHeatmap;

/// Tokens x loops, one measure, the exit line over it. The same object is shown in the window and
/// painted for export. It knows nothing of ViewState: its owner sets data, selection and hover, and
/// listens to its signals.
class HeatmapFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit HeatmapFigure(QWidget* parent = nullptr);

  void setTheme(const FigureTheme& theme);
  /// The trace and how to draw it: measure, orientation, range, limits, colour map, exit line on or
  /// off.
  void setTrace(TracePtr trace, const FigureRecipe& recipe);
  /// The slider's path: new exit loops (and gate-derived cells where the gate changed), no
  /// relayout. Fast: see docs/benchmarks.md.
  void setReadout(const Readout& readout);
  void setSelection(int token, int loop);  ///< -1 for none; drawn on an overlay layer
  void setHover(int token, int loop);
  void showTokens(int first, int last);     ///< zoom
  void refreshLabels() { updateLabels(); }  ///< after the size changed without a resize event
  const FigureRecipe& recipe() const { return recipe_; }

 signals:
  void cellHovered(int token, int loop);  ///< -1, -1 when the pointer leaves
  void cellClicked(int token, int loop);
  void rangeChanged(int first, int last);

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void buildAxes();
  void placeMarks();
  void updateCells();
  void updateLabels();
  void clampRange(const QCPRange& range);
  QPair<int, int> cellAt(const QPointF& pixel) const;
  void placeRect(QCPItemRect* rect, int token, int loop);
  QCPAxis* tokenAxis() const { return recipe_.loopsVertical ? xAxis : yAxis; }
  QCPAxis* loopAxis() const { return recipe_.loopsVertical ? yAxis : xAxis; }

  TracePtr trace_;
  FigureRecipe recipe_;
  FigureTheme theme_;
  PooledHeatmap* cells_ = nullptr;
  QCPGraph* exitLine_ = nullptr;
  QCPGraph* exitHalo_ = nullptr;  ///< a light casing, so that the line shows on dark cells
  QCPColorScale* scale_ = nullptr;
  QCPItemRect* selection_ = nullptr;
  QCPItemRect* hover_ = nullptr;
  QList<QCPAbstractItem*> marks_;
  QSharedPointer<TokenTicker> tokenTicker_;
  QPoint pressed_;
  int selectedToken_ = -1, selectedLoop_ = -1;
  bool clamping_ = false;
};

/// "heatmap": the cells shown, one row a token and loop.
FigureKind heatmapKind();

}  // namespace ouroscope
