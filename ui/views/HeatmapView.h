// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/base/FigureRecipe.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/state/ViewState.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QScrollBar;
class QStackedWidget;
class QToolButton;

namespace ouroscope {

class HeatmapFigure;

/// The depth heatmap: tokens x loops of the chosen measure, with the exit line, a readout in
/// numbers and a scroll bar where it is zoomed.
class HeatmapView : public QWidget {
  Q_OBJECT
 public:
  explicit HeatmapView(ViewState& state, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  HeatmapFigure* figure() const { return figure_; }
  /// What is shown, for an export of the same: range, limits, axis order.
  FigureRecipe recipe() const;
  QString describe(int token, int loop) const;  ///< one cell in numbers

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void wake();
  void reload();
  void holdLimits(bool held);
  void showRange(int first, int last);
  void showReadout();
  void pick(int token, int loop, Qt::KeyboardModifiers modifiers);

  ViewState& state_;
  HeatmapFigure* figure_;
  QComboBox* measure_;
  QCheckBox* down_;
  QCheckBox* held_;
  QToolButton* all_;
  QLabel* readout_;
  QScrollBar* scroll_;
  QStackedWidget* pages_;  ///< a hint, or the figure
  Limits heldLimits_;
  Measure heldMeasure_ = Measure::ExitProbability;
  bool stale_ = true;             ///< hidden, it does no work
  const Trace* shown_ = nullptr;  ///< whose tokens the range counts; never read through
};

}  // namespace ouroscope
