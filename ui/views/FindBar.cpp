// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/FindBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include "ui/base/PlainText.h"

namespace ouroscope {
namespace {

QToolButton* button(const char* name, Qt::ArrowType arrow, const QString& text) {
  auto* b = new QToolButton;
  b->setObjectName(name);
  b->setArrowType(arrow);
  b->setAutoRaise(true);
  b->setToolTip(text);
  b->setAccessibleName(text);
  return b;
}

}  // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent),
      pattern_(new QLineEdit),
      regex_(new QToolButton),
      case_(new QToolButton),
      result_(new QLabel),
      previous_(button("findPrevious", Qt::UpArrow, tr("Previous match (Shift+F3)"))),
      next_(button("findNext", Qt::DownArrow, tr("Next match (F3)"))) {
  setObjectName("findBar");
  pattern_->setObjectName("findPattern");
  pattern_->setPlaceholderText(tr("Find in the text"));
  pattern_->setAccessibleName(tr("Find in the text"));
  pattern_->setClearButtonEnabled(true);
  pattern_->setMinimumWidth(90);
  // Signs that every editor has; the words are in the tool tips, because docks are narrow.
  const auto toggle = [](QToolButton* b, const char* name, const QString& sign,
                         const QString& words) {
    b->setObjectName(name);
    b->setText(sign);
    b->setCheckable(true);
    b->setAutoRaise(true);
    b->setToolTip(words);
    b->setAccessibleName(words);
  };
  toggle(regex_, "findRegex", QStringLiteral(".*"), tr("Regular expression"));
  toggle(case_, "findCase", QStringLiteral("Aa"), tr("Match case"));
  result_->setObjectName("findResult");
  result_->setTextFormat(Qt::PlainText);
  auto* close = new QToolButton;
  close->setObjectName("findClose");
  close->setText(QString(QChar(0x2715)));
  close->setAutoRaise(true);
  close->setToolTip(tr("Close (Esc)"));
  close->setAccessibleName(tr("Close the find bar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 3, 8, 3);
  row->setSpacing(4);
  row->addWidget(pattern_, 2);
  row->addWidget(previous_);
  row->addWidget(next_);
  row->addWidget(result_, 1);
  row->addWidget(regex_);
  row->addWidget(case_);
  row->addWidget(close);
  // A narrow dock shortens the words, never the buttons.
  result_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  hide();
  connect(pattern_, &QLineEdit::textChanged, this, &FindBar::patternChanged);
  connect(regex_, &QToolButton::toggled, this, &FindBar::patternChanged);
  connect(case_, &QToolButton::toggled, this, &FindBar::patternChanged);
  connect(previous_, &QToolButton::clicked, this, [this] { emit stepAsked(false); });
  connect(next_, &QToolButton::clicked, this, [this] { emit stepAsked(true); });
  connect(close, &QToolButton::clicked, this, &FindBar::closed);
}

void FindBar::open() {
  show();
  pattern_->setFocus(Qt::ShortcutFocusReason);
  pattern_->selectAll();
}

QString FindBar::pattern() const {
  return pattern_->text();
}
bool FindBar::regex() const {
  return regex_->isChecked();
}
bool FindBar::matchCase() const {
  return case_->isChecked();
}

void FindBar::showResult(int current, int count, const QString& error) {
  previous_->setEnabled(count > 0);
  next_->setEnabled(count > 0);
  QString text;
  if (!error.isEmpty())
    text = error;
  else if (pattern().isEmpty())
    text = {};
  else if (count == 0)
    text = tr("Not found");
  else if (current < 0)
    text = tr("%n match(es)", nullptr, count);
  else
    text = tr("%1 of %2").arg(QLocale().toString(current + 1), QLocale().toString(count));
  result_->setText(text);
  result_->setToolTip(plainTip(error));
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  const bool back = event->modifiers() & Qt::ShiftModifier;
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
      return emit stepAsked(!back);
    case Qt::Key_Escape:
      return emit closed();
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace ouroscope
