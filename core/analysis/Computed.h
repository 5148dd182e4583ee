// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <list>
#include <memory>
#include <mutex>

#include "core/trace/Trace.h"

namespace ouroscope {

/// The last results of an analysis that takes longer than a picture: what a view's job has computed
/// is there when the figure is exported. Traces are immutable, so a result holds as long as its
/// trace lives. Any thread; two threads that ask for the same thing at once both compute it.
template <class Key, class Value>
class Computed {
 public:
  using Result = std::shared_ptr<const Value>;

  Result get(const TracePtr& trace, const Key& key, const std::function<Value()>& compute) {
    if (Result known = find(trace, key)) return known;
    auto made = std::make_shared<const Value>(compute());
    const std::lock_guard lock(mutex_);
    kept_.push_front({trace, key, made});
    if (kept_.size() > kMost) kept_.pop_back();
    return made;
  }
  Result find(const TracePtr& trace, const Key& key) {
    const std::lock_guard lock(mutex_);
    kept_.remove_if([](const Entry& entry) { return entry.trace.expired(); });
    for (const Entry& entry : kept_)
      if (entry.key == key && entry.trace.lock() == trace) return entry.value;
    return nullptr;
  }

 private:
  static constexpr std::size_t kMost = 8;
  struct Entry {
    std::weak_ptr<const Trace> trace;
    Key key;
    Result value;
  };
  std::mutex mutex_;
  std::list<Entry> kept_;
};

}  // namespace ouroscope
