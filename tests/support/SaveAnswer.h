// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

namespace ouroscope::test {

/// Answers a dialog that asks for a file's name as a person would: types the name, presses Return,
/// and presses Save where that was not enough.
class SaveAnswer {
 public:
  explicit SaveAnswer(QString path) : path_(std::move(path)) {}

  /// The next step; called from a timer while the dialog is open. Gives up after twenty.
  void step(QFileDialog& dialog) {
    auto* name = dialog.findChild<QLineEdit*>("fileNameEdit");
    if (++step_ == 1) {
      name->setCompleter(nullptr);
      name->setFocus();
      name->selectAll();
      QTest::keyClicks(name, path_);
    } else if (step_ == 2) {
      QTest::keyClick(name, Qt::Key_Return);
    } else if (step_ < 20) {
      QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save),
                        Qt::LeftButton);
    } else {
      dialog.reject();
    }
  }

 private:
  QString path_;
  int step_ = 0;
};

}  // namespace ouroscope::test
