// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the instruction sets whose products take bf16 activations. See Vectors.h.
#pragma once
#include <immintrin.h>

#include <type_traits>

#include "kernels/cpu/Vectors.h"

namespace ouroscope::cpu {
namespace {

/// Activations as bf16 tiles [rows/32][k/32][2][16][32]: a tile is 1 KiB in one piece (a row-major
/// matrix with rows of 4 KiB would put all 16 rows of a tile into the same cache set), one row of
/// it a cache line of 16 pairs. Two tiles of rows, which a product takes together, are one stream.
constexpr int kTileLines = 16;
constexpr int kTileElements = kTileLines * kDepthStep;
constexpr int kPairLines = 2 * kTileLines;
constexpr int kPairElements = 2 * kTileElements;  // from one step of k to the next

inline std::ptrdiff_t tileOffset(int k, int row, int column) {
  return (std::ptrdiff_t{row / kPairLines} * (k / kDepthStep) + column / kDepthStep) *
             kPairElements +
         row % kPairLines * kDepthStep + column % kDepthStep;
}

void toBf16(const float* x, std::uint16_t* out, int n);

/// 32 values to one line of a tile. The instruction makes zeros of what is too small for a normal
/// bf16, as the products do with their operands.
inline void roundLine(const float* x, std::uint16_t* out) {
  const __m512bh line = _mm512_cvtne2ps_pbh(_mm512_loadu_ps(x + W), _mm512_loadu_ps(x));
  std::memcpy(out, &line, sizeof line);
}

constexpr int kLineBytes = kPanel * 4;               // a panel's line of one pair
constexpr int kStepBytes = kLineBytes * kTileLines;  // 32 k of a panel

/// work(2, panel) for panels side by side, work(1, panel) for one that is left: numbers that the
/// compiler knows.
template <class Work>
inline void inPairs(int panels, const Work& work) {
  int panel = 0;
  for (; panel + 2 <= panels; panel += 2) work(std::integral_constant<int, 2>{}, panel);
  if (panel < panels) work(std::integral_constant<int, 1>{}, panel);
}

/// Brings a step of panels into the first-level cache, line by line of all panels side by side, and
/// asks for what comes 1 KiB later. In assembly, because only just this gets 8 % more out of the
/// memory than tile loads, which take every other line first, and than a plain linear read
/// (measured): not other orders or distances, nor an unrolled loop.
template <int Panels>
inline void touchStep(const char* w, std::ptrdiff_t nextPanel) {
  constexpr int kAhead = 1024;
#pragma GCC unroll 1
  for (int line = 0; line < kStepBytes; line += kLineBytes, w += kLineBytes) {
    for (int p = 0; p < Panels; ++p) {
      const char* at = w + p * nextPanel;
      std::int64_t first, second;
      asm volatile("mov %2, %0\n\tmov %3, %1" : "=r"(first), "=r"(second) : "m"(*at), "m"(at[64]));
    }
    for (int p = 0; p < Panels; ++p) {
      const char* at = w + p * nextPanel + kAhead;
      asm volatile("prefetcht0 %0\n\tprefetcht0 %1" : : "m"(*at), "m"(at[64]));
    }
  }
}

/// Rounds to bf16 tiles, or copies to row-major fp32 for weights that are fp32.
void putRounded(const PutArgs& g) {
  if (!g.rounded) {
    std::memcpy(static_cast<float*>(g.a) + g.row * rowPitch(g.k) + g.first, g.x,
                g.n * sizeof(float));
    return;
  }
  auto* a = static_cast<std::uint16_t*>(g.a);
  for (int done = 0; done < g.n;) {
    const int column = g.first + done, room = kDepthStep - column % kDepthStep;
    const int n = g.n - done < room ? g.n - done : room;
    std::uint16_t* line = a + tileOffset(g.k, g.row, column);
    if (n == kDepthStep)
      roundLine(g.x + done, line);
    else
      toBf16(g.x + done, line, n);
    done += n;
  }
}

}  // namespace
}  // namespace ouroscope::cpu
