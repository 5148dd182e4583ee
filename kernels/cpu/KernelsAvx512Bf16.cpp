// SPDX-License-Identifier: GPL-3.0-or-later
// vdpbf16ps: two multiply-adds per lane and instruction, on activations rounded to bf16; vpdpbusd
// for int8 weights.
#define OUROSCOPE_LANES 16
#include <immintrin.h>

#include "kernels/cpu/DotDigits.h"
#include "kernels/cpu/FloatTable.h"
#include "kernels/cpu/RoundedTiles.h"

namespace ouroscope::cpu {
namespace {

constexpr int kVectors = kPanel / W;
constexpr int kDotRows = 8;     // half a tile of rows
constexpr int kDotBlock = 512;  // k per cache block: 32 KiB of a panel

/// M rows of one 16-row tile x 32 columns over `depth` of k. a points at the rows' first pair.
template <int M>
inline void dotTile(const std::uint16_t* w, int depth, const std::uint16_t* a, float* c,
                    std::ptrdiff_t ldc, BlockEnd end) {
  Vf start[M][kVectors];
  startSums(start, c, ldc, end);
  __m512 acc[M][kVectors];
  std::memcpy(acc, start, sizeof acc);
  for (int k0 = 0; k0 < depth; k0 += kDepthStep, a += kPairElements) {
    for (int s = 0; s < kDepthStep / 2; ++s, w += 2 * kPanel) {
      __m512bh b[kVectors];
      for (int v = 0; v < kVectors; ++v)
        b[v] = reinterpret_cast<__m512bh>(_mm512_loadu_si512(w + v * 2 * W));
      for (int m = 0; m < M; ++m) {
        std::int32_t pair;
        std::memcpy(&pair, a + m * kDepthStep + 2 * s, sizeof pair);
        const __m512bh x = reinterpret_cast<__m512bh>(_mm512_set1_epi32(pair));
        for (int v = 0; v < kVectors; ++v) acc[m][v] = _mm512_dpbf16_ps(acc[m][v], x, b[v]);
      }
    }
  }
  Vf sums[M][kVectors];
  std::memcpy(sums, acc, sizeof sums);
  storeSums(sums, c, ldc, end);
}

/// Rows of a block of k, never across the border of a 16-row tile.
inline void dotRows(const std::uint16_t* w, int depth, int k, const std::uint16_t* a, int firstRow,
                    int rows, float* c, std::ptrdiff_t ldc, int k0, BlockEnd end) {
  for (int done = 0; done < rows;) {
    const int row = firstRow + done, room = kTileLines - row % kTileLines;
    const int left = rows - done < room ? rows - done : room;
    const int m = left < kDotRows ? left : kDotRows;
    const std::uint16_t* from = a + tileOffset(k, row, k0);
    float* to = c + done * ldc;
    switch (m) {
      case 8:
        dotTile<8>(w, depth, from, to, ldc, end);
        break;
      case 7:
        dotTile<7>(w, depth, from, to, ldc, end);
        break;
      case 6:
        dotTile<6>(w, depth, from, to, ldc, end);
        break;
      case 5:
        dotTile<5>(w, depth, from, to, ldc, end);
        break;
      case 4:
        dotTile<4>(w, depth, from, to, ldc, end);
        break;
      case 3:
        dotTile<3>(w, depth, from, to, ldc, end);
        break;
      case 2:
        dotTile<2>(w, depth, from, to, ldc, end);
        break;
      default:
        dotTile<1>(w, depth, from, to, ldc, end);
        break;
    }
    done += m;
  }
}

/// One row by one or two panels side by side: decode. Sums as dotTile<1> makes them.
template <int Panels>
inline void oneRow(const GemmArgs& g, int panel) {
  const char* w = static_cast<const char*>(g.weights) + panel * g.panelStride;
  const auto* a = static_cast<const std::uint16_t*>(g.a) + tileOffset(g.k, g.firstRow, 0);
  __m512 sums[Panels][kVectors] = {};
  for (int step = 0; step < g.k / kDepthStep; ++step, a += kPairElements) {
    touchStep<Panels>(w, g.panelStride);
    for (int s = 0; s < kDepthStep / 2; ++s, w += kLineBytes) {
      std::int32_t pair;
      std::memcpy(&pair, a + 2 * s, sizeof pair);
      const __m512bh x = reinterpret_cast<__m512bh>(_mm512_set1_epi32(pair));
      for (int p = 0; p < Panels; ++p)
        for (int v = 0; v < kVectors; ++v)
          sums[p][v] = _mm512_dpbf16_ps(
              sums[p][v], x,
              reinterpret_cast<__m512bh>(_mm512_loadu_si512(w + p * g.panelStride + v * 4 * W)));
    }
  }
  for (int p = 0; p < Panels; ++p)
    for (int v = 0; v < kVectors; ++v)
      _mm512_storeu_ps(g.c + (panel + p) * kPanel + v * W, sums[p][v]);
}

void gemmDot(const GemmArgs& g) {
  if (g.storage == Storage::F32) return gemmFloat(g);
  if (g.storage == Storage::Int8) return gemmDigits(g);
  if (g.rows == 1)
    return inPairs(g.panels, [&](auto panels, int panel) { oneRow<panels>(g, panel); });
  for (int p = 0; p < g.panels; ++p) {
    const auto* panel = reinterpret_cast<const std::uint16_t*>(static_cast<const char*>(g.weights) +
                                                               p * g.panelStride);
    for (int k0 = g.from; k0 < g.to; k0 += kDotBlock) {
      const int depth = k0 + kDotBlock < g.to ? kDotBlock : g.to - k0;
      dotRows(panel + std::ptrdiff_t{k0} * kPanel, depth, g.k,
              static_cast<const std::uint16_t*>(g.a), g.firstRow, g.rows, g.c + p * kPanel, g.ldc,
              k0, {k0 == 0, nullptr});
    }
  }
}

double peakDot(std::int64_t steps) {
  constexpr int kChains = 16;
  __m512 sums[kChains];
#pragma GCC unroll 16
  for (int c = 0; c < kChains; ++c) sums[c] = _mm512_set1_ps(static_cast<float>(c));
  const auto pair = reinterpret_cast<__m512bh>(_mm512_set1_epi32(0x3c003c00));
  for (std::int64_t i = 0; i < steps; ++i) {
#pragma GCC unroll 16
    for (int c = 0; c < kChains; ++c) {
      sums[c] = _mm512_dpbf16_ps(sums[c], pair, pair);
      asm volatile("" : "+v"(sums[c]));
    }
  }
  __m512 total = sums[0];
#pragma GCC unroll 16
  for (int c = 1; c < kChains; ++c) total = _mm512_add_ps(total, sums[c]);
  volatile float kept = _mm512_cvtss_f32(total);
  (void)kept;
  return 4.0 * W * kChains * steps;
}

}  // namespace

const KernelTable& avx512Bf16Kernels() {
  static const KernelTable table = [] {
    KernelTable t = floatTable("AVX-512 BF16");
    t.roundsActivations = true;
    t.put = putRounded;
    t.split = splitRow;
    t.quantize = quantizeFours;
    t.gemm = gemmDot;
    t.peakHalf = peakDot;
    return t;
  }();
  return table;
}

}  // namespace ouroscope::cpu
