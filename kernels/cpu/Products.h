// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set: the matrix product with fp32 activations. See Vectors.h.
#pragma once
#include "kernels/cpu/Vectors.h"

namespace ouroscope::cpu {
namespace {

/// How a block of k ends: sums start at zero or go on from c, and int8 blocks are scaled by their
/// columns' factors before they join c.
struct BlockEnd {
  bool first;
  const float* scale;  ///< [columns] or null
};

/// Keeps a value in a register and its computation where it is.
inline void inRegister(Vf& x) {
#if defined(__x86_64__)
  asm volatile("" : "+v"(x));
#elif defined(__aarch64__)
  asm volatile("" : "+w"(x));
#else
  asm volatile("" : "+m"(x));
#endif
}

/// What c becomes by a block of int8. The product is rounded before it is added, always: whether a
/// compiler fuses the two would depend on the code around it, and results on the number of rows.
inline Vf addScaled(const float* c, Vf sum, const float* scale, bool first) {
  Vf scaled = sum * loadF(scale);
  inRegister(scaled);
  return first ? scaled : loadF(c) + scaled;
}

template <int M, int NV>
inline void startSums(Vf (&acc)[M][NV], const float* c, std::ptrdiff_t ldc, BlockEnd end) {
  const bool fresh = end.first || end.scale;
  for (int m = 0; m < M; ++m)
    for (int v = 0; v < NV; ++v) acc[m][v] = fresh ? Vf{} : loadF(c + m * ldc + v * W);
}
template <int M, int NV>
inline void storeSums(const Vf (&acc)[M][NV], float* c, std::ptrdiff_t ldc, BlockEnd end) {
  for (int m = 0; m < M; ++m)
    for (int v = 0; v < NV; ++v) {
      float* to = c + m * ldc + v * W;
      storeF(to, end.scale ? addScaled(to, acc[m][v], end.scale + v * W, end.first) : acc[m][v]);
    }
}

/// M rows x NV vectors of columns of one panel, over `steps` pairs of k: both halves of every
/// 32-bit word are one column's k and k + 1.
template <int M, int NV>
inline void tileBf16(const std::uint16_t* w, int steps, const float* a, std::ptrdiff_t lda,
                     float* c, std::ptrdiff_t ldc, BlockEnd end) {
  Vf acc[M][NV];
  startSums(acc, c, ldc, end);
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
  storeSums(acc, c, ldc, end);
}

template <int M, int NV>
inline void tileF32(const float* w, int steps, const float* a, std::ptrdiff_t lda, float* c,
                    std::ptrdiff_t ldc, BlockEnd end) {
  Vf acc[M][NV];
  startSums(acc, c, ldc, end);
  // Three rows to an address, so that a dozen rows do not want a dozen registers.
  const float* rows[(M + 2) / 3];
  for (int m = 0; m < M; m += 3) rows[m / 3] = a + m * lda;
  for (int s = 0; s < steps; ++s) {
    Vf b[NV];
    for (int v = 0; v < NV; ++v) b[v] = loadF(w + v * W);
    for (int m = 0; m < M; ++m) {
      const Vf x = splat(rows[m / 3][m % 3 * lda]);
      for (int v = 0; v < NV; ++v) acc[m][v] += x * b[v];
    }
    for (const float*& row : rows) ++row;
    w += kPanel;
  }
  storeSums(acc, c, ldc, end);
}

// Accumulators of a tile fit the register file; one row is several independent chains, which hide
// the latency of the multiply-add.
constexpr int kTileRows = W >= 16 ? 12 : W >= 8 ? 6 : 4;
constexpr int kTileVectors = 2;
constexpr int kRowVectors = kPanel / W;
constexpr int kBlock = 256;  // k per cache block; order over k is kept, sums pass through c

/// One block of k of one panel: w is its first element, a and c start at row 0.
struct Block {
  const void* w;
  bool bf16;
  int depth;
  const float* a;
  std::ptrdiff_t lda;
  int rows;
  float* c;
  std::ptrdiff_t ldc;
  BlockEnd end;
};

template <int M, int NV>
inline void tile(const Block& b, int row, int column) {
  const BlockEnd end{b.end.first, b.end.scale ? b.end.scale + column : nullptr};
  const float* a = b.a + row * b.lda;
  float* c = b.c + row * b.ldc + column;
  if (b.bf16)
    tileBf16<M, NV>(static_cast<const std::uint16_t*>(b.w) + column * 2, b.depth / 2, a, b.lda, c,
                    b.ldc, end);
  else
    tileF32<M, NV>(static_cast<const float*>(b.w) + column, b.depth, a, b.lda, c, b.ldc, end);
}

inline void multiplyBlock(const Block& b) {
  if (b.rows == 1) {  // decode: one linear read of the panel per group of columns
    for (int column = 0; column < kPanel; column += kRowVectors * W)
      tile<1, kRowVectors>(b, 0, column);
    return;
  }
  for (int column = 0; column < kPanel; column += kTileVectors * W) {
    int row = 0;
    for (; row + kTileRows <= b.rows; row += kTileRows)
      tile<kTileRows, kTileVectors>(b, row, column);
    for (; row + 6 <= b.rows; row += 6) tile<6, kTileVectors>(b, row, column);
    switch (b.rows - row) {
      case 5:
        tile<5, kTileVectors>(b, row, column);
        break;
      case 4:
        tile<4, kTileVectors>(b, row, column);
        break;
      case 3:
        tile<3, kTileVectors>(b, row, column);
        break;
      case 2:
        tile<2, kTileVectors>(b, row, column);
        break;
      case 1:
        tile<1, kTileVectors>(b, row, column);
        break;
      default:
        break;
    }
  }
}

/// int8 weights as bf16: a block is expanded once and then serves all rows.
inline void expandInt8(const std::int8_t* w, int count, std::uint16_t* out) {
  for (int i = 0; i < count; ++i) out[i] = integerToBf16(w[i]);
}

/// bf16 weights as fp32 in the order of fp32 panels, where enough rows share the work: the same
/// values in the same order of sums as widening them in the tile.
inline void widen(const std::uint16_t* w, int depth, float* out) {
  for (int k = 0; k < depth; k += 2, w += 2 * kPanel, out += 2 * kPanel)
    for (int c = 0; c < kPanel; c += W) {
      const Vi pairs = loadI(w + 2 * c);
      storeF(out + c, asF(pairs << 16));
      storeF(out + kPanel + c, asF(pairs & static_cast<std::int32_t>(0xffff0000u)));
    }
}

void gemmFloat(const GemmArgs& g) {
  alignas(64) std::uint16_t expanded[kInt8Block * kPanel];
  alignas(64) float widened[kBlock * kPanel];
  const bool int8 = g.storage == Storage::Int8;
  const bool wide = g.storage != Storage::F32 && g.rows >= 2 * kTileRows;
  const int step = int8 ? kInt8Block : g.rows == 1 ? g.to - g.from : kBlock;
  Block b{};
  b.bf16 = g.storage != Storage::F32 && !wide;
  b.lda = rowPitch(g.k);
  b.rows = g.rows;
  b.ldc = g.ldc;
  const float* a = static_cast<const float*>(g.a) + g.firstRow * rowPitch(g.k);
  for (int p = 0; p < g.panels; ++p) {
    const char* panel = static_cast<const char*>(g.weights) + p * g.panelStride;
    b.c = g.c + p * kPanel;
    for (int k0 = g.from; k0 < g.to; k0 += step) {
      b.depth = k0 + step < g.to ? step : g.to - k0;
      b.a = a + k0;
      b.end.first = k0 == 0;
      const std::ptrdiff_t at = std::ptrdiff_t{k0} * kPanel;
      b.w = panel + at * storageBytes(g.storage);
      if (int8) {
        expandInt8(static_cast<const std::int8_t*>(b.w), b.depth * kPanel, expanded);
        b.w = expanded;
        b.end.scale = g.scales + (p * ((g.k + step - 1) / step) + k0 / step) * kPanel;
      }
      if (wide) {
        widen(static_cast<const std::uint16_t*>(b.w), b.depth, widened);
        b.w = widened;
      }
      multiplyBlock(b);
    }
  }
}

/// Columns of a panel stand beside each other in pairs, so a line of 128 values takes the same 128
/// factors (each twice) all the way down a block.
void quantize(const std::uint16_t* panel, int k, std::int8_t* out, float* scales) {
  constexpr int kLine = 2 * kPanel;
  for (int k0 = 0; k0 < k; k0 += kInt8Block, scales += kPanel) {
    const int lines = (k0 + kInt8Block < k ? kInt8Block : k - k0) / 2;
    const std::uint16_t* from = panel + std::ptrdiff_t{k0} * kPanel;
    std::int8_t* to = out + std::ptrdiff_t{k0} * kPanel;
    const auto value = [&](int line, int i) {
      const std::uint32_t bits = static_cast<std::uint32_t>(from[line * kLine + i]) << 16;
      float x;
      std::memcpy(&x, &bits, sizeof x);
      return x;
    };
    float largest[kLine] = {}, odd[kLine] = {};  // odd becomes NaN where a value is not finite
    for (int line = 0; line < lines; ++line)
      for (int i = 0; i < kLine; ++i) {
        const float x = __builtin_fabsf(value(line, i));
        largest[i] = x > largest[i] ? x : largest[i];
        odd[i] += x * 0.0f;
      }
    float inverse[kLine];
    for (int c = 0; c < kPanel; ++c) {
      const float top = largest[2 * c] > largest[2 * c + 1] ? largest[2 * c] : largest[2 * c + 1];
      scales[c] = top / 127.0f + odd[2 * c] + odd[2 * c + 1];
      inverse[2 * c] = inverse[2 * c + 1] = top > 0 ? 127.0f / top : 0.0f;
    }
    constexpr float kMagic = 12582912.0f;  // adding it rounds to an integer in the low bits
    for (int line = 0; line < lines; ++line)
      for (int i = 0; i < kLine; ++i) {
        const float shifted = value(line, i) * inverse[i] + kMagic;
        std::int32_t bits;
        std::memcpy(&bits, &shifted, sizeof bits);
        to[line * kLine + i] = static_cast<std::int8_t>(bits - 0x4b400000);
      }
  }
}

/// Chains of multiply-adds, as many as a tile of the product has.
double peakFloat(std::int64_t steps) {
  constexpr int kChains = kTileRows * kTileVectors;
  Vf sums[kChains];
#pragma GCC unroll 32
  for (int c = 0; c < kChains; ++c) sums[c] = splat(static_cast<float>(c));
  const Vf scale = splat(0.999f), step = splat(0.001f);
  for (std::int64_t i = 0; i < steps; ++i) {
#pragma GCC unroll 32
    for (int c = 0; c < kChains; ++c) {
      sums[c] = sums[c] * scale + step;
      inRegister(sums[c]);
    }
  }
  Vf total{};
#pragma GCC unroll 32
  for (int c = 0; c < kChains; ++c) total += sums[c];
  volatile float kept = sumLanes(total);
  (void)kept;
  return 2.0 * W * kChains * steps;
}

/// Row-major fp32 activations.
void putFloat(const PutArgs& g) {
  std::memcpy(static_cast<float*>(g.a) + g.row * rowPitch(g.k) + g.first, g.x, g.n * sizeof(float));
}

/// Vectors i and i + Half trade the halves of their blocks of 2 Half lanes; all sizes of blocks
/// together turn rows into columns.
template <int Half = 1>
inline void transpose(Vi (&block)[W]) {
#pragma GCC unroll 16
  for (int i = 0; i < W; ++i)
    if (!(i & Half)) {
      const Vi a = block[i], b = block[i + Half];
      block[i] = shuffled(a, b, [](int l) { return l & Half ? W + l - Half : l; });
      block[i + Half] = shuffled(a, b, [](int l) { return l & Half ? W + l : l + Half; });
    }
  if constexpr (2 * Half < W) transpose<2 * Half>(block);
}

/// Pairs of k of so many rows side by side, a square of vectors at a time.
void packPairs(const std::uint16_t* rows, std::ptrdiff_t ld, int count, int k, std::uint16_t* out) {
  const int pairs = k / 2;
  for (int row = 0; row < count; row += W)
    for (int pair = 0; pair < pairs; pair += W) {
      const std::uint16_t* from = rows + row * ld + 2 * pair;
      std::uint16_t* to = out + (std::ptrdiff_t{pair} * kPanel + row) * 2;
      if (row + W <= count && pair + W <= pairs) {
        Vi block[W];
#pragma GCC unroll 16
        for (int i = 0; i < W; ++i) block[i] = loadI(from + i * ld);
        transpose(block);
#pragma GCC unroll 16
        for (int i = 0; i < W; ++i) std::memcpy(to + i * 2 * kPanel, &block[i], sizeof block[i]);
        continue;
      }
      for (int r = 0; r < W && row + r < count; ++r)
        for (int p = 0; p < W && pair + p < pairs; ++p)
          std::memcpy(to + (p * kPanel + r) * 2, from + r * ld + 2 * p, 4);
    }
}

void zip(const std::uint16_t* even, const std::uint16_t* odd, int n, std::uint16_t* out) {
  for (int i = 0; i < n; ++i) {
    out[2 * i] = even[i];
    out[2 * i + 1] = odd[i];
  }
}

}  // namespace
}  // namespace ouroscope::cpu
