// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/engine/Backend.h"
#include "core/engine/RunEvent.h"

namespace ouroscope {

/// What one finished batch of positions left behind. Spans are valid only during the call. [n, R,
/// ...] row-major, where R is the loops of the run; rows of loops a token did not run are NaN
/// (floats) or -1 (ids, ranks).
struct LoopRecord {
  int first = 0;                           ///< position of the first token in the sequence
  int count = 0;                           ///< n
  int loops = 0;                           ///< R
  std::span<const std::int32_t> tokens;    ///< [n]
  std::span<const std::int32_t> loopsRun;  ///< [n]
  std::span<const float> gateLogit;        ///< [n,R]
  std::span<const float>
      otherGateLogit;  ///< [n,R,G] of the gates beside the model's own; empty where none
  std::span<const float> stateNorm, stepNorm, stepCosine;  ///< [n,R]
  const LensResult* lens = nullptr;                        ///< rows = R
  std::span<const float> hidden;                           ///< [n,R,d] or empty
  std::span<const float> logits;                           ///< [n,R,V] or empty
  const std::vector<LensResult>* layerLens =
      nullptr;  ///< per loop that was run, rows = L; null where not captured
  std::span<const float> layerUpdateNorm;  ///< [n,R,L] ||x_i - x_{i-1}|| of the residual stream;
                                           ///< empty where not captured
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
