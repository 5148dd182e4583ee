// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kernels/cpu/CpuModel.h"
#include "kernels/cpu/KvCache.h"

namespace ouroscope::cpu {

/// Causal attention of a batch of positions over everything before them and themselves.
struct AttentionArgs {
  const Model& model;
  const KvCache& cache;
  int slot;        ///< of the layer in this loop
  int length;      ///< positions before the batch
  int batch;       ///< positions in it; their keys and values are stored already
  int window;      ///< positions that each sees, its own counted; 0: all before it
  const float* q;  ///< [batch][ldq], the heads side by side, rotated
  std::ptrdiff_t ldq;
  Activations& out;  ///< [batch][heads * headDim]
};

/// softmax(q K^T * scale) V, scores capped where the model caps them, in segments of the context
/// that are the same for every batch and every number of threads: each has its own maximum, sum and
/// mix of values, and they are joined in ascending order. Tasks are heads by blocks of queries;
/// where there are too few of those (decode), they are heads by segments.
void attend(const AttentionArgs& args);

}  // namespace ouroscope::cpu
