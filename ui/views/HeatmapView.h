// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/FigureTheme.h"
#include "ui/models/ViewState.h"

class QComboBox;
class QStackedWidget;

namespace ouroscope {

class HeatmapFigure;

/// The depth heatmap: tokens x loops of the chosen measure, with the exit line.
class HeatmapView : public QWidget {
  Q_OBJECT
 public:
  explicit HeatmapView(ViewState& state, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  HeatmapFigure* figure() const { return figure_; }

 private:
  void reload();
  ViewState& state_;
  HeatmapFigure* figure_;
  QComboBox* measure_;
  QStackedWidget* pages_;  ///< a hint, or the figure
};

}  // namespace ouroscope
