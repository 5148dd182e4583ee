// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/AblationTable.h"
#include "ui/figures/base/FigureTheme.h"
#include "ui/jobs/JobRunner.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;
class QToolButton;

namespace ouroscope {

class AblationFigure;
class AblationTableModel;
class AnswerMapFigure;
class DynamicsTableModel;
class JobStrip;

/// How answers move over the loops. One page maps every token and lists those of a filter (right
/// then lost, late commit ...), the other says what every added loop helped or hurt.
class DynamicsView : public TraceView {
  Q_OBJECT
 public:
  explicit DynamicsView(const ViewContext& context, QWidget* parent = nullptr);
  std::optional<FigureRequest> shown() const override;

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  QWidget* makeTokensPage();
  QWidget* makeAblationPage();
  void reload();
  void offerFilter(const Trace& trace);
  void refilter();
  void step(int direction);
  void showSelection();
  void computeAblation();
  void showGroup(int group);

  JobRunner jobs_;
  AnswerDynamics dynamics_;
  std::shared_ptr<const AblationTable> table_;
  TracePtr ablated_;  ///< the trace of table_

  QTabWidget* tabs_;
  QComboBox* filter_;
  QLabel* count_;
  QPushButton *previous_, *next_;
  AnswerMapFigure* map_;
  QTableView* tokenTable_;
  DynamicsTableModel* tokens_;
  QComboBox* by_;
  JobStrip* strip_;
  QTableView* ablationTable_;
  AblationTableModel* ablation_;
  AblationFigure* bars_;
  QLabel* note_;
  int group_ = 0;
  bool filterChosen_ = false;  ///< by somebody
};

}  // namespace ouroscope
