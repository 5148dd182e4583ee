// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <type_traits>

namespace ouroscope {

/// Work for one thread beside the caller's, in the order in which it was given. What has not begun
/// when the queue goes is dropped; what is under way is waited for.
class WorkQueue {
 public:
  WorkQueue() = default;
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  /// Where the system starts no thread the work is done at once.
  template <class Work>
  std::future<std::invoke_result_t<Work>> add(Work work) {
    std::packaged_task<std::invoke_result_t<Work>()> task(std::move(work));
    auto result = task.get_future();
    if (!started()) {
      task();
      return result;
    }
    {
      const std::lock_guard lock(mutex_);
      tasks_.emplace_back([task = std::move(task)]() mutable { task(); });
    }
    changed_.notify_one();
    return result;
  }

 private:
  bool started() {
    if (thread_.joinable()) return true;
    try {
      thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !tasks_.empty(); })) {
      if (stop.stop_requested()) return;
      std::packaged_task<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::packaged_task<void()>> tasks_;
  std::jthread thread_;  // goes first: it uses the others
};

}  // namespace ouroscope
