// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPlainTextEdit>

class QLabel;

namespace ouroscope {

/// The prompt, with room at its right for a word on how it stands to the picture.
class PromptEdit : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit PromptEdit(QWidget* parent = nullptr);
  /// @param note empty: none; @param warns amber, else in quiet ink
  void setNote(const QString& note, const QString& explanation, bool warns = true);
  QString note() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void place();
  QLabel* note_;
};

}  // namespace ouroscope
