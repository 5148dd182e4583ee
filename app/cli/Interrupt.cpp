// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

namespace ouroscope::cli {
namespace {

constexpr int kCancelled = 130;

/// SIGUSR1 only wakes the waiting thread when the program ends.
sigset_t watched() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGUSR1);
  return set;
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t set = watched();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ = std::thread([this] { wait(); });
}

Interrupt::~Interrupt() {
  ending_ = true;
  pthread_kill(waiter_.native_handle(), SIGUSR1);
  waiter_.join();
}

std::stop_token Interrupt::token() {
  asked_ = true;
  return source_.get_token();
}

void Interrupt::wait() {
  const sigset_t set = watched();
  for (;;) {
    int signal = 0;
    if (sigwait(&set, &signal) != 0) continue;
    if (ending_) return;
    if (signal == SIGUSR1) continue;
    if (!asked_ || source_.stop_requested()) _exit(kCancelled);
    source_.request_stop();
  }
}

}  // namespace ouroscope::cli
