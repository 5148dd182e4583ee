// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ouroscope {

/// Threads that live as long as the backend and share out numbered tasks. Waiting spins briefly and
/// then sleeps in the kernel: on a machine with neighbours an unbounded spin costs more than the
/// wake-up (reference/speed.md section 3).
class ThreadPool {
 public:
  explicit ThreadPool(int threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  int threads() const { return static_cast<int>(workers_.size()) + 1; }

  /// Runs task(0) .. task(count - 1), each once, in any order, on all threads; returns when all are
  /// done. Results must not depend on which thread runs a task: that is what keeps numbers equal
  /// for any thread count.
  void run(int count, const std::function<void(int)>& task);

 private:
  void work(std::stop_token stop);
  void drain();

  std::vector<std::jthread> workers_;
  std::mutex oneRun_;
  const std::function<void(int)>* task_ = nullptr;
  int count_ = 0;
  std::atomic<int> next_{0};
  std::atomic<int> busy_{0};
  std::atomic<std::uint32_t> generation_{0};
};

}  // namespace ouroscope
