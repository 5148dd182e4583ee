// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QWidget>

#include "ui/jobs/Jobs.h"
#include "ui/state/ViewState.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace ouroscope {

class PromptEdit;
class RunOptions;

/// The top of the window: the prompt, Run and Stop, the model in words, and what the reading says.
class ControlBar : public QWidget {
  Q_OBJECT
 public:
  explicit ControlBar(ViewState& state, QWidget* parent = nullptr);
  void setModel(ModelPtr model);
  void setRunning(bool running);
  void setPrompt(const QString& text, int loops, int generate);
  void focusPrompt();
  QLabel* modelLabel() const { return modelText_; }  ///< for the status bar
  /// How the box stands to the picture.
  enum class PromptNote { None, Changed, TooLong, Halves, NoPuzzle, OtherModel };
  /// @param recorded for OtherModel: the name of the model that made the picture
  void setPromptNote(PromptNote note, const QString& recorded = {});
  /// The prompt and its settings, for sessions.
  QJsonObject toJson() const;
  void fromJson(const QJsonObject& json);
  /// @throws Error where the prompt should be token ids and is not
  RunOrder order() const;
  int generate() const;  ///< tokens to generate

 signals:
  void runAsked();
  void stopAsked();
  void edited();  ///< the prompt, its loops, its tokens to generate or the run's options
  void modelAsked(const ModelRequest& request);  ///< the model is to be opened so

 private:
  void readGate();
  void showState();
  void showReading(const Trace& trace, const Readout& read);
  void fillGates();
  void markOptions();

  ViewState& state_;
  ModelPtr model_;
  QLabel *modelText_, *badge_, *summary_;
  PromptEdit* prompt_;
  QPushButton *run_, *stop_;
  QToolButton* more_;
  RunOptions* options_;
  QSpinBox *loops_, *generate_;
  QComboBox *gate_, *shade_;
  bool updating_ = false;
  bool keepLoops_ = false;  ///< restored ones: the model that is loaded next does not set them
};

}  // namespace ouroscope
