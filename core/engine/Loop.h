// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/engine/Backend.h"

namespace ouroscope {

/// The rows of the batch under way, as a hook sees them around one loop.
class StateAccess {
 public:
  StateAccess(const Sequence& sequence, int rows, int loop)
      : sequence_(sequence), rows_(rows), loop_(loop) {}

  int loop() const { return loop_; }  ///< from 0: about to run, or just run
  int rows() const { return rows_; }  ///< positions of the batch
  int position(int row) const { return sequence_.length() + row; }  ///< in the sequence
  int width() const { return sequence_.stateWidth(); }              ///< d
  /// Loops whose states can be read: loop() before it has run, loop() + 1 after.
  int loopsRun() const { return sequence_.loopsRun(); }

  /// Normed states of rows [first, first + count) after `loop`, [count, d].
  /// @throws std::logic_error for a loop or rows that the batch does not have
  void states(int loop, int first, int count, std::span<float> out) const;
  /// Gate logits of all rows after `loop`, [rows].
  std::vector<float> gateLogits(int loop) const;

 private:
  void requireLoop(int loop) const;

  const Sequence& sequence_;
  int rows_, loop_;
};

/// Called on the engine's thread around every loop of every batch: prompt, generated tokens, drafts
/// and what verifies them.
class LoopHooks {
 public:
  virtual ~LoopHooks() = default;
  virtual void beforeLoop(const StateAccess&) {}
  virtual void afterLoop(const StateAccess&) {}
};

/// How far a batch is taken.
struct Until {
  int loops = 0;                      ///< at most this many
  std::function<bool(int)> enough{};  ///< asked after each loop (from 0): true ends the batch there
};

/// The one loop over loops: runs the batch that `sequence` has begun, and calls the hooks around
/// every loop. Loops that come after the end are not computed.
/// @param rows positions of the batch
/// @return loops run
/// @throws Cancelled between two layers
int advance(Sequence& sequence, int rows, const Until& until, LoopHooks* hooks = nullptr,
            const std::stop_token& stop = {});

}  // namespace ouroscope
