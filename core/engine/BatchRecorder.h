// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <stop_token>
#include <vector>

#include "core/engine/AttentionNumbers.h"
#include "core/engine/RunRequest.h"

namespace ouroscope {

/// Positions per prompt batch for this request: what the caller chose, or as many as keep the
/// states of all loops under 1 GiB and captured logits under 64 MiB, at least one.
int batchPositions(const RunRequest& request, int loops, const Backend& backend);

/// Positions [offset, offset + n) of the batch under way, which are to be recorded.
struct BatchStretch {
  int batch = 0;                         ///< positions of the whole batch
  int offset = 0;                        ///< of the first recorded one within it
  int first = 0;                         ///< of the first recorded one in the sequence
  std::span<const std::int32_t> tokens;  ///< [n]
  std::span<const std::int32_t> follow;  ///< [n] the tokens after them, -1 unknown
};

/// Reads the batch under way out of a Sequence (gates, norms, lens, captures) and hands it to the
/// observer in pieces small enough that a cancel never waits for more than about one layer's work.
class BatchRecorder {
 public:
  BatchRecorder(const RunRequest& request, const ModelSpec& spec, const Sequence& sequence,
                LoopObserver& observer);

  /// Records a stretch of the batch under way.
  void record(const BatchStretch& stretch, const std::stop_token& stop);

 private:
  void readLoopEnds(int offset, int count, int batch);
  void readStates(int offset, int count);
  void readLens(int offset, std::span<const std::int32_t> follow, const std::stop_token& stop);
  void readLayers(int offset, std::span<const std::int32_t> follow, const std::stop_token& stop);

  void keepLayerStates(int offset, int count);
  void readSimilarity(int offset, int count);

  const RunRequest& request_;
  const ModelSpec& spec_;
  const Sequence& sequence_;
  LoopObserver& observer_;
  int loops_;

  RecordColumns piece_;  ///< what the observer sees
  std::vector<float> logSumExp_;
  AttentionNumbers attention_;
};

}  // namespace ouroscope
