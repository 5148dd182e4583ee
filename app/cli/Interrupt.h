// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <stop_token>
#include <thread>

namespace ouroscope::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request for work that asked for token(), so that it
/// can keep what it has and leave no half file. Work that did not ask has nothing to clean up: the
/// program then ends at once with status 130, as it does on a second signal.
class Interrupt {
 public:
  /// To be made before any other thread: threads inherit the blocked signals.
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token();

 private:
  void wait();

  std::stop_source source_;
  std::atomic<bool> asked_ = false, ending_ = false;
  std::thread waiter_;
};

}  // namespace ouroscope::cli
