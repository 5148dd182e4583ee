// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace ouroscope {

class Actions;

/// The list of keys, made of the table of actions, and the place to change them.
class KeysDialog : public QDialog {
  Q_OBJECT
 public:
  KeysDialog(Actions& actions, QWidget* parent);

 private:
  void fill();
  void filter(const QString& text);
  QString chosen() const;  ///< id of the chosen action, empty for the fixed keys
  void showChosen();
  void check();
  void assign();

  Actions& actions_;
  QLineEdit* filter_;
  QTreeWidget* list_;
  QKeySequenceEdit* edit_;
  QLabel* note_;
  QPushButton *assign_, *clear_;
};

}  // namespace ouroscope
