// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/engine/Backend.h"

namespace ouroscope {

/// The tokens of a run up to one whose answer is asked, run again and again with other edits: what
/// comes before an edit is kept. One thread.
class SweepSequence {
 public:
  SweepSequence(Backend& backend, std::vector<std::int32_t> tokens, int loops, std::uint64_t seed,
                std::stop_token stop);

  /// Logits of the last token at the last loop, with `edits` that change or read nothing before
  /// token `firstToken` and loop `firstLoop`. [V]
  std::vector<float> answer(StateEdits* edits, int firstToken, int firstLoop);
  std::int64_t rows() const { return rows_; }  ///< loops of tokens run so far

 private:
  void keepUntil(int token);
  void runBatch(int first, int count, StateEdits* edits);
  void begin(int first, int count);
  void runLoop(int rows);

  Backend& backend_;
  std::vector<std::int32_t> tokens_;
  int loops_;
  std::stop_token stop_;
  std::unique_ptr<Sequence> sequence_;
  int clean_ = 0;  ///< loops of the batch under way that no edit has touched
  std::int64_t rows_ = 0;
};

}  // namespace ouroscope
