// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Geometry.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/jobs/JobRunner.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ouroscope {

class GeometryFigure;
class JobStrip;
class OrbitFigure;

/// How states move over the loops: step size, cosine, angle of all tokens and of the selected ones,
/// and the selected tokens' orbits in principal components where hidden states were captured.
class GeometryView : public TraceView {
  Q_OBJECT
 public:
  explicit GeometryView(const ViewContext& context, QWidget* parent = nullptr);
  /// The curves; the orbits have an export button of their own.
  std::optional<FigureRequest> shown() const override;

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeCurves();
  QWidget* makeOrbits();
  void reload();
  void computeCurve();
  void computeOrbits();
  void showSelection();
  void showMissing();
  std::optional<FigureRequest> shownOrbits() const;
  std::vector<int> chosen() const;

  JobRunner curveJobs_, orbitJobs_;
  TracePtr trace_;  ///< that is shown
  std::shared_ptr<const struct GeometryCurve> curve_;
  std::shared_ptr<const Orbits> orbits_;

  QSplitter* split_;
  QComboBox* quantity_;
  GeometryFigure* curves_;
  JobStrip *curveStrip_, *orbitStrip_;
  QLabel* definition_;
  QStackedWidget* orbitPages_;
  QComboBox* components_;
  OrbitFigure* orbit_;
  QLabel* basis_;
  QLabel* missing_;
  QPushButton* record_;
};

}  // namespace ouroscope
