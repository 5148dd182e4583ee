// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/DockHost.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QScrollArea>
#include <algorithm>

namespace ouroscope {
namespace {

/// Layouts of another set of views are not restored: Qt would leave the new docks anywhere.
int layoutVersion() {
  quint32 hash = 1;
  for (const ViewInfo& info : viewList())
    for (const char* c = info.id; *c; ++c) hash = hash * 31 + static_cast<unsigned char>(*c);
  return static_cast<int>(hash & 0xffff);
}

/// In place of a title bar. A plain widget's size hint of -1 would be taken for a height.
class NoTitleBar : public QWidget {
 public:
  QSize sizeHint() const override { return {0, 0}; }
};

/// Whether a dock is seen. One behind another's tab counts as visible to QWidget: Qt moves it off
/// the screen.
bool inFront(const QDockWidget& dock) {
  return dock.isVisible() &&
         (dock.isFloating() || (dock.x() + dock.width() > 0 && dock.y() + dock.height() > 0));
}

}  // namespace

DockHost::DockHost(const ViewContext& context, QWidget* parent)
    : QMainWindow(parent, Qt::Widget), context_(context), theme_(FigureTheme::light()) {
  setObjectName("dockHost");
  setDockNestingEnabled(true);
  setDocumentMode(true);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  for (const ViewInfo& info : viewList()) {
    auto* dock = new QDockWidget(viewTitle(info), this);
    dock->setObjectName(QStringLiteral("%1Dock").arg(info.id));
    dock->setAccessibleName(viewTitle(info));
    docks_[info.id] = dock;
    connect(dock, &QDockWidget::visibilityChanged, this, [this, &info](bool visible) {
      if (visible) fill(info);
      wakeView(info.id, visible);
      emit layoutChanged();
    });
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockHost::layoutChanged);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockHost::layoutChanged);
  }
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (now) takeFocus(now);
  });
  connect(this, &DockHost::layoutChanged, this, &DockHost::tidyTitles, Qt::QueuedConnection);
  arrange();
}

DockHost::~DockHost() {
  // Docks say that they are hidden while they are destroyed, when this is not a DockHost any more.
  for (const auto& [id, d] : docks_) d->disconnect(this);
}

void DockHost::fill(const ViewInfo& info) {
  if (views_.contains(info.id)) return;
  TraceView* view = views_[info.id] = info.make(context_);
  view->setTheme(theme_);
  if (const QJsonObject own = ownStates_[info.id].toObject(); !own.isEmpty())
    view->setOwnState(own);
  connect(view, &TraceView::ownStateChanged, this, &DockHost::layoutChanged);
  // A view that is higher than its dock scrolls: the window fits a small screen with any view.
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setWidget(view);
  QSizePolicy policy = scroll->sizePolicy();
  policy.setRetainSizeWhenHidden(true);  // a group of tabs keeps its size whichever is in front
  scroll->setSizePolicy(policy);
  dock(info.id)->setWidget(scroll);
  wakeView(info.id, inFront(*dock(info.id)));
}

void DockHost::wakeView(const QString& id, bool seen) {
  if (QWidget* content = dock(id)->widget()) content->setVisible(seen);
}

void DockHost::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  for (const auto& [id, view] : views_) view->setTheme(theme);
}

void DockHost::setPreset(const QString& id) {
  if (!presetInfo(id) || id == preset_) return;
  left_[preset_] = saveState(layoutVersion());
  preset_ = id;
  const auto found = left_.find(id);
  if (found == left_.end() || !restoreState(found->second, layoutVersion())) arrange();
  emit presetChanged();
  emit layoutChanged();
}

void DockHost::resetLayout() {
  left_.erase(preset_);
  arrange();
  emit layoutChanged();
}

