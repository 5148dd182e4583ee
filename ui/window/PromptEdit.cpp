// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PromptEdit.h"

#include <QLabel>

#include "ui/base/Theme.h"

namespace ouroscope {

PromptEdit::PromptEdit(QWidget* parent) : QPlainTextEdit(parent), note_(new QLabel(this)) {
  note_->setObjectName("promptNote");
  note_->setTextFormat(Qt::PlainText);
  note_->setForegroundRole(QPalette::PlaceholderText);
  note_->hide();
  // The room of the note is paper as the text's is.
  setBackgroundRole(QPalette::Base);
  setAutoFillBackground(true);
}

void PromptEdit::setNote(const QString& note, const QString& explanation, bool warns) {
  if (note == note_->text() && explanation == note_->toolTip() &&
      note.isEmpty() == note_->isHidden())
    return;
  // Quiet ink is the palette's: a style sheet would keep that of the theme before.
  // That of a placeholder would make the white of a warning half transparent.
  note_->setForegroundRole(warns ? QPalette::WindowText : QPalette::PlaceholderText);
  note_->setStyleSheet(warns ? warningPill() : QString());
  note_->setContentsMargins(warns ? QMargins() : QMargins(4, 1, 4, 1));
  note_->setText(note);
  note_->setToolTip(explanation);
  setAccessibleDescription(note.isEmpty() ? QString() : note + QStringLiteral(". ") + explanation);
  note_->setVisible(!note.isEmpty());
  place();
}

QString PromptEdit::note() const {
  return note_->isHidden() ? QString() : note_->text();
}

void PromptEdit::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  place();
}

void PromptEdit::place() {
  note_->adjustSize();
  // The text is wrapped before the note: nothing is written under it.
  setViewportMargins(0, 0, note_->isHidden() ? 0 : note_->width() + 8, 0);
  note_->move(width() - note_->width() - 6, height() - note_->height() - 5);
}

}  // namespace ouroscope
