// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Workspace.h"

#include <QFileInfo>
#include <algorithm>

#include "core/run/LoadedModel.h"
#include "ui/base/TokenText.h"

namespace ouroscope {
namespace {

constexpr std::size_t kClosedKept = 10;
constexpr int kLargestId = 1'000'000;  ///< that a session can ask for

}  // namespace

Workspace::Workspace(ViewState& state, QObject* parent) : QObject(parent), state_(state) {
  const auto showCurrent = [this] { live_.showRecord(state_.trace()); };
  connect(&state_, &ViewState::traceChanged, this, showCurrent);
  connect(&live_, &LiveSession::stateChanged, this, showCurrent);  // a run has ended
}

const Tokenizer* Workspace::tokenizer() const {
  return model_ ? model_->tokenizer.get() : nullptr;
}
int Workspace::vocabulary() const {
  return model_ ? model_->folder.config.vocabSize : 0;
}

void Workspace::setModel(ModelPtr model) {
  model_ = std::move(model);
  live_.setModel(model_.get());
  emit modelChanged();
}

Workspace::Item* Workspace::item(int id) {
  const auto found = std::ranges::find(items_, id, &Item::id);
  return found == items_.end() ? nullptr : &*found;
}

const Workspace::Item* Workspace::find(int id) const {
  return const_cast<Workspace*>(this)->item(id);
}

const Workspace::Item* Workspace::findPath(const QString& path) const {
  const QString wanted = QFileInfo(path).canonicalFilePath();
  const auto found = std::ranges::find_if(items_, [&](const Item& each) {
    return !each.path.isEmpty() && QFileInfo(each.path).canonicalFilePath() == wanted;
  });
  return found == items_.end() ? nullptr : &*found;
}

int Workspace::add(TracePtr trace, const QString& title, const QString& path,
                   const QJsonObject& view, int id) {
  if (id < 1 || id > kLargestId || find(id)) id = lastId_ + 1;
  lastId_ = std::max(lastId_, id);
  const QString name = title.isEmpty() ? promptTitle(*trace) : title;
  items_.push_back({id, std::move(trace), name, path, view});
  emit itemsChanged();
  show(id);
  return id;
}

int Workspace::open(const TracePtr& trace, const QString& path) {
  const int id = add(trace, path.isEmpty() ? QString() : QFileInfo(path).fileName(), path);
  state_.select(std::max(0, trace->info().promptTokens - 1));
  return id;
}

void Workspace::replace(int id, TracePtr trace) {
  Item* found = item(id);
  if (!found) return;
  found->trace = trace;
  if (found->path.isEmpty()) found->title = promptTitle(*trace);
  if (id == current_) state_.setTrace(trace);
  emit itemsChanged();
}

void Workspace::setPath(int id, const QString& path) {
  Item* found = item(id);
  if (!found) return;
  found->path = path;
  found->title = QFileInfo(path).fileName();
  emit itemsChanged();
}

void Workspace::leave() {
  if (Item* left = item(current_)) left->view = state_.toJson();
}

void Workspace::show(int id) {
  const Item* wanted = find(id);
  if (!wanted || id == current_) return;
  leave();
  current_ = id;
  const QJsonObject view = wanted->view;
  state_.setTrace(wanted->trace);
  if (!view.isEmpty()) state_.fromJson(view);
  emit currentChanged();
}

void Workspace::step(int by) {
  const auto n = static_cast<int>(items_.size());
  if (n < 2) return;
  const auto at = std::ranges::find(items_, current_, &Item::id) - items_.begin();
  show(items_[static_cast<std::size_t>((at + by + n) % n)].id);
}

void Workspace::close(int id) {
  const auto found = std::ranges::find(items_, id, &Item::id);
  if (found == items_.end()) return;
  if (id == current_) leave();
  closed_.push_back(std::move(*found));
  if (closed_.size() > kClosedKept) closed_.erase(closed_.begin());
  const auto next = items_.erase(found);
  if (id == current_) {
    current_ = -1;
    if (items_.empty()) {
      state_.setTrace(nullptr);
      emit currentChanged();
    } else {
      show(next == items_.end() ? items_.back().id : next->id);
    }
  }
  emit itemsChanged();
}

void Workspace::reopen() {
  if (closed_.empty()) return;
  const Item last = std::move(closed_.back());
  closed_.pop_back();
  add(last.trace, last.title, last.path, last.view, last.id);
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
