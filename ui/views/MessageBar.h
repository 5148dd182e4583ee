// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QLabel;

namespace ouroscope {

/// One sentence at the top of the window that stays until it is dismissed.
class MessageBar : public QFrame {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);
  void show(const QString& sentence);
  QString text() const;

 private:
  QLabel* label_;
};

}  // namespace ouroscope
