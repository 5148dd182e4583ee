// SPDX-License-Identifier: GPL-3.0-or-later
// AMX: products of 16 x 32 by 32 x 16 bf16 tiles, on activations rounded to bf16. The packed layout
// serves as it is: 16 columns x 16 pairs of a panel are a tile with lines 256 bytes apart.
#define OUROSCOPE_LANES 16
#include <immintrin.h>

#include "kernels/cpu/FloatTable.h"
#include "kernels/cpu/RoundedTiles.h"

namespace ouroscope::cpu {
namespace {

/// All eight tiles whole. Kept in read-only memory: the compiler does not see that the instruction
/// reads it.
struct alignas(64) TileConfig {
  std::uint8_t palette = 1, startRow = 0, reserved[14] = {};
  std::uint16_t bytesPerLine[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t lines[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

constexpr TileConfig kWholeTiles;

/// GCC's tile loads do not say that they read memory: everything stored before must be there.
inline void finishStores() {
  asm volatile("" : : : "memory");
}

constexpr int kAmxBlock = 1024;                      // k per cache block
constexpr int kLineBytes = kPanel * 4;               // a panel's line of one pair
constexpr int kStepBytes = kLineBytes * kTileLines;  // 32 k of a panel
constexpr int kTileBytes = kTileElements * 2;

/// Sums of up to 16 rows x 64 columns into c, through a buffer where the tile has rows that are not
/// wanted or the block has factors.
inline void storeTileRows(const float (&sums)[kTileLines][kPanel], int firstLine, int lines,
                          float* c, std::ptrdiff_t ldc, BlockEnd end) {
  for (int r = 0; r < lines; ++r)
    for (int v = 0; v < kPanel; v += W) {
      Vf x = loadF(sums[firstLine + r] + v);
      float* to = c + r * ldc + v;
      if (end.scale) x = (end.first ? Vf{} : loadF(to)) + x * loadF(end.scale + v);
      storeF(to, x);
    }
}

/// One tile of rows, all 64 columns: every line of the panel is read once and in order, which is
/// what decode needs. Sums never pass through memory.
inline void oneTile(const char* w, int depth, const char* a, int firstLine, int lines, float* c,
                    std::ptrdiff_t ldc, BlockEnd end) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (int k = 0; k < depth; k += kDepthStep, w += kStepBytes, a += kTileBytes) {
    // One page ahead: the hardware's own prefetch stops at the end of each.
    for (int line = 0; line < kStepBytes; line += 64)
      _mm_prefetch(w + kStepBytes + line, _MM_HINT_T0);
    _tile_loadd(4, a, 64);
    _tile_loadd(5, w, kLineBytes);
    _tile_dpbf16ps(0, 4, 5);
    _tile_loadd(6, w + 64, kLineBytes);
    _tile_dpbf16ps(1, 4, 6);
    _tile_loadd(7, w + 128, kLineBytes);
    _tile_dpbf16ps(2, 4, 7);
    _tile_loadd(5, w + 192, kLineBytes);
    _tile_dpbf16ps(3, 4, 5);
  }
  alignas(64) float sums[kTileLines][kPanel];
  _tile_stored(0, sums[0], kLineBytes);
  _tile_stored(1, sums[0] + 16, kLineBytes);
  _tile_stored(2, sums[0] + 32, kLineBytes);
  _tile_stored(3, sums[0] + 48, kLineBytes);
  storeTileRows(sums, firstLine, lines, c, ldc, end);
}

/// Two tiles of rows x 32 columns: four products per four tile loads. The next tiles of a, and
/// `ahead` lines per step of the weights that come after this block, are asked for in time: a block
/// of weights serves all rows, so that the memory is idle unless it is told.
inline void twoTiles(const char* w, int depth, const char* a, std::ptrdiff_t nextTile, float* c,
                     std::ptrdiff_t ldc, bool first, const char*& coming, int ahead) {
  const auto stride = static_cast<int>(ldc * 4);
  float* below = c + kTileLines * ldc;
  if (first) {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  } else {
    _tile_loadd(0, c, stride);
    _tile_loadd(1, c + 16, stride);
    _tile_loadd(2, below, stride);
    _tile_loadd(3, below + 16, stride);
  }
  for (int k = 0; k < depth; k += kDepthStep, w += kStepBytes, a += kTileBytes) {
    for (int line = 0; line < kTileBytes; line += 64) {
      _mm_prefetch(a + kTileBytes + line, _MM_HINT_T0);
      _mm_prefetch(a + nextTile + kTileBytes + line, _MM_HINT_T0);
    }
    for (int i = 0; i < ahead; ++i, coming += 64) _mm_prefetch(coming, _MM_HINT_T1);
    _tile_loadd(4, a, 64);
    _tile_loadd(6, w, kLineBytes);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(7, w + 64, kLineBytes);
    _tile_dpbf16ps(1, 4, 7);
    _tile_loadd(5, a + nextTile, 64);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_stored(0, c, stride);
  _tile_stored(1, c + 16, stride);
  _tile_stored(2, below, stride);
  _tile_stored(3, below + 16, stride);
}

void gemmTiles(const GemmArgs& g) {
  if (g.storage == Storage::F32) return gemmFloat(g);
  alignas(64) std::uint16_t expanded[kInt8Block * kPanel];
  _tile_loadconfig(&kWholeTiles);
  const bool int8 = g.storage == Storage::Int8;
  const std::ptrdiff_t nextTile = std::ptrdiff_t{g.k} / kDepthStep * kTileBytes;
  const char* a = static_cast<const char*>(g.a);
  finishStores();
  // Pairs of whole tiles go through blocks of k, the rest at once. Sums are of the same order.
  const int paired =
      int8 || g.firstRow % kTileLines ? 0 : g.rows / (2 * kTileLines) * 2 * kTileLines;
  // A block of k of all rows stays in the second-level cache while the panels go by.
  for (int k0 = 0; paired && k0 < g.k; k0 += kAmxBlock) {
    const int depth = k0 + kAmxBlock < g.k ? kAmxBlock : g.k - k0;
    const char* from = a + g.firstRow / kTileLines * nextTile + k0 / kDepthStep * kTileBytes;
    const int ahead = kStepBytes / 64 / (2 * paired / (2 * kTileLines));
    for (int p = 0; p < g.panels; ++p) {
      const char* w =
          static_cast<const char*>(g.weights) + p * g.panelStride + std::ptrdiff_t{k0} * kPanel * 2;
      const char* coming = w + g.panelStride;
      float* c = g.c + p * kPanel;
      for (int column = 0; column < kPanel; column += 32)
        for (int row = 0; row < paired; row += 2 * kTileLines)
          twoTiles(w + column * 4, depth, from + row / kTileLines * nextTile, nextTile,
                   c + row * g.ldc + column, g.ldc, k0 == 0, coming, ahead);
    }
  }
  for (int p = 0; paired < g.rows && p < g.panels; ++p) {
    const char* panel = static_cast<const char*>(g.weights) + p * g.panelStride;
    float* c = g.c + p * kPanel;
    const int step = int8 ? kInt8Block : g.k;
    for (int k0 = 0; k0 < g.k; k0 += step) {
      const int depth = k0 + step < g.k ? step : g.k - k0;
      const char* w = panel + std::ptrdiff_t{k0} * kPanel * 2;
      BlockEnd end{k0 == 0, nullptr};
      if (int8) {
        expandPairs(reinterpret_cast<const std::int8_t*>(panel) + std::ptrdiff_t{k0} * kPanel,
                    depth * kPanel, expanded);
        finishStores();
        w = reinterpret_cast<const char*>(expanded);
        end.scale = g.scales + (p * ((g.k + step - 1) / step) + k0 / step) * kPanel;
      }
      for (int done = paired; done < g.rows;) {
        const int row = g.firstRow + done, line = row % kTileLines;
        const int lines = g.rows - done < kTileLines - line ? g.rows - done : kTileLines - line;
        oneTile(w, depth, a + row / kTileLines * nextTile + k0 / kDepthStep * kTileBytes, line,
                lines, c + done * g.ldc, g.ldc, end);
        done += lines;
      }
    }
  }
  _tile_release();
}

double peakTiles(std::int64_t steps) {
  _tile_loadconfig(&kWholeTiles);
  for (std::int64_t i = 0; i < steps; ++i) {
    _tile_dpbf16ps(0, 4, 6);
    _tile_dpbf16ps(1, 4, 7);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_release();
  return 4.0 * 2 * 16 * 16 * 32 * static_cast<double>(steps);
}

}  // namespace

const KernelTable& amxKernels() {
  static const KernelTable table = [] {
    KernelTable t = floatTable("AMX");
    t.roundsActivations = true;
    t.put = putRounded;
    t.gemm = gemmTiles;
    t.peakHalf = peakTiles;
    return t;
  }();
  return table;
}

}  // namespace ouroscope::cpu
