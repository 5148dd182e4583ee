// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

#include "kernels/cpu/CpuModel.h"
#include "kernels/cpu/KvCache.h"

namespace ouroscope::cpu {

/// Causal attention of neighbouring positions, all at one loop, over everything before them and
/// themselves.
struct AttentionArgs {
  const Model& model;
  const KvCache& cache;
  int slot;        ///< of the layer in this loop
  int length;      ///< positions before them
  int batch;       ///< how many they are; their keys and values are stored already
  int window;      ///< positions that each sees, its own counted; 0: all before it
  const float* q;  ///< [batch][ldq], the heads side by side, rotated
  std::ptrdiff_t ldq;
  Activations* out = nullptr;  ///< [rows of the pass][heads * headDim]
  int firstRow = 0;            ///< of `out`
};

/// softmax(q K^T * scale) V, scores capped where the model caps them, in segments of the context
/// that are the same for every batch and every number of threads: each has its own maximum, sum and
/// mix of values, and they are joined in ascending order. Tasks are heads by blocks of queries, of
/// all the parts of a pass together; where there are too few of those (decode), they are heads by
/// segments, part by part.
void attend(std::span<const AttentionArgs> parts);

/// What the one position of `args` gives every position up to its own, [heads][length + 1]: the
/// softmax that attend() mixes values by, before it is rounded for the product with them.
void attentionWeights(const AttentionArgs& args, std::span<float> out);

}  // namespace ouroscope::cpu
