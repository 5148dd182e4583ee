// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the instruction sets that multiply bytes. See Vectors.h.
// int8 weights as they are, by activations in two digits of a byte: whole numbers, so that sums
// over a block of k are exact and no weight is widened. A row has 16 bits of its block's largest
// value, where bf16 has 8 of every value.
#pragma once
#include <immintrin.h>

#include "kernels/cpu/Products.h"

namespace ouroscope::cpu {
namespace {

constexpr int kDigitRows = 8;    // rows of a tile: two lines each
constexpr int kDigitDepth = 64;  // k of a tile
constexpr int kDigitBytes = kDigitRows * 2 * kDigitDepth;
constexpr int kDigitSteps = kInt8Block / kDigitDepth;

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
                      std::ptrdiff_t{g.row / kDigitRows} * (g.k / kDigitDepth) * kDigitBytes +
                      g.row % kDigitRows * 2 * kDigitDepth;
  for (int k0 = 0; k0 < g.k; k0 += kInt8Block) {
    const int n = k0 + kInt8Block < g.k ? kInt8Block : g.k - k0;
    const float* x = g.x + k0;
    Vf largest{}, odd{};  // odd becomes NaN where a value is not finite
    Vi sum{};
    for (int i = 0; i < n; i += W) {
      const Vf v = loadF(x + i);
      largest = maxF(largest, asF(asI(v) & 0x7fffffff));
      odd += v * splat(0.0f);
    }
    const float top = maxLanes(largest);
    const float notFinite = sumLanes(odd);  // else zero
    const bool empty = !(top > kLeast) || notFinite != 0.0f;
    const float inverse = empty ? 0.0f : kLargest / top;
    g.scales[k0 / kInt8Block] = (empty ? 0.0f : top / kLargest) + notFinite;
    for (int i = 0; i < n; i += W) {
      const Vi q =
          asVi(_mm512_maskz_cvtps_epi32(empty ? 0 : 0xffff, loadF(x + i) * splat(inverse)));
      const Vi high = (q + 128) >> 8, low = q - (high << 8);
      sum += q;
      std::int8_t* to = line + (k0 + i) / kDigitDepth * kDigitBytes + (k0 + i) % kDigitDepth;
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                       _mm512_maskz_cvtepi32_epi8(0xffff, asM(high)));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to + kDigitDepth),
                       _mm512_maskz_cvtepi32_epi8(0xffff, asM(low)));
    }
    g.sums[k0 / kInt8Block] = sumLanes(sum);
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

/// Takes 16 columns of one row and block into c: 256 high + low, summed over k.
inline void joinBlock(Vi whole, float rowScale, const float* scales, float* c, bool first) {
  const __m512 scaled =
      _mm512_mul_ps(_mm512_maskz_cvtepi32_ps(0xffff, asM(whole)), _mm512_set1_ps(rowScale));
  const __m512 before = first ? _mm512_setzero_ps() : _mm512_loadu_ps(c);
  _mm512_storeu_ps(c, _mm512_fmadd_ps(scaled, _mm512_loadu_ps(scales), before));
}

}  // namespace
}  // namespace ouroscope::cpu
