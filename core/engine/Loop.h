// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <span>
#include <stop_token>
#include <utility>
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

/// The one loop over loops: a batch that `sequence` has begun, on its way through them, with the
/// hooks around every one. Who runs the loops between before() and after() is left open, because
/// one pass may run those of many sequences. Loops that come after the end are not computed.
class BatchLoops {
 public:
  /// @param rows positions of the batch
  BatchLoops(const Sequence& sequence, int rows, Until until, LoopHooks* hooks)
      : sequence_(sequence), rows_(rows), until_(std::move(until)), hooks_(hooks) {}

  void before();                     ///< a loop is about to run
  bool after();                      ///< it has run. @return whether another one is wanted
  int run() const { return loop_; }  ///< loops that have run

 private:
  const Sequence& sequence_;
  int rows_;
  Until until_;
  LoopHooks* hooks_;
  int loop_ = 0;
};

/// Runs the batch of one sequence to its end.
/// @param rows positions of the batch
/// @return loops run
/// @throws Cancelled between two layers
int advance(Sequence& sequence, int rows, const Until& until, LoopHooks* hooks = nullptr,
            const std::stop_token& stop = {});

}  // namespace ouroscope
