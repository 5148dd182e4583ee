// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QTextBrowser;
class QToolButton;

namespace ouroscope {

/// The pages of docs/guide in a window beside the program's: built in, so they are there without a
/// network and wherever the program was installed. Links between pages work, others are opened by
/// the desktop.
class GuideWindow : public QWidget {
  Q_OBJECT
 public:
  explicit GuideWindow(QWidget* parent);
  /// @param page "words"; the first page where there is none of that name
  void open(const QString& page);
  QString page() const;  ///< of the guide; empty on another document
  QTextBrowser* text() const { return text_; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QTextBrowser* text_;
};

}  // namespace ouroscope
