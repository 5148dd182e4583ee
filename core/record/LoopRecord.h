// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

#include "core/record/Columns.h"

namespace ouroscope {

/// What one finished batch of positions left behind: a piece of a trace. Valid only during the
/// call.
struct LoopRecord {
  int first = 0;  ///< position of the first token in the sequence
  int count = 0;  ///< n
  int loops = 0;  ///< R of the run
  /// [n, ...] of every column that is recorded, without the texts of tokens and words. Cells of
  /// loops that a token did not run are absent (NaN or -1).
  const RecordColumns& columns;
  std::span<const float> logSumExp = {};  ///< [n,R] of the logits; no column keeps it
};

/// Sees a run token by token (decode) or chunk by chunk (prefill), in order. Called on the engine's
/// thread.
class LoopObserver {
 public:
  virtual ~LoopObserver() = default;
  virtual void onRecord(const LoopRecord& record) = 0;
  /// What a person changed, before the first record that it holds for.
  virtual void onEvent(const RunEvent&) {}
  /// The run is about to wait in a pause.
  virtual void onHold() {}
};

}  // namespace ouroscope
