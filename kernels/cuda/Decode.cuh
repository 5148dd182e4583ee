// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding one token is reading the weights once per loop. Each product streams its matrix with
// 128-bit loads that are issued before its input is ready; norms, residual additions and SwiGLU are
// part of the products, so that one layer is five kernels. Activations stay in fp32.
#pragma once
#include "kernels/cuda/Norm.cuh"

namespace ouroscope::cuda {

/// What changes from token to token and from loop to loop. It lies in device memory, so that the
/// graph of a loop is captured once.
struct DecodeState {
  std::int32_t position, loop, token;
};

inline constexpr int kProductThreads = 512, kProductRows = kProductThreads / kWarp;
/// Widest input that is staged in shared memory.
inline constexpr int kMaxStaged = 10240;

/// One lane's share of a piece of a weight row: kWords loads of 16 bytes, all under way at once.
template <class T, int kWords>
struct RowPiece {
  static constexpr int kElements = kWords * kWarp * kPerWord<T>;
  uint4 word[kWords];

  __device__ __forceinline__ void load(const T* row, int from, int width, int lane) {
    OUROSCOPE_UNROLL
    for (int i = 0; i < kWords; ++i) {
      const int at = from + (i * kWarp + lane) * kPerWord<T>;
      word[i] = at < width ? loadStream(row + at) : uint4{0, 0, 0, 0};
    }
  }
  __device__ __forceinline__ float dot(const float* input, int from, int width, int lane) const {
    float sum = 0;
    OUROSCOPE_UNROLL
    for (int i = 0; i < kWords; ++i) {
      const int at = from + (i * kWarp + lane) * kPerWord<T>;
      if (at >= width) continue;
      float w[kPerWord<T>];
      unpack(word[i], w, T{});
      OUROSCOPE_UNROLL
      for (int k = 0; k < kPerWord<T>; k += 4) {
        float x[4];
        unpack(load16(input + at + k), x, 0.0f);
        OUROSCOPE_UNROLL
        for (int j = 0; j < 4; ++j) sum += w[k + j] * x[j];
      }
    }
    return sum;
  }
};

/// The rest of a row after the piece that was loaded ahead.
template <class T, int kWords>
__device__ __forceinline__ float finishRow(RowPiece<T, kWords>& piece, const T* row,
                                           const float* input, int width, int lane) {
  float sum = piece.dot(input, 0, width, lane);
  for (int from = RowPiece<T, kWords>::kElements; from < width;
       from += RowPiece<T, kWords>::kElements) {
    piece.load(row, from, width, lane);
    sum += piece.dot(input, from, width, lane);
  }
  return warpSum(sum);
}

/// The input of a product: u = RMSNorm(x) * norm, x with a branch joined to it before. branch is
/// null where nothing is to be joined (the first layer of a loop); without a norm u is x.
struct NormedInput {
  const float* x;
  const float* branch;
  Join join;
  const float* norm;
  float*
      xOut;  ///< the new residual stream; block 0 writes it. Never x itself: others still read it
  float eps;
  int d, stride;
};

/// Every block makes u for itself in shared memory: it is small, and a kernel more would cost more.
/// A thread reads only what it wrote itself, until the end.
__device__ inline void stageNormed(const NormedInput& in, float* u) {
  const Join& join = in.join;
  float scale = 1, share = 0;
  const auto branchAt = [&](int i, float(&v)[4]) {
    unpack(load16(in.branch + i), v, 0.0f);
    if (!join.bias) return;
    float b[4];
    unpack(load16(join.bias + i), b, 0.0f);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 4; ++k) v[k] += b[k];
  };
  if (in.branch && join.branchNorm) {
    for (int i = threadIdx.x * 4; i < in.stride; i += kProductThreads * 4) {
      float v[4];
      branchAt(i, v);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 4; ++k) share += v[k] * v[k];
    }
    scale = inverseRms(share, in.d, in.eps);
  }
  share = 0;
  for (int i = threadIdx.x * 4; i < in.stride; i += kProductThreads * 4) {
    float x[4];
    unpack(load16(in.x + i), x, 0.0f);
    if (in.branch) {
      float v[4], w[4];
      branchAt(i, v);
      if (join.branchNorm) {
        unpack(load16(join.branchNorm + i), w, 0.0f);
        OUROSCOPE_UNROLL
        for (int k = 0; k < 4; ++k) x[k] += v[k] * scale * w[k];
      } else {
        OUROSCOPE_UNROLL
        for (int k = 0; k < 4; ++k) x[k] += v[k];
      }
    }
    OUROSCOPE_UNROLL
    for (int k = 0; k < 4; ++k) {
      share += x[k] * x[k];
      u[i + k] = x[k];
    }
  }
  const auto norm = [&](const float* weight) {
    const float by = inverseRms(share, in.d, in.eps);
    share = 0;
    for (int i = threadIdx.x * 4; i < in.stride; i += kProductThreads * 4) {
      float w[4];
      unpack(load16(weight + i), w, 0.0f);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 4; ++k) {
        u[i + k] *= by * w[k];
        share += u[i + k] * u[i + k];
      }
    }
  };
  if (in.branch && join.sumNorm) norm(join.sumNorm);
  if (in.branch && blockIdx.x == 0) {
    for (int i = threadIdx.x * 4; i < in.stride; i += kProductThreads * 4) {
      OUROSCOPE_UNROLL
      for (int k = 0; k < 4; ++k) in.xOut[i + k] = u[i + k];
    }
  }
  if (in.norm) norm(in.norm);
  __syncthreads();
}

