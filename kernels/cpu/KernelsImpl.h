// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set (KernelsPortable.cpp, KernelsAvx2.cpp), which sets
// OUROSCOPE_LANES first. Everything is in an unnamed namespace and no standard container is used:
// an inline function compiled here for AVX2 must never be the one the linker picks for code that
// runs on an older processor.
#include <cstdint>
#include <cstring>

#include "kernels/cpu/Kernels.h"

namespace ouroscope::cpu {
namespace {

constexpr int W = OUROSCOPE_LANES;
using Vf = float __attribute__((vector_size(W * 4)));
using Vi = std::int32_t __attribute__((vector_size(W * 4)));

inline Vf loadF(const float* p) {
  Vf v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
inline Vi loadI(const void* p) {
  Vi v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
inline void storeF(float* p, Vf v) {
  std::memcpy(p, &v, sizeof v);
}
inline Vf splat(float x) {
  return Vf{} + x;
}
inline Vf asF(Vi v) {
  Vf f;
  std::memcpy(&f, &v, sizeof f);
  return f;
}
inline Vi asI(Vf v) {
  Vi i;
  std::memcpy(&i, &v, sizeof i);
  return i;
}
inline Vf select(Vi mask, Vf yes, Vf no) {
  return asF((asI(yes) & mask) | (asI(no) & ~mask));
}
inline Vf maxF(Vf a, Vf b) {
  return select(a > b, a, b);
}

/// W values of bf16 as fp32: the value is the upper half of a float.
inline Vf loadBf16(const std::uint16_t* p) {
  using Vh = std::uint16_t __attribute__((vector_size(W * 2)));
  Vh half;
  std::memcpy(&half, p, sizeof half);
  return asF(__builtin_convertvector(half, Vi) << 16);
}
template <class T>
inline Vf loadAny(const T* p);
template <>
inline Vf loadAny<float>(const float* p) {
  return loadF(p);
}
template <>
inline Vf loadAny<std::uint16_t>(const std::uint16_t* p) {
  return loadBf16(p);
}

/// The first `n` < W values, the other lanes zero. Remainders go through the same vector arithmetic
/// as the rest: a scalar tail would be contracted differently in different instantiations, and
/// prefill and decode would differ in the last bit.
template <class T>
inline Vf loadFirst(const T* p, int n) {
  T lane[W] = {};
  std::memcpy(lane, p, static_cast<std::size_t>(n) * sizeof(T));
  return loadAny<T>(lane);
}
inline void storeFirst(float* p, Vf v, int n) {
  std::memcpy(p, &v, static_cast<std::size_t>(n) * sizeof(float));
}

/// Sums lanes pairwise: the same tree for every caller.
inline float sumLanes(Vf v) {
  float lane[W];
  storeF(lane, v);
  for (int half = W / 2; half > 0; half /= 2)
    for (int i = 0; i < half; ++i) lane[i] += lane[i + half];
  return lane[0];
}

/// e^x to about 1 ulp for x <= 0 and small positive x; exactly 0 below -87.
/// Cody-Waite reduction by ln 2, then a degree-6 polynomial on [-ln2/2, ln2/2].
inline Vf expF(Vf x) {
  const Vi tiny = x < splat(-87.0f);
  x = select(tiny, splat(-87.0f), x);
  x = select(x > splat(88.0f), splat(88.0f), x);
  const Vf magic = splat(12582912.0f);  // 1.5 * 2^23: adding it rounds to an integer
  const Vf shifted = x * splat(1.44269504f) + magic;
  const Vf n = shifted - magic;
  Vf r = x - n * splat(0.693145752f);
  r = r - n * splat(1.42860677e-6f);
  Vf p = splat(1.0f / 720.0f);
  p = p * r + splat(1.0f / 120.0f);
  p = p * r + splat(1.0f / 24.0f);
  p = p * r + splat(1.0f / 6.0f);
  p = p * r + splat(0.5f);
  p = p * r + splat(1.0f);
  p = p * r + splat(1.0f);
  const Vi exponent = (asI(shifted) - asI(magic) + 127) << 23;
  return select(tiny, Vf{}, p * asF(exponent));
}
inline float expOne(float x) {
  return expF(splat(x))[0];
}

// ---- matrix product
// -------------------------------------------------------------------------------------------------

/// M rows x NV vectors of columns of one panel, over `steps` pairs of k. bf16: both halves of every
/// 32-bit word are one column's k and k + 1.
template <int M, int NV>
inline void tileBf16(const std::uint16_t* w, int steps, const float* a, std::ptrdiff_t lda,
                     float* c, std::ptrdiff_t ldc, bool first) {
  Vf acc[M][NV];
  for (int m = 0; m < M; ++m)
    for (int v = 0; v < NV; ++v) acc[m][v] = first ? Vf{} : loadF(c + m * ldc + v * W);
  for (int s = 0; s < steps; ++s) {
    Vf b[NV];
    for (int v = 0; v < NV; ++v) b[v] = asF(loadI(w + v * 2 * W) << 16);
    for (int m = 0; m < M; ++m) {
      const Vf x = splat(a[m * lda + 2 * s]);
      for (int v = 0; v < NV; ++v) acc[m][v] += x * b[v];
    }
    for (int v = 0; v < NV; ++v)
      b[v] = asF(loadI(w + v * 2 * W) & static_cast<std::int32_t>(0xffff0000u));
    for (int m = 0; m < M; ++m) {
      const Vf x = splat(a[m * lda + 2 * s + 1]);
      for (int v = 0; v < NV; ++v) acc[m][v] += x * b[v];
    }
    w += 2 * kPanel;
  }
  for (int m = 0; m < M; ++m)
    for (int v = 0; v < NV; ++v) storeF(c + m * ldc + v * W, acc[m][v]);
}

template <int M, int NV>
inline void tileF32(const float* w, int steps, const float* a, std::ptrdiff_t lda, float* c,
                    std::ptrdiff_t ldc, bool first) {
  Vf acc[M][NV];
  for (int m = 0; m < M; ++m)
    for (int v = 0; v < NV; ++v) acc[m][v] = first ? Vf{} : loadF(c + m * ldc + v * W);
  for (int s = 0; s < steps; ++s) {
    Vf b[NV];
    for (int v = 0; v < NV; ++v) b[v] = loadF(w + v * W);
    for (int m = 0; m < M; ++m) {
      const Vf x = splat(a[m * lda + s]);
      for (int v = 0; v < NV; ++v) acc[m][v] += x * b[v];
    }
    w += kPanel;
  }
  for (int m = 0; m < M; ++m)
    for (int v = 0; v < NV; ++v) storeF(c + m * ldc + v * W, acc[m][v]);
}

constexpr int kTileRows = W >= 8 ? 6 : 4;  // accumulators of a tile fit the register file
constexpr int kTileVectors = 2;
constexpr int kRowVectors = 8;  // one row: eight independent chains hide the FMA latency
constexpr int kBlock = 512;     // k per cache block; order over k is kept, sums pass through c

template <int M, int NV>
inline void tile(const GemmArgs& g, const void* panel, int column, int k0, int k1, const float* a,
                 float* c) {
  if (g.bf16) {
    const auto* w =
        static_cast<const std::uint16_t*>(panel) + std::ptrdiff_t{k0} * kPanel + column * 2;
    tileBf16<M, NV>(w, (k1 - k0) / 2, a + k0, g.lda, c + column, g.ldc, k0 == 0);
  } else {
    const auto* w = static_cast<const float*>(panel) + std::ptrdiff_t{k0} * kPanel + column;
    tileF32<M, NV>(w, k1 - k0, a + k0, g.lda, c + column, g.ldc, k0 == 0);
  }
}

void gemm(const GemmArgs& g) {
  const std::ptrdiff_t panelBytes = std::ptrdiff_t{g.k} * kPanel * (g.bf16 ? 2 : 4);
  for (int p = 0; p < g.panels; ++p) {
    const char* panel = static_cast<const char*>(g.weights) + p * panelBytes;
    float* c = g.c + p * kPanel;
    if (g.rows == 1) {  // decode: one linear read of the panel per group of columns
      for (int column = 0; column < kPanel; column += kRowVectors * W)
        tile<1, kRowVectors>(g, panel, column, 0, g.k, g.a, c);
      continue;
    }
    for (int k0 = 0; k0 < g.k; k0 += kBlock) {
      const int k1 = k0 + kBlock < g.k ? k0 + kBlock : g.k;
      for (int column = 0; column < kPanel; column += kTileVectors * W) {
        int row = 0;
        for (; row + kTileRows <= g.rows; row += kTileRows)
          tile<kTileRows, kTileVectors>(g, panel, column, k0, k1, g.a + row * g.lda,
                                        c + row * g.ldc);
        for (; row + 2 <= g.rows; row += 2)
          tile<2, kTileVectors>(g, panel, column, k0, k1, g.a + row * g.lda, c + row * g.ldc);
        if (row < g.rows)
          tile<1, kTileVectors>(g, panel, column, k0, k1, g.a + row * g.lda, c + row * g.ldc);
      }
    }
  }
}

// ---- attention
// ------------------------------------------------------------------------------------------------------

/// Scores of NQ queries against keys [0, keys): every key row is read once for all of them.
template <int NQ, class T>
inline void scoreKeys(const AttentionArgs& t, int query, int keys, int stride) {
  const auto* key = static_cast<const T*>(t.keys);
  for (int j = 0; j < keys; ++j, key += t.headDim) {
    Vf acc[NQ] = {};
    int i = 0;
    for (; i + W <= t.headDim; i += W) {
      const Vf kv = loadAny<T>(key + i);
      for (int q = 0; q < NQ; ++q) acc[q] += kv * loadF(t.q + (query + q) * t.ldq + i);
    }
    if (const int rest = t.headDim - i; rest > 0) {
      const Vf kv = loadFirst<T>(key + i, rest);
      for (int q = 0; q < NQ; ++q)
        acc[q] += kv * loadFirst<float>(t.q + (query + q) * t.ldq + i, rest);
    }
    for (int q = 0; q < NQ; ++q) t.scores[(query + q) * stride + j] = sumLanes(acc[q]) * t.scale;
  }
}

inline void softmax(float* s, int n) {
  float top = s[0];
  for (int j = 1; j < n; ++j) top = s[j] > top ? s[j] : top;
  Vf total{};
  int j = 0;
  for (; j + W <= n; j += W) {
    const Vf e = expF(loadF(s + j) - splat(top));
    storeF(s + j, e);
    total += e;
  }
  float sum = sumLanes(total);
  for (; j < n; ++j) {
    s[j] = expOne(s[j] - top);
    sum += s[j];
  }
  const float inverse = 1.0f / sum;
  for (j = 0; j < n; ++j) s[j] *= inverse;
}

template <int NQ, class T>
inline void mixValues(const AttentionArgs& t, int query, int keys, int stride) {
  const auto* values = static_cast<const T*>(t.values);
  int i = 0;
  for (; i + W <= t.headDim; i += W) {
    Vf acc[NQ] = {};
    for (int j = 0; j < keys; ++j) {
      const Vf v = loadAny<T>(values + std::ptrdiff_t{j} * t.headDim + i);
      for (int q = 0; q < NQ; ++q) acc[q] += splat(t.scores[(query + q) * stride + j]) * v;
    }
    for (int q = 0; q < NQ; ++q) storeF(t.out + (query + q) * t.ldo + i, acc[q]);
  }
  if (const int rest = t.headDim - i; rest > 0) {
    Vf acc[NQ] = {};
    for (int j = 0; j < keys; ++j) {
      const Vf v = loadFirst<T>(values + std::ptrdiff_t{j} * t.headDim + i, rest);
      for (int q = 0; q < NQ; ++q) acc[q] += splat(t.scores[(query + q) * stride + j]) * v;
    }
    for (int q = 0; q < NQ; ++q) storeFirst(t.out + (query + q) * t.ldo + i, acc[q], rest);
  }
}

template <class T>
inline void attentionOf(const AttentionArgs& t) {
  const int longest = t.firstKeys + t.queries - 1;
  // A later query's extra keys are scored too and then given weight zero, so that a full tile
  // shares every load.
  if (t.queries == kQueryTile)
    scoreKeys<kQueryTile, T>(t, 0, longest, longest);
  else
    for (int q = 0; q < t.queries; ++q) scoreKeys<1, T>(t, q, longest, longest);
  for (int q = 0; q < t.queries; ++q) {
    float* s = t.scores + q * longest;
    const int seen = t.firstKeys + q;
    softmax(s, seen);
    for (int j = seen; j < longest; ++j) s[j] = 0;
  }
  if (t.queries == kQueryTile)
    mixValues<kQueryTile, T>(t, 0, longest, longest);
  else
    for (int q = 0; q < t.queries; ++q) mixValues<1, T>(t, q, longest, longest);
}

void attention(const AttentionArgs& t) {
  if (t.bf16)
    attentionOf<std::uint16_t>(t);
  else
    attentionOf<float>(t);
}

// ---- lens
// -----------------------------------------------------------------------------------------------------------

float maximum(const float* x, int n) {
  Vf top = splat(x[0]);
  int i = 0;
  for (; i + W <= n; i += W) top = maxF(loadF(x + i), top);
  float best = x[0];
  for (int lane = 0; lane < W; ++lane) best = top[lane] > best ? top[lane] : best;
  for (; i < n; ++i) best = x[i] > best ? x[i] : best;
  return best;
}

int countAbove(const float* x, int n, float threshold) {
  Vi count{};
  int i = 0;
  for (; i + W <= n; i += W) count -= loadF(x + i) > splat(threshold);
  int total = 0;
  for (int lane = 0; lane < W; ++lane) total += count[lane];
  for (; i < n; ++i) total += x[i] > threshold ? 1 : 0;
  return total;
}

/// Moves a state to a new maximum: sums are relative to it.
inline float raise(LensRowState& state, float panelMax) {
  if (!(panelMax > state.max)) return 1.0f;
  const float factor = state.sum > 0 ? expOne(state.max - panelMax) : 0.0f;
  state.max = panelMax;
  state.sum *= static_cast<double>(factor);
  state.sumZ *= static_cast<double>(factor);
  return factor;
}

void lensPanel(const LensPanelArgs& g) {
  float weights[kPanel];
  const int last = g.rows - 1;
  const float* zLast = g.z + last * kPanel;
  const double factor = static_cast<double>(raise(g.states[last], maximum(zLast, kPanel)));
  {
    Vf sum{}, sumZ{};
    for (int i = 0; i < kPanel; i += W) {
      const Vf z = loadF(zLast + i);
      const Vf e = expF(z - splat(g.states[last].max));
      storeF(weights + i, e);
      sum += e;
      sumZ += e * z;
    }
    g.states[last].sum += static_cast<double>(sumLanes(sum));
    g.states[last].sumZ += static_cast<double>(sumLanes(sumZ));
    g.states[last].klSum = g.states[last].sumZ;
  }
  for (int r = 0; r < last; ++r) {
    LensRowState& state = g.states[r];
    const float* zr = g.z + r * kPanel;
    raise(state, maximum(zr, kPanel));
    Vf sum{}, sumZ{}, kl{};
    for (int i = 0; i < kPanel; i += W) {
      const Vf z = loadF(zr + i);
      const Vf e = expF(z - splat(state.max));
      sum += e;
      sumZ += e * z;
      kl += loadF(weights + i) * z;
    }
    state.sum += static_cast<double>(sumLanes(sum));
    state.sumZ += static_cast<double>(sumLanes(sumZ));
    state.klSum = state.klSum * factor + static_cast<double>(sumLanes(kl));
  }
}

// ---- element-wise
// ---------------------------------------------------------------------------------------------------

inline float inverseRms(const float* x, int n, float eps) {
  Vf sum{};
  int i = 0;
  for (; i + W <= n; i += W) {
    const Vf v = loadF(x + i);
    sum += v * v;
  }
  float total = sumLanes(sum);
  for (; i < n; ++i) total += x[i] * x[i];
  return 1.0f / __builtin_sqrtf(total / static_cast<float>(n) + eps);
}

void rmsNorm(const float* x, const float* weight, int n, float eps, float* out) {
  const float scale = inverseRms(x, n, eps);
  for (int i = 0; i < n; ++i) out[i] = x[i] * scale * weight[i];
}

void addRmsNorm(const float* y, const float* weight, int n, float eps, float* x) {
  const float scale = inverseRms(y, n, eps);
  for (int i = 0; i < n; ++i) x[i] += y[i] * scale * weight[i];
}

void swiGlu(const float* gate, const float* up, int n, float* out) {
  int i = 0;
  for (; i + W <= n; i += W) {
    const Vf g = loadF(gate + i);
    storeF(out + i, g / (splat(1.0f) + expF(-g)) * loadF(up + i));
  }
  for (; i < n; ++i) out[i] = gate[i] / (1.0f + expOne(-gate[i])) * up[i];
}

void rope(float* x, const float* cos, const float* sin, int n) {
  const int half = n / 2;
  for (int i = 0; i < half; ++i) {
    const float a = x[i], b = x[i + half];
    x[i] = a * cos[i] - b * sin[i];
    x[i + half] = b * cos[i] + a * sin[i];
  }
}

void toBf16(const float* x, std::uint16_t* out, int n) {
  for (int i = 0; i < n; ++i) {
    std::uint32_t bits;
    std::memcpy(&bits, x + i, sizeof bits);
    // Round to nearest even; a NaN keeps its upper half, made quiet so that it cannot round to
    // infinity.
    const bool nan = (bits & 0x7fffffffu) > 0x7f800000u;
    out[i] = nan ? static_cast<std::uint16_t>((bits >> 16) | 0x40u)
                 : static_cast<std::uint16_t>((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16);
  }
}

}  // namespace
}  // namespace ouroscope::cpu
