// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QStringList>

class QLabel;
class QToolButton;

namespace ouroscope {

class Sentences;

/// Sentences at the top of the window, the newest first, each until it is dismissed.
class MessageBar : public QFrame {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);
  struct Message {
    QString sentence;
    QString topic;
  };
  /// @param topic what it is about, where that can be settled
  void show(const QString& sentence, const QString& topic = {});
  void dismiss();                     ///< the one that is shown
  void settle(const QString& topic);  ///< dismisses all of a topic
  QString text() const { return messages_.isEmpty() ? QString() : messages_.first().sentence; }
  const QList<Message>& messages() const { return messages_; }

 private:
  void refresh();
  QList<Message> messages_;
  bool all_ = false;  ///< every sentence is shown, not only the newest
  QLabel* label_;
  Sentences* sentences_;
  QLabel* more_;
  QToolButton* unfold_;
};

}  // namespace ouroscope
