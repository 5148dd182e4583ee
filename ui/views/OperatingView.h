// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/plots/OperatingCurveFigure.h"
#include "ui/jobs/JobRunner.h"
#include "ui/session/ViewContext.h"

class QComboBox;
class QLabel;
class QStackedWidget;

namespace ouroscope {

/// Depth against quality, with the q slider as a point that can be dragged along the gate's curve.
/// The curve is made once per (trace, gate, budget), off the window's thread where the trace is
/// long; a tick of q moves the marker alone.
class OperatingView : public QWidget {
  Q_OBJECT
 public:
  explicit OperatingView(const ViewContext& context, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  OperatingCurveFigure* figure() const { return figure_; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void reload();     ///< another trace, gate or budget
  void showPoint();  ///< another q
  void setData(std::shared_ptr<const OperatingCurveData> curves);
  void fillFigure();
  FigureRecipe recipe() const;

  ViewState& state_;
  Intents& intents_;
  JobRunner jobs_;
  OperatingCurveFigure* figure_;
  QComboBox* shown_;
  QLabel *now_, *quality_, *note_, *hint_;
  QStackedWidget* pages_;  ///< a hint, or the figure
  TracePtr trace_;         ///< that data_ is of
  ReadoutRule rule_;       ///< that data_ is of
  std::shared_ptr<const OperatingCurveData> data_;
  bool stale_ = true;
};

}  // namespace ouroscope
