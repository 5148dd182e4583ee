// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/DockHost.h"

#include <QDockWidget>
#include <QTabBar>

namespace ouroscope {

DockHost::DockHost(const ViewContext& context, QWidget* parent)
    : QMainWindow(parent, Qt::Widget), context_(context), theme_(FigureTheme::light()) {
  setObjectName("dockHost");
  setDockNestingEnabled(true);
  setDocumentMode(true);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  for (const ViewInfo& info : viewList()) {
    auto* dock = new QDockWidget(viewTitle(info), this);
    dock->setObjectName(QStringLiteral("%1Dock").arg(info.id));
    docks_[info.id] = dock;
    connect(dock, &QDockWidget::visibilityChanged, this, [this, &info](bool visible) {
      if (visible) fill(info);
    });
  }
  arrange("analyse");
}

void DockHost::fill(const ViewInfo& info) {
  if (views_.contains(info.id)) return;
  View& view = views_[info.id] = info.make(context_);
  if (view.setTheme) view.setTheme(theme_);
  dock(info.id)->setWidget(view.widget);
}

void DockHost::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  for (const auto& [id, view] : views_)
    if (view.setTheme) view.setTheme(theme);
}

void DockHost::arrange(const QString&) {
  QDockWidget* first[3] = {};
  for (const ViewInfo& info : viewList()) {
    QDockWidget* d = dock(info.id);
    QDockWidget*& group = first[static_cast<int>(info.place)];
    if (group)
      tabifyDockWidget(group, d);
    else
      group = d;
    if (group != d) continue;
    // There is no central widget: all docks share one area, so every view can be moved and closed.
    if (info.place == Place::Centre || !first[0])
      addDockWidget(Qt::LeftDockWidgetArea, d);
    else
      splitDockWidget(first[0], d, info.place == Place::Right ? Qt::Horizontal : Qt::Vertical);
  }
  for (const ViewInfo& info : viewList()) dock(info.id)->setVisible(info.shown);
  for (QDockWidget* d : first)
    if (d) d->raise();
  if (first[0] && first[1]) resizeDocks({first[0], first[1]}, {780, 500}, Qt::Horizontal);
  if (first[0] && first[2]) resizeDocks({first[0], first[2]}, {380, 300}, Qt::Vertical);
}

void DockHost::showView(const QString& id) {
  QDockWidget* d = dock(id);
  if (!d) return;
  d->show();
  d->raise();
}

QDockWidget* DockHost::dock(const QString& id) const {
  const auto found = docks_.find(id);
  return found == docks_.end() ? nullptr : found->second;
}

QWidget* DockHost::view(const QString& id) {
  const ViewInfo* info = viewInfo(id);
  if (!info) return nullptr;
  fill(*info);
  return views_.at(id).widget;
}

}  // namespace ouroscope
