// SPDX-License-Identifier: GPL-3.0-or-later
// The key/value cache on the device, and what is written into it: turned keys, values, and copies
// between the slots of different loops.
#pragma once
#include "kernels/cuda/Device.cuh"

namespace ouroscope::cuda {

/// [slots][key, value][kvHeads][capacity][headDimPadded]. Which slot a layer uses in a loop:
/// core/engine/KvSlots.h. Strides in elements.
template <class T>
struct CacheView {
  T* data;
  int kvHeads, capacity, headDim, headDimPadded;

  __device__ std::size_t headStride() const { return std::int64_t{capacity} * headDimPadded; }
  /// Keys (part 0) or values (part 1) of one head in a slot: [capacity][headDimPadded].
  __device__ T* at(int slot, int part, int head) const {
    return data + ((std::int64_t{slot} * 2 + part) * kvHeads + head) * headStride();
  }
};

/// The slots of layers that have one for each loop: layer i of them has slot first + loop * layers
/// + i.
struct LoopedSlots {
  int first, layers, loops;
};

/// Angles in fp32, as the model was trained; their cosine and sine in double, rounded once.
/// table [positions][half] of factor * (cos, sin)
template <int kUnused = 0>
__global__ void turnTable(const float* inverseFrequency, double factor, int positions, int half,
                          float2* table) {
  const int at = blockIdx.x * blockDim.x + threadIdx.x;
  const int position = at / half, k = at % half;
  if (position >= positions) return;
  const float angle = position * inverseFrequency[k];
  table[at] = float2{static_cast<float>(factor * cos(static_cast<double>(angle))),
                     static_cast<float>(factor * sin(static_cast<double>(angle)))};
}

/// What happens to queries, keys and values before the rotation. What is null is left out.
struct HeadPrep {
  const float* bias;                 ///< [(heads + 2 kvHeads) * headDim]
  const float *queryNorm, *keyNorm;  ///< [headDim], or the whole width
  bool whole;                        ///< one norm over all heads
  float eps;
};

template <class Act>
__device__ inline float biasedHead(const HeadPrep& prep, const Act* qkv, int at) {
  const float v = toFloat(qkv[at]);
  return prep.bias ? v + prep.bias[at] : v;
}
/// The scale of the norm over `count` numbers from `first` on; by one warp.
template <class Act>
__device__ inline float headScale(const HeadPrep& prep, const Act* qkv, int first, int count) {
  float share = 0;
  for (int i = threadIdx.x % kWarp; i < count; i += kWarp) {
    const float v = biasedHead(prep, qkv, first + i);
    share += v * v;
  }
  return 1.0f / sqrtf(warpSum(share) / count + prep.eps);
}
/// Number i of a head. `norm` and `scale` are those of queries or of keys; norm is null for values.
template <class Act>
__device__ inline float preparedHead(const HeadPrep& prep, const Act* qkv, int first, int i,
                                     const float* norm, int normFirst, float scale) {
  const float v = biasedHead(prep, qkv, first + i);
  return norm ? v * scale * norm[(prep.whole ? normFirst : 0) + i] : v;
}
/// Where a layer is not rotated there is no table.
__device__ inline float2 turnAt(const float2* turns, int i) {
  return turns ? turns[i] : float2{1, 0};
}

/// Numbers of shared memory that turnAndStore needs: scales of norms.
__host__ __device__ inline int turnScales(const HeadPrep& prep, int heads, int kvHeads) {
  if (!prep.queryNorm) return 0;
  return prep.whole ? 2 : heads + kvHeads;
}

/// Turns queries (in place) and keys by their position, and `stores` keys and values in a slot.
/// Split-half rotation: pairs (i, i + half). One block per row of qkv.
template <class Act, class T>
__global__ void turnAndStore(Act* qkv, int stride, int heads, HeadPrep prep, const float2* table,
                             int firstPosition, int slot, bool stores, CacheView<T> cache) {
  const int headDim = cache.headDim, half = headDim / 2, queries = heads * headDim;
  const int position = firstPosition + blockIdx.x;
  Act* row = qkv + std::size_t{blockIdx.x} * stride;
  const float2* turns = table ? rowAt(table, position, half) : nullptr;
  float* scales = dynamicShared<float>();
  const int spans = turnScales(prep, heads, cache.kvHeads);
  for (int s = threadIdx.x / kWarp; s < spans; s += blockDim.x / kWarp) {
    const int first = prep.whole ? s * queries : s * headDim;
    const int count = !prep.whole ? headDim : s == 0 ? queries : cache.kvHeads * headDim;
    const float scale = headScale(prep, row, first, count);
    if (threadIdx.x % kWarp == 0) scales[s] = scale;
  }
  if (spans > 0) __syncthreads();  // uniform over the grid
  const int turned = stores ? heads + cache.kvHeads : heads;
  for (int i = threadIdx.x; i < turned * half; i += blockDim.x) {
    const int head = i / half, k = i % half, first = head * headDim;
    const bool key = head >= heads;
    const float* norm = key ? prep.keyNorm : prep.queryNorm;
    const int normFirst = key ? first - queries : first;
    const float scale = spans > 0 ? scales[prep.whole ? key : head] : 1.0f;
    const float a = preparedHead(prep, row, first, k, norm, normFirst, scale),
                b = preparedHead(prep, row, first, k + half, norm, normFirst, scale);
    const float2 turn = turnAt(turns, k);
    const float x = a * turn.x - b * turn.y, y = b * turn.x + a * turn.y;
    if (!key) {
      row[first + k] = fromFloat<Act>(x);
      row[first + k + half] = fromFloat<Act>(y);
    } else {
      T* to = rowAt(cache.at(slot, 0, head - heads), position, cache.headDimPadded);
      to[k] = fromFloat<T>(x);
      to[k + half] = fromFloat<T>(y);
    }
  }
  if (!stores) return;
  const int values = queries + cache.kvHeads * headDim;
  for (int i = threadIdx.x; i < cache.kvHeads * headDim; i += blockDim.x) {
    T* to = rowAt(cache.at(slot, 1, i / headDim), position, cache.headDimPadded);
    to[i % headDim] = fromFloat<T>(biasedHead(prep, row, values + i));
  }
}

/// The first position that the one at `position` sees.
__device__ inline int firstSeen(int position, int window) {
  return window > 0 && position >= window ? position + 1 - window : 0;
}

/// Fills slots of loops a position did not run with those of the last one it ran, `depth` - 1: the
/// deeper ones, or all others too where `shallower`. One block per position, layer, part and head.
template <class T>
__global__ void fillSlots(CacheView<T> cache, LoopedSlots core, int firstPosition,
                          const std::int32_t* depth, bool shallower) {
  const int perLayer = 2 * cache.kvHeads, perPosition = core.layers * perLayer;
  const int position = blockIdx.x / perPosition;
  const int within = blockIdx.x % perPosition;
  const int layer = within / perLayer, part = within % perLayer / cache.kvHeads;
  const int head = within % cache.kvHeads;
  const int from = depth[position] - 1;
  const std::size_t offset = std::int64_t{firstPosition + position} * cache.headDimPadded;
  const auto at = [&](int loop) {
    return cache.at(core.first + loop * core.layers + layer, part, head) + offset;
  };
  const T* source = at(from);
  for (int loop = shallower ? 0 : from + 1; loop < core.loops; ++loop) {
    if (loop == from) continue;
    T* to = at(loop);
    for (int i = threadIdx.x; i < cache.headDim; i += blockDim.x) to[i] = source[i];
  }
}

}  // namespace ouroscope::cuda
