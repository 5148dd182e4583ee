// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>

#include "core/record/RunSettings.h"

namespace ouroscope {

/// Steers a generation while it runs: one thread (a window's) changes it, the engine's reads it
/// between two tokens. What is changed holds from the next token on.
class RunControl {
 public:
  explicit RunControl(const RunSettings& settings = {});

  RunSettings settings() const;
  /// @throws Error when q or the budget is negative or not a number; a budget above the run's loops
  /// means all of them.
  void change(const RunSettings& settings);

  void pause();               ///< hold before the next token
  void resume();              ///< run on to the end
  void step(int tokens = 1);  ///< run this many tokens, then hold
  bool paused() const;        ///< no token may be run now
  bool holding() const;       ///< the engine has come to the pause and waits

  /// For the engine, before a token: waits while paused and takes one step.
  /// @param onHold called before it begins to wait, if it has to
  /// @throws Cancelled when stopped
  RunSettings takeToken(const std::stop_token& stop, const std::function<void()>& onHold = {});
  /// For the engine, between batches of the prompt: waits while paused, but takes no step.
  void waitWhilePaused(const std::stop_token& stop, const std::function<void()>& onHold = {});
  /// Tokens that may be run before the next pause, as far as it is known now.
  std::int64_t allowed() const;

 private:
  void wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop,
            const std::function<void()>& onHold);

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  RunSettings settings_;
  std::int64_t allowed_;  ///< 0: paused
  bool holding_ = false;
};

}  // namespace ouroscope
