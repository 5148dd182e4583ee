// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at inside a loop: the weights of attention of one position, and states on their
// way through the map of a lens.
#pragma once
#include "kernels/cuda/Cache.cuh"

namespace ouroscope::cuda {

inline constexpr int kInsideThreads = 256;

/// One position whose keys are in the cache already.
template <class T>
struct AttendingRow {
  const T* q;  ///< [heads][headDim], turned
  int position, heads, slot;
  int window;        ///< positions that it sees, its own counted; 0: all before it
  float scale, cap;  ///< of scores; cap 0: none
  CacheView<T> cache;
  float* out;  ///< [heads][position + 1]
};

/// The softmax that attention mixes values by; 0 where the position does not see. One block a head.
template <class T>
__global__ void attentionWeights(AttendingRow<T> a) {
  const int head = blockIdx.x, seen = a.position + 1, headDim = a.cache.headDim;
  const int first = firstSeen(a.position, a.window);
  const int warp = threadIdx.x / kWarp, lane = threadIdx.x % kWarp, warps = blockDim.x / kWarp;
  const T* q = a.q + head * headDim;
  const T* keys = a.cache.at(a.slot, 0, head / (a.heads / a.cache.kvHeads));
  float* out = rowAt(a.out, head, seen);
  for (int j = threadIdx.x; j < first; j += blockDim.x) out[j] = 0;
  float top = __uint_as_float(0xff800000u);  // -infinity
  for (int j = first + warp; j < seen; j += warps) {
    const T* key = rowAt(keys, j, a.cache.headDimPadded);
    float share = 0;
    for (int i = lane; i < headDim; i += kWarp) share += toFloat(q[i]) * toFloat(key[i]);
    const float score = capped(warpSum(share) * a.scale, a.cap);
    if (lane == 0) out[j] = score;
    top = fmaxf(top, score);
  }
  top = blockMax(top);  // its barriers also show every score to every thread
  float sum = 0;
  for (int j = first + threadIdx.x; j < seen; j += blockDim.x) {
    out[j] = expf(out[j] - top);
    sum += out[j];
  }
  sum = blockSum(sum);
  for (int j = first + threadIdx.x; j < seen; j += blockDim.x) out[j] /= sum;
}

/// The end of a map: rows [width] that hold W x get the bias; where there is no map they are NaN.
/// Padding is zero.
template <int kUnused = 0>
__global__ void finishMapped(const float* bias, bool mapped, int d, int width, float* rows) {
  float* row = rowAt(rows, blockIdx.x, width);
  const float none = __uint_as_float(0x7fc00000u);
  for (int i = threadIdx.x; i < width; i += blockDim.x) {
    if (i >= d)
      row[i] = 0;
    else if (!mapped)
      row[i] = none;
    else if (bias)
      row[i] += bias[i];
  }
}

}  // namespace ouroscope::cuda
