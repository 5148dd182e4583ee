// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/ExportButton.h"

#include <QCoreApplication>
#include <QToolButton>

namespace ouroscope {

QToolButton* exportButton(const char* objectName) {
  auto* button = new QToolButton;
  button->setObjectName(objectName);
  button->setText(QCoreApplication::translate("ExportButton", "Export\u2026"));
  button->setToolTip(
      QCoreApplication::translate("ExportButton", "Export this figure and its numbers"));
  button->setAutoRaise(true);
  return button;
}

}  // namespace ouroscope
