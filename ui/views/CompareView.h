// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "ui/figures/base/FigureTheme.h"
#include "ui/jobs/JobRunner.h"
#include "ui/state/CompareModels.h"
#include "ui/views/TraceView.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QSplitter;
class QTableView;
class QToolButton;

namespace ouroscope {

class CompareFigure;
class JobStrip;
struct ComparedMeasure;

/// The shown trace (A) against another one or another reading of itself (B): signed differences
/// over their alignment, the most changed tokens, and both lenses at the selected one.
class CompareView : public TraceView {
  Q_OBJECT
 public:
  explicit CompareView(const ViewContext& context, QWidget* parent = nullptr);
  std::optional<FigureRequest> shown() const override;
  ComparisonPtr comparison() const { return comparison_; }  ///< null while there is none
  /// Compares with an open trace of the workspace; -1: with another reading of the shown trace.
  void compareWith(int item);
  /// Opens a trace file beside the shown one and compares with it.
  void openOther(const QString& path);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  static QString ruleText(const ReadoutRule& rule, int loops);
  QWidget* makeSides();
  QWidget* makeTables();
  void fillOthers();
  void fillBeside();
  void otherChosen(int index);
  void reload();
  void align();
  void readAgain();
  void showComparison(ComparisonPtr comparison);
  void showMeasure();
  void showNotes();
  void showSelection();
  void chooseColumn(int column, int loop);
  void showMostChanged(const ComparedMeasure& shown);
  void showControls();
  OtherSide side() const;
  void change(const std::function<void(OtherSide&)>& edit);
  TracePtr other() const;
  ReadoutRule ruleB() const;
  ComparedMeasure measure() const;

  JobRunner alignJobs_, openJobs_;
  TracePtr alignedA_, alignedB_;  ///< of the comparison that is shown or under way
  ComparisonPtr comparison_;
  ComparisonPtr differed_;  ///< that the differences shown were taken of, by this measure
  QString differedBy_;
  DifferenceSummary differences_;
  int column_ = -1;  ///< of the alignment; selected also where only B has it

  QLabel *titleA_, *summary_, *notes_;
  QComboBox *otherBox_, *measureBox_, *gate_;
  QStringList gates_;  ///< that gate_ offers
  QCheckBox* same_;
  QSpinBox* budget_;
  QDoubleSpinBox* q_;
  JobStrip *strip_, *openStrip_;
  QToolButton* beside_;
  CompareFigure* map_;
  QSplitter* tables_;
  QTableView *changesTable_, *lensTable_;
  ChangesModel* changes_;
  CompareLensModel* lens_;
};

}  // namespace ouroscope
