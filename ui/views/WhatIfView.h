// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/record/Intervention.h"
#include "ui/views/TraceView.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QFormLayout;
class QPushButton;
class QSpinBox;
class QTableView;

namespace ouroscope {

class CompareLensModel;

/// Acts on the run that is shown: skip a loop, repeat it, skip a layer, scale or blur a state, or
/// put the state of another token in its place. The text is run again with the change, and set
/// against the run as it was: what every loop says after one token, before and now.
class WhatIfView : public TraceView {
  Q_OBJECT
 public:
  explicit WhatIfView(const ViewContext& context, QWidget* parent = nullptr);
  /// What the controls say. @throws Error in words where they do not make an intervention
  Intervention intervention() const;
  /// From here on: this token at this loop, both counted from 0.
  void setPlace(int token, int loop);

 protected:
  void refresh(Changes what) override;

 private:
  void build();
  void fit(const Trace& trace);
  void offer();
  void setBeside();
  void showSpec();
  void run();

  QFormLayout* form_;
  QComboBox *action_, *layer_;
  QSpinBox *firstLoop_, *lastLoop_, *times_, *fromToken_;
  QDoubleSpinBox* by_;
  QLineEdit* tokens_;
  QLabel *spec_, *done_, *problem_, *after_;
  QPushButton *run_, *selected_, *all_, *difference_;
  CompareLensModel* words_;
  QTableView* wordsTable_;
  QWidget *layerRow_, *byRow_, *timesRow_, *fromRow_;
  bool fitting_ = false;
};

}  // namespace ouroscope
