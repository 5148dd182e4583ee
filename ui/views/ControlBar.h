// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/jobs/Jobs.h"
#include "ui/models/ViewState.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSlider;
class QSpinBox;

namespace ouroscope {

/// The top of the window: the model in words, the prompt, Run and Stop, and the two live sliders.
class ControlBar : public QWidget {
  Q_OBJECT
 public:
  explicit ControlBar(ViewState& state, QWidget* parent = nullptr);
  void setModel(ModelPtr model);
  void setRunning(bool running);
  void setPrompt(const QString& text, int loops, int generate);
  RunOrder order() const;

 signals:
  void runAsked();
  void stopAsked();

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void readSliders();
  void showState();
  void fillGates();

  ViewState& state_;
  ModelPtr model_;
  QLabel *modelText_, *budgetText_, *qText_, *badge_, *summary_;
  QPlainTextEdit* prompt_;
  QPushButton *run_, *stop_;
  QSpinBox *loops_, *generate_;
  QSlider *budget_, *q_;
  QComboBox *gate_, *shade_;
  bool updating_ = false;
};

}  // namespace ouroscope
