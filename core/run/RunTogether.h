// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <exception>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/engine/SideBySide.h"
#include "core/run/RunRecording.h"

namespace ouroscope {

/// Records several orders on one model side by side: their rows share readings of the weights, and
/// each trace is the one that its order alone would give, to the byte. One thread.
class RunTogether {
 public:
  /// Told when a record has ended: with its trace, or with why there is none. May add others.
  using Ended = std::function<void(const TracePtr&, const std::exception_ptr&)>;

  /// @param most texts at a time
  RunTogether(ModelPtr model, int most, std::stop_token stop = {})
      : model_(std::move(model)), stop_(stop), runs_(*model_->backend, most, std::move(stop)) {}

  int running() const { return runs_.running(); }
  /// As SideBySide::hasRoom().
  bool hasRoom(const PreparedRun& run) const { return runs_.hasRoom(run.request); }
  /// @throws Error where the run does not fit in memory
  void add(PreparedRun run, Ended ended);
  /// One pass. @return false where nothing is under way any more
  bool pass() { return runs_.pass(); }

 private:
  ModelPtr model_;
  std::stop_token stop_;
  SideBySide runs_;
};

/// Texts that are run together where nobody says how many: as many as gain by it on this device.
int usualTogether(const Backend& backend);

/// Records all orders, at most `most` at a time, in their order. A stop keeps what each has, as
/// RunRecording::run() does. Progress counts texts.
/// @throws what RunRecording::run() would for the first order that cannot be run; Cancelled where a
/// text was stopped before anything of it was recorded
std::vector<TracePtr> recordTogether(const ModelPtr& model, std::span<const RunOrder> orders,
                                     int most, const std::stop_token& stop = {},
                                     const ProgressFn& progress = {});

}  // namespace ouroscope
