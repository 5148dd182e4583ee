// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QPlainTextEdit;
class QTabWidget;

namespace ouroscope {

/// The caption block of a figure as plain text and as LaTeX, each with a button that copies it.
class CaptionBox : public QWidget {
  Q_OBJECT
 public:
  explicit CaptionBox(QWidget* parent = nullptr);
  void setCaption(const QString& plain, const QString& latex);

 private:
  QPlainTextEdit* addPage(QTabWidget* tabs, const QString& title, const char* name,
                          const char* button);
  QPlainTextEdit *plain_, *latex_;
};

}  // namespace ouroscope
