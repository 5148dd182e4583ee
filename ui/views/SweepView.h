// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/record/CausalMap.h"
#include "ui/jobs/Jobs.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ouroscope {

class CausalMapFigure;
class ScaleStrip;

/// One change inside the loops of the shown run, carried out at every loop and layer (or token) in
/// turn, and what each does to one answer. Below the controls stands the map of a run that has one.
class SweepView : public TraceView {
  Q_OBJECT
 public:
  explicit SweepView(const ViewContext& context, QWidget* parent = nullptr);
  std::optional<FigureRequest> shown() const override;
  /// What the controls say. @throws Error in words where they do not make a sweep
  SweepWish wish() const;

 protected:
  void refresh(Changes what) override;
  void themeChanged() override;

 private:
  QWidget* makeControls();
  void fit(const Trace& trace);
  void fillRuns(const Trace& trace);
  void offer();
  void showWish();
  void showMap();
  void showCell(int loop, int place);
  void run();

  QComboBox *over_, *action_, *from_, *show_;
  QDoubleSpinBox* by_;
  QLineEdit *tokens_, *word_;
  QSpinBox* token_;
  QLabel *spec_, *problem_, *cell_, *none_;
  QPushButton* run_;
  QWidget *byRow_, *fromRow_, *tokensRow_, *picture_;
  CausalMapFigure* map_;
  ScaleStrip* bar_;
  int chosenLoop_ = -1, chosenPlace_ = -1;
  bool fitting_ = false;
};

}  // namespace ouroscope
