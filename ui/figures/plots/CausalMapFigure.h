// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <qcustomplot.h>

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

 private:
  void rebuild();
  std::vector<float> values_;  ///< [places, loops]
  QStringList names_;
  bool ofTokens_ = false;
  FigureScale scale_;
  FigureTheme theme_;
};

/// "causal-map": one row a loop and place. Options: "show" (change, kl).
FigureKind causalMapKind();

}  // namespace ouroscope
