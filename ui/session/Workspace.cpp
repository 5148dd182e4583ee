// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Workspace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <algorithm>

#include "core/analysis/Alignment.h"
#include "core/analysis/PuzzleGames.h"
#include "core/analysis/TraceTables.h"
#include "core/model/families/LoopWindow.h"
#include "core/run/LoadedModel.h"
#include "ui/base/PlainText.h"
#include "ui/base/TokenText.h"
#include "ui/state/RunRows.h"

namespace ouroscope {
namespace {

constexpr std::size_t kClosedKept = 10;
constexpr int kLargestId = 1'000'000;  ///< that a session can ask for

int lastOfPrompt(const Trace& trace) {
  return std::max(0, trace.info().promptTokens - 1);
}

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
bool Workspace::isOfOther(const Trace& trace) const {
  return model_ && model_->weightsSha256 != trace.info().weightsSha256;
}
int Workspace::contextOf(const Trace& trace) const {
  return model_ && !isOfOther(trace) ? model_->folder.config.maxPositions : 0;
}

void Workspace::setDoing(const QString& what) {
  if (std::exchange(doing_, what) != what) emit doingChanged();
}

void Workspace::setCorpus(CorpusPtr corpus, DocumentIndexPtr documents) {
  corpus_ = std::move(corpus);
  documents_ = std::move(documents);
  emit corpusChanged();
}

QString Workspace::modelName() const {
  return model_ ? shownName(model_->folder.name) : QString();
}
bool Workspace::knowsPuzzlesOnly() const {
  return model_ && isPuzzleModel(model_->folder.name, model_->folder.config.vocabSize,
                                 model_->folder.config.hiddenSize);
}

bool Workspace::isPlainModel() const {
  return model_ && canLoopLayers(model_->folder.spec);
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

const Workspace::Item* Workspace::untouchedOf(const Trace& trace) const {
  if (trace.info().interventions.empty()) return nullptr;
  const auto is = [&](const Item& item) {
    if (item.away() || item.trace.get() == &trace) return false;
    const TraceInfo &there = item.trace->info(), &here = trace.info();
    return there.interventions.empty() && there.weightsSha256 == here.weightsSha256 &&
           there.promptTokens == here.promptTokens &&
           sharedTokens(*item.trace, trace) >= here.promptTokens;
  };
  if (const Item* chosen = find(state_.compared().item); chosen && is(*chosen)) return chosen;
  const auto last = std::find_if(items_.rbegin(), items_.rend(), is);
  return last == items_.rend() ? nullptr : &*last;
}

const Workspace::Item* Workspace::findPath(const QString& path) const {
  const QString wanted = QFileInfo(path).canonicalFilePath();
  const auto found = std::ranges::find_if(items_, [&](const Item& each) {
    return !each.away() && !each.path.isEmpty() &&
           QFileInfo(each.path).canonicalFilePath() == wanted;
  });
  return found == items_.end() ? nullptr : &*found;
}

int Workspace::add(Item item) {
  if (item.id < 1 || item.id > kLargestId || find(item.id)) item.id = lastId_ + 1;
  lastId_ = std::max(lastId_, item.id);
  if (item.title.isEmpty() && item.trace) item.title = promptTitle(*item.trace);
  const int id = item.id;
  const bool away = item.away();
  items_.push_back(std::move(item));
  emit itemsChanged();
  if (!away) show(id);
  return id;
}

int Workspace::add(TracePtr trace, const QString& title, const QString& path,
                   const QJsonObject& view, int id) {
  return add(Item{id, std::move(trace), title, path, view, {}, {}});
}

int Workspace::open(const TracePtr& trace, const QString& path) {
  const QString name = path.isEmpty() ? QString() : QFileInfo(path).fileName();
  const auto waiting = std::ranges::find_if(
      items_, [&](const Item& each) { return each.away() && each.path == path; });
  if (waiting != items_.end()) {  // it is back, and shown as it was left
    waiting->trace = trace;
    const int id = waiting->id;
    emit itemsChanged();
    show(id);
    return id;
  }
  const int id = add(trace, name, path);
  state_.select(lastOfPrompt(*trace));
  return id;
}

int Workspace::addRun(const TracePtr& trace, const QJsonObject& ran, const QJsonObject& view) {
  for (Item& each : items_)
    if (each.draft == ran) each.draft = {};
  const int id = add(Item{0, trace, {}, {}, view, ran, {}});
  if (view.isEmpty()) state_.select(lastOfPrompt(*trace));
  return id;
}

void Workspace::reselect(int id, const QJsonObject& view) {
  if (id != current_ || state_.selectedToken() != lastOfPrompt(*state_.trace())) return;
  QJsonObject selection;
  for (const char* part : {"token", "tokens", "loop"}) selection[part] = view[part];
  state_.fromJson(selection);
}

void Workspace::replace(int id, const TracePtr& trace) {
  Item* found = item(id);
  if (!found || !found->trace) return;
  const int before = lastOfPrompt(*found->trace), now = lastOfPrompt(*trace);
  const bool reading = found->trace->info().promptTokens == found->trace->tokens();
  found->trace = trace;
  if (found->path.isEmpty()) found->title = promptTitle(*trace);
  if (id == current_) {
    const bool along = reading && state_.selectedTokens() == std::vector<int>{before};
    state_.setTrace(trace, true);
    if (along) state_.select(now);
  } else if (reading && found->view["token"].toInt(-1) == before) {
    found->view["token"] = now;
    found->view.remove("tokens");
  }
  emit itemsChanged();
}

void Workspace::setDraft(int id, const QJsonObject& draft) {
  if (Item* found = item(id)) found->draft = draft;
}

QJsonObject Workspace::viewOf(int id) const {
  const Item* found = find(id);
  if (!found) return {};
  return id == current_ ? state_.toJson() : found->view;
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
  if (wanted->away()) {
    emit itemsChanged();  // tabs go back to what is shown
    emit awayAsked(wanted->path);
    return;
  }
  leave();
  current_ = id;
  const QJsonObject view = wanted->view;
  // A trace that is new here is read as it was run, not as the one before was read last.
  state_.setTrace(wanted->trace);
  if (!view.isEmpty()) state_.fromJson(view);
  emit currentChanged();
}

void Workspace::step(int by) {
  const auto n = static_cast<int>(items_.size());
  const auto at = static_cast<int>(std::ranges::find(items_, current_, &Item::id) - items_.begin());
  for (int k = 1; k < n; ++k) {
    const Item& next = items_[((at + k * by) % n + n) % n];
    if (!next.away()) return show(next.id);
  }
}

void Workspace::close(int id) {
  const auto found = std::ranges::find(items_, id, &Item::id);
  if (found == items_.end()) return;
  if (id == current_) leave();
  closed_.push_back(std::move(*found));
  if (closed_.size() > kClosedKept) closed_.erase(closed_.begin());
  const auto place = items_.erase(found);
  if (id == current_) {
    current_ = -1;
    const auto here = [](const Item& each) { return !each.away(); };
    auto next = std::find_if(place, items_.end(), here);
    if (next == items_.end())
      for (auto each = items_.begin(); each != place; ++each)
        if (here(*each)) next = each;
    if (next == items_.end()) {
      state_.setTrace(nullptr);
      emit currentChanged();
    } else {
      show(next->id);
    }
  }
  emit itemsChanged();
}

void Workspace::reopen() {
  if (closed_.empty()) return;
  Item last = std::move(closed_.back());
  closed_.pop_back();
  add(std::move(last));
}

QString Workspace::Item::shownTitle() const {
  return trace && trace->info().stop()
             ? QCoreApplication::translate("Workspace", "%1 (stopped)").arg(title)
             : title;
}

QString stoppedText(const Trace& trace) {
  const RunEvent* stop = trace.info().stop();
  if (!stop) return {};
  const QLocale locale;
  const auto wanted = static_cast<int>(stop->number);
  if (trace.info().end.why == RunEnd::Why::Unfinished)
    return QCoreApplication::translate("Workspace", "cut off after %1 of %2 tokens")
        .arg(locale.toString(trace.tokens()), locale.toString(std::max(wanted, trace.tokens())));
  return wanted > trace.tokens()
             ? QCoreApplication::translate("Workspace", "stopped after %1 of %2 tokens")
                   .arg(locale.toString(trace.tokens()), locale.toString(wanted))
             : QCoreApplication::translate("Workspace", "stopped after %1 tokens")
                   .arg(locale.toString(trace.tokens()));
}

QString notNumbersText(const TracePtr& trace) {
  const NotNumbers& found = *notNumbersOf(trace);
  if (!found.any()) return {};
  const QLocale locale;
  return QCoreApplication::translate(
             "Workspace",
             "%1 recorded values are not numbers, the first at token %2, loop %3: the weights are "
             "damaged or too large for the arithmetic, or the trace was changed.")
      .arg(locale.toString(static_cast<qlonglong>(found.values)), locale.toString(found.token + 1),
           locale.toString(found.loop + 1));
}

QString promptTitle(const Trace& trace) {
  constexpr qsizetype kLongest = 28;
  return cutText(beginningOf(trace, trace.tokens(), 4 * kLongest + 1, 6 * kLongest), kLongest);
}

}  // namespace ouroscope
