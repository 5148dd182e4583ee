// SPDX-License-Identifier: GPL-3.0-or-later
// AMX: products of 16 x 32 by 32 x 16 bf16 tiles, on activations rounded to bf16. The packed layout
// serves as it is: 16 columns x 16 pairs of a panel are a tile with lines 256 bytes apart.
#define OUROSCOPE_LANES 16
#include <immintrin.h>

#include "kernels/cpu/DigitProducts.h"
#include "kernels/cpu/FloatTable.h"
#include "kernels/cpu/RoundedTiles.h"

namespace ouroscope::cpu {
namespace {

constexpr int kPairBytes = kPairElements * 2;  // 32 k of 32 rows

/// Sums of up to 16 rows x 32 columns into c, through a buffer where the tile has rows that are not
/// wanted or the block has factors.
inline void storeTileRows(const float (&sums)[kTileLines][kPanel], int firstLine, int lines,
                          float* c, std::ptrdiff_t ldc, BlockEnd end) {
  for (int r = 0; r < lines; ++r)
    for (int v = 0; v < kPanel; v += W) {
      Vf x = loadF(sums[firstLine + r] + v);
      float* to = c + r * ldc + v;
      storeF(to, end.scale ? addScaled(to, x, end.scale + v, end.first) : x);
    }
}

/// One tile of rows by one or two panels: every line of a panel is read once and in order, which is
/// what decode needs; two panels are four sums, enough to hide a product's latency. Sums never pass
/// through memory.
template <int Panels>
inline void oneTile(const char* w, std::ptrdiff_t nextPanel, int depth, const char* a,
                    int firstLine, int lines, float* c, std::ptrdiff_t ldc, BlockEnd end,
                    std::ptrdiff_t nextScale, bool fromMemory) {
  _tile_zero(0);
  _tile_zero(1);
  if constexpr (Panels == 2) {
    _tile_zero(2);
    _tile_zero(3);
  }
  for (int k = 0; k < depth; k += kDepthStep, w += kStepBytes, a += kPairBytes) {
    if (fromMemory)
      for (int p = 0; p < Panels; ++p) askForPages(w + p * nextPanel, k / kDepthStep);
    _tile_loadd(4, a, 64);
    _tile_loadd(5, w, kLineBytes);
    _tile_dpbf16ps(0, 4, 5);
    _tile_loadd(6, w + 64, kLineBytes);
    _tile_dpbf16ps(1, 4, 6);
    if constexpr (Panels == 2) {
      _tile_loadd(7, w + nextPanel, kLineBytes);
      _tile_dpbf16ps(2, 4, 7);
      _tile_loadd(5, w + nextPanel + 64, kLineBytes);
      _tile_dpbf16ps(3, 4, 5);
    }
  }
  alignas(64) float sums[Panels][kTileLines][kPanel];
  _tile_stored(0, sums[0][0], kLineBytes);
  _tile_stored(1, sums[0][0] + 16, kLineBytes);
  if constexpr (Panels == 2) {
    _tile_stored(2, sums[1][0], kLineBytes);
    _tile_stored(3, sums[1][0] + 16, kLineBytes);
  }
  for (int p = 0; p < Panels; ++p)
    storeTileRows(sums[p], firstLine, lines, c + p * kPanel, ldc,
                  {end.first, end.scale ? end.scale + p * nextScale : nullptr});
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
  const auto ldc = static_cast<int>(g.ldc * 4);
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

/// Rows that are not a whole pair of tiles, and int8, whose blocks are scaled one by one.
template <int Panels>
void gemmRows(const GemmArgs& g, int panel, int from) {
  alignas(64) std::uint16_t expanded[Panels][kInt8Block * kPanel];
  const bool int8 = g.storage == Storage::Int8;
  const int step = int8 ? kInt8Block : g.k, blocks = (g.k + step - 1) / step;
  const char* weights = static_cast<const char*>(g.weights) + panel * g.panelStride;
  float* c = g.c + panel * kPanel;
  for (int k0 = 0; k0 < g.k; k0 += step) {
    const int depth = k0 + step < g.k ? step : g.k - k0;
    const char* w = weights;
    std::ptrdiff_t nextPanel = g.panelStride;
    BlockEnd end{k0 == 0, nullptr};
    if (int8) {
      for (int p = 0; p < Panels; ++p)
        expandPairs(reinterpret_cast<const std::int8_t*>(weights) + p * g.panelStride +
                        std::ptrdiff_t{k0} * kPanel,
                    depth * kPanel, expanded[p]);
      finishStores();
      w = reinterpret_cast<const char*>(expanded);
      nextPanel = sizeof expanded[0];
      end.scale = g.scales + (std::ptrdiff_t{panel} * blocks + k0 / step) * kPanel;
    }
    for (int done = from; done < g.rows;) {
      const int row = g.firstRow + done, line = row % kTileLines;
      const int lines = g.rows - done < kTileLines - line ? g.rows - done : kTileLines - line;
      const std::ptrdiff_t at = tileOffset(g.k, row - line, k0) * 2;
      oneTile<Panels>(w, nextPanel, depth, static_cast<const char*>(g.a) + at, line, lines,
                      c + done * g.ldc, g.ldc, end, std::ptrdiff_t{blocks} * kPanel,
                      !int8 && done == from);
      done += lines;
    }
  }
}

void gemmTiles(const GemmArgs& g) {
  if (g.storage == Storage::F32) return gemmFloat(g);
  if (g.storage == Storage::Int8) return gemmDigits(g);
  configureTiles(kWholeTiles);
  int paired = 0;
  if (g.storage == Storage::BF16 && g.firstRow % kPairLines == 0) {
    while (g.rows - paired >= kPairLines) {
      const int left = (g.rows - paired) / kPairLines,
                pairs = left < kMostPairs ? left : kMostPairs;
      gemmPairs(g, static_cast<const char*>(g.a) + tileOffset(g.k, g.firstRow + paired, 0) * 2,
                pairs, g.c + paired * g.ldc);
      paired += pairs * kPairLines;
    }
  }
  if (paired < g.rows && g.to == g.k) {  // all of k at once: these sums never pass through memory
    int panel = 0;
    for (; panel + 2 <= g.panels; panel += 2) gemmRows<2>(g, panel, paired);
    if (panel < g.panels) gemmRows<1>(g, panel, paired);
  }
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
  return 4.0 * 2 * 16 * 16 * 32 * static_cast<double>(steps);
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
