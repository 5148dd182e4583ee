// SPDX-License-Identifier: GPL-3.0-or-later
// The lens on the device: what the next-token distribution of every row says, from logits that are
// folded slice by slice and never leave the GPU. A slice is 2,048 vocabulary entries; a row is one
// position at one loop (or one layer). Rows and slices are independent until they are joined.
#pragma once
#include "kernels/cuda/Norm.cuh"

namespace ouroscope::cuda {

inline constexpr int kSlice = 2048, kLensThreads = 256, kOwnEntries = kSlice / kLensThreads;
/// Entries so near to a wanted token's logit that only its exact value can tell which is higher.
inline constexpr int kMaxNear = 64;

/// One slice of one row. Sums are of exp(z - max), and of exp(z_last - lastMax) for the divergence.
struct LensPart {
  float max, sum;
  float sumBelow;  ///< sum e (z - max)
  float lastMax, lastSum;
  float lastBelow;  ///< sum e_last (z - max): the row's own logits under the last row's weights
};

struct LensArgs {
  const float*
      logits;  ///< [rows][strideLogits]: vocabulary entries [firstToken, firstToken + tokens)
  int strideLogits, firstToken, tokens;
  int rows, rowsPer;       ///< rows of one position, the last of which the others are held against
  int firstSlice, slices;  ///< of this call; of the whole vocabulary
  int keep;                ///< candidates per slice
  int targets;             ///< 1 + M
  float cap;               ///< of logits; 0: none
  const std::int32_t* next;     ///< [rows / rowsPer]
  const std::int32_t* tracked;  ///< [M]
  const float* nearTop;  ///< [rows][targets] upper and lower ends of what may be the target's logit
  const float* nearBottom;
  LensPart* parts;  ///< [rows][slices]
  float* topValue;  ///< [rows][slices][keep]
  std::int32_t* topId;
  float* exact;             ///< [rows][targets] the target's own logit
  std::int32_t* above;      ///< [rows][targets] entries certainly above
  std::int32_t* nearCount;  ///< [rows][targets]
  float* nearValue;         ///< [rows][targets][kMaxNear]
};

__device__ inline std::int32_t targetOf(const std::int32_t* next, const std::int32_t* tracked,
                                        int position, int target) {
  return target == 0 ? next[position] : tracked[target - 1];
}

/// Rows of the lens in the order position, row: states[position * rowsPer + row] of the given
/// positions, through the final norm where `norm` is given (states of layers).
template <class To>
__global__ void gatherStates(const float* states, int rowsPer, std::size_t strideRow, int first,
                             const float* norm, float eps, int d, int stride, To* out) {
  const int position = blockIdx.x / rowsPer;
  const int row = blockIdx.x % rowsPer;
  const float* from = rowAt(states + row * strideRow, first + position, stride);
  float scale = 1;
  if (norm) {  // uniform over the grid
    float share = 0;
    for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
      float v[8];
      load8(from + i, v);
      share += squares(v);
    }
    scale = inverseRms(share, d, eps);
  }
  for (int i = threadIdx.x * 8; i < stride; i += blockDim.x * 8) {
    float v[8], w[8];
    load8(from + i, v);
    if (norm) {
      load8(norm + i, w);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) v[k] *= scale * w[k];
    }
    store8(out + std::size_t{blockIdx.x} * stride + i, v);
  }
}

/// logits = capped(logits). Grid: (rows, pieces of kNormThreads tokens).
template <int kUnused = 0>
__global__ void capRows(float* logits, int stride, int tokens, float cap) {
  const int i = blockIdx.y * blockDim.x + threadIdx.x;
  if (i >= tokens) return;
  float* z = rowAt(logits, blockIdx.x, stride) + i;
  *z = capped(*z, cap);
}

/// Where a wanted token's logit must lie, by a product of its own: the big product may sum in
/// another order. One warp per (row, target). Also sets the target's counts to zero.
template <class T, class Act>
__global__ void nearTargets(const T* head, const Act* states, int stride, int vocab, LensArgs t,
                            float* nearTop, float* nearBottom) {
  const int warps = blockDim.x / kWarp, lane = threadIdx.x % kWarp;
  const int cell = blockIdx.x * warps + threadIdx.x / kWarp;
  if (cell >= t.rows * t.targets) return;
  const int row = cell / t.targets;
  const std::int32_t id = targetOf(t.next, t.tracked, row / t.rowsPer, cell % t.targets);
  const bool known = id >= 0 && id < vocab;
  float dot = 0, size = 0;
  if (known)
    for (int i = lane * 8; i < stride; i += kWarp * 8) {
      float w[8], x[8];
      load8(rowAt(head, id, stride) + i, w);
      load8(rowAt(states, row, stride) + i, x);
      OUROSCOPE_UNROLL
      for (int k = 0; k < 8; ++k) {
        dot += w[k] * x[k];
        size += fabsf(w[k] * x[k]);
      }
    }
  dot = warpSum(dot);
  size = warpSum(size);
  if (lane != 0) return;
  const float none = __uint_as_float(0x7fc00000u);
  const float slack = 1e-5f * size;  // rounding of fp32 sums of thousands of products, in any order
  const float rounding = 1e-6f * t.cap;  // of the bound itself
  nearTop[cell] = known ? capped(dot + slack, t.cap) + rounding : none;
  nearBottom[cell] = known ? capped(dot - slack, t.cap) - rounding : none;
  t.exact[cell] = none;
  t.above[cell] = 0;
  t.nearCount[cell] = 0;
}

