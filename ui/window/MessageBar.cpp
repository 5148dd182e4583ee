// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MessageBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/base/Theme.h"

namespace ouroscope {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), label_(new QLabel), more_(new QLabel) {
  setObjectName("messageBar");
  setAutoFillBackground(true);
  setStyleSheet(QStringLiteral("#messageBar { background: %1; } #messageBar QLabel, #messageBar "
                               "QToolButton { color: white; }")
                    .arg(QColor(kWarningGround).name()));
  label_->setObjectName("messageText");
  label_->setTextFormat(Qt::PlainText);  // names in messages come out of files
  label_->setWordWrap(true);
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  more_->setObjectName("messageMore");
  auto* close = new QToolButton;
  close->setObjectName("messageClose");
  close->setText(QStringLiteral("\u2715"));
  close->setAccessibleName(tr("Dismiss the message"));
  close->setToolTip(close->accessibleName());
  close->setAutoRaise(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 6, 6, 6);
  row->addWidget(label_, 1);
  row->addWidget(more_);
  row->addWidget(close);
  connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
  hide();
}

void MessageBar::show(const QString& sentence) {
  sentences_.removeAll(sentence);
  sentences_.prepend(sentence);
  refresh();
}

void MessageBar::dismiss() {
  if (!sentences_.isEmpty()) sentences_.removeFirst();
  refresh();
}

void MessageBar::refresh() {
  label_->setText(text());
  label_->setAccessibleName(text());
  const auto others = static_cast<int>(sentences_.size()) - 1;
  more_->setText(others > 0 ? tr("and %n more", nullptr, others) : QString());
  setVisible(!sentences_.isEmpty());
}

}  // namespace ouroscope
