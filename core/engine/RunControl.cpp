// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/RunControl.h"

#include <limits>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

void check(const RunSettings& settings) {
  if (!(settings.exitThreshold >= 0)) throw Error("The exit threshold q must be 0 or more.");
  if (settings.budget < 0) throw Error("The loop budget must not be negative.");
}

}  // namespace

RunControl::RunControl(const RunSettings& settings) : settings_(settings), allowed_(kUnlimited) {
  check(settings);
}

RunSettings RunControl::settings() const {
  const std::lock_guard lock(mutex_);
  return settings_;
}

void RunControl::change(const RunSettings& settings) {
  check(settings);
  const std::lock_guard lock(mutex_);
  settings_ = settings;
}

void RunControl::pause() {
  const std::lock_guard lock(mutex_);
  allowed_ = 0;
}

void RunControl::resume() {
  const std::lock_guard lock(mutex_);
  allowed_ = kUnlimited;
  changed_.notify_all();
}

void RunControl::step(int tokens) {
  const std::lock_guard lock(mutex_);
  allowed_ = allowed_ == kUnlimited ? tokens : allowed_ + tokens;
  changed_.notify_all();
}

bool RunControl::paused() const {
  const std::lock_guard lock(mutex_);
  return allowed_ == 0;
}

bool RunControl::holding() const {
  const std::lock_guard lock(mutex_);
  return holding_;
}

std::int64_t RunControl::allowed() const {
  const std::lock_guard lock(mutex_);
  return allowed_;
}

void RunControl::wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop,
                      const std::function<void()>& onHold) {
  if (allowed_ == 0 && onHold) {
    lock.unlock();
    onHold();
    lock.lock();
  }
  holding_ = allowed_ == 0;
  changed_.wait(lock, stop, [this] { return allowed_ > 0; });
  holding_ = false;
  if (stop.stop_requested()) throw Cancelled();
}

RunSettings RunControl::takeToken(const std::stop_token& stop,
                                  const std::function<void()>& onHold) {
  std::unique_lock lock(mutex_);
  wait(lock, stop, onHold);
  if (allowed_ != kUnlimited) --allowed_;
  return settings_;
}

void RunControl::waitWhilePaused(const std::stop_token& stop, const std::function<void()>& onHold) {
  std::unique_lock lock(mutex_);
  wait(lock, stop, onHold);
}

}  // namespace ouroscope
