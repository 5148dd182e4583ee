// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Workspace.h"

#include <algorithm>

#include "ui/figures/TextFlow.h"

namespace ouroscope {

Workspace::Workspace(ViewState& state, QObject* parent) : QObject(parent), state_(state) {}

void Workspace::setModel(ModelPtr model) {
  model_ = std::move(model);
  emit modelChanged();
}

const Workspace::Item* Workspace::find(int id) const {
  const auto found = std::ranges::find(items_, id, &Item::id);
  return found == items_.end() ? nullptr : &*found;
}

int Workspace::add(TracePtr trace, const QString& title, const QString& path) {
  const int id = ++lastId_;
  items_.push_back({id, trace, title.isEmpty() ? promptTitle(*trace) : title, path});
  emit itemsChanged();
  show(id);
  return id;
}

void Workspace::replace(int id, TracePtr trace) {
  const auto found = std::ranges::find(items_, id, &Item::id);
  if (found == items_.end()) return;
  found->trace = trace;
  if (id == current_) state_.setTrace(trace);
  emit itemsChanged();
}

void Workspace::setPath(int id, const QString& path) {
  const auto found = std::ranges::find(items_, id, &Item::id);
  if (found == items_.end()) return;
  found->path = path;
  emit itemsChanged();
}

void Workspace::show(int id) {
  const Item* item = find(id);
  if (!item || id == current_) return;
  current_ = id;
  state_.setTrace(item->trace);
  emit currentChanged();
}

void Workspace::close(int id) {
  const auto found = std::ranges::find(items_, id, &Item::id);
  if (found == items_.end()) return;
  const auto next = items_.erase(found);
  emit itemsChanged();
  if (id != current_) return;
  current_ = -1;
  if (items_.empty()) {
    state_.setTrace(nullptr);
    emit currentChanged();
  } else {
    show(next == items_.end() ? items_.back().id : next->id);
  }
}

QString promptTitle(const Trace& trace) {
  constexpr qsizetype kLongest = 28;
  QString text;
  for (const std::string& token : trace.columns().tokenBytes) {
    text += tokenDisplayText(token);
    if (text.size() > kLongest) break;
  }
  text = text.simplified();
  return text.size() > kLongest ? text.left(kLongest - 1) + QChar(0x2026) : text;
}

}  // namespace ouroscope
