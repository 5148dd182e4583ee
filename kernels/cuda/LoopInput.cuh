// SPDX-License-Identifier: GPL-3.0-or-later
// What a loop starts from, and how far a turn of the core moves the state (docs/model.md, section
// 3).
#pragma once
#include "core/engine/StartNoise.h"
#include "kernels/cuda/Decode.cuh"

namespace ouroscope::cuda {

/// startNoise() of core/engine/StartNoise.h, with the device's logarithm.
__device__ inline double noiseAt(std::uint64_t seed, std::int64_t position, int channel) {
  const double p = noiseProbability(seed, position, channel), q = p - 0.5;
  if (fabs(q) <= kMiddleOfNormal) return normalNearMiddle(q);
  const double x = normalBeyondMiddle(sqrt(-log(q < 0 ? p : 1 - p)));
  return q < 0 ? -x : x;
}

/// x = spread * noise(seed, position, channel). One block per position.
template <int kUnused = 0>
__global__ void noiseRows(std::uint64_t seed, int firstPosition, double spread, int d, int stride,
                          float* x) {
  float* row = rowAt(x, blockIdx.x, stride);
  for (int i = threadIdx.x; i < d; i += blockDim.x)
    row[i] =
        static_cast<float>(spread * noiseAt(seed, std::int64_t{firstPosition} + blockIdx.x, i));
  for (int i = d + threadIdx.x; i < stride; i += blockDim.x) row[i] = 0;
}

/// out = [x | input | zeros], the input of the adapter. One block per position.
template <class Act>
__global__ void mixRows(const float* x, const float* input, int d, int stride, int strideOut,
                        Act* out) {
  const float *state = rowAt(x, blockIdx.x, stride), *kept = rowAt(input, blockIdx.x, stride);
  Act* to = rowAt(out, blockIdx.x, strideOut);
  for (int i = threadIdx.x; i < strideOut; i += blockDim.x)
    to[i] = fromFloat<Act>(i < d ? state[i] : i < 2 * d ? kept[i - d] : 0.0f);
}

/// What a turn does with the state (ModelSpec::stepRule), g being the result of the turn: x =
/// before + share * (g - before); anchored, after the last turn: x += anchor * (g of the first turn
/// - x).
struct StepRow {
  const float* before;  ///< [rows][stride]
  float* first;         ///< [rows][stride] g of the first turn; null where nothing is anchored
  float share, anchor;
  int loops, stride;
  bool again = false;  ///< a turn that is repeated: the first one is known
};
/// @param state of a decoded position, whose loop it is; null: `loop`. One block per position.
template <int kUnused = 0>
__global__ void applyStep(StepRow s, const DecodeState* state, int loop, float* x) {
  if (state) loop = state->loop;
  float* row = rowAt(x, blockIdx.x, s.stride);
  const float* before = rowAt(s.before, blockIdx.x, s.stride);
  float* first = s.first ? rowAt(s.first, blockIdx.x, s.stride) : nullptr;
  for (int i = threadIdx.x; i < s.stride; i += blockDim.x) {
    float v = row[i];
    if (first && loop == 0 && !s.again) first[i] = v;
    v = before[i] + s.share * (v - before[i]);
    if (first && loop + 1 == s.loops) v += s.anchor * (first[i] - v);
    row[i] = v;
  }
}

}  // namespace ouroscope::cuda
