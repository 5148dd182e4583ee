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

/// The slots of the looped layers: layer i of the core has slot first + loop * layers + i.
struct CoreSlots {
  int first, layers, loops;
};

/// Angles in fp32, as the model was trained; their cosine and sine in double, rounded once.
/// table [positions][half] of (cos, sin)
template <int kUnused = 0>
__global__ void turnTable(const float* inverseFrequency, int positions, int half, float2* table) {
  const int at = blockIdx.x * blockDim.x + threadIdx.x;
  const int position = at / half, k = at % half;
  if (position >= positions) return;
  const float angle = position * inverseFrequency[k];
  table[at] = float2{static_cast<float>(cos(static_cast<double>(angle))),
                     static_cast<float>(sin(static_cast<double>(angle)))};
}

/// Turns queries (in place) and keys by their position, and stores keys and values in a slot.
/// Split-half rotation: pairs (i, i + half). One block per row of qkv.
template <class Act, class T>
__global__ void turnAndStore(Act* qkv, int stride, int heads, const float2* table,
                             int firstPosition, int slot, CacheView<T> cache) {
  const int half = cache.headDim / 2, position = firstPosition + blockIdx.x;
  Act* row = qkv + std::size_t{blockIdx.x} * stride;
  const float2* turn = rowAt(table, position, half);
  for (int i = threadIdx.x; i < (heads + cache.kvHeads) * half; i += blockDim.x) {
    const int head = i / half, k = i % half;
    Act* low = row + head * cache.headDim + k;
    const float a = toFloat(low[0]), b = toFloat(low[half]);
    const float x = a * turn[k].x - b * turn[k].y, y = b * turn[k].x + a * turn[k].y;
    if (head < heads) {
      low[0] = fromFloat<Act>(x);
      low[half] = fromFloat<Act>(y);
    } else {
      T* to = rowAt(cache.at(slot, 0, head - heads), position, cache.headDimPadded);
      to[k] = fromFloat<T>(x);
      to[k + half] = fromFloat<T>(y);
    }
  }
  const Act* values = row + (heads + cache.kvHeads) * cache.headDim;
  for (int i = threadIdx.x; i < cache.kvHeads * cache.headDim; i += blockDim.x) {
    T* to = rowAt(cache.at(slot, 1, i / cache.headDim), position, cache.headDimPadded);
    to[i % cache.headDim] = fromFloat<T>(toFloat(values[i]));
  }
}

/// Fills slots of loops a position did not run with those of the last one it ran, `depth` - 1: the
/// deeper ones, or all others too where `shallower`. One block per position, layer, part and head.
template <class T>
__global__ void fillSlots(CacheView<T> cache, CoreSlots core, int firstPosition,
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
