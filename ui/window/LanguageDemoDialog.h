// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

#include "core/model/LanguageDemo.h"
#include "ui/jobs/JobRunner.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ouroscope {

/// Says which model the language demo is, what would be fetched and where it would lie, with the
/// command that does the same without the window; then fetches it. Closing it cancels.
class LanguageDemoDialog : public QDialog {
  Q_OBJECT
 public:
  LanguageDemoDialog(const LanguageDemo& demo, QWidget* parent);

  QString folder() const;  ///< where the model will lie, or lies already
  QStringList command() const;

 signals:
  void ready(const QString& folder);  ///< a model to open

 private:
  void browse();
  void showPlace();
  void get();

  LanguageDemo demo_;
  JobRunner jobs_;
  QLineEdit *folder_, *command_;
  QLabel* note_;
  QPushButton *browse_, *get_;
};

}  // namespace ouroscope
