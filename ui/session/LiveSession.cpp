// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/LiveSession.h"

#include <limits>
#include <utility>

#include "core/run/LoadedModel.h"
#include "core/run/RunRecording.h"
#include "ui/base/Names.h"

namespace ouroscope {
namespace {

RunSettings underRule(RunSettings settings) {
  settings.exitThreshold = 1;
  if (settings.kvPolicy == KvPolicy::Full) settings.kvPolicy = KvPolicy::LastExited;
  return settings;
}

}  // namespace

LiveSession::LiveSession(QObject* parent)
    : QObject(parent), memory_(std::make_shared<RunMemory>()) {
  timer_.setTimerType(Qt::PreciseTimer);
  timer_.setInterval(16);
  connect(&timer_, &QTimer::timeout, this, &LiveSession::drain);
}

void LiveSession::setModel(const LoadedModel* model) {
  memory_ = std::make_shared<RunMemory>();  // the old model's cache goes with its last run
  if (!model) return;
  settings_ = {model->folder.config.exitThreshold, 0, KvPolicy::Full};
  if (!run_ && !shown_) loops_ = model->folder.spec.usualLoops();
  emit settingsChanged();
}

void LiveSession::setSettings(const RunSettings& settings) {
  if (settings == settings_) return;
  settings_ = settings;
  if (run_) run_->control.change(inForce());
  emit settingsChanged();
}

RunSettings LiveSession::inForce() const {
  return ruled() ? underRule(settings_) : settings_;
}

void LiveSession::setSampling(const SamplingOptions& sampling) {
  if (sampling == sampling_) return;
  sampling_ = sampling;
  emit samplingChanged();
}

void LiveSession::run() {
  if (run_) return resume();
  stepFirst_ = false;
  emit runAsked();
}

void LiveSession::pause() {
  if (!run_) return;
  run_->control.pause();
  drain();
}

void LiveSession::resume() {
  if (!run_) return;
  run_->control.resume();
  drain();
}

void LiveSession::step() {
  if (!run_) {
    stepFirst_ = true;
    emit runAsked();
    stepFirst_ = false;
    return;
  }
  run_->control.step();
  drain();
}

void LiveSession::stop() {
  waitingBranch_.reset();
  if (run_) emit stopAsked();
}

void LiveSession::branch(const BranchPoint& point) {
  if (run_) {
    waitingBranch_ = point;
    emit stopAsked();
  } else if (shown_) {
    emit branchAsked(shown_, point);
  }
}

LiveRunPtr LiveSession::prepare(const ExitCriterion& rule) {
  const bool ruled = !rule.isGate();
  auto run = std::make_shared<LiveRun>(ruled ? underRule(settings_) : settings_, memory_, ruled);
  if (stepFirst_) {
    run->control.pause();
    run->control.step();
  }
  return run;
}

void LiveSession::begin(LiveRunPtr run, int loops) {
  run_ = std::move(run);
  loops_ = loops;
  show(nullptr);
  clear();
  timer_.start();
  emit tokensReset();
  setState(State::Prompt);
  emit settingsChanged();  // their range may be another one
}

void LiveSession::end(TracePtr trace) {
  if (!run_) return;
  drain();
  timer_.stop();
  const bool wasRuled = ruled();
  run_.reset();
  if (wasRuled) emit settingsChanged();
  show(std::move(trace));
  const TracePtr record = shown_;
  const auto point = std::exchange(waitingBranch_, {});
  emit tokensAppended();
  setState(State::Idle);  // whoever hears it may show another record
  if (point && record) emit branchAsked(record, *point);
}

void LiveSession::showRecord(TracePtr trace) {
  if (run_ || trace == shown_) return;
  clear();
  show(std::move(trace));
  emit tokensReset();
  emit settingsChanged();
}

void LiveSession::clear() {
  tokens_.clear();
  events_.clear();
  times_.clear();
  readings_.clear();
}

void LiveSession::show(TracePtr record) {
  shown_ = std::move(record);
  loaded_ = !shown_;
  if (shown_) loops_ = shown_->loops();
}

/// A whole record in place of what streamed; the times of a run are not in it and stay.
void LiveSession::load() const {
  if (loaded_) return;
  loaded_ = true;
  const Trace& trace = *shown_;
  events_ = trace.info().events;
  tokens_.clear();
  readings_.clear();
  const std::vector<TokenReading> readings = readingOfRun(trace);
  const TraceColumns& c = trace.columns();
  for (int t = 0; t < trace.tokens(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    tokens_.push_back({c.tokenBytes[i], readings[i], c.loopsRun[i], trace.generated(t), 0});
    if (trace.generated(t)) readings_.push_back(readings[i]);
  }
}

const std::vector<LiveToken>& LiveSession::tokens() const {
  load();
  return tokens_;
}

const std::vector<RunEvent>& LiveSession::events() const {
  load();
  return events_;
}

double LiveSession::tokensPerSecond() const {
  return ouroscope::tokensPerSecond(times_);
}

double LiveSession::meanLoops() const {
  load();
  return ouroscope::meanLoops(readings_);
}

void LiveSession::drain() {
  if (!run_) return;
  add(run_->feed.take());
  const bool begun = !tokens_.empty() && tokens_.back().generated;
  if (run_->control.holding())
    setState(State::Paused);
  else if (run_->control.paused())
    setState(State::Pausing);
  else
    setState(begun ? State::Generating : State::Prompt);
}

void LiveSession::add(LiveFeed::Part part) {
  if (part.empty()) return;
  for (LiveToken& token : part.tokens) {
    // Tokens of the record that a branch continues did not take any time now.
    if (token.generated && token.seconds > 0) times_.push_back(token.seconds);
    if (token.generated) readings_.push_back(token.reading);
    tokens_.push_back(std::move(token));
  }
  events_.insert(events_.end(), part.events.begin(), part.events.end());
  for (const Note& note : part.notes) emit noted(noteText(note));
  emit tokensAppended();
}

void LiveSession::setState(State state) {
  if (state == state_) return;
  state_ = state;
  emit stateChanged();
}

}  // namespace ouroscope