/// y = W u, one row per warp.
template <class T>
__global__ __launch_bounds__(kProductThreads, 2) void normedProduct(NormedInput in,
                                                                    const T* weights, int rows,
                                                                    float* y) {
  const int row = blockIdx.x * kProductRows + threadIdx.x / kWarp;
  const int lane = threadIdx.x % kWarp;
  const T* from = rowAt(weights, row, in.stride);
  RowPiece<T, 8> piece;
  if (row < rows) piece.load(from, 0, in.stride, lane);
  float* u = dynamicShared<float>();
  stageNormed(in, u);
  if (row >= rows) return;
  const float sum = finishRow(piece, from, u, in.stride, lane);
  if (lane == 0) y[row] = sum;
}

/// y = act(W_gate u + bias) * (W_up u + bias): rows r and rows + r of one stacked matrix, both by
/// one warp.
template <class T>
__global__ __launch_bounds__(kProductThreads, 2) void normedGating(NormedInput in, const T* weights,
                                                                   Gating gating, int rows,
                                                                   float* y) {
  const int row = blockIdx.x * kProductRows + threadIdx.x / kWarp;
  const int lane = threadIdx.x % kWarp;
  const T* gateRow = rowAt(weights, row, in.stride);
  const T* upRow = rowAt(weights, rows + row, in.stride);
  RowPiece<T, 4> gatePiece, upPiece;
  if (row < rows) {
    gatePiece.load(gateRow, 0, in.stride, lane);
    upPiece.load(upRow, 0, in.stride, lane);
  }
  float* u = dynamicShared<float>();
  stageNormed(in, u);
  if (row >= rows) return;
  float gate = finishRow(gatePiece, gateRow, u, in.stride, lane);
  float up = finishRow(upPiece, upRow, u, in.stride, lane);
  if (gating.bias) {
    gate += gating.bias[row];
    up += gating.bias[rows + row];
  }
  if (lane == 0) y[row] = gated(gating.gelu, gate, up);
}

