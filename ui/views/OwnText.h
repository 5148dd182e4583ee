// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ouroscope {

class WrapLayout;

/// A text of one's own, to be run with the open model: a line to type in and, with the puzzle
/// model, its games as rows of slots, so that every text is one that it knows. Where no model is
/// open it says what to do.
class OwnText : public QWidget {
  Q_OBJECT
 public:
  explicit OwnText(QWidget* parent = nullptr);
  /// @param name of the open model; empty: none is open
  /// @param puzzles it is the puzzle model
  void setModel(const QString& name, bool puzzles);
  void setRunning(bool running);
  QString text() const;  ///< as it would be run
  void focusText();

 signals:
  void textAsked(const QString& text);
  void puzzlesAsked();   ///< the bundled puzzle model is to be opened
  void languageAsked();  ///< the language demo is to be fetched

 private:
  void showGame();
  void makeSlots();
  void markRun();
  QComboBox* game_;
  QSpinBox* steps_;
  QLineEdit* typed_;
  QWidget* slots_;
  WrapLayout* row_;
  QPushButton *run_, *puzzles_, *language_;
  QLabel* state_;
  std::vector<QWidget*> parts_;  ///< labels and boxes of the game, in reading order
  QString model_;
  bool running_ = false, knowsPuzzles_ = false;
  bool known_ = false;  ///< the model was said
};

}  // namespace ouroscope
