// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/CaptionBox.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ouroscope {

CaptionBox::CaptionBox(QWidget* parent) : QWidget(parent) {
  auto* tabs = new QTabWidget;
  tabs->setObjectName("figureCaptionTabs");
  tabs->setDocumentMode(true);
  plain_ = addPage(tabs, tr("Caption"), "figureCaption", "figureCopyText");
  latex_ = addPage(tabs, tr("LaTeX"), "figureLatex", "figureCopyLatex");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(tabs);
}

QPlainTextEdit* CaptionBox::addPage(QTabWidget* tabs, const QString& title, const char* name,
                                    const char* button) {
  auto* page = new QWidget;
  auto* text = new QPlainTextEdit;
  text->setObjectName(name);
  text->setAccessibleName(title);
  text->setReadOnly(true);
  text->setTabChangesFocus(true);
  auto* copy = new QPushButton(tr("Copy"));
  copy->setObjectName(button);
  copy->setAccessibleName(tr("Copy %1").arg(title));
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(4, 4, 4, 4);
  row->addWidget(text, 1);
  row->addWidget(copy, 0, Qt::AlignTop);
  tabs->addTab(page, title);
  connect(copy, &QPushButton::clicked, this,
          [text] { QApplication::clipboard()->setText(text->toPlainText()); });
  return text;
}

void CaptionBox::setCaption(const QString& plain, const QString& latex) {
  plain_->setPlainText(plain);
  latex_->setPlainText(latex);
}

}  // namespace ouroscope
