// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

#include "core/engine/Backend.h"
#include "core/record/Columns.h"

namespace ouroscope {

/// Numbers of the attention of every token, loop, layer and head (docs/measures.md), read from the
/// batches of a run in the order of its tokens: the concentration of columns at a token is that of
/// the whole text up to it.
class AttentionNumbers {
 public:
  AttentionNumbers(const ModelSpec& spec, int loops) : spec_(spec), loops_(loops) {}

  /// Of positions [offset, offset + count) of the batch under way, of which the first is `first` in
  /// the sequence: fills the columns attention_* of `out`, [count, R, L, H].
  /// @throws Cancelled
  void read(const Sequence& sequence, int offset, int count, int first, RecordColumns& out,
            const std::stop_token& stop);

 private:
  /// [H][tokens seen] of one loop and the one before it; their room goes from token to token.
  struct Weights {
    std::vector<float> now, before;
  };
  void readLayer(const Sequence& sequence, int layer, int row, int position, std::size_t at,
                 Weights& of, RecordColumns& out);
  const ModelSpec& spec_;
  int loops_;
  /// [R][L][H][tokens so far] sums of the weights that tokens got.
  std::vector<std::vector<double>> columns_;
};

}  // namespace ouroscope
