// SPDX-License-Identifier: GPL-3.0-or-later
// RMSNorm and the residual stream for a batch: one row per block. Rows are padded to a multiple of
// eight with zeros, which add nothing to a sum of squares.
#pragma once
#include "kernels/cuda/Device.cuh"

namespace ouroscope::cuda {

inline constexpr int kNormThreads = 256;

__device__ inline float squares(const float (&v)[8]) {
  float sum = 0;
  OUROSCOPE_UNROLL
  for (int i = 0; i < 8; ++i) sum += v[i] * v[i];
  return sum;
}

/// rsqrt(mean(v^2) + eps) over the block's row, from every thread's share of the sum of squares.
__device__ inline float inverseRms(float share, int d, float eps) {
  return 1.0f / sqrtf(blockSum(share) / d + eps);
}

/// x[row] = scale * embedding[token]
template <class T>
__device__ inline void embedRow(const T* from, float scale, int stride, float* x) {
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8];
    load8(from + i, v);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) v[k] *= scale;
    store8(x + i, v);
  }
}
template <class T>
__global__ void embedRows(const T* table, const std::int32_t* tokens, float scale, int stride,
                          float* x) {
  embedRow(rowAt(table, tokens[blockIdx.x], stride), scale, stride, rowAt(x, blockIdx.x, stride));
}

/// A thread's share of the sum of squares of a row.
__device__ inline float rowSquares(const float* x, int stride) {
  float share = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8];
    load8(x + i, v);
    share += squares(v);
  }
  return share;
}

/// out = RMSNorm(x) * weight for one row, or x itself where there is no weight. `share` is this
/// thread's of the sum of squares of x; a thread reads only what it wrote itself.
template <class Act>
__device__ inline void writeNormed(const float* x, const float* weight, float share, float eps,
                                   int d, int stride, Act* out) {
  const float scale = weight ? inverseRms(share, d, eps) : 1.0f;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8];
    load8(x + i, v);
    if (weight) {
      load8(weight + i, w);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) v[k] *= scale * w[k];
    }
    store8(out + i, v);
  }
}

/// out = RMSNorm(x) * weight, or x itself; out may be x.
template <class Act>
__global__ void normRows(const float* x, const float* weight, float eps, int d, int stride,
                         Act* out) {
  const std::size_t at = std::size_t{blockIdx.x} * stride;
  const float share = weight ? rowSquares(x + at, stride) : 0.0f;
  writeNormed(x + at, weight, share, eps, d, stride, out + at);
}

/// How a branch joins the residual stream: x = RMSNorm_sum(x + RMSNorm_branch(branch + bias)). What
/// is null is left out.
struct Join {
  const float* bias;
  const float* branchNorm;
  const float* sumNorm;
};

template <class Act>
__device__ inline void loadBranch(const Join& join, const Act* branch, int i, float (&v)[8]) {
  load8(branch + i, v);
  if (!join.bias) return;
  float b[8];
  load8(join.bias + i, b);
  OUROSCOPE_UNROLL
  for (int k = 0; k < 8; ++k) v[k] += b[k];
}

/// Joins a branch to one row; returns this thread's share of the new sum of squares. `from` may be
/// x. A thread reads later only what it wrote itself.
template <class Act>
__device__ inline float joinRow(const Join& join, const Act* branch, const float* from, float eps,
                                int d, int stride, float* x) {
  float scale = 1, share = 0;
  if (join.branchNorm) {  // uniform over the grid, as all that is null or not
    for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
      float v[8];
      loadBranch(join, branch, i, v);
      share += squares(v);
    }
    scale = inverseRms(share, d, eps);
  }
  share = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8], to[8];
    loadBranch(join, branch, i, v);
    load8(from + i, to);
    if (join.branchNorm) {
      load8(join.branchNorm + i, w);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) to[k] += v[k] * scale * w[k];
    } else {
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) to[k] += v[k];
    }
    store8(x + i, to);
    share += squares(to);
  }
  if (!join.sumNorm) return share;
  scale = inverseRms(share, d, eps);
  share = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float w[8], to[8];
    load8(x + i, to);
    load8(join.sumNorm + i, w);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) to[k] *= scale * w[k];
    store8(x + i, to);
    share += squares(to);
  }
  return share;
}

/// x = the stream with the branch joined; out, where it is given, is RMSNorm(x) * norm, or x itself
/// where there is no norm. `from` may be x.
template <class Act>
__global__ void joinRows(Join join, const Act* branch, const float* from, float* x,
                         const float* norm, float eps, int d, int stride, Act* out) {
  const std::size_t at = std::size_t{blockIdx.x} * stride;
  const float share = joinRow(join, branch + at, from + at, eps, d, stride, x + at);
  if (out) writeNormed(x + at, norm, share, eps, d, stride, out + at);
}

