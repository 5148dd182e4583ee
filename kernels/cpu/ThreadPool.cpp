// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/ThreadPool.h"

#include <utility>

namespace ouroscope {
namespace {

constexpr std::uint32_t kClosed = 0xffffffffu;

inline void relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield" : : : "memory");
#endif
}

/// Until the value is no longer `old`: for up to a tenth of a millisecond awake, which outlasts the
/// work on one row between two products of a decoded token, then asleep.
std::uint32_t waitWhile(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
  constexpr int kSpins = 2000;  // 20 to 100 microseconds, by the processor's idea of a pause
  for (int i = 0; i < kSpins; ++i) {
    const std::uint32_t now = value.load(std::memory_order_acquire);
    if (now != old) return now;
    relax();
  }
  value.wait(old, std::memory_order_acquire);
  return value.load(std::memory_order_acquire);
}

}  // namespace

ThreadPool::ThreadPool(int threads) {
  try {
    for (int i = 1; i < threads; ++i)
      workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  } catch (...) {
    // The system starts no further thread. Those that sleep would be waited for without end.
    wakeToEnd();
    throw;
  }
}

ThreadPool::~ThreadPool() {
  wakeToEnd();
}

void ThreadPool::wakeToEnd() {
  for (auto& worker : workers_) worker.request_stop();
  generation_.fetch_add(1, std::memory_order_release);
  generation_.notify_all();
}

void ThreadPool::runErased(int count, TaskRef task) {
  if (count <= 0) return;
  if (count == 1 || workers_.empty()) {
    for (int i = 0; i < count; ++i) task.call(task.task, i);
    return;
  }
  const std::lock_guard lock(oneRun_);
  const auto total = static_cast<std::uint32_t>(count);
  const std::uint32_t generation = generation_.load(std::memory_order_relaxed) + 1;
  const std::uint64_t first = std::uint64_t{generation} << 32;
  // Closed while the fields change: a worker that sees a new field fails to move the old ticket.
  ticket_.store(first | kClosed, std::memory_order_relaxed);
  call_.store(task.call, std::memory_order_release);
  task_.store(task.task, std::memory_order_release);
  count_.store(total, std::memory_order_release);
  done_.store(0, std::memory_order_relaxed);
  ticket_.store(first, std::memory_order_release);
  generation_.store(generation, std::memory_order_release);
  generation_.notify_all();
  drain();
  for (std::uint32_t done = done_.load(std::memory_order_acquire); done != total;)
    done = waitWhile(done_, done);
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

/// Out of a thread no exception comes: it would end the program.
void ThreadPool::doTask(TaskRef task, std::uint32_t index) {
  try {
    task.call(task.task, static_cast<int>(index));
  } catch (...) {
    const std::lock_guard lock(failing_);
    if (!failure_) failure_ = std::current_exception();
  }
}

void ThreadPool::drain() {
  std::uint64_t ticket = ticket_.load(std::memory_order_acquire);
  while (true) {
    const auto call = call_.load(std::memory_order_acquire);
    const void* task = task_.load(std::memory_order_acquire);
    const std::uint32_t count = count_.load(std::memory_order_acquire);
    const auto index = static_cast<std::uint32_t>(ticket);
    if (index >= count) return;
    if (!ticket_.compare_exchange_weak(ticket, ticket + 1, std::memory_order_acq_rel,
                                       std::memory_order_acquire))
      continue;
    doTask({call, task}, index);
    if (done_.fetch_add(1, std::memory_order_acq_rel) + 1 == count) done_.notify_all();
    ticket = ticket_.load(std::memory_order_acquire);
  }
}

void ThreadPool::work(const std::stop_token& stop) {
  std::uint32_t seen = 0;
  while (true) {
    seen = waitWhile(generation_, seen);
    if (stop.stop_requested()) return;
    drain();
  }
}

}  // namespace ouroscope
