// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/figures/plots/EstimateChart.h"
#include "ui/jobs/JobRunner.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace ouroscope {

class DepthSpark;
class DocumentTableModel;
class EstimateFigure;

/// The corpus that is open: its documents as a list, and a pooled picture with intervals beside it.
/// A document that is asked for opens its kept trace, or is offered to be run. The picture's report
/// is made off the window's thread and kept by the corpus.
class CorpusView : public TraceView {
  Q_OBJECT
 public:
  explicit CorpusView(const ViewContext& context, QWidget* parent = nullptr);
  std::optional<FigureRequest> shown() const override;
  QJsonObject ownState() const override;
  void setOwnState(const QJsonObject& state) override;

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  QWidget* makeList();
  QWidget* makePicture();
  void reload();       ///< another corpus
  void filter();       ///< the list by text and part
  void listFields();   ///< those of the corpus
  void offerFields();  ///< where this kind of picture tells documents apart
  void showPicture();  ///< of the chosen kind: at once where its report is there, else by a job
  void setChart();     ///< its report is there
  void openDocument(const QModelIndex& at);
  FigureRecipe recipe() const;

  JobRunner jobs_;
  CorpusPtr corpus_;
  std::shared_ptr<const EstimateChart> chart_;  ///< that is on the screen
  DocumentTableModel* model_;
  DepthSpark* spark_;
  QTableView* table_;
  QLineEdit* find_;
  QComboBox *part_, *kind_, *by_;
  QLabel *head_, *count_, *document_, *why_;
  QPushButton* run_;
  QToolButton* save_;
  QStackedWidget* picture_;
  EstimateFigure* figure_;
  std::int64_t asked_ = 0;  ///< document that was not kept
  QString wantedBy_;        ///< field of a session whose corpus is not open yet
};

}  // namespace ouroscope
