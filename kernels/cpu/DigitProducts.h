// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the instruction set that has tiles of bytes. See Vectors.h.
// int8 weights as they are, by activations in two digits of a byte: whole numbers, so that sums
// over a block of k are exact and no weight is widened. A row of activations is two lines of a
// tile, and has 16 bits of its block's largest value, where bf16 has 8 of every value.
#pragma once
#include <type_traits>

#include "kernels/cpu/AmxTiles.h"
#include "kernels/cpu/Products.h"

namespace ouroscope::cpu {
namespace {

constexpr int kDigitRows = kTileLines / 2;  // rows of a tile of digits
constexpr int kDigitDepth = 64;             // k of a tile
constexpr int kDigitSteps = kInt8Block / kDigitDepth;
constexpr int kDigitsAhead = 3 * 2 * kStepBytes;  // bytes of a panel: three blocks

// Intrinsics masked by nothing: GCC 12 warns of its own unmasked forms.
inline Vi asVi(__m512i v) {
  return reinterpret_cast<Vi>(v);
}
inline __m512i asM(Vi v) {
  return reinterpret_cast<__m512i>(v);
}

void splitRow(const SplitArgs& g) {
  constexpr float kLargest = 127 * 256, kLeast = 1e-30f;
  std::int8_t* line = g.digits +
                      std::ptrdiff_t{g.row / kDigitRows} * (g.k / kDigitDepth) * kTileBytes +
                      g.row % kDigitRows * 2 * kDigitDepth;
  for (int k0 = 0; k0 < g.k; k0 += kInt8Block) {
    const int n = k0 + kInt8Block < g.k ? kInt8Block : g.k - k0;
    const float* x = g.x + k0;
    Vf largest{}, odd{};  // odd becomes NaN where a value is not finite
    for (int i = 0; i < n; i += W) {
      const Vf v = loadF(x + i);
      largest = maxF(largest, asF(asI(v) & 0x7fffffff));
      odd += v * splat(0.0f);
    }
    const float top = maxLanes(largest);
    const float inverse = top > kLeast ? kLargest / top : 0.0f;
    g.scales[k0 / kInt8Block] = (top > kLeast ? top / kLargest : 0.0f) + sumLanes(odd);
    for (int i = 0; i < n; i += W) {
      const Vi q = asVi(_mm512_maskz_cvtps_epi32(0xffff, loadF(x + i) * splat(inverse)));
      const Vi high = (q + 128) >> 8, low = q - (high << 8);
      std::int8_t* to = line + (k0 + i) / kDigitDepth * kTileBytes + (k0 + i) % kDigitDepth;
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                       _mm512_maskz_cvtepi32_epi8(0xffff, asM(high)));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to + kDigitDepth),
                       _mm512_maskz_cvtepi32_epi8(0xffff, asM(low)));
    }
  }
}

/// As quantize, in fours of k: the pairs of two lines in turn.
void quantizeFours(const std::uint16_t* panel, int k, std::int8_t* out, float* scales) {
  alignas(64) std::int8_t pairs[kInt8Block * kPanel];
  for (int k0 = 0; k0 < k; k0 += kInt8Block, scales += kPanel) {
    const int depth = k0 + kInt8Block < k ? kInt8Block : k - k0;
    quantize(panel + std::ptrdiff_t{k0} * kPanel, depth, pairs, scales);
    for (int four = 0; four < depth / 4; ++four) {
      std::uint16_t lines[2][kPanel], both[2 * kPanel];
      std::memcpy(lines, pairs + four * 4 * kPanel, sizeof lines);
      zip(lines[0], lines[1], kPanel, both);
      std::memcpy(out + (std::ptrdiff_t{k0} + four * 4) * kPanel, both, sizeof both);
    }
  }
}