/// (value, id) of two candidates: true where the first is better. Ties go to the lower id.
__device__ inline bool better(float value, std::int32_t id, float otherValue,
                              std::int32_t otherId) {
  return value > otherValue || (value == otherValue && id < otherId);
}

/// Sorts n (a power of two) candidates in shared memory, best first.
__device__ inline void sortCandidates(float* value, std::int32_t* id, int n) {
  for (int size = 2; size <= n; size *= 2)
    for (int step = size / 2; step > 0; step /= 2) {
      __syncthreads();
      for (int i = threadIdx.x; i < n / 2; i += kLensThreads) {
        const int low = i / step * step * 2 + i % step, high = low + step;
        const bool descending = (low & size) == 0;
        if (better(value[high], id[high], value[low], id[low]) == descending) {
          const float v = value[low];
          value[low] = value[high];
          value[high] = v;
          const std::int32_t k = id[low];
          id[low] = id[high];
          id[high] = k;
        }
      }
    }
  __syncthreads();
}

/// One slice of one row. Grid: (rows, slices of this call).
template <int kUnused = 0>
__global__ __launch_bounds__(kLensThreads) void foldSlice(LensArgs t) {
  __shared__ float value[kSlice];
  __shared__ std::int32_t id[kSlice];
  __shared__ int candidates;
  const int row = blockIdx.x, slice = t.firstSlice + blockIdx.y;
  const int lastRow = row / t.rowsPer * t.rowsPer + t.rowsPer - 1;
  const int first = blockIdx.y * kSlice;
  const int valid = t.tokens - first < kSlice ? t.tokens - first : kSlice;
  const float* from = rowAt(t.logits, row, t.strideLogits) + first;
  const float* fromLast = rowAt(t.logits, lastRow, t.strideLogits) + first;
  const float lowest = __uint_as_float(0xff800000u);

  float z[kOwnEntries], last[kOwnEntries];
  float top = lowest, lastTop = lowest;
  OUROSCOPE_UNROLL
  for (int k = 0; k < kOwnEntries; ++k) {
    const int i = k * kLensThreads + threadIdx.x;
    z[k] = i < valid ? from[i] : lowest;
    last[k] = i < valid ? fromLast[i] : lowest;
    top = fmaxf(top, z[k]);
    lastTop = fmaxf(lastTop, last[k]);
  }
  const float own = top;  // this thread's best
  top = blockMax(top);
  lastTop = blockMax(lastTop);

  float sum = 0, below = 0, lastSum = 0, lastBelow = 0;
  OUROSCOPE_UNROLL
  for (int k = 0; k < kOwnEntries; ++k) {
    const int i = k * kLensThreads + threadIdx.x;
    if (i >= valid) continue;
    const float e = expf(z[k] - top), eLast = expf(last[k] - lastTop);
    sum += e;
    below += e * (z[k] - top);
    lastSum += eLast;
    lastBelow += eLast * (z[k] - top);
  }
  sum = blockSum(sum);
  below = blockSum(below);
  lastSum = blockSum(lastSum);
  lastBelow = blockSum(lastBelow);
  if (threadIdx.x == 0)
    rowAt(t.parts, row, t.slices)[slice] = {top, sum, below, lastTop, lastSum, lastBelow};

  for (int target = 0; target < t.targets; ++target) {
    const int cell = row * t.targets + target;
    const float nearTop = t.nearTop[cell], nearBottom = t.nearBottom[cell];
    const std::int32_t wanted = targetOf(t.next, t.tracked, row / t.rowsPer, target);
    int count = 0;
    OUROSCOPE_UNROLL
    for (int k = 0; k < kOwnEntries; ++k) {
      const int i = k * kLensThreads + threadIdx.x;
      if (i >= valid) continue;
      if (t.firstToken + first + i == wanted) {
        t.exact[cell] = z[k];
      } else if (z[k] > nearTop) {
        ++count;
      } else if (z[k] >= nearBottom) {
        const int at = atomicAdd(t.nearCount + cell, 1);
        if (at < kMaxNear) rowAt(t.nearValue, cell, kMaxNear)[at] = z[k];
      }
    }
    count = warpSum(count);
    if (threadIdx.x % kWarp == 0 && count > 0) atomicAdd(t.above + cell, count);
  }

  // Candidates: no entry below the keep-th best of the threads' best ones can be among the best.
  const std::int32_t noId = 0x7fffffff;
  float threshold = lowest;
  if (t.keep <= kLensThreads) {
    value[threadIdx.x] = own;
    id[threadIdx.x] = threadIdx.x;
    sortCandidates(value, id, kLensThreads);
    threshold = value[t.keep - 1];
    __syncthreads();
  }
  if (threadIdx.x == 0) candidates = 0;
  __syncthreads();
  OUROSCOPE_UNROLL
  for (int k = 0; k < kOwnEntries; ++k) {
    const int i = k * kLensThreads + threadIdx.x;
    if (i >= valid) continue;
    const float shown = z[k] == z[k] ? z[k] : lowest;  // a NaN is the worst candidate
    if (shown < threshold) continue;
    const int at = atomicAdd(&candidates, 1);
    value[at] = shown;
    id[at] = t.firstToken + first + i;
  }
  __syncthreads();
  int n = 2;
  while (n < candidates || n < t.keep) n *= 2;  // both at most kSlice
  for (int i = candidates + threadIdx.x; i < n; i += kLensThreads) {
    value[i] = lowest;
    id[i] = noId;
  }
  sortCandidates(value, id, n);
  const std::int64_t list = std::int64_t{row} * t.slices + slice;
  float* bestValue = rowAt(t.topValue, list, t.keep);
  std::int32_t* bestId = rowAt(t.topId, list, t.keep);
  for (int i = threadIdx.x; i < t.keep; i += kLensThreads) {
    bestValue[i] = value[i];
    bestId[i] = id[i];
  }
}

