// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/KeysDialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/base/ControlTips.h"
#include "ui/base/FuzzyMatch.h"
#include "ui/window/Actions.h"

namespace ouroscope {

KeysDialog::KeysDialog(Actions& actions, QWidget* parent)
    : QDialog(parent),
      actions_(actions),
      filter_(new QLineEdit),
      list_(new QTreeWidget),
      edit_(new QKeySequenceEdit),
      note_(new QLabel),
      assign_(new QPushButton(tr("Assign"))),
      clear_(new QPushButton(tr("No key"))) {
  setObjectName("keysDialog");
  setWindowTitle(tr("Keys"));
  resize(560, 600);
  filter_->setObjectName("keysFilter");
  filter_->setPlaceholderText(tr("Filter"));
  filter_->setAccessibleName(tr("Filter the list of keys"));
  filter_->setClearButtonEnabled(true);
  list_->setObjectName("keysList");
  list_->setAccessibleName(tr("Actions and their keys"));
  list_->setHeaderLabels({tr("Action"), tr("Key")});
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->setAlternatingRowColors(true);
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  edit_->setObjectName("keysEdit");
  edit_->setAccessibleName(tr("New key of the chosen action"));
  note_->setObjectName("keysNote");
  note_->setTextFormat(Qt::PlainText);
  note_->setWordWrap(true);
  assign_->setObjectName("keysAssign");
  clear_->setObjectName("keysClear");
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("New key")));
  row->addWidget(edit_, 1);
  row->addWidget(assign_);
  row->addWidget(clear_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setObjectName("keysClose");
  QPushButton* reset = buttons->addButton(tr("Reset all keys"), QDialogButtonBox::ResetRole);
  reset->setObjectName("keysReset");
  reset->setAutoDefault(false);
  assign_->setAutoDefault(false);
  clear_->setAutoDefault(false);
  auto* column = new QVBoxLayout(this);
  column->addWidget(filter_);
  column->addWidget(list_, 1);
  column->addLayout(row);
  column->addWidget(note_);
  column->addWidget(buttons);

  connect(filter_, &QLineEdit::textChanged, this, &KeysDialog::filter);
  connect(list_, &QTreeWidget::currentItemChanged, this, &KeysDialog::showChosen);
  connect(edit_, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::check);
  connect(assign_, &QPushButton::clicked, this, &KeysDialog::assign);
  connect(clear_, &QPushButton::clicked, this, [this] {
    edit_->clear();
    assign();
  });
  connect(reset, &QPushButton::clicked, this, [this] {
    actions_.resetKeys();
    fill();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  giveTips(*this);
  fill();
}

void KeysDialog::fill() {
  list_->clear();
  for (const Actions::Entry& entry : actions_.all()) {
    auto* item = new QTreeWidgetItem(
        list_, {entry.title(), actions_.key(entry.id).toString(QKeySequence::NativeText)});
    item->setData(0, Qt::UserRole, entry.id);
  }
  // What the views themselves do with keys and wheel, which cannot be changed.
  const std::pair<QString, QString> fixed[] = {
      {tr("Move the selection"), tr("Arrows, Home, End")},
      {tr("Select a range of tokens"), tr("Shift+arrows, Shift+click")},
      {tr("Move the line of the loops allowed"), tr("PgUp and PgDn in the text, or drag it")},
      {tr("Change how sure the gate must be"), tr("+ and - in the text")},
      {tr("Zoom a plot or the text"), tr("Ctrl+wheel")},
      {tr("Zoom a plot to some tokens"), tr("Drag along its words")},
      {tr("Move a zoomed plot"), tr("Wheel, or drag with the middle button")},
      {tr("Show all of a plot"), tr("Double click")},
  };
  for (const auto& [what, keys] : fixed) {
    auto* item = new QTreeWidgetItem(list_, {what, keys});
    for (const int part : {0, 1})
      item->setForeground(part, palette().color(QPalette::PlaceholderText));
  }
  filter(filter_->text());
  showChosen();
}

void KeysDialog::filter(const QString& text) {
  for (int i = 0; i < list_->topLevelItemCount(); ++i) {
    QTreeWidgetItem* item = list_->topLevelItem(i);
    item->setHidden(!fuzzyMatch(text, item->text(0)) &&
                    !item->text(1).contains(text, Qt::CaseInsensitive));
  }
}

QString KeysDialog::chosen() const {
  return list_->currentItem() ? list_->currentItem()->data(0, Qt::UserRole).toString() : QString();
}

void KeysDialog::showChosen() {
  const bool some = !chosen().isEmpty();
  edit_->setEnabled(some);
  clear_->setEnabled(some);
  edit_->setKeySequence(some ? actions_.key(chosen()) : QKeySequence());
  check();
}

void KeysDialog::check() {
  // One chord is enough for an action; a second one typed in haste is dropped.
  if (edit_->keySequence().count() > 1) edit_->setKeySequence(edit_->keySequence()[0]);
  const QString id = chosen();
  const QKeySequence key = edit_->keySequence();
  if (id.isEmpty()) {
    note_->setText(tr("Choose an action to give it another key."));
    return assign_->setEnabled(false);
  }
  const Actions::Entry* other = actions_.conflict(id, key);
  note_->setText(other ? tr("%1 is the key of \u201c%2\u201d: assigning it takes it from there.")
                             .arg(key.toString(QKeySequence::NativeText), other->title())
                       : QString());
  assign_->setEnabled(!key.isEmpty() && key != actions_.key(id));
}

void KeysDialog::assign() {
  const QString id = chosen();
  const QKeySequence key = edit_->keySequence();
  while (const Actions::Entry* other = actions_.conflict(id, key)) actions_.setKey(other->id, {});
  actions_.setKey(id, key);
  for (int i = 0; i < list_->topLevelItemCount(); ++i)
    if (const QString each = list_->topLevelItem(i)->data(0, Qt::UserRole).toString();
        !each.isEmpty())
      list_->topLevelItem(i)->setText(1, actions_.key(each).toString(QKeySequence::NativeText));
  check();
}

}  // namespace ouroscope