/// Takes the sums of one block of k, [2 rows][32] whole numbers, into c.
inline void joinDigits(const std::int32_t (*sums)[kPanel], int rows, const float* rowScales,
                       std::ptrdiff_t nextRow, const float* scales, float* c, std::ptrdiff_t ldc,
                       bool first) {
  for (int r = 0; r < rows; ++r)
    for (int v = 0; v < kPanel; v += W) {
      const Vi whole = (loadI(sums[2 * r] + v) << 8) + loadI(sums[2 * r + 1] + v);
      const __m512 scaled = _mm512_mul_ps(_mm512_maskz_cvtepi32_ps(0xffff, asM(whole)),
                                          _mm512_set1_ps(rowScales[r * nextRow]));
      float* to = c + r * ldc + v;
      const __m512 before = first ? _mm512_setzero_ps() : _mm512_loadu_ps(to);
      _mm512_storeu_ps(to, _mm512_fmadd_ps(scaled, _mm512_loadu_ps(scales + v), before));
    }
}

/// Where one tile of rows stands and what becomes of it.
struct DigitRows {
  const char* a;     ///< the tile, at k = 0
  int first, count;  ///< rows of it that are wanted
  const float* scales;
  float* c;
};
inline DigitRows digitRows(const GemmArgs& g, int done) {
  const int row = g.firstRow + done, first = row % kDigitRows;
  const int left = g.rows - done, room = kDigitRows - first;
  return {static_cast<const char*>(g.a) +
              std::ptrdiff_t{row / kDigitRows} * (g.k / kDigitDepth) * kTileBytes,
          first, left < room ? left : room, g.rowScales + std::ptrdiff_t{row} * blocksOf(g.k),
          g.c + done * g.ldc};
}

/// One tile of rows by one or two panels: decode. Every line of a panel is read once and in order.
template <int Panels>
void digitsOnce(const GemmArgs& g, int panel) {
  alignas(64) std::int32_t sums[Panels][kTileLines][kPanel];
  const DigitRows rows = digitRows(g, 0);
  const int blocks = blocksOf(g.k);
  const char* w = static_cast<const char*>(g.weights) + panel * g.panelStride;
  const char* a = rows.a;
  for (int block = 0, step = 0; block < blocks; ++block) {
    _tile_zero(0);
    _tile_zero(1);
    if constexpr (Panels == 2) {
      _tile_zero(2);
      _tile_zero(3);
    }
    for (int k = block * kInt8Block; k < (block + 1) * kInt8Block && k < g.k;
         k += kDigitDepth, ++step, w += kStepBytes, a += kTileBytes) {
      for (int p = 0; p < Panels; ++p) askForPages(w + p * g.panelStride, step);
      _tile_loadd(4, a, 64);
      _tile_loadd(5, w, kLineBytes);
      _tile_dpbssd(0, 4, 5);
      _tile_loadd(6, w + 64, kLineBytes);
      _tile_dpbssd(1, 4, 6);
      if constexpr (Panels == 2) {
        _tile_loadd(7, w + g.panelStride, kLineBytes);
        _tile_dpbssd(2, 4, 7);
        _tile_loadd(5, w + g.panelStride + 64, kLineBytes);
        _tile_dpbssd(3, 4, 5);
      }
    }
    _tile_stored(0, sums[0][0], kLineBytes);
    _tile_stored(1, sums[0][0] + 16, kLineBytes);
    if constexpr (Panels == 2) {
      _tile_stored(2, sums[1][0], kLineBytes);
      _tile_stored(3, sums[1][0] + 16, kLineBytes);
    }
    finishStores();
    for (int p = 0; p < Panels; ++p)
      joinDigits(sums[p] + 2 * rows.first, rows.count, rows.scales + block, blocks,
                 g.scales + (std::ptrdiff_t{panel + p} * blocks + block) * kPanel,
                 rows.c + (panel + p) * kPanel, g.ldc, block == 0);
  }
}