struct LensOut {
  float *logSumExp, *entropy, *kl, *klStep, *jsStep, *topLogProb, *targetLogProb;
  std::int32_t *topId, *targetRank;  ///< topLogProb, topId [rows][topK]; targets [rows][1 + M]
  int topK, vocab;
};

/// One slice of one row against the row before it, when the sums of both are known: sums of
/// p (log p - log q), and of p (log p - log m) + q (log q - log m), m = (p + q) / 2.
/// Grid: (rows, slices of this call). @param parts [rows][slices][2]
template <int kUnused = 0>
__global__ void foldSteps(LensArgs t, const float* logSums, float* parts) {
  const int row = blockIdx.x, slice = t.firstSlice + blockIdx.y;
  if (row % t.rowsPer == 0) return;
  const int first = blockIdx.y * kSlice;
  const int valid = t.tokens - first < kSlice ? t.tokens - first : kSlice;
  const float* now = rowAt(t.logits, row, t.strideLogits) + first;
  const float* before = rowAt(t.logits, row - 1, t.strideLogits) + first;
  const float logSum = logSums[row], logSumBefore = logSums[row - 1];
  float kl = 0, js = 0;
  for (int i = threadIdx.x; i < valid; i += blockDim.x) {
    const float p = expf(now[i] - logSum), q = expf(before[i] - logSumBefore);
    const float gain = (now[i] - before[i]) - (logSum - logSumBefore);
    const float rest = log1pf(expf(-fabsf(gain))) - 0.69314718f;
    kl += p * gain;
    js += p * (fminf(gain, 0.0f) - rest) + q * (fminf(-gain, 0.0f) - rest);
  }
  kl = blockSum(kl);
  js = blockSum(js);
  if (threadIdx.x != 0) return;
  float* to = rowAt(parts, std::int64_t{row} * t.slices + slice, 2);
  to[0] = kl;
  to[1] = 0.5f * js;
}

/// Joins the slices of every row; NaN at the first row of a position. A thread a row.
template <int kUnused = 0>
__global__ void joinSteps(LensArgs t, const float* parts, LensOut out) {
  const int row = blockIdx.x * blockDim.x + threadIdx.x;
  if (row >= t.rows) return;
  const float none = __uint_as_float(0x7fc00000u);
  double kl = 0, js = 0;
  for (int s = 0; row % t.rowsPer > 0 && s < t.slices; ++s) {
    const float* part = rowAt(parts, std::int64_t{row} * t.slices + s, 2);
    kl += part[0];
    js += part[1];
  }
  const bool first = row % t.rowsPer == 0;
  out.klStep[row] = first ? none : kl < 0 ? 0.0f : static_cast<float>(kl);  // a NaN stays one
  out.jsStep[row] = first ? none : js < 0 ? 0.0f : static_cast<float>(js);
}