/// The end of a loop: x = state = RMSNorm(x) * norm; readout = RMSNorm(x) * headNorm; gate = w.x +
/// b. `residualNorm` is |x| before the norm. What is null is left out; a gate that is not there is
/// NaN.
struct LoopClose {
  const float* norm;
  const float* headNorm;
  const float* gateWeight;
  float gateBias, eps;
  int d, stride;
};
/// Where a position's results of a loop go; readout is null where the head reads the state.
struct LoopPlace {
  float *state, *readout, *gate, *residualNorm;
};
__device__ inline void closeRow(const LoopClose& c, float share, float* x, const LoopPlace& to) {
  const float squared = blockSum(share);
  const float scale = c.norm ? 1.0f / sqrtf(squared / c.d + c.eps) : 1.0f;
  float dot = 0;
  share = 0;
  for (int i = threadIdx.x * 8; i < c.stride; i += blockDim.x * 8) {
    float v[8], w[8], g[8];
    load8(x + i, v);
    if (c.norm) {
      load8(c.norm + i, w);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) v[k] *= scale * w[k];
      store8(x + i, v);
    }
    if (c.gateWeight) {
      load8(c.gateWeight + i, g);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) dot += v[k] * g[k];
    }
    store8(to.state + i, v);
    share += squares(v);
  }
  if (c.gateWeight) dot = blockSum(dot);
  if (to.readout) writeNormed(x, c.headNorm, share, c.eps, c.d, c.stride, to.readout);
  if (threadIdx.x != 0) return;
  *to.gate = c.gateWeight ? dot + c.gateBias : __uint_as_float(0x7fc00000u);
  *to.residualNorm = sqrtf(squared);
}
__device__ inline LoopPlace placeOf(const LoopPlace& first, int row, int stride) {
  return {rowAt(first.state, row, stride),
          first.readout ? rowAt(first.readout, row, stride) : nullptr, first.gate + row,
          first.residualNorm + row};
}
/// The results of row r go r places on.
template <int kUnused = 0>
__global__ void closeRows(LoopClose c, float* x, LoopPlace first) {
  float* row = rowAt(x, blockIdx.x, c.stride);
  closeRow(c, rowSquares(row, c.stride), row, placeOf(first, blockIdx.x, c.stride));
}

/// out = act(gate + bias) * (up + bias), act: SiLU, or GELU by its tanh formula
struct Gating {
  const float* bias;  ///< [gate | up]; null: none
  bool gelu;
};
__device__ inline float gated(bool gelu, float g, float up) {
  if (gelu) {
    const float inner = 0.7978845608028654f * (g + 0.044715f * g * g * g);
    return 0.5f * g * (1.0f + tanhf(inner)) * up;
  }
  return g / (1.0f + expf(-g)) * up;
}

/// Rows of [gate | up], each `stride` wide.
template <class Act>
__global__ void gateRows(const Act* gateUp, Gating gating, int stride, Act* out) {
  const std::size_t row = blockIdx.y;
  const int i = (blockIdx.x * blockDim.x + threadIdx.x) * 8;
  if (i >= stride) return;
  float g[8], u[8];
  load8(gateUp + row * 2 * stride + i, g);
  load8(gateUp + row * 2 * stride + stride + i, u);
  if (gating.bias) {
    float b[8];
    load8(gating.bias + i, b);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) g[k] += b[k];
    load8(gating.bias + stride + i, b);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) u[k] += b[k];
  }
  OUROSCOPE_UNROLL
  for (int k = 0; k < 8; ++k) g[k] = gated(gating.gelu, g[k], u[k]);
  store8(out + row * stride + i, g);
}

/// Sizes and directions of the steps between loops: ||h_r||, ||h_r - h_{r-1}||, cos(h_r, h_{r-1}).
/// One block per position; `before` is null at the first loop.
template <int kUnused = 0>
__global__ void stepRows(const float* now, const float* before, int stride, float* norm,
                         float* step, float* cosine) {
  const std::size_t at = std::size_t{blockIdx.x} * stride;
  float own = 0, old = 0, delta = 0, both = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8];
    load8(now + at + i, v);
    own += squares(v);
    if (!before) continue;
    load8(before + at + i, w);
    old += squares(w);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) {
      delta += (v[k] - w[k]) * (v[k] - w[k]);
      both += v[k] * w[k];
    }
  }
  own = blockSum(own);
  if (before) {  // uniform over the grid
    old = blockSum(old);
    delta = blockSum(delta);
    both = blockSum(both);
  }
  if (threadIdx.x != 0) return;
  const float none = __uint_as_float(0x7fc00000u);
  norm[blockIdx.x] = sqrtf(own);
  step[blockIdx.x] = before ? sqrtf(delta) : none;
  cosine[blockIdx.x] = before ? both / (sqrtf(own) * sqrtf(old)) : none;
}

}  // namespace ouroscope::cuda