void DockHost::arrange() {
  const QString stage = presetInfo(preset_)->stage;
  const bool alone = docks_.contains(stage);
  const auto wanted = [&](const ViewInfo& info) {
    return alone ? stage == QLatin1String(info.id) : info.shown;
  };
  for (const ViewInfo& info : viewList()) {
    QDockWidget* d = dock(info.id);
    d->setFloating(false);
    removeDockWidget(d);
  }
  // There is no central widget: all docks share one area, so every view can be moved and closed.
  QDockWidget* first[3] = {};
  for (const ViewInfo& info : viewList()) {
    QDockWidget* d = dock(info.id);
    QDockWidget*& group = first[static_cast<int>(info.place)];
    if (group)
      tabifyDockWidget(group, d);
    else if (info.place == Place::Centre || !first[0])
      addDockWidget(Qt::LeftDockWidgetArea, d);
    else
      splitDockWidget(first[0], d, info.place == Place::Right ? Qt::Horizontal : Qt::Vertical);
    if (!group) group = d;
  }
  for (const ViewInfo& info : viewList()) dock(info.id)->setVisible(wanted(info));
  for (auto info = viewList().rbegin(); info != viewList().rend(); ++info)
    if (wanted(*info)) dock(info->id)->raise();
  if (alone) return;
  if (first[0] && first[1]) resizeDocks({first[0], first[1]}, {780, 500}, Qt::Horizontal);
  if (first[0] && first[2]) resizeDocks({first[0], first[2]}, {380, 300}, Qt::Vertical);
}

void DockHost::tidyTitles() {
  // A tab says the name already: a title bar under it would say it again.
  for (const auto& [id, d] : docks_) {
    wakeView(id, inFront(*d));
    const bool tabbed = !d->isFloating() && !tabifiedDockWidgets(d).empty() &&
                        std::ranges::any_of(tabifiedDockWidgets(d),
                                            [](QDockWidget* other) { return !other->isHidden(); });
    if (tabbed == (d->titleBarWidget() != nullptr)) continue;
    QWidget* bar = d->titleBarWidget();
    d->setTitleBarWidget(tabbed ? new NoTitleBar : nullptr);
    delete bar;
  }
}

void DockHost::showView(const QString& id) {
  QDockWidget* d = dock(id);
  if (!d) return;
  d->show();
  d->raise();
  wakeView(id, true);
  if (QWidget* shown = view(id)) {
    shown->setFocus();
    takeFocus(shown);  // not all of a view can have it
  }
}

void DockHost::bringForward(const QString& id) {
  if (QDockWidget* d = dock(id); d && !d->isHidden()) d->raise();
}

QDockWidget* DockHost::dock(const QString& id) const {
  const auto found = docks_.find(id);
  return found == docks_.end() ? nullptr : found->second;
}

TraceView* DockHost::view(const QString& id) {
  const ViewInfo* info = viewInfo(id);
  if (!info) return nullptr;
  fill(*info);
  return views_.at(id);
}

void DockHost::find() {
  for (const ViewInfo& info : viewList()) {
    const auto made = views_.find(info.id);
    if (made == views_.end() || !made->second->canFind()) continue;
    showView(info.id);
    return made->second->openFind();
  }
}

void DockHost::takeFocus(QWidget* now) {
  for (const auto& [id, view] : views_)
    if (now == view || view->isAncestorOf(now)) {
      focused_.removeAll(id);
      focused_.prepend(id);
    }
}

std::optional<FigureRequest> DockHost::shown() const {
  QStringList order = focused_;
  for (const ViewInfo& info : viewList()) order << info.id;
  for (const QString& id : order) {
    const auto made = views_.find(id);
    if (made == views_.end() || !made->second->isVisible()) continue;
    if (auto figure = made->second->shown()) return figure;
  }
  return {};
}

QJsonObject DockHost::layout() const {
  QJsonObject json{{"preset", preset_}}, own = ownStates_;
  for (const auto& [id, view] : views_) {
    const QJsonObject state = view->ownState();
    state.isEmpty() ? own.remove(id) : void(own[id] = state);
  }
  if (!own.isEmpty()) json["views"] = own;
  auto left = left_;
  left[preset_] = saveState(layoutVersion());
  for (const auto& [id, bytes] : left) json[id] = QString::fromLatin1(bytes.toBase64());
  return json;
}

bool DockHost::setLayout(const QJsonObject& layout) {
  ownStates_ = layout["views"].toObject();
  for (const auto& [id, view] : views_)
    if (const QJsonObject own = ownStates_[id].toObject(); !own.isEmpty()) view->setOwnState(own);
  for (const PresetInfo& info : presets())
    if (const QByteArray bytes = QByteArray::fromBase64(layout[info.id].toString().toLatin1());
        !bytes.isEmpty())
      left_[info.id] = bytes;
  if (const QString id = layout["preset"].toString(); presetInfo(id)) preset_ = id;
  const bool good = left_.contains(preset_) && restoreState(left_[preset_], layoutVersion());
  if (!good) arrange();
  emit presetChanged();
  return good;
}

bool DockHost::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) emit layoutChanged();
  return QMainWindow::event(event);
}

}  // namespace ouroscope
