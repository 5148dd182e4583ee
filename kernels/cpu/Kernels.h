// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>

namespace ouroscope::cpu {

/// Columns of a weight panel. A matrix y = W x, W [N, K], is stored as N/64 panels:
///   bf16: [K/2][64][2]  pairs of k beside each other (the layout that vdpbf16ps wants and that a
///   widening FMA reads as well) f32:  [K][64]
/// N is padded to 64 and K to 2 with zeros. Prefill and decode read the same bytes, a panel is one
/// linear stream.
inline constexpr int kPanel = 64;

/// One panel-range product: c[row][0 .. 64*panels) = sum_k a[row][k] * W[n][k], summed over k in
/// ascending order with one accumulator per element. The order is the same for any number of rows,
/// so prefill and decode agree bit for bit.
struct GemmArgs {
  const void* weights;  ///< first panel
  bool bf16;
  int k;  ///< K padded to even; a's rows must be readable to there and be zero in the padding
  int panels;
  const float* a;
  std::ptrdiff_t lda;
  int rows;
  float* c;
  std::ptrdiff_t ldc;
};

/// Attention of `queries` consecutive positions of one head over its keys: softmax(q k^T * scale)
/// v, causal.
struct AttentionArgs {
  const float* q;
  std::ptrdiff_t ldq;  ///< [queries][headDim]
  const void* keys;
  const void* values;  ///< [position][headDim], bf16 or f32
  bool bf16;
  int headDim;
  int queries;    ///< at most kQueryTile
  int firstKeys;  ///< keys seen by the first query; the next sees one more
  float scale;
  float* scores;  ///< scratch [kQueryTile][firstKeys + queries]
  float* out;
  std::ptrdiff_t ldo;
};
inline constexpr int kQueryTile = 4;

/// Running sums of one lens row over the vocabulary, for one slice of it. Sums are of exp(z - max).
struct LensRowState {
  float max;
  double sum;    ///< sum e
  double sumZ;   ///< sum e z
  double klSum;  ///< sum e_last z: under the weights of the position's last row
};

/// Folds one panel of logits into the states of one position's rows.
/// z [rows][64]; columns >= valid must hold kNoLogit.
struct LensPanelArgs {
  const float* z;
  int rows;
  LensRowState* states;  ///< [rows]; the last is the row that KL is measured against
};
inline constexpr float kNoLogit = -1e30f;

/// One source, compiled once per instruction set, chosen at run time.
struct KernelTable {
  const char* name;
  void (*gemm)(const GemmArgs&);
  void (*attention)(const AttentionArgs&);
  void (*lensPanel)(const LensPanelArgs&);
  float (*maximum)(const float* x, int n);
  int (*countAbove)(const float* x, int n, float threshold);
  /// out = x * rsqrt(mean(x^2) + eps) * weight (paper section 3; statistics in fp32)
  void (*rmsNorm)(const float* x, const float* weight, int n, float eps, float* out);
  /// x += norm(y): the sandwich norm on a branch output
  void (*addRmsNorm)(const float* y, const float* weight, int n, float eps, float* x);
  /// out = silu(gate) * up
  void (*swiGlu)(const float* gate, const float* up, int n, float* out);
  /// Split-half rotation of one head: pairs (i, i + n/2)
  void (*rope)(float* x, const float* cos, const float* sin, int n);
  void (*toBf16)(const float* x, std::uint16_t* out, int n);
};

const KernelTable& portableKernels();
#if defined(__x86_64__)
const KernelTable& avx2Kernels();
#endif
/// The fastest table this processor runs; the environment variable OUROSCOPE_CPU=portable|avx2
/// overrides it for tests.
const KernelTable& bestKernels();

}  // namespace ouroscope::cpu