/// One tile of rows by 32 columns and one block of k, in the first or the second two tiles of sums.
template <int Turn>
inline void digitBlock(const char* a, const char* w, int steps) {
  if constexpr (Turn == 0) {
    _tile_zero(0);
    _tile_zero(1);
  } else {
    _tile_zero(2);
    _tile_zero(3);
  }
  for (int step = 0; step < steps; ++step, a += kTileBytes, w += kStepBytes) {
    _tile_loadd(6, w, kLineBytes);
    _tile_loadd(7, w + 64, kLineBytes);
    if constexpr (Turn == 0) {
      _tile_loadd(4, a, 64);
      _tile_dpbssd(0, 4, 6);
      _tile_dpbssd(1, 4, 7);
    } else {
      _tile_loadd(5, a, 64);
      _tile_dpbssd(2, 5, 6);
      _tile_dpbssd(3, 5, 7);
    }
  }
}
template <int Turn>
inline void storeDigits(std::int32_t (&sums)[kTileLines][kPanel]) {
  if constexpr (Turn == 0) {
    _tile_stored(0, sums[0], kLineBytes);
    _tile_stored(1, sums[0] + 16, kLineBytes);
  } else {
    _tile_stored(2, sums[0], kLineBytes);
    _tile_stored(3, sums[0] + 16, kLineBytes);
  }
  finishStores();
}

/// Many tiles of rows, 64 rows at a time, whose results stay in the first-level cache while all
/// blocks of a panel go by. While one tile of rows is multiplied, the sums of the one before become
/// fp32: tiles are not renamed, so the two take turns.
void digitsMany(const GemmArgs& g, int panel) {
  constexpr int kGroup = 64;
  alignas(64) std::int32_t sums[2][kTileLines][kPanel];
  const int blocks = blocksOf(g.k);
  const char* weights = static_cast<const char*>(g.weights) + panel * g.panelStride;
  for (int group = 0; group < g.rows;) {
    const int end = group + kGroup < g.rows ? group + kGroup : g.rows;
    int next = group;
    for (int block = g.from / kInt8Block; block * kInt8Block < g.to; ++block) {
      const char* w = weights + block * kDigitSteps * kStepBytes;
      const int left = g.k / kDigitDepth - block * kDigitSteps;
      const int steps = left < kDigitSteps ? left : kDigitSteps;
      const float* scales = g.scales + (std::ptrdiff_t{panel} * blocks + block) * kPanel;
      const char* later = w + kDigitsAhead;
      DigitRows before{};
      const auto join = [&](int turn) {
        joinDigits(sums[turn] + 2 * before.first, before.count, before.scales + block, blocks,
                   scales, before.c + panel * kPanel, g.ldc, block == 0);
      };
      const auto tile = [&](auto turn) {
        const DigitRows rows = digitRows(g, next);
        if (group == 0)
          for (int i = 0; i < 8; ++i, later += 64) _mm_prefetch(later, _MM_HINT_T1);
        digitBlock<turn>(rows.a + std::ptrdiff_t{block} * kDigitSteps * kTileBytes, w, steps);
        if (before.count > 0) {
          storeDigits<1 - turn>(sums[1 - turn]);
          join(1 - turn);
        }
        before = rows;
        next += rows.count;
      };
      next = group;
      while (next < end) {
        tile(std::integral_constant<int, 0>{});
        if (next < end) {
          tile(std::integral_constant<int, 1>{});
          if (next < end) continue;
          storeDigits<1>(sums[1]);
          join(1);
        } else {
          storeDigits<0>(sums[0]);
          join(0);
        }
      }
    }
    group = next;
  }
}

void gemmDigits(const GemmArgs& g) {
  const int lines = 2 * (g.firstRow % kDigitRows + g.rows);
  if (lines > kTileLines) {
    configureTiles(kWholeTiles);
    for (int p = 0; p < g.panels; ++p) digitsMany(g, p);
  } else {
    TileConfig config;
    for (int t = 0; t < 5; ++t) config.lines[t] = static_cast<std::uint8_t>(lines);
    configureTiles(config);
    int p = 0;
    for (; p + 2 <= g.panels; p += 2) digitsOnce<2>(g, p);
    if (p < g.panels) digitsOnce<1>(g, p);
  }
  _tile_release();
}

}  // namespace
}  // namespace ouroscope::cpu
