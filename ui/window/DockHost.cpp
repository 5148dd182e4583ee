// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/DockHost.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/ControlTips.h"
#include "ui/base/Icons.h"
#include "ui/base/Zoom.h"
#include "ui/window/QuestionHead.h"

namespace ouroscope {
namespace {

/// Layouts of another set of views are not restored: Qt would leave the new docks anywhere.
int layoutVersion() {
  quint32 hash = 2;
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
    : QMainWindow(parent, Qt::Widget),
      context_(context),
      theme_(FigureTheme::light()),
      height_(*this, [this] {
        const QString scene = viewList().front().id;
        SceneHeight::Pair pair;
        if (!presetInfo(preset_)->explores() || !standsBelow(scene) || !standsBelow(question_))
          return pair;
        pair = {dock(scene), dock(question_)};
        if (const auto made = views_.find(scene); made != views_.end()) {
          pair.wanted = made->second->wantedHeight();
          pair.lowest = made->second->lowestHeight();
        }
        return pair;
      }) {
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
      markQuestions();
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
  giveTips(*view);
  giveIcons(*view);
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
  if (info.place == Place::Scene) {
    const auto keep = [view, scroll] { scroll->setMinimumHeight(view->lowestHeight()); };
    keep();
    connect(
        view, &TraceView::wantedHeightChanged, this,
        [this, keep] {
          keep();
          height_.fit();
        },
        Qt::QueuedConnection);
  }
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Expanding);
  policy.setRetainSizeWhenHidden(true);  // a group of tabs keeps its size whichever is in front
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  if (info.isQuestion()) {
    scroll->setMinimumHeight(zoomed(40));  // in a low window docks would lie on each other
    auto* head = heads_[info.id] = new QuestionHead(context_, info, *view);
    giveIcons(*head);
    head->setTheme(theme_);
    column->addWidget(head);
    const QString id = info.id;
    connect(head, &QuestionHead::pinWanted, this, [this, id](bool pinned) { pin(id, pinned); });
    connect(head, &QuestionHead::floatWanted, this,
            [this, id](bool floating) { dock(id)->setFloating(floating); });
    connect(head, &QuestionHead::closeWanted, this, [this, id] { dock(id)->close(); });
  }
  column->addWidget(scroll, 1);
  content->setSizePolicy(policy);
  dock(info.id)->setWidget(content);
  wakeView(info.id, inFront(*dock(info.id)));
}

void DockHost::wakeView(const QString& id, bool seen) {
  if (QWidget* content = dock(id)->widget()) content->setVisible(seen);
}

void DockHost::setTheme(const FigureTheme& theme) {
  theme_ = theme;
  for (const auto& [id, view] : views_) view->setTheme(theme);
  for (const auto& [id, head] : heads_) head->setTheme(theme);
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

void DockHost::explore() {
  if (!presetInfo(preset_)->explores()) setPreset(presets().front().id);
}

void DockHost::resetLayout() {
  left_.erase(preset_);
  height_.setHeld(false);
  arrange();
  emit layoutChanged();
}

void DockHost::arrange() {
  const QString stage = presetInfo(preset_)->stage;
  const bool alone = !presetInfo(preset_)->explores();
  // There is no central widget: what is open shares one area, so every view can be moved. What is
  // not open waits hidden in another: a neighbour of a dock that has tabs would become a tab.
  for (const ViewInfo& info : viewList()) park(info.id);
  if (alone) {
    removeDockWidget(dock(stage));  // Qt would have it twice
    addDockWidget(Qt::LeftDockWidgetArea, dock(stage));
    dock(stage)->show();
    return;
  }
  question_.clear();
  pinned_.clear();
  const auto questions = std::ranges::find_if(viewList(), &ViewInfo::isQuestion);
  QDockWidget *scene = dock(viewList().front().id), *below = dock(questions->id);
  removeDockWidget(scene);
  removeDockWidget(below);
  addDockWidget(Qt::LeftDockWidgetArea, scene);
  scene->show();
  splitDockWidget(scene, below, Qt::Vertical);
  below->show();
  question_ = questions->id;
  resizeDocks({scene, below}, {340, 380}, Qt::Vertical);
  markQuestions();
}

void DockHost::park(const QString& id) {
  QDockWidget* d = dock(id);
  d->setFloating(false);
  removeDockWidget(d);
  addDockWidget(Qt::BottomDockWidgetArea, d);
}

void DockHost::tidyTitles() {
  // The head of a question names it, and the text needs no name: only a window of its own has a
  // title bar.
  for (const auto& [id, d] : docks_) {
    wakeView(id, inFront(*d));
    const bool docked = !d->isFloating();
    if (docked == (d->titleBarWidget() != nullptr)) continue;
    QWidget* bar = d->titleBarWidget();
    d->setTitleBarWidget(docked ? new NoTitleBar : nullptr);
    delete bar;
  }
  markQuestions();
}

bool DockHost::standsBelow(const QString& id) const {
  const QDockWidget* d = dock(id);
  return d && !d->isHidden() && !d->isFloating();
}

void DockHost::ask(const QString& id) {
  const ViewInfo* info = viewInfo(id);
  if (!info || !info->isQuestion()) return;
  explore();
  QDockWidget* d = dock(id);
  if (d->isHidden()) {
    d->setFloating(false);
    removeDockWidget(d);
    fill(*info);  // Qt gives a dock without a widget no width
    bool halves = false;
    if (question_ != pinned_ && standsBelow(question_)) {
      splitDockWidget(dock(question_), d, Qt::Horizontal);  // exactly in its place
      park(question_);
    } else if (standsBelow(pinned_)) {
      splitDockWidget(dock(pinned_), d, Qt::Horizontal);
      halves = true;
    } else if (const ViewInfo& scene = viewList().front(); standsBelow(scene.id)) {
      splitDockWidget(dock(scene.id), d, Qt::Vertical);
    } else {
      addDockWidget(Qt::LeftDockWidgetArea, d);
    }
    d->show();
    if (halves) resizeDocks({dock(pinned_), d}, {1, 1}, Qt::Horizontal);
    wakeView(id, true);
  }
  d->raise();
  question_ = id;
  markQuestions();
  height_.fit();
}

void DockHost::pin(const QString& id, bool pinned) {
  const QString before = pinned_;
  pinned_ = pinned ? id : QString();
  // Two at a time: the one that was pinned before goes where another is asked already.
  if (pinned && !before.isEmpty() && before != id && standsBelow(before) && question_ != before &&
      question_ != id)
    park(before);
  markQuestions();
  emit layoutChanged();
}

void DockHost::markQuestions() {
  if (!presetInfo(preset_)->explores()) return;  // they come back as they were
  if (!pinned_.isEmpty() && dock(pinned_)->isHidden()) pinned_.clear();
  if (question_.isEmpty() || dock(question_)->isHidden()) {
    question_.clear();
    for (const ViewInfo& info : viewList())
      if (info.isQuestion() && standsBelow(info.id) && question_.isEmpty()) question_ = info.id;
  }
  QString marks = question_ + '|' + pinned_;
  for (const auto& [id, head] : heads_) {
    head->setPinned(id == pinned_);
    head->setFloating(dock(id)->isFloating());
    if (isOpen(id)) marks += '|' + id;
  }
  // A view whose words have another length asks for a layout too: nothing is to be marked then.
  if (std::exchange(marks_, marks) != marks) emit questionsChanged();
}

void DockHost::showView(const QString& id) {
  QDockWidget* d = dock(id);
  if (!d) return;
  switch (viewInfo(id)->place) {
    case Place::Question:
      ask(id);
      break;
    case Place::Stage:
      for (const PresetInfo& info : presets())
        if (id == QLatin1String(info.stage)) setPreset(info.id);
      break;
    case Place::Scene:
      explore();
      d->show();
      d->raise();
  }
  wakeView(id, true);
  if (QWidget* shown = view(id)) {
    shown->setFocus();
    takeFocus(shown);  // not all of a view can have it
  }
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
  QJsonObject json{{"preset", preset_},
                   {"question", question_},
                   {"pinned", pinned_},
                   {"sceneHeld", height_.held()}},
      own = ownStates_;
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
  height_.setHeld(layout["sceneHeld"].toBool());
  const bool good = left_.contains(preset_) && restoreState(left_[preset_], layoutVersion());
  if (good) {
    question_ = layout["question"].toString();
    pinned_ = layout["pinned"].toString();
    for (QString* id : {&question_, &pinned_})
      if (const ViewInfo* info = viewInfo(*id); !info || !info->isQuestion()) id->clear();
    markQuestions();
  } else {
    arrange();
  }
  emit presetChanged();
  return good;
}

void DockHost::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  height_.fit();
}

bool DockHost::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) emit layoutChanged();
  if (event->type() == QEvent::MouseButtonPress) height_.press();
  const bool taken = QMainWindow::event(event);
  if (event->type() == QEvent::MouseButtonRelease) height_.release();
  return taken;
}

}  // namespace ouroscope
