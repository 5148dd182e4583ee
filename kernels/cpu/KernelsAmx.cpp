// SPDX-License-Identifier: GPL-3.0-or-later
// AMX: products of 16 x 32 by 32 x 16 bf16 tiles, on activations rounded to bf16. The packed layout
// serves as it is: 16 columns x 16 pairs of a panel are a tile with lines 256 bytes apart.
#define OUROSCOPE_LANES 16
#include <immintrin.h>

#include "kernels/cpu/AmxDigits.h"
#include "kernels/cpu/FloatTable.h"
#include "kernels/cpu/RoundedTiles.h"

namespace ouroscope::cpu {
namespace {

constexpr int kPairBytes = kPairElements * 2;  // 32 k of 32 rows

/// Rows of one tile.
struct TileRows {
  const char* a;
  int first, count;  ///< lines of the tile that are wanted
  float* c;          ///< of the first of them
};

/// One tile of rows by one or two panels: every line of a panel is read once and in order, which is
/// what decode needs. Sums never pass through memory.
template <int Panels>
inline void oneTile(const GemmArgs& g, int panel, const TileRows& rows, bool fromMemory) {
  const char* w = static_cast<const char*>(g.weights) + panel * g.panelStride;
  const char* a = rows.a;
  clearSums<Panels>();
  for (int k = 0; k < g.k; k += kDepthStep, w += kStepBytes, a += kPairBytes) {
    if (fromMemory) touchStep<Panels>(w, g.panelStride);
    addStep<Panels, TileProduct::Bf16>(a, w, g.panelStride);
  }
  alignas(64) float sums[Panels][kTileLines][kPanel];
  storePanelSums(sums);
  for (int p = 0; p < Panels; ++p)
    for (int r = 0; r < rows.count; ++r)
      std::memcpy(rows.c + r * g.ldc + (panel + p) * kPanel, sums[p][rows.first + r],
                  sizeof sums[p][r]);
}

// Rows by the pair of tiles. What a pass over the weights is bound by, measured: sums that pass
// through memory (a block of k should be deep), the first-level cache (a block of weights, 16 KiB,
// and one of a pair of rows, 16 KiB, have to stay in it together), the second-level cache (all rows
// of a stretch of k stay in it: 1 MiB), and the memory, which idles unless it is asked in time.
constexpr int kBlockDepth = 256;
constexpr int kMostPairs = 8;  // pairs of row tiles that share a block of weights
constexpr int kBlocksAhead = 3;
constexpr int kWorthAsking = 1024;  // k: keys and values are near already

/// Where a block of k starts or goes on with its sums.
struct Sums {
  char* at;
  int stride;
  std::ptrdiff_t below;
};
inline void loadSums(const Sums& s) {
  _tile_loadd(0, s.at, s.stride);
  _tile_loadd(1, s.at + 64, s.stride);
  _tile_loadd(2, s.at + s.below, s.stride);
  _tile_loadd(3, s.at + s.below + 64, s.stride);
}
inline void storeSums(const Sums& s) {
  _tile_stored(0, s.at, s.stride);
  _tile_stored(1, s.at + 64, s.stride);
  _tile_stored(2, s.at + s.below, s.stride);
  _tile_stored(3, s.at + s.below + 64, s.stride);
}

/// Asks for a block of weights in four streams, a page of each side by side: the memory's own
/// prefetch follows each of them, and reaches further ahead at a quarter of the pace.
struct Coming {
  const char* at;
  int quarter;
  int lines;  ///< of every stream, per step
  void ask() {
    for (int i = 0; i < lines; ++i, at += 64)
      for (int stream = 0; stream < 4; ++stream) _mm_prefetch(at + stream * quarter, _MM_HINT_T1);
  }
};

/// Two tiles of rows x 32 columns: four products per four tile loads.
inline void twoTiles(const char* w, int depth, const char* a, Coming& coming) {
  for (int k = 0; k < depth; k += kDepthStep, w += kStepBytes, a += kPairBytes) {
    coming.ask();
    _tile_loadd(4, a, 64);
    _tile_loadd(6, w, kLineBytes);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(7, w + 64, kLineBytes);
    _tile_dpbf16ps(1, 4, 7);
    _tile_loadd(5, a + kTileBytes, 64);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
}

/// Whole pairs of tiles of rows, few enough to share a block of weights.
void gemmPairs(const GemmArgs& g, const char* a, int pairs, float* c) {
  alignas(64) char sums[kMostPairs][kPairLines * kLineBytes];
  const std::ptrdiff_t nextPair = std::ptrdiff_t{g.k} / kDepthStep * kPairBytes;
  const int ldc = g.ldc * 4;
  for (int from = g.from; from < g.to; from += kStretch) {
    const int to = from + kStretch < g.to ? from + kStretch : g.to;
    for (int p = 0; p < g.panels; ++p) {
      const char* panel = static_cast<const char*>(g.weights) + p * g.panelStride;
      for (int k0 = from; k0 < to; k0 += kBlockDepth) {
        const int depth = k0 + kBlockDepth < to ? kBlockDepth : to - k0;
        // The stretch of the next panel follows the one of this.
        int next = k0 + kBlocksAhead * kBlockDepth;
        const char* ahead = panel;
        if (next >= to) {
          next = from + (next - to) / kBlockDepth * kBlockDepth;
          ahead += g.panelStride;
        }
        Coming coming{ahead + std::ptrdiff_t{next} * kLineBytes / 2, kBlockDepth * kLineBytes / 8,
                      g.k < kWorthAsking ? 0 : kMostPairs / pairs};
        for (int pair = 0; pair < pairs; ++pair) {
          const Sums kept{sums[pair], kLineBytes, kTileLines * kLineBytes};
          const Sums out{reinterpret_cast<char*>(c + pair * kPairLines * g.ldc + p * kPanel), ldc,
                         kTileLines * std::ptrdiff_t{ldc}};
          if (k0 == 0) {
            _tile_zero(0);
            _tile_zero(1);
            _tile_zero(2);
            _tile_zero(3);
          } else {
            loadSums(k0 == from ? out : kept);
          }
          twoTiles(panel + std::ptrdiff_t{k0} * kLineBytes / 2, depth,
                   a + pair * nextPair + k0 / kDepthStep * kPairBytes, coming);
          storeSums(k0 + depth == to ? out : kept);
        }
      }
    }
  }
}

/// Rows that are not a whole pair of tiles, from `done` on.
template <int Panels>
void gemmRows(const GemmArgs& g, int panel, int done) {
  for (bool first = true; done < g.rows; first = false) {
    const int row = g.firstRow + done, line = row % kTileLines;
    const int lines = g.rows - done < kTileLines - line ? g.rows - done : kTileLines - line;
    oneTile<Panels>(g, panel,
                    {static_cast<const char*>(g.a) + tileOffset(g.k, row - line, 0) * 2, line,
                     lines, g.c + done * g.ldc},
                    first);
    done += lines;
  }
}

/// Rows that are part of one tile: nothing is fetched of its other lines.
void gemmFewRows(const GemmArgs& g) {
  configureTiles(g.rows);
  const TileRows rows{static_cast<const char*>(g.a) + tileOffset(g.k, g.firstRow, 0) * 2, 0, g.rows,
                      g.c};
  inPairs(g.panels, [&](auto panels, int panel) { oneTile<panels>(g, panel, rows, true); });
  _tile_release();
}

void gemmTiles(const GemmArgs& g) {
  if (g.storage == Storage::F32) return gemmFloat(g);
  if (g.storage == Storage::Int8) return gemmDigits(g);
  if (g.firstRow % kTileLines + g.rows <= kTileLines) return gemmFewRows(g);
  configureTiles(kWholeTiles);
  int paired = 0;
  if (g.firstRow % kPairLines == 0) {
    while (g.rows - paired >= kPairLines) {
      const int left = (g.rows - paired) / kPairLines,
                pairs = left < kMostPairs ? left : kMostPairs;
      gemmPairs(g, static_cast<const char*>(g.a) + tileOffset(g.k, g.firstRow + paired, 0) * 2,
                pairs, g.c + paired * g.ldc);
      paired += pairs * kPairLines;
    }
  }
  if (paired < g.rows && g.to == g.k)  // all of k at once: these sums never pass through memory
    inPairs(g.panels, [&](auto panels, int panel) { gemmRows<panels>(g, panel, paired); });
  _tile_release();
}

double peakTiles(std::int64_t steps) {
  configureTiles(kWholeTiles);
  for (std::int64_t i = 0; i < steps; ++i) {
    _tile_dpbf16ps(0, 4, 6);
    _tile_dpbf16ps(1, 4, 7);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_release();
  return 4.0 * 2 * 16 * 16 * 32 * steps;
}

}  // namespace

const KernelTable& amxKernels() {
  static const KernelTable table = [] {
    KernelTable t = floatTable("AMX");
    t.roundsActivations = true;
    t.put = putRounded;
    t.split = splitRow;
    t.quantize = quantizeFours;
    t.gemm = gemmTiles;
    t.peakHalf = peakTiles;
    return t;
  }();
  return table;
}

}  // namespace ouroscope::cpu
