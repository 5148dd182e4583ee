// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/TraceView.h"

class QBoxLayout;
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
class LiveView : public TraceView {
  Q_OBJECT
 public:
  explicit LiveView(const ViewContext& context, QWidget* parent = nullptr);
  /// The depth ribbon of the shown trace.
  std::optional<FigureRequest> shown() const override;
  LiveText& text() { return *text_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void refresh(Changes what) override;
  void themeChanged() override;
  void changeEvent(QEvent* event) override;

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

  LiveSession& live_;
  QPushButton *run_, *pause_, *step_, *stop_, *branch_;
  QLabel *status_, *numbers_, *explanation_, *budgetText_, *qText_, *policyText_;
  QBoxLayout* body_;
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
