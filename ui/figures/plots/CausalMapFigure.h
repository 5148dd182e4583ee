// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

#include <utility>
#include <vector>

#include "ui/figures/base/FigureKind.h"
#include "ui/figures/base/FigureTheme.h"

namespace ouroscope {

/// What one intervention does at every loop (upwards, loop 1 at the bottom) and every layer or
/// token (to the right).
class CausalMapFigure : public QCustomPlot {
  Q_OBJECT
 public:
  explicit CausalMapFigure(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setScale(const FigureScale& scale);
  /// @param values [loops, names]; NaN is missing
  /// @param names of the places, in their order
  void setMap(const std::vector<double>& values, const QStringList& names, bool ofTokens);
  /// Labels for the width that the plot has now.
  void refreshLabels();
  /// The cell with a frame; without one where there is no such cell.
  void setChosen(int loop, int place);
  /// Loop and place, from 0, under a point of the plot; -1 beside the cells.
  std::pair<int, int> cellAt(const QPointF& at) const;

 signals:
  void cellHovered(int loop, int place);  ///< -1 where the pointer is beside the cells
  void cellChosen(int loop, int place);   ///< by a click or the arrow keys

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void rebuild();
  void frame();
  std::vector<float> values_;  ///< [places, loops]
  QStringList names_;
  bool ofTokens_ = false;
  int chosenLoop_ = -1, chosenPlace_ = -1;
  FigureScale scale_;
  FigureTheme theme_;
};

/// Limits and colours of the map of a trace that has one; recipe.options is complete.
FigureScale causalMapScale(const FigureInput& input, const FigureRecipe& recipe);
/// Numbers of layers, or words.
QStringList causalMapNames(const Trace& trace);

/// "causal-map": one row a loop and place. Options: "show" (change, kl).
FigureKind causalMapKind();

}  // namespace ouroscope
