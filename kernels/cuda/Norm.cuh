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

/// x[row] = embedding[token]
template <class T>
__global__ void embedRows(const T* table, const std::int32_t* tokens, int stride, float* x) {
  const std::size_t row = blockIdx.x;
  const T* from = rowAt(table, tokens[row], stride);
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8];
    load8(from + i, v);
    store8(x + row * stride + i, v);
  }
}

/// out = RMSNorm(x) * weight
template <class Act>
__global__ void normRows(const float* x, const float* weight, float eps, int d, int stride,
                         Act* out) {
  const std::size_t at = std::size_t{blockIdx.x} * stride;
  float share = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8];
    load8(x + at + i, v);
    share += squares(v);
  }
  const float scale = inverseRms(share, d, eps);
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8];
    load8(x + at + i, v);
    load8(weight + i, w);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) v[k] *= scale * w[k];
    store8(out + at + i, v);
  }
}

/// x += RMSNorm(branch) * branchNorm for one row; returns this thread's share of the new sum of
/// squares. A thread reads later only what it wrote itself.
template <class Act>
__device__ inline float addBranch(const Act* branch, const float* branchNorm, float eps, int d,
                                  int stride, float* x) {
  float share = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8];
    load8(branch + i, v);
    share += squares(v);
  }
  const float scale = inverseRms(share, d, eps);
  share = 0;
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8], to[8];
    load8(branch + i, v);
    load8(branchNorm + i, w);
    load8(x + i, to);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) to[k] += v[k] * scale * w[k];
    store8(x + i, to);
    share += squares(to);
  }
  return share;
}

/// x += RMSNorm(branch) * branchNorm ; out = RMSNorm(x) * norm
template <class Act>
__global__ void addNormRows(const Act* branch, const float* branchNorm, float* x, const float* norm,
                            float eps, int d, int stride, Act* out) {
  const std::size_t at = std::size_t{blockIdx.x} * stride;
  const float share = addBranch(branch + at, branchNorm, eps, d, stride, x + at);
  const float scale = inverseRms(share, d, eps);
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8];
    load8(x + at + i, v);
    load8(norm + i, w);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) v[k] *= scale * w[k];
    store8(out + at + i, v);
  }
}

/// The end of a loop: x += RMSNorm(branch) * branchNorm; x = hidden = RMSNorm(x) * norm; gate = w.x
/// + b. `residualNorm` is |x| before the norm; `layerState`, where given, keeps that x.
struct LoopEnd {
  const float* branchNorm;
  const float* norm;
  const float* gateWeight;
  float gateBias, eps;
  int d, stride;
};
template <class Act>
__device__ inline void endLoopRow(const LoopEnd& e, const Act* branch, const float* from, float* x,
                                  float* layerState, float* hidden, float* gate,
                                  float* residualNorm) {
  if (from != x)
    for (int i = threadIdx.x * 8; i < e.stride; i += blockDim.x * 8) {
      float v[8];
      load8(from + i, v);
      store8(x + i, v);
    }
  const float squared = blockSum(addBranch(branch, e.branchNorm, e.eps, e.d, e.stride, x));
  const float scale = 1.0f / sqrtf(squared / e.d + e.eps);
  float dot = 0;
  for (int i = threadIdx.x * 8; i < e.stride; i += blockDim.x * 8) {
    float v[8], w[8], g[8];
    load8(x + i, v);
    if (layerState) store8(layerState + i, v);
    load8(e.norm + i, w);
    load8(e.gateWeight + i, g);
    OUROSCOPE_UNROLL
    for (int k = 0; k < 8; ++k) {
      v[k] *= scale * w[k];
      dot += v[k] * g[k];
    }
    store8(x + i, v);
    store8(hidden + i, v);
  }
  dot = blockSum(dot);
  if (threadIdx.x != 0) return;
  *gate = dot + e.gateBias;
  *residualNorm = sqrtf(squared);
}
template <class Act>
__global__ void endLoopRows(LoopEnd e, const Act* branch, float* x, float* layerState,
                            float* hidden, float* gate, float* residualNorm) {
  const std::size_t at = std::size_t{blockIdx.x} * e.stride;
  endLoopRow(e, branch + at, x + at, x + at, layerState ? layerState + at : nullptr, hidden + at,
             gate + blockIdx.x, residualNorm + blockIdx.x);
}

/// out = silu(gate) * up, rows of [gate | up], each `stride` wide
template <class Act>
__global__ void swiGluRows(const Act* gateUp, int stride, Act* out) {
  const std::size_t row = blockIdx.y;
  const int i = (blockIdx.x * blockDim.x + threadIdx.x) * 8;
  if (i >= stride) return;
  float g[8], u[8];
  load8(gateUp + row * 2 * stride + i, g);
  load8(gateUp + row * 2 * stride + stride + i, u);
  OUROSCOPE_UNROLL
  for (int k = 0; k < 8; ++k) g[k] = g[k] / (1.0f + expf(-g[k])) * u[k];
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
