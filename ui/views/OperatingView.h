// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>

#include "ui/figures/plots/OperatingCurveFigure.h"
#include "ui/jobs/JobRunner.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;

namespace ouroscope {

/// Depth against quality, with the q slider as a point that can be dragged along the gate's curve.
/// The curve is made once per (trace, gate, budget), off the window's thread where the trace is
/// long; a tick of q moves the marker alone.
class OperatingView : public TraceView {
  Q_OBJECT
 public:
  explicit OperatingView(const ViewContext& context, QWidget* parent = nullptr);
  std::optional<FigureRequest> shown() const override;
  OperatingCurveFigure* figure() const { return figure_; }

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  void reload();     ///< another trace, gate or budget
  void compute();    ///< the curves, in a job
  void showPoint();  ///< another q
  void setData(std::shared_ptr<const OperatingCurveData> curves);
  void fillFigure();
  QJsonObject options() const;

  JobRunner jobs_;
  QTimer rest_;  ///< until a budget that is dragged rests
  OperatingCurveFigure* figure_;
  QComboBox* shown_;
  QLabel *now_, *quality_, *note_;
  TracePtr trace_;    ///< that data_ is of
  ReadoutRule rule_;  ///< that data_ is of
  std::shared_ptr<const OperatingCurveData> data_;
};

}  // namespace ouroscope
