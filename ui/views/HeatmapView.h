// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/views/TraceView.h"

class QCheckBox;
class QComboBox;
class QScrollBar;
class QToolButton;

namespace ouroscope {

class PartsLabel;

class HeatmapFigure;

/// The depth heatmap: tokens x loops of the chosen measure, with the exit line, a readout in
/// numbers and a scroll bar where it is zoomed.
class HeatmapView : public TraceView {
  Q_OBJECT
 public:
  explicit HeatmapView(const ViewContext& context, QWidget* parent = nullptr);
  HeatmapFigure* figure() const { return figure_; }
  /// With the range, the limits and the axis order that are shown.
  std::optional<FigureRequest> shown() const override;
  QString describe(int token, int loop) const;  ///< one cell in numbers

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  FigureRecipe recipe() const;
  void reload();
  void holdLimits(bool held);
  void showRange(int first, int last);
  void showReadout();
  void showMenu(const QPoint& at);
  QString lineOf(int token, int loop) const;  ///< the token and one of its cells
  void pick(int token, int loop, Qt::KeyboardModifiers modifiers);

  HeatmapFigure* figure_;
  QComboBox* measure_;
  QCheckBox* down_;
  QCheckBox* held_;
  QToolButton* all_;
  PartsLabel* readout_;
  QScrollBar* scroll_;
  Limits heldLimits_;
  const Measure* heldMeasure_ = nullptr;
  const Trace* shown_ = nullptr;  ///< whose tokens the range counts; never read through
};

}  // namespace ouroscope
