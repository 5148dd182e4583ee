// SPDX-License-Identifier: GPL-3.0-or-later
// Attention of one new position, split over the context so that all of the GPU reads the cache.
#pragma once
#include "kernels/cuda/Cache.cuh"
#include "kernels/cuda/Decode.cuh"
#include "kernels/cuda/Layout.h"

namespace ouroscope::cuda {

inline constexpr int kDecodeThreads = 128;
/// Keys whose loads are under way at once, per group of lanes.
inline constexpr int kKeysAhead = 4;

template <class T>
struct DecodeAttentionArgs {
  const DecodeState* state;
  const float* qkv;  ///< [heads + 2 kvHeads][headDim] of the new position, not yet turned
  HeadPrep prep;
  const float2* table;  ///< [capacity][headDim / 2]; null where the layer is not rotated
  CacheView<T> cache;
  int heads;
  int slot, slotStep;  ///< of the layer: in the first loop, and from one loop to the next
  bool storesOnce;     ///< later loops use the keys and values of the first
  int splits;
  int window;             ///< positions that each sees, its own counted; 0: all before it
  float scale, cap;       ///< of scores; cap 0: none
  float* partial;         ///< [heads][splits][headDimPadded + 2]: mixed values, maximum, sum
  std::int32_t* arrived;  ///< [heads], zero before and after
  float* attended;        ///< [heads][headDim]
};

/// Grid: (heads, splits). Turns the query and the new key, stores the new key and value, attends;
/// the block of a head that ends last joins the splits.
template <class T>
__global__ __launch_bounds__(kDecodeThreads) void decodeAttention(DecodeAttentionArgs<T> t) {
  __shared__ float query[kMaxHeadDim], newKey[kMaxHeadDim], newValue[kMaxHeadDim];
  __shared__ float groupTop[kDecodeThreads], groupSum[kDecodeThreads];
  __shared__ float mixed[kDecodeThreads * 8];
  __shared__ float scales[2];  // of the norms of queries and keys
  __shared__ bool last;

  const int head = blockIdx.x, split = blockIdx.y, thread = threadIdx.x;
  const int headDim = t.cache.headDim, width = t.cache.headDimPadded, half = headDim / 2;
  const int position = t.state->position, slot = t.slot + t.state->loop * t.slotStep;
  const int perGroup = t.heads / t.cache.kvHeads, kvHead = head / perGroup;
  T* keys = t.cache.at(slot, 0, kvHead);
  T* values = t.cache.at(slot, 1, kvHead);

  const bool stores = !t.storesOnce || t.state->loop == 0;
  const int queries = t.heads * headDim, kvWidth = t.cache.kvHeads * headDim;
  const int ownQuery = head * headDim, ownKey = kvHead * headDim;  // within all of them
  if (t.prep.queryNorm) {                                          // uniform over the grid
    const bool whole = t.prep.whole;
    if (thread / kWarp == 0)
      scales[0] = headScale(t.prep, t.qkv, whole ? 0 : ownQuery, whole ? queries : headDim);
    else if (thread / kWarp == 1)
      scales[1] =
          headScale(t.prep, t.qkv, queries + (whole ? 0 : ownKey), whole ? kvWidth : headDim);
    __syncthreads();
  }
  const auto q = [&](int i) {
    return preparedHead(t.prep, t.qkv, ownQuery, i, t.prep.queryNorm, ownQuery, scales[0]);
  };
  const auto k = [&](int i) {
    return preparedHead(t.prep, t.qkv, queries + ownKey, i, t.prep.keyNorm, ownKey, scales[1]);
  };
  const float2* turns = t.table ? rowAt(t.table, position, half) : nullptr;
  for (int i = thread; i < half; i += kDecodeThreads) {
    const float2 turn = turnAt(turns, i);
    const float qLow = q(i), qHigh = q(i + half), kLow = k(i), kHigh = k(i + half);
    query[i] = (qLow * turn.x - qHigh * turn.y) * t.scale;
    query[i + half] = (qHigh * turn.x + qLow * turn.y) * t.scale;
    if (!stores) continue;
    // Later positions see the stored key; so does this one.
    newKey[i] = toFloat(fromFloat<T>(kLow * turn.x - kHigh * turn.y));
    newKey[i + half] = toFloat(fromFloat<T>(kHigh * turn.x + kLow * turn.y));
  }
  for (int i = thread; i < headDim; i += kDecodeThreads) {
    if (stores) {
      newValue[i] =
          toFloat(fromFloat<T>(biasedHead(t.prep, t.qkv, queries + kvWidth + ownKey + i)));
    } else {
      newKey[i] = toFloat(rowAt(keys, position, width)[i]);
      newValue[i] = toFloat(rowAt(values, position, width)[i]);
    }
  }
  for (int i = headDim + thread; i < kMaxHeadDim; i += kDecodeThreads)
    query[i] = newKey[i] = newValue[i] = 0;
  __syncthreads();
  const bool newest = split == t.splits - 1;
  if (stores && newest && head % perGroup == 0)
    for (int i = thread; i < headDim; i += kDecodeThreads) {
      rowAt(keys, position, width)[i] = fromFloat<T>(newKey[i]);
      rowAt(values, position, width)[i] = fromFloat<T>(newValue[i]);
    }

  // Groups of lanes share a key, eight dimensions each.
  int lanes = 1;
  while (lanes * 8 < width) lanes *= 2;
  const int groups = kDecodeThreads / lanes, group = thread / lanes, own = thread % lanes * 8;
  const bool idle = own >= width;
  float queryPart[8];
  OUROSCOPE_UNROLL
  for (int i = 0; i < 8; ++i) queryPart[i] = query[own + i];
  const int oldest = firstSeen(position, t.window), past = position - oldest;
  const int perSplit = (past + t.splits - 1) / t.splits;
  const int begin = oldest + split * perSplit;
  const int end = begin + perSplit < position ? begin + perSplit : position;
  const float lowest = __uint_as_float(0xff800000u);

  float top = lowest, sum = 0, mix[8] = {};
  const auto take = [&](float score, const float(&value)[8]) {
    const float newTop = fmaxf(top, score);
    const float factor = top == lowest ? 0.0f : expf(top - newTop);
    const float p = score == lowest ? 0.0f : expf(score - newTop);
    top = newTop;
    sum = sum * factor + p;
    OUROSCOPE_UNROLL
    for (int i = 0; i < 8; ++i) mix[i] = mix[i] * factor + p * value[i];
  };
  for (int base = begin; base < end; base += groups * kKeysAhead) {
    float keyPart[kKeysAhead][8], valuePart[kKeysAhead][8];
    OUROSCOPE_UNROLL
    for (int a = 0; a < kKeysAhead; ++a) {
      const int key = base + a * groups + group;
      if (key < end && !idle) {
        load8(rowAt(keys, key, width) + own, keyPart[a]);
        load8(rowAt(values, key, width) + own, valuePart[a]);
      } else {
        OUROSCOPE_UNROLL
        for (int i = 0; i < 8; ++i) keyPart[a][i] = valuePart[a][i] = 0;
      }
    }
    OUROSCOPE_UNROLL
    for (int a = 0; a < kKeysAhead; ++a) {
      float score = 0;
      OUROSCOPE_UNROLL
      for (int i = 0; i < 8; ++i) score += queryPart[i] * keyPart[a][i];
      for (int o = lanes / 2; o > 0; o /= 2) score += shuffleXor(score, o);
      score = capped(score, t.cap);
      take(base + a * groups + group < end ? score : lowest, valuePart[a]);
    }
  }
  if (newest && group == 0) {  // the new position itself, from shared memory
    float score = 0, value[8];
    for (int i = 0; i < width; ++i) score += query[i] * newKey[i];
    score = capped(score, t.cap);
    OUROSCOPE_UNROLL
    for (int i = 0; i < 8; ++i) value[i] = newValue[own + i];
    take(score, value);
  }

  if (thread % lanes == 0) {
    groupTop[group] = top;
    groupSum[group] = sum;
  }
  OUROSCOPE_UNROLL
  for (int i = 0; i < 8; ++i) mixed[group * lanes * 8 + own + i] = mix[i];
  __syncthreads();
  const auto weightOf = [&](float part, float all) {
    return part == lowest ? 0.0f : expf(part - all);
  };
  float blockTop = lowest;
  for (int n = 0; n < groups; ++n) blockTop = fmaxf(blockTop, groupTop[n]);
  float* mine = rowAt(t.partial, std::int64_t{head} * t.splits + split, width + 2);
  for (int i = thread; i < width; i += kDecodeThreads) {
    float value = 0;
    for (int n = 0; n < groups; ++n)
      value += weightOf(groupTop[n], blockTop) * mixed[n * lanes * 8 + i];
    mine[i] = value;
  }
  if (thread == 0) {
    float total = 0;
    for (int n = 0; n < groups; ++n) total += weightOf(groupTop[n], blockTop) * groupSum[n];
    mine[width] = blockTop;
    mine[width + 1] = total;
  }

  // The partial results must be seen by whoever counts to the end.
  __threadfence();
  __syncthreads();
  if (thread == 0) last = atomicAdd(t.arrived + head, 1) == t.splits - 1;
  __syncthreads();
  if (!last) return;
  __threadfence();
  const float* all = rowAt(t.partial, std::int64_t{head} * t.splits, width + 2);
  float headTop = lowest, total = 0;
  for (int s = 0; s < t.splits; ++s) headTop = fmaxf(headTop, all[s * (width + 2) + width]);
  for (int s = 0; s < t.splits; ++s)
    total += weightOf(all[s * (width + 2) + width], headTop) * all[s * (width + 2) + width + 1];
  for (int i = thread; i < headDim; i += kDecodeThreads) {
    float value = 0;
    for (int s = 0; s < t.splits; ++s)
      value += weightOf(all[s * (width + 2) + width], headTop) * all[s * (width + 2) + i];
    t.attended[head * headDim + i] = value / total;
  }
  if (thread == 0) t.arrived[head] = 0;
}

}  // namespace ouroscope::cuda
