// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QStringList>

class QLabel;

namespace ouroscope {

/// Sentences at the top of the window, the newest first, each until it is dismissed.
class MessageBar : public QFrame {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);
  void show(const QString& sentence);
  void dismiss();  ///< the one that is shown
  QString text() const { return sentences_.value(0); }
  QStringList sentences() const { return sentences_; }

 private:
  void refresh();
  QStringList sentences_;
  QLabel *label_, *more_;
};

}  // namespace ouroscope