/// y = W input, one row per warp; the input comes through L1.
template <class T>
__global__ __launch_bounds__(kProductThreads, 2) void plainProduct(const float* input, int width,
                                                                   const T* weights, int rows,
                                                                   float* y) {
  const int row = blockIdx.x * kProductRows + threadIdx.x / kWarp;
  const int lane = threadIdx.x % kWarp;
  if (row >= rows) return;
  const T* from = rowAt(weights, row, width);
  RowPiece<T, 8> piece;
  piece.load(from, 0, width, lane);
  const float sum = finishRow(piece, from, input, width, lane);
  if (lane == 0) y[row] = sum;
}

/// logits[r][v] = head[v] . states[r] for up to kRows states: the head is read once for all of
/// them, two of its rows per warp at a time. The order of summation does not depend on kRows.
template <class T, int kRows>
__global__ __launch_bounds__(kProductThreads) void headProduct(const T* head, int width,
                                                               int firstToken, int tokens,
                                                               const float* states, int rows,
                                                               float* logits, int strideLogits) {
  const int lane = threadIdx.x % kWarp;
  const int pair = (blockIdx.x * kProductRows + threadIdx.x / kWarp) * 2;
  if (pair >= tokens) return;
  const T* from = rowAt(head, firstToken + pair, width);
  const bool two = pair + 1 < tokens;
  const T* second = two ? from + width : from;
  float sum[2][kRows] = {};
  constexpr int kWords = 4;
  for (int start = 0; start < width; start += RowPiece<T, kWords>::kElements) {
    RowPiece<T, kWords> piece[2];
    piece[0].load(from, start, width, lane);
    piece[1].load(second, start, width, lane);
    OUROSCOPE_UNROLL
    for (int r = 0; r < kRows; ++r) {
      if (r >= rows) break;
      const float* state = rowAt(states, r, width);
      sum[0][r] += piece[0].dot(state, start, width, lane);
      sum[1][r] += piece[1].dot(state, start, width, lane);
    }
  }
  OUROSCOPE_UNROLL
  for (int r = 0; r < kRows; ++r) {
    if (r >= rows) break;
    const float total[2] = {warpSum(sum[0][r]), warpSum(sum[1][r])};
    if (lane != 0) continue;
    float* to = rowAt(logits, r, strideLogits) + pair;
    to[0] = total[0];
    if (two) to[1] = total[1];
  }
}

/// The end of a decoded loop: the last branch, where one is still to be joined, and closeRow at the
/// loop's place. `advance`: then on to the next loop.
template <int kUnused = 0>
__global__ void endDecodedLoop(Join join, LoopClose c, const float* branch, const float* from,
                               float* x, LoopPlace first, bool advance, DecodeState* state) {
  const int loop = state->loop;
  const float share =
      branch ? joinRow(join, branch, from, c.eps, c.d, c.stride, x) : rowSquares(x, c.stride);
  closeRow(c, share, x, placeOf(first, loop, c.stride));
  __syncthreads();  // everyone has read the loop
  if (threadIdx.x == 0 && advance) state->loop = loop + 1;
}

/// What the head reads of a loop after the layers that x went through beyond its end; x is the
/// loop's state again. Then on to the next loop.
template <int kUnused = 0>
__global__ void endDecodedCoda(Join join, LoopClose c, const float* branch, const float* from,
                               float* x, LoopPlace first, DecodeState* state) {
  const int loop = state->loop;
  const LoopPlace place = placeOf(first, loop, c.stride);
  const float share =
      branch ? joinRow(join, branch, from, c.eps, c.d, c.stride, x) : rowSquares(x, c.stride);
  writeNormed(x, c.headNorm, share, c.eps, c.d, c.stride, place.readout);
  for (int i = threadIdx.x * 8; i < c.stride; i += blockDim.x * 8) {
    float v[8];
    load8(place.state + i, v);
    store8(x + i, v);
  }
  __syncthreads();
  if (threadIdx.x == 0) state->loop = loop + 1;
}

template <class T>
__global__ void embedDecoded(const T* table, const DecodeState* state, float scale, int stride,
                             float* x) {
  embedRow(rowAt(table, state->token, stride), scale, stride, x);
}

}  // namespace ouroscope::cuda
