// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ouroscope {

class JobRunner;

/// What a view's own job is doing: a line with progress and Cancel while it runs, the error or the
/// cancel with Try again after it, nothing otherwise.
class JobStrip : public QWidget {
  Q_OBJECT
 public:
  explicit JobStrip(JobRunner& jobs, QWidget* parent = nullptr);

 signals:
  void againAsked();

 private:
  void say(const QString& text, bool running);
  QLabel* text_;
  QProgressBar* progress_;
  QPushButton *cancel_, *again_;
};

}  // namespace ouroscope
