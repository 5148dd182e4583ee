// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <utility>

#include "core/engine/RunRequest.h"

namespace ouroscope {

/// Runs requests on a Backend and tells a LoopObserver. Reads like docs/model.md: embed, loop,
/// norm, gate, lens.
class Engine {
 public:
  explicit Engine(Backend& backend);

  /// Bytes this request takes. @throws Error when it does not fit in the memory that is free, with
  /// the numbers.
  MemoryPlan plan(const RunRequest& request) const;

  /// @throws Error; Cancelled within one layer of the token being stopped.
  /// Positions recorded before a cancel have been given to the observer, and that it was stopped.
  RunSummary run(const RunRequest& request, LoopObserver& observer, const RunHooks& hooks);
  RunSummary run(const RunRequest& request, LoopObserver& observer, std::stop_token stop = {},
                 const ProgressFn& progress = {}) {
    return run(request, observer, RunHooks{std::move(stop), progress});
  }

 private:
  Backend& backend_;
};

}  // namespace ouroscope
