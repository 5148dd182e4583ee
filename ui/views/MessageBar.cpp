// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/MessageBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ouroscope {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), label_(new QLabel) {
  setObjectName("messageBar");
  setAutoFillBackground(true);
  setStyleSheet(
      "#messageBar { background: #8a3a00; } #messageBar QLabel, #messageBar QToolButton { color: "
      "white; }");
  label_->setObjectName("messageText");
  label_->setTextFormat(Qt::PlainText);  // names in messages come out of files
  label_->setWordWrap(true);
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton;
  close->setObjectName("messageClose");
  close->setText(QStringLiteral("\u2715"));
  close->setAccessibleName(tr("Dismiss the message"));
  close->setAutoRaise(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 4, 4, 4);
  row->addWidget(label_, 1);
  row->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageBar::show(const QString& sentence) {
  label_->setText(sentence);
  QFrame::show();
}

QString MessageBar::text() const {
  return label_->text();
}

}  // namespace ouroscope
