// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "core/support/Index.h"

namespace ouroscope {

/// Threads that live as long as the backend and share out numbered tasks. Waiting spins for at
/// most a tenth of a millisecond and then sleeps in the kernel: on a machine with neighbours an
/// unbounded spin costs more than the wake-up. The caller waits for tasks, never for threads: a
/// worker that the system has not woken yet does not hold it up.
class ThreadPool {
 public:
  /// @throws std::system_error, std::bad_alloc where the system starts no further thread
  explicit ThreadPool(int threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  int threads() const { return intSize(workers_) + 1; }

  /// Runs task(0) .. task(count - 1), each once, in any order, on all threads; returns when all are
  /// done. Tasks must not call run(). Results must not depend on which thread runs a task: that is
  /// what keeps numbers equal for any thread count.
  /// @throws what a task throws (the first one that does, where there are several); the others have
  /// been run or left out by then
  template <class Task>
  void run(int count, const Task& task) {
    runErased(count, {[](const void* t, int i) { (*static_cast<const Task*>(t))(i); }, &task});
  }

 private:
  /// A borrowed callable: a pool call must not cost an allocation.
  struct TaskRef {
    void (*call)(const void*, int);
    const void* task;
  };
  void runErased(int count, TaskRef task);
  void work(const std::stop_token& stop);
  void drain();
  void doTask(TaskRef task, std::uint32_t index);
  void wakeToEnd();

  std::vector<std::jthread> workers_;
  std::mutex oneRun_;
  // The run under way. A worker takes task i of run g by moving ticket_ from (g, i) to (g, i + 1):
  // where that succeeds the fields below belonged to run g, because they change only while the
  // ticket is closed.
  std::atomic<void (*)(const void*, int)> call_{nullptr};
  std::atomic<const void*> task_{nullptr};
  std::atomic<std::uint32_t> count_{0};
  alignas(64) std::atomic<std::uint64_t> ticket_{0};
  alignas(64) std::atomic<std::uint32_t> done_{0};
  alignas(64) std::atomic<std::uint32_t> generation_{0};
  std::mutex failing_;
  std::exception_ptr failure_;  ///< of the run under way
};

}  // namespace ouroscope