/// Joins the slices of one row in their order. One warp per row; dynamic shared memory: slices
/// ints.
template <int kUnused = 0>
__global__ void joinSlices(LensArgs t, LensOut out) {
  const int row = blockIdx.x, lane = threadIdx.x;
  const int lastRow = row / t.rowsPer * t.rowsPer + t.rowsPer - 1;
  const LensPart* parts = rowAt(t.parts, row, t.slices);
  const LensPart* lastParts = rowAt(t.parts, lastRow, t.slices);
  const float lowest = __uint_as_float(0xff800000u);
  __shared__ double sums[kWarp][6];

  float top = lowest, lastTop = lowest;
  for (int s = lane; s < t.slices; s += kWarp) {
    top = fmaxf(top, parts[s].max);
    lastTop = fmaxf(lastTop, parts[s].lastMax);
  }
  top = warpMax(top);
  lastTop = warpMax(lastTop);
  // sum e, sum e z, and under the last row's weights: sum e, sum e z_row, sum e z_last.
  double own[5] = {};
  for (int s = lane; s < t.slices; s += kWarp) {
    const LensPart p = parts[s], l = lastParts[s];
    const double e = expf(p.max - top);
    const double eLast = expf(p.lastMax - lastTop);
    const double max = p.max, maxOfLast = l.max;
    own[0] += e * p.sum;
    own[1] += e * (p.sumBelow + max * p.sum);
    own[2] += eLast * p.lastSum;
    own[3] += eLast * (p.lastBelow + max * p.lastSum);
    own[4] += eLast * (l.sumBelow + maxOfLast * l.sum);
  }
  for (int i = 0; i < 5; ++i) sums[lane][i] = own[i];
  __syncthreads();
  double total[5] = {};
  for (int n = 0; n < kWarp; ++n)
    for (int i = 0; i < 5; ++i) total[i] += sums[n][i];
  const double logSum = top + log(total[0]);
  const double lastLogSum = lastTop + log(total[2]);
  if (lane == 0) {
    const double entropy = logSum - total[1] / total[0];
    // sum p_last (log p_last - log p_row)
    const double kl = (total[4] / total[2] - lastLogSum) - (total[3] / total[2] - logSum);
    out.logSumExp[row] = logSum;
    out.entropy[row] = entropy < 0 ? 0.0f : static_cast<float>(entropy);  // a NaN stays one
    out.kl[row] = row == lastRow || kl < 0 ? 0.0f : static_cast<float>(kl);
  }
  for (int target = lane; target < t.targets; target += kWarp) {
    const int cell = row * t.targets + target;
    const std::int32_t id = targetOf(t.next, t.tracked, row / t.rowsPer, target);
    const float z = t.exact[cell];
    int rank = t.above[cell];
    const int near = t.nearCount[cell] < kMaxNear ? t.nearCount[cell] : kMaxNear;
    for (int i = 0; i < near; ++i)
      if (rowAt(t.nearValue, cell, kMaxNear)[i] > z) ++rank;
    out.targetLogProb[cell] = z - logSum;
    out.targetRank[cell] = id < 0 || id >= out.vocab ? -1 : rank;
  }

  // The best of the heads of the slices' lists, topK times.
  int* taken = dynamicShared<int>();
  for (int s = lane; s < t.slices; s += kWarp) taken[s] = 0;
  const std::int64_t lists = std::int64_t{row} * t.slices * t.keep;
  for (int k = 0; k < out.topK; ++k) {
    float value = lowest;
    std::int32_t id = 0x7fffffff;
    int slice = -1;
    for (int s = lane; s < t.slices; s += kWarp) {
      if (taken[s] >= t.keep) continue;
      const std::int64_t at = lists + std::int64_t{s} * t.keep + taken[s];
      if (slice < 0 || better(t.topValue[at], t.topId[at], value, id)) {
        value = t.topValue[at];
        id = t.topId[at];
        slice = s;
      }
    }
    for (int o = kWarp / 2; o > 0; o /= 2) {
      const float otherValue = shuffleXor(value, o);
      const std::int32_t otherId = shuffleXor(id, o);
      const int otherSlice = shuffleXor(slice, o);
      if (otherSlice >= 0 && (slice < 0 || better(otherValue, otherId, value, id))) {
        value = otherValue;
        id = otherId;
        slice = otherSlice;
      }
    }
    if (slice >= 0 && slice % kWarp == lane) ++taken[slice];
    if (lane == 0) {
      rowAt(out.topId, row, out.topK)[k] = id;
      rowAt(out.topLogProb, row, out.topK)[k] = value - logSum;
    }
  }
}

}  // namespace ouroscope::cuda
