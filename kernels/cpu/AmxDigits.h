// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the instruction set that has tiles of bytes. See Vectors.h and Digits.h: a row of
// activations is two lines of a tile.
#pragma once
#include <type_traits>

#include "kernels/cpu/AmxTiles.h"
#include "kernels/cpu/Digits.h"

namespace ouroscope::cpu {
namespace {

static_assert(kDigitBytes == kTileBytes && kDigitRows * 2 == kTileLines);
constexpr int kDigitsAhead = 3 * kDigitSteps * kStepBytes;  // bytes of a panel: three blocks

/// Takes the sums of one block of k, [2 rows][32] whole numbers, into c.
inline void joinDigits(const std::int32_t (*sums)[kPanel], int rows, const float* rowScales,
                       std::ptrdiff_t nextRow, const float* scales, float* c, std::ptrdiff_t ldc,
                       bool first) {
  for (int r = 0; r < rows; ++r)
    for (int v = 0; v < kPanel; v += W)
      joinBlock((loadI(sums[2 * r] + v) << 8) + loadI(sums[2 * r + 1] + v), rowScales[r * nextRow],
                scales + v, c + r * ldc + v, first);
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
  for (int block = 0; block < blocks; ++block) {
    clearSums<Panels>();
    for (int k = block * kInt8Block; k < (block + 1) * kInt8Block && k < g.k;
         k += kDigitDepth, w += kStepBytes, a += kTileBytes) {
      touchStep<Panels>(w, g.panelStride);
      addStep<Panels, TileProduct::Bytes>(a, w, g.panelStride);
    }
    storePanelSums(sums);
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
/// fp32: a tile is free only when its last reader is done, so two pairs of sums take turns.
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
    configureTiles(lines);
    inPairs(g.panels, [&](auto panels, int panel) { digitsOnce<panels>(g, panel); });
  }
  _tile_release();
}

}  // namespace
}  // namespace ouroscope::cpu
