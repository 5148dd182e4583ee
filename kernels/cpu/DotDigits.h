// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the instruction set that has dot products of bytes but no tiles. See Vectors.h and
// Digits.h. vpdpbusd takes its first bytes as unsigned: weights go in 128 larger than they are, and
// what that adds, 128 times the row's own sum, is taken off again. The same whole numbers as AMX.
#pragma once
#include "kernels/cpu/Digits.h"
#include "kernels/cpu/RoundedTiles.h"

namespace ouroscope::cpu {
namespace {

/// M rows, from `done` on, by one or two panels and one block of k.
template <int M, int Panels>
inline void dotDigits(const GemmArgs& g, int panel, int block, int done) {
  constexpr int kVectors = kPanel / W, kLines = kDigitDepth / 4;
  const int blocks = blocksOf(g.k), tiles = g.k / kDigitDepth, first = block * kDigitSteps;
  const int steps = tiles - first < kDigitSteps ? tiles - first : kDigitSteps;
  const char* w = static_cast<const char*>(g.weights) + panel * g.panelStride +
                  std::ptrdiff_t{first} * kStepBytes;
  const char* a[M];
  for (int m = 0; m < M; ++m) {
    const int row = g.firstRow + done + m;
    a[m] = static_cast<const char*>(g.a) +
           (std::ptrdiff_t{row / kDigitRows} * tiles + first) * kDigitBytes +
           row % kDigitRows * 2 * kDigitDepth;
  }
  __m512i high[Panels][M][kVectors] = {}, low[Panels][M][kVectors] = {};
  const __m512i shift = _mm512_set1_epi32(static_cast<int>(0x80808080u));
  for (int step = 0; step < steps; ++step) {
    if constexpr (M == 1) touchStep<Panels>(w, g.panelStride);
    for (int line = 0; line < kLines; ++line, w += kLineBytes) {
      __m512i b[Panels][kVectors];
      for (int p = 0; p < Panels; ++p)
        for (int v = 0; v < kVectors; ++v)
          b[p][v] = _mm512_xor_si512(_mm512_loadu_si512(w + p * g.panelStride + v * 4 * W), shift);
      for (int m = 0; m < M; ++m) {
        std::int32_t digits[2];
        std::memcpy(&digits[0], a[m] + line * 4, sizeof digits[0]);
        std::memcpy(&digits[1], a[m] + kDigitDepth + line * 4, sizeof digits[1]);
        for (int p = 0; p < Panels; ++p)
          for (int v = 0; v < kVectors; ++v) {
            high[p][m][v] =
                _mm512_dpbusd_epi32(high[p][m][v], b[p][v], _mm512_set1_epi32(digits[0]));
            low[p][m][v] = _mm512_dpbusd_epi32(low[p][m][v], b[p][v], _mm512_set1_epi32(digits[1]));
          }
      }
    }
    for (int m = 0; m < M; ++m) a[m] += kDigitBytes;
  }
  for (int p = 0; p < Panels; ++p) {
    const float* scales = g.scales + (std::ptrdiff_t{panel + p} * blocks + block) * kPanel;
    for (int m = 0; m < M; ++m) {
      const std::ptrdiff_t at = std::ptrdiff_t{g.firstRow + done + m} * blocks + block;
      for (int v = 0; v < kVectors; ++v)
        joinBlock((asVi(high[p][m][v]) << 8) + asVi(low[p][m][v]) - g.rowSums[at] * 128,
                  g.rowScales[at], scales + v * W,
                  g.c + (done + m) * g.ldc + (panel + p) * kPanel + v * W, block == 0);
    }
  }
}

/// All rows by one panel and one block of k, which stays in the first-level cache.
inline void dotDigitRows(const GemmArgs& g, int panel, int block) {
  int done = 0;
  for (; done + 6 <= g.rows; done += 6) dotDigits<6, 1>(g, panel, block, done);
  for (; done + 2 <= g.rows; done += 2) dotDigits<2, 1>(g, panel, block, done);
  if (done < g.rows) dotDigits<1, 1>(g, panel, block, done);
}

void gemmDigits(const GemmArgs& g) {
  const int from = g.from / kInt8Block, to = blocksOf(g.to);
  if (g.rows == 1)
    return inPairs(g.panels, [&](auto panels, int panel) {
      for (int block = from; block < to; ++block) dotDigits<1, panels>(g, panel, block, 0);
    });
  for (int panel = 0; panel < g.panels; ++panel)
    for (int block = from; block < to; ++block) dotDigitRows(g, panel, block);
}

}  // namespace
}  // namespace ouroscope::cpu
