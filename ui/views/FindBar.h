// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ouroscope {

/// A line to type a search into. Knows nothing of texts: its owner searches and says what was
/// found.
class FindBar : public QWidget {
  Q_OBJECT
 public:
  explicit FindBar(QWidget* parent = nullptr);

  void open();  ///< shows it, takes the focus, selects the old pattern
  QString pattern() const;
  bool regex() const;
  bool matchCase() const;
  /// `current` from 0, -1 for none; `error` in place of a count.
  void showResult(int current, int count, const QString& error);

 signals:
  void patternChanged();
  void stepAsked(bool forward);
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLineEdit* pattern_;
  QToolButton* regex_;
  QToolButton* case_;
  QLabel* result_;
  QToolButton* previous_;
  QToolButton* next_;
};

}  // namespace ouroscope
