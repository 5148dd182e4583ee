// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/base/FigureTheme.h"
#include "ui/session/ViewContext.h"

class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;
class QSpinBox;

namespace ouroscope {

class LiveText;

/// Live generation: words as they come with their depth, steered while they come: pause, one token,
/// stop, another budget or threshold, a branch from any token.
class LiveView : public QWidget {
  Q_OBJECT
 public:
  explicit LiveView(const ViewContext& context, QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  LiveText& text() { return *text_; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void connectAll();
  void retranslate();
  void showState();
  void showSettings();
  void showNumbers();
  void readSettings();
  void togglePause();
  void openBranchMenu();
  void askWord(int token);
  void branchTo(int token, std::optional<std::int32_t> replacement,
                std::optional<std::uint64_t> seed);

  ViewState& state_;
  Workspace& workspace_;
  LiveSession& live_;
  Intents& intents_;
  QPushButton *run_, *pause_, *step_, *stop_, *branch_;
  QLabel *status_, *numbers_, *explanation_, *budgetText_, *qText_, *policyText_;
  QGroupBox* ahead_;
  QSlider *budget_, *q_;
  QComboBox* policy_;
  QDoubleSpinBox* temperature_;
  QSpinBox* seed_;
  LiveText* text_;
  QMenu* menu_;
  bool updating_ = false;
};

}  // namespace ouroscope
