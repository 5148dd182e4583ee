// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

#include "ui/jobs/Jobs.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ouroscope {

/// Asks which layers of a plain model are to be looped, to compare the shown run with.
class BesideDialog : public QDialog {
  Q_OBJECT
 public:
  /// @param layers of the model
  explicit BesideDialog(int layers, int loops, QWidget* parent = nullptr);

 signals:
  void asked(const BesideWish& wish);

 private:
  void check();

  QLineEdit* window_;
  QComboBox* step_;
  QSpinBox* loops_;
  QLabel* problem_;
  QPushButton* run_;
  int layers_;
};

}  // namespace ouroscope
