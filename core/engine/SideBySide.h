// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/engine/RunRequest.h"

namespace ouroscope {

class Run;

/// Several runs on one loaded model, their rows in the same passes: one reading of the weights
/// serves all of them. A run joins at any time, goes through its prompt in batches and on token by
/// token, and leaves at its end; none waits for another, and a token that exits early leaves its
/// pass early. What a run gives its observer is what Engine::run gives, to the bit: no row's
/// numbers depend on those beside it (tst_side_by_side compares every bit). One thread.
class SideBySide {
 public:
  /// Told when a run has left: with nothing, or with why it could not go on. May add others.
  using Ended = std::function<void(const RunSummary&, const std::exception_ptr&)>;

  /// @param most runs at a time
  SideBySide(Backend& backend, int most, std::stop_token stop = {});
  ~SideBySide();
  SideBySide(const SideBySide&) = delete;
  SideBySide& operator=(const SideBySide&) = delete;

  int running() const;
  /// Whether a run may join now: fewer than `most` are under way, and what all of them take fits in
  /// memory. With nothing under way there is always room; whether it fits is then for add() to say.
  bool hasRoom(const RunRequest& request) const;
  /// The request, the observer and what the hooks point to stay until `ended` was called.
  /// @param hooks without a RunControl, which may make a run wait. Their stop ends this run alone.
  /// @throws Error as Engine::plan(); then nothing was added
  void add(const RunRequest& request, LoopObserver& observer, const RunHooks& hooks, Ended ended);

  /// One pass over the rows of as many runs as it takes; runs that are over leave.
  /// @return false where nothing is under way any more
  bool pass();

 private:
  struct Text;

  std::vector<Text*> chosen() const;
  template <class Work>
  void together(const Work& work);
  void leave();

  Backend& backend_;
  int most_;
  std::stop_token stop_;
  std::vector<std::unique_ptr<Text>> texts_;  ///< in the order in which they joined
};

}  // namespace ouroscope
