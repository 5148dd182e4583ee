// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/TraceTabs.h"

#include <QMouseEvent>

#include "ui/base/PlainText.h"

namespace ouroscope {

TraceTabs::TraceTabs(Workspace& workspace, QWidget* parent)
    : QTabBar(parent), workspace_(workspace) {
  setObjectName("traceTabs");
  setAccessibleName(tr("Open traces"));
  setDocumentMode(true);
  setDrawBase(false);
  setExpanding(false);
  setAutoHide(true);
  setTabsClosable(true);
  setElideMode(Qt::ElideRight);
  setUsesScrollButtons(true);
  connect(this, &QTabBar::currentChanged, this, [this](int index) {
    if (!filling_ && index >= 0) workspace_.show(idAt(index));
  });
  connect(this, &QTabBar::tabCloseRequested, this,
          [this](int index) { workspace_.close(idAt(index)); });
  connect(&workspace_, &Workspace::itemsChanged, this, &TraceTabs::reload);
  connect(&workspace_, &Workspace::currentChanged, this, &TraceTabs::markCurrent);
  reload();
}

void TraceTabs::reload() {
  filling_ = true;
  const auto& items = workspace_.items();
  while (count() > static_cast<int>(items.size())) removeTab(count() - 1);
  while (count() < static_cast<int>(items.size())) addTab({});
  for (int i = 0; i < count(); ++i) {
    const Workspace::Item& item = items[static_cast<std::size_t>(i)];
    const QString title = plainLabel(item.shownTitle());
    // An unsaved run has a mark, as unsaved documents have.
    setTabText(i, item.path.isEmpty() ? title + QStringLiteral(" \u2022") : title);
    setTabTextColor(i, item.away() ? palette().color(QPalette::PlaceholderText) : QColor());
    const QString stopped = item.away() ? QString() : stoppedText(*item.trace);
    const QString kept =
        item.away() ? tr("This file is away: click to look for it again.\n%1").arg(item.path)
        : item.path.isEmpty() ? tr("A run that is not saved (the session keeps it)")
                              : item.path;
    setTabToolTip(i, plainTip(stopped.isEmpty() ? kept : kept + '\n' + stopped));
    setTabData(i, item.id);
  }
  filling_ = false;
  markCurrent();
}

void TraceTabs::markCurrent() {
  for (int i = 0; i < count(); ++i)
    if (idAt(i) == workspace_.current()) setCurrentIndex(i);
}

void TraceTabs::mouseReleaseEvent(QMouseEvent* event) {
  const int index = tabAt(event->position().toPoint());
  if (event->button() == Qt::MiddleButton && index >= 0) return workspace_.close(idAt(index));
  QTabBar::mouseReleaseEvent(event);
}

}  // namespace ouroscope
