// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/ViewHistory.h"

#include <QMetaMethod>

namespace ouroscope {
namespace {

/// What of the view state is selection, and so the business of back and forward.
constexpr const char* kSelection[] = {"token", "tokens", "loop"};

}  // namespace

bool ViewHistory::Line::record(const QJsonObject& step) {
  if (!steps.empty() && steps[at] == step) return false;
  if (!steps.empty()) steps.resize(at + 1);  // what was undone is gone once something else is done
  steps.push_back(step);
  if (steps.size() > kSteps) steps.erase(steps.begin());
  at = steps.size() - 1;
  return true;
}

bool ViewHistory::Line::canMove(int by) const {
  return by < 0 ? at > 0 : at + 1 < steps.size();
}

ViewHistory::ViewHistory(ViewState& state, Workspace& workspace, QObject* parent)
    : QObject(parent), state_(state), workspace_(workspace) {
  rest_.setSingleShot(true);
  rest_.setInterval(kRestMs);
  connect(&rest_, &QTimer::timeout, this, &ViewHistory::settle);
  // Every signal of ViewState that is about what is shown, those of later pieces of state too.
  const QMetaMethod start = rest_.metaObject()->method(rest_.metaObject()->indexOfSlot("start()"));
  const QMetaObject& meta = ViewState::staticMetaObject;
  for (int i = meta.methodOffset(); i < meta.methodCount(); ++i) {
    const QMetaMethod method = meta.method(i);
    if (method.methodType() == QMetaMethod::Signal && method.name() != "hoverChanged")
      connect(&state_, method, &rest_, start);
  }
  connect(&workspace_, &Workspace::currentChanged, this, [this] {
    rest_.stop();
    settle();
    emit changed();
  });
  connect(&workspace_, &Workspace::itemsChanged, this, [this] {
    std::erase_if(lines_, [this](const auto& entry) { return !workspace_.find(entry.first); });
  });
}

QJsonObject ViewHistory::view() const {
  QJsonObject json = state_.toJson();
  for (const char* part : kSelection) json.remove(part);
  return json;
}

QJsonObject ViewHistory::selection() const {
  const QJsonObject all = state_.toJson();
  QJsonObject json;
  for (const char* part : kSelection) json[part] = all[part];
  return json;
}

void ViewHistory::settle() {
  rest_.stop();
  if (workspace_.current() < 0) return;
  Lines& now = lines_[workspace_.current()];
  const bool one = now.views.record(view());
  const bool two = now.selections.record(selection());
  if (one || two) emit changed();
}

const ViewHistory::Lines* ViewHistory::lines() const {
  const auto found = lines_.find(workspace_.current());
  return found == lines_.end() ? nullptr : &found->second;
}

bool ViewHistory::canUndo() const {
  return lines() && lines()->views.canMove(-1);
}
bool ViewHistory::canRedo() const {
  return lines() && lines()->views.canMove(1);
}
bool ViewHistory::canGoBack() const {
  return lines() && lines()->selections.canMove(-1);
}
bool ViewHistory::canGoForward() const {
  return lines() && lines()->selections.canMove(1);
}

void ViewHistory::arrive(const QJsonObject& step) {
  state_.fromJson(step);
  rest_.stop();  // arriving is not a change of its own
  emit changed();
}

void ViewHistory::undo() {
  settle();
  if (!canUndo()) return;
  Line& line = lines_[workspace_.current()].views;
  arrive(line.steps[--line.at]);
}

void ViewHistory::redo() {
  settle();
  if (!canRedo()) return;
  Line& line = lines_[workspace_.current()].views;
  arrive(line.steps[++line.at]);
}

void ViewHistory::goBack() {
  settle();
  if (!canGoBack()) return;
  Line& line = lines_[workspace_.current()].selections;
  arrive(line.steps[--line.at]);
}

void ViewHistory::goForward() {
  settle();
  if (!canGoForward()) return;
  Line& line = lines_[workspace_.current()].selections;
  arrive(line.steps[++line.at]);
}

}  // namespace ouroscope
