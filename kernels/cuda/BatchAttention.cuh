// SPDX-License-Identifier: GPL-3.0-or-later
// Causal attention of a batch of queries over the cache, in tiles with a running softmax: no matrix
// of scores is ever in memory. On tensor cores in bf16, in plain fp32 otherwise.
#pragma once
#include "kernels/cuda/Cache.cuh"

namespace ouroscope::cuda {

/// softmax(capped(q k^T * scale)) v for the rows of a batch whose first row is position `past`.
/// Keys and values of the batch are in the cache already.
template <class Act, class T>
struct AttentionArgs {
  const Act* q;
  int strideQ;
  int rows, past;
  int heads, slot;
  int window;        ///< positions that each sees, its own counted; 0: all before it
  float scale, cap;  ///< of scores; cap 0: none
  CacheView<T> cache;
  Act* out;
  int strideOut;
};

// ---- tensor cores ------------------------------------------------------------------------------

inline constexpr int kQueryTile = 64, kFlashThreads = 128;
/// Keys per tile: queries pass through the same shared memory first.
template <int kDim>
inline constexpr int kKeyTile = kDim > 128 ? 32 : 64;
/// 16 bytes between rows of a tile, so that eight rows of a matrix lie in different banks.
template <int kDim>
inline constexpr int kTileStride = kDim + 8;
template <int kDim>
inline constexpr int kFlashShared =
    2 * kKeyTile<kDim>* kTileStride<kDim>* kBf16Bytes > kQueryTile* kTileStride<kDim>* kBf16Bytes
        ? 2 * kKeyTile<kDim>* kTileStride<kDim>* kBf16Bytes
        : kQueryTile* kTileStride<kDim>* kBf16Bytes;

/// Starts the copy of rows [first, first + kRows) of a head; rows from `end` on are zeros.
template <int kDim, int kRows>
__device__ inline void copyTile(Bf16* tile, const Bf16* from, int width, int first, int end) {
  constexpr int kWords = kDim / 8;
  for (int i = threadIdx.x; i < kRows * kWords; i += kFlashThreads) {
    const int row = i / kWords, column = i % kWords * 8;
    const bool valid = first + row < end && column < width;
    copyAsync16(tile + row * kTileStride<kDim> + column,
                valid ? rowAt(from, first + row, width) + column : from, valid);
  }
}

/// Four warps, each 16 queries of one head. kDim: headDim rounded up to 32, 64, 128 or 256.
template <int kDim>
__global__ __launch_bounds__(kFlashThreads) void flashAttention(AttentionArgs<Bf16, Bf16> t) {
  constexpr int kKeys = kKeyTile<kDim>, kStride = kTileStride<kDim>;
  constexpr int kSteps = kDim / 16;       // of 16 dimensions, in q k^T
  constexpr int kScoreTiles = kKeys / 8;  // of 8 keys
  constexpr int kOutTiles = kDim / 8;     // of 8 dimensions
  Bf16* shared = dynamicShared<Bf16>();
  Bf16* keyTile = shared;
  Bf16* valueTile = shared + kKeys * kStride;

  // The longest rows first: they take the most time.
  const int firstQuery = (gridDim.x - 1 - blockIdx.x) * kQueryTile;
  const int head = blockIdx.y;
  const int warp = threadIdx.x / kWarp, lane = threadIdx.x % kWarp;
  const int g = lane / 4, pair = lane % 4 * 2;
  const int headDim = t.cache.headDim, width = t.cache.headDimPadded;

  for (int i = threadIdx.x; i < kQueryTile * kDim; i += kFlashThreads) {
    const int row = i / kDim, column = i % kDim;
    Bf16 v{0};
    if (firstQuery + row < t.rows && column < headDim)
      v = rowAt(t.q, firstQuery + row, t.strideQ)[head * headDim + column];
    shared[row * kStride + column] = v;
  }
  __syncthreads();
  std::uint32_t q[kSteps][4];
  OUROSCOPE_UNROLL
  for (int s = 0; s < kSteps; ++s)
    loadMatrices(q[s], shared + (warp * 16 + lane % 16) * kStride + s * 16 + lane / 16 * 8);
  __syncthreads();

  const int kvHead = head / (t.heads / t.cache.kvHeads);
  const Bf16* keys = t.cache.at(t.slot, 0, kvHead);
  const Bf16* values = t.cache.at(t.slot, 1, kvHead);
  const int lastRow = firstQuery + kQueryTile < t.rows ? firstQuery + kQueryTile : t.rows;
  const int end = t.past + lastRow;  // keys that the tile's last query sees
  const int tiles = (end + kKeys - 1) / kKeys;
  constexpr float kLog2E = 1.44269504088896f;
  const float toExp2 = t.scale * kLog2E;
  const float lowest = __uint_as_float(0xff800000u);

  float out[kOutTiles][4] = {};
  float top[2] = {lowest, lowest}, sum[2] = {0, 0};  // of rows g and g + 8
  const int firstTile = firstSeen(t.past + firstQuery, t.window) / kKeys;
  copyTile<kDim, kKeys>(keyTile, keys, width, firstTile * kKeys, end);
  commitCopies();
  for (int tile = firstTile; tile < tiles; ++tile) {
    const int first = tile * kKeys;
    copyTile<kDim, kKeys>(valueTile, values, width, first, end);
    commitCopies();
    waitCopies<1>();
    __syncthreads();

    float score[kScoreTiles][4] = {};
    OUROSCOPE_UNROLL
    for (int n = 0; n < kScoreTiles; ++n) OUROSCOPE_UNROLL
    for (int s = 0; s < kSteps; s += 2) {
      // Eight keys, 32 dimensions: the right-hand sides of two steps.
      std::uint32_t b[4];
      loadMatrices(b, keyTile + (n * 8 + lane % 8) * kStride + s * 16 + lane / 8 * 8);
      multiplyTile(score[n], q[s], b[0], b[1]);
      multiplyTile(score[n], q[s + 1], b[2], b[3]);
    }

    float tileTop[2] = {top[0], top[1]};
    OUROSCOPE_UNROLL
    for (int n = 0; n < kScoreTiles; ++n) OUROSCOPE_UNROLL
    for (int c = 0; c < 4; ++c) {
      const int key = first + n * 8 + pair + c % 2;
      const int row = firstQuery + warp * 16 + g + c / 2 * 8;
      const float own = t.cap > 0 ? capped(score[n][c] * t.scale, t.cap) * kLog2E  // uniform
                                  : score[n][c] * toExp2;
      const int position = t.past + row;
      const bool seen = key <= position && key < end && key >= firstSeen(position, t.window);
      score[n][c] = seen ? own : lowest;
      tileTop[c / 2] = fmaxf(tileTop[c / 2], score[n][c]);
    }
    float factor[2];
    OUROSCOPE_UNROLL
    for (int r = 0; r < 2; ++r) {
      tileTop[r] = fmaxf(tileTop[r], shuffleXor(tileTop[r], 1));
      tileTop[r] = fmaxf(tileTop[r], shuffleXor(tileTop[r], 2));
      // A row past the batch's end, or one of NaN, has seen no key: nothing to rescale.
      factor[r] = top[r] == lowest ? 0.0f : fastExp2(top[r] - tileTop[r]);
      top[r] = tileTop[r];
      sum[r] *= factor[r];
    }
    OUROSCOPE_UNROLL
    for (int n = 0; n < kScoreTiles; ++n) OUROSCOPE_UNROLL
    for (int c = 0; c < 4; ++c) {
      score[n][c] = score[n][c] == lowest ? 0.0f : fastExp2(score[n][c] - top[c / 2]);
      sum[c / 2] += score[n][c];
    }
    OUROSCOPE_UNROLL
    for (int d = 0; d < kOutTiles; ++d) OUROSCOPE_UNROLL
    for (int c = 0; c < 4; ++c) out[d][c] *= factor[c / 2];

    __syncthreads();  // all warps have read the keys
    if (tile + 1 < tiles) copyTile<kDim, kKeys>(keyTile, keys, width, first + kKeys, end);
    commitCopies();
    waitCopies<1>();
    __syncthreads();  // the values are there

    OUROSCOPE_UNROLL
    for (int s = 0; s < kKeys / 16; ++s) {
      const std::uint32_t p[4] = {packBf16(score[2 * s][0], score[2 * s][1]),
                                  packBf16(score[2 * s][2], score[2 * s][3]),
                                  packBf16(score[2 * s + 1][0], score[2 * s + 1][1]),
                                  packBf16(score[2 * s + 1][2], score[2 * s + 1][3])};
      OUROSCOPE_UNROLL
      for (int d = 0; d < kOutTiles; d += 2) {
        // Sixteen keys, sixteen dimensions.
        std::uint32_t b[4];
        loadMatricesTransposed(b,
                               valueTile + (s * 16 + lane % 16) * kStride + d * 8 + lane / 16 * 8);
        multiplyTile(out[d], p, b[0], b[1]);
        multiplyTile(out[d + 1], p, b[2], b[3]);
      }
    }
    __syncthreads();  // the values may be overwritten
  }
  waitCopies<0>();

  OUROSCOPE_UNROLL
  for (int r = 0; r < 2; ++r) {
    sum[r] += shuffleXor(sum[r], 1);
    sum[r] += shuffleXor(sum[r], 2);
  }
  OUROSCOPE_UNROLL
  for (int r = 0; r < 2; ++r) {
    const int row = firstQuery + warp * 16 + g + r * 8;
    if (row >= t.rows) continue;
    Bf16* to = rowAt(t.out, row, t.strideOut) + head * headDim;
    OUROSCOPE_UNROLL
    for (int d = 0; d < kOutTiles; ++d) OUROSCOPE_UNROLL
    for (int c = 0; c < 2; ++c)
      if (d * 8 + pair + c < headDim) to[d * 8 + pair + c] = toBf16(out[d][2 * r + c] / sum[r]);
  }
}

// ---- plain arithmetic --------------------------------------------------------------------------

inline constexpr int kPlainThreads = 128;  // four warps, each one query
inline int plainAttentionShared(int headDimPadded) {
  constexpr int kWarps = kPlainThreads / kWarp;
  return sizeof(float) * (kWarp * (headDimPadded + 1) + kWarps * headDimPadded);
}

template <class Act, class T>
__global__ __launch_bounds__(kPlainThreads) void plainAttention(AttentionArgs<Act, T> t) {
  constexpr int kWarps = kPlainThreads / kWarp, kOwn = 256 / kWarp;  // dimensions of a lane
  const int warp = threadIdx.x / kWarp, lane = threadIdx.x % kWarp;
  const int headDim = t.cache.headDim, width = t.cache.headDimPadded;
  const int head = blockIdx.y, row = blockIdx.x * kWarps + warp;
  float* keyTile = dynamicShared<float>();  // [32][width + 1]: lanes read a column without conflict
  float* query = keyTile + kWarp * (width + 1) + warp * width;

  const int kvHead = head / (t.heads / t.cache.kvHeads);
  const T* keys = t.cache.at(t.slot, 0, kvHead);
  const T* values = t.cache.at(t.slot, 1, kvHead);
  const bool valid = row < t.rows;
  for (int i = lane; i < width; i += kWarp)
    query[i] =
        valid && i < headDim ? toFloat(rowAt(t.q, row, t.strideQ)[head * headDim + i]) : 0.0f;
  const int seen = valid ? t.past + row + 1 : 0;
  const int lastRow = (blockIdx.x + 1) * kWarps;
  const int end = t.past + (lastRow < t.rows ? lastRow : t.rows);
  const float lowest = __uint_as_float(0xff800000u);

  float out[kOwn] = {};
  float top = lowest, sum = 0;
  const int from = valid ? firstSeen(seen - 1, t.window) : 0;
  // Of the block's first row, which sees the earliest.
  const int start = firstSeen(t.past + blockIdx.x * kWarps, t.window) / kWarp * kWarp;
  for (int first = start; first < end; first += kWarp) {
    __syncthreads();
    for (int i = threadIdx.x; i < kWarp * width; i += kPlainThreads)
      keyTile[i / width * (width + 1) + i % width] =
          first + i / width < end ? toFloat(rowAt(keys, first, width)[i]) : 0.0f;
    __syncthreads();
    float score = lowest;
    if (first + lane < seen && first + lane >= from) {
      score = 0;
      for (int i = 0; i < width; ++i) score += query[i] * keyTile[lane * (width + 1) + i];
      score = capped(score * t.scale, t.cap);
    }
    const float tileTop = fmaxf(top, warpMax(score));
    const float factor = top == lowest ? 0.0f : expf(top - tileTop);
    const float p = score == lowest ? 0.0f : expf(score - tileTop);
    top = tileTop;
    sum = sum * factor + warpSum(p);
    OUROSCOPE_UNROLL
    for (int k = 0; k < kOwn; ++k) out[k] *= factor;
    for (int j = 0; j < kWarp && first + j < end; ++j) {
      const float weight = shuffle(p, j);
      OUROSCOPE_UNROLL
      for (int k = 0; k < kOwn; ++k)
        if (k * kWarp + lane < headDim)
          out[k] += weight * toFloat(rowAt(values, first + j, width)[k * kWarp + lane]);
    }
  }
  if (!valid) return;
  OUROSCOPE_UNROLL
  for (int k = 0; k < kOwn; ++k)
    if (k * kWarp + lane < headDim)
      rowAt(t.out, row, t.strideOut)[head * headDim + k * kWarp + lane] =
          fromFloat<Act>(out[k] / sum);
}

}  // namespace ouroscope::cuda
