// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>

namespace ouroscope::cpu {

/// Columns of a weight panel. A matrix y = W x, W [N, K], is stored as N/32 panels:
///   bf16: [K/2][32][2]  pairs of k beside each other: one stream for a widening FMA, for
///   vdpbf16ps and, 16 columns by 16 pairs at a time, for AMX tiles
///   int8: the same order, one byte each; fours of k, [K/4][32][4], where the table splits
///         activations (KernelTable::split)
///   f32:  [K][32]
/// N is padded to 32 with zeros, and K to 32, or to 64 for int8. Prefill and decode read the same
/// bytes, a panel is one linear stream. Keys and values are kept in the same layout (KvCache.h). 32
/// columns are what a tile of sums holds, so that a block of k in the first-level cache has no line
/// that it skips.
inline constexpr int kPanel = 32;
inline constexpr int kDepthStep = 32;

/// k of one int8 scale: columns have their own factor per block of so many k.
inline constexpr int kInt8Block = 128;
constexpr int blocksOf(int k) {
  return (k + kInt8Block - 1) / kInt8Block;
}
constexpr int panelsOf(int n) {
  return (n + kPanel - 1) / kPanel;
}

enum class Storage : std::uint8_t { F32, BF16, Int8 };
constexpr std::size_t storageBytes(Storage s) {
  return s == Storage::F32 ? 4 : s == Storage::BF16 ? 2 : 1;
}
constexpr int paddedDepth(int k, Storage s = Storage::BF16) {
  const int step = s == Storage::Int8 ? 2 * kDepthStep : kDepthStep;
  return (k + step - 1) / step * step;
}

/// From one row of fp32 activations to the next: rows a power of two apart would all want the same
/// lines of the first-level cache.
constexpr std::ptrdiff_t rowPitch(int k) {
  return k + 16;
}
/// The left-hand side of a product, a [rows, k], in the layout that a kernel table wants: row-major
/// fp32, rowPitch apart, where activations stay fp32; tiles [rows/32][k/32][2][16][32] of bf16
/// where the table rounds them (KernelTable::roundedFor). Room for both:
constexpr std::size_t activationBytes(int rows, int k) {
  return (rows + 31) / 32 * 32 * rowPitch(paddedDepth(k)) * 4;
}
struct PutArgs {
  void* a;
  int k;  ///< padded to 32; the padding must be zero (it is in a fresh buffer)
  int row;
  int first;  ///< first column written
  const float* x;
  int n;
  bool rounded;  ///< as bf16 tiles
};

/// One row for int8 products in whole numbers: x = scale * (256 high + low), with one scale per
/// block of k, |256 high + low| <= 32512 and both digits in a signed byte.
struct SplitArgs {
  const float* x;
  int k;  ///< padded to 64
  int row;
  std::int8_t* digits;  ///< of all rows: tiles [rows/8][k/64][8][2][64], high before low
  float* scales;        ///< of this row: [blocks of k]; NaN where x is not finite
  std::int32_t* sums;   ///< of this row: [blocks of k] sums of 256 high + low
};

/// Most of k that a large product is given at a time: so much of a batch of rows stays in the
/// second-level cache while the panels go by.
inline constexpr int kStretch = 2048;

/// c[row][0 .. 32*panels) = sum_k a[row][k] * W[n][k], fp32 accumulation over k in an order that is
/// the same for any number of rows: prefill and decode agree bit for bit. A product may be asked
/// for in stretches of k, in order, the borders being multiples of kStretch: c holds the result
/// after the last.
struct GemmArgs {
  const void* weights;         ///< first panel
  std::ptrdiff_t panelStride;  ///< bytes from one panel to the next
  Storage storage;
  int k;  ///< padded to 32
  int panels;
  const void* a;
  int firstRow;  ///< of a
  int rows;
  float* c;  ///< row firstRow's output
  std::ptrdiff_t ldc;
  int from, to;                      ///< the stretch of k: [0, k) for all of it
  const float* scales = nullptr;     ///< Int8 only: [panels][blocks of k][32]
  const float* rowScales = nullptr;  ///< where `a` was split: [rows of a][blocks of k]
  const std::int32_t* rowSums = nullptr;
};

/// Turns one row of scores into weights e = exp(scale * s - max) over its entries [from, valid) and
/// zeros elsewhere up to `padded`. With a cap, cap * tanh(scale * s / cap) takes scale * s's place.
struct SoftmaxArgs {
  float* s;
  int valid, padded;
  float scale;
  float max, sum;  ///< results
  int from = 0;
  float cap = 0;  ///< 0: none
};

/// Running sums of one lens row over the vocabulary, for one slice of it. Sums are of exp(z - max).
struct LensRowState {
  float max;
  double sum;    ///< sum e
  double sumZ;   ///< sum e z
  double klSum;  ///< sum e_last z: under the weights of the position's last row
};

/// Logits that the lens takes in at a time: two panels.
inline constexpr int kLensColumns = 2 * kPanel;
/// Folds so many logits into the states of one position's rows.
/// z [rows][64]; columns that the vocabulary does not have must hold kNoLogit.
struct LensPanelArgs {
  const float* z;
  int rows;
  LensRowState* states;  ///< [rows]; the last is the row that KL is measured against
};
inline constexpr float kNoLogit = -1e30f;

/// Logits of a row of the lens and of the row before, with the logarithms of their sums.
struct LensStepArgs {
  const float *now, *before;
  int n;
  double logSum, logSumBefore;
};
/// How far the distributions of two rows are apart, in nats.
struct LensStep {
  double kl = 0;  ///< KL(now || before)
  double js = 0;  ///< Jensen-Shannon
};

/// One source, compiled once per instruction set, chosen at run time.
struct KernelTable {
  const char* name;
  /// bf16 and int8 products round their activations to bf16 (once per product); otherwise they stay
  /// fp32, or int8 products split them. In any case for every number of rows, so that prefill and
  /// decode agree.
  bool roundsActivations;
  void (*put)(const PutArgs&);
  /// Where int8 products take both sides as whole numbers, which sums them exactly; else null.
  void (*split)(const SplitArgs&);
  void (*gemm)(const GemmArgs&);
  void (*softmax)(SoftmaxArgs&);
  /// x = cap * tanh(x * scale / cap)
  void (*softCap)(float* x, int n, float scale, float cap);
  /// sum = sum * a + x * b
  void (*blend)(float* sum, const float* x, int n, float a, float b);
  void (*lensPanel)(const LensPanelArgs&);
  LensStep (*lensStep)(const LensStepArgs&);
  float (*maximum)(const float* x, int n);
  int (*countAbove)(const float* x, int n, float threshold);
  /// out = x * rsqrt(mean(x^2) + eps) * weight (paper section 3; statistics in fp32)
  void (*rmsNorm)(const float* x, const float* weight, int n, float eps, float* out);
  /// x += norm(y): the sandwich norm on a branch output
  void (*addRmsNorm)(const float* y, const float* weight, int n, float eps, float* x);
  /// out = silu(gate) * up
  void (*swiGlu)(const float* gate, const float* up, int n, float* out);
  /// out = gelu(gate) * up, gelu by its approximation with tanh
  void (*geluGlu)(const float* gate, const float* up, int n, float* out);
  /// Split-half rotation of one head: pairs (i, i + n/2)
  void (*rope)(float* x, const float* cos, const float* sin, int n);
  void (*toBf16)(const float* x, std::uint16_t* out, int n);
  /// bf16 [count][ld] to as many columns of a panel [k/2][32][2]; k even, count at most 32
  void (*packPairs)(const std::uint16_t* rows, std::ptrdiff_t ld, int count, int k,
                    std::uint16_t* out);
  /// out [n][2]: the two rows' values in turn
  void (*zip)(const std::uint16_t* even, const std::uint16_t* odd, int n, std::uint16_t* out);
  /// A bf16 panel of depth k to int8, and its factors [blocks of k][32]: the largest of each column
  /// and block becomes 127.
  void (*quantize)(const std::uint16_t* panel, int k, std::int8_t* out, float* scales);
  /// Multiply-adds that never leave the registers, with the instructions of fp32 products and of
  /// bf16 products: what this path could do at best. @return flop done
  double (*peakFloat)(std::int64_t steps);
  double (*peakHalf)(std::int64_t steps);

  bool splitFor(Storage weights) const { return split && weights == Storage::Int8; }
  bool roundedFor(Storage weights) const {
    return roundsActivations && weights != Storage::F32 && !splitFor(weights);
  }
};

const KernelTable& portableKernels();
#if defined(__x86_64__)
const KernelTable& avx2Kernels();
const KernelTable& avx512Kernels();
const KernelTable& avx512Bf16Kernels();
const KernelTable& amxKernels();
#endif
/// The fastest table this processor runs, or the one that the environment variable OUROSCOPE_CPU
/// names (portable, avx2, avx512, avx512bf16 or amx). @throws Error where it cannot run here.
const KernelTable& bestKernels();
/// What one more row adds to a pass over one row, as a share of it: measured where the weights come
/// from memory (docs/benchmarks.md).
double rowCostOf(const KernelTable& table);

}  // namespace ouroscope::cpu
