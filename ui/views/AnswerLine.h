// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "ui/figures/base/FigureTheme.h"
#include "ui/figures/plots/AnswerWords.h"

class QLabel;
class QLineEdit;

namespace ouroscope {

/// What the model answers, in words: live with every change of the setting. In amber where the
/// setting changes the answer. Beside it the answer that somebody expects.
class AnswerLine : public QWidget {
  Q_OBJECT
 public:
  explicit AnswerLine(QWidget* parent = nullptr);
  void setTheme(const FigureTheme& theme);
  void setWords(const AnswerWords& words);
  /// What the field shows, unless somebody is typing in it.
  void setExpectedText(const QString& text);
  const AnswerWords& words() const { return words_; }

 signals:
  void expectedEntered(const QString& text);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void colour();
  /// By hand: a layout would ask for the height of its words at every width, and a view that does
  /// so is never lower than it would like to be.
  void arrange();
  FigureTheme theme_;
  AnswerWords words_;
  QLabel *head_, *rest_;
  QLineEdit* expected_;
  bool arranging_ = false;
  int arrangedWidth_ = -1;  ///< that the height was chosen for; -1: for other words
};

}  // namespace ouroscope
