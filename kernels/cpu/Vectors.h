// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set, which sets OUROSCOPE_LANES first. Everything is in an unnamed
// namespace and no standard container is used: an inline function compiled here for AVX-512 must
// never be the one the linker picks for code that runs on an older processor.
#pragma once
#include <cstdint>
#include <cstring>
#include <utility>

#include "kernels/cpu/Kernels.h"

namespace ouroscope::cpu {
namespace {

constexpr int W = OUROSCOPE_LANES;
using Vf = float __attribute__((vector_size(W * 4)));
using Vi = std::int32_t __attribute__((vector_size(W * 4)));

inline Vf loadF(const float* p) {
  Vf v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
inline Vi loadI(const void* p) {
  Vi v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
inline void storeF(float* p, Vf v) {
  std::memcpy(p, &v, sizeof v);
}
/// Less zero, because zero plus x is not x for x = -0: a compiler would have to add.
inline Vf splat(float x) {
  return x - Vf{};
}
inline Vf asF(Vi v) {
  Vf f;
  std::memcpy(&f, &v, sizeof f);
  return f;
}
inline Vi asI(Vf v) {
  Vi i;
  std::memcpy(&i, &v, sizeof i);
  return i;
}
inline Vf select(Vi mask, Vf yes, Vf no) {
  return asF((asI(yes) & mask) | (asI(no) & ~mask));
}
inline Vf maxF(Vf a, Vf b) {
  return select(a > b, a, b);
}

/// Lanes of a and of b, whose lanes count on from those of a: lane i of the result is number
/// lane(i). Clang wants the numbers as constants; GCC 12 makes worse code of that form in
/// reductions.
template <class V, class Lane>
inline V shuffled(V a, V b, Lane lane) {
#if defined(__clang__)
  return [ a, b, lane ]<int... I>(std::integer_sequence<int, I...>) {
    return __builtin_shufflevector(a, b, lane(I)...);
  }
  (std::make_integer_sequence<int, W>());
#else
  Vi lanes{};
  for (int i = 0; i < W; ++i) lanes[i] = lane(i);
  return __builtin_shuffle(a, b, lanes);
#endif
}

/// Lane i gets lane i ^ Half: what a reduction over lanes is made of.
template <int Half, class V>
inline V swapped(V v) {
  return shuffled(v, v, [](int i) { return i ^ Half; });
}

/// Sums lanes pairwise: the same tree for every caller.
template <int Half = W / 2, class V>
inline auto sumLanes(V v) {
  v += swapped<Half>(v);
  if constexpr (Half > 1)
    return sumLanes<Half / 2>(v);
  else
    return v[0];
}
template <int Half = W / 2>
inline float maxLanes(Vf v) {
  v = maxF(v, swapped<Half>(v));
  if constexpr (Half > 1)
    return maxLanes<Half / 2>(v);
  else
    return v[0];
}

/// e^x to about 1 ulp for x <= 0 and small positive x; exactly 0 below -87.
/// Cody-Waite reduction by ln 2, then a degree-6 polynomial on [-ln2/2, ln2/2].
inline Vf expF(Vf x) {
  const Vi tiny = x < splat(-87.0f);
  x = select(tiny, splat(-87.0f), x);
  x = select(x > splat(88.0f), splat(88.0f), x);
  const Vf magic = splat(12582912.0f);  // 1.5 * 2^23: adding it rounds to an integer
  const Vf shifted = x * splat(1.44269504f) + magic;
  const Vf n = shifted - magic;
  Vf r = x - n * splat(0.693145752f);
  r = r - n * splat(1.42860677e-6f);
  Vf p = splat(1.0f / 720.0f);
  p = p * r + splat(1.0f / 120.0f);
  p = p * r + splat(1.0f / 24.0f);
  p = p * r + splat(1.0f / 6.0f);
  p = p * r + splat(0.5f);
  p = p * r + splat(1.0f);
  p = p * r + splat(1.0f);
  const Vi exponent = (asI(shifted) - asI(magic) + 127) << 23;
  return select(tiny, Vf{}, p * asF(exponent));
}
inline float expOne(float x) {
  return expF(splat(x))[0];
}

/// tanh to about 2 ulp: a polynomial where 1 - e^-2x would cancel (Cephes), else by e^-2|x|.
inline Vf tanhF(Vf x) {
  const Vf z = x * x;
  Vf p = splat(-5.70498872745e-3f);
  p = p * z + splat(2.06390887954e-2f);
  p = p * z + splat(-5.37397155531e-2f);
  p = p * z + splat(1.33314422036e-1f);
  p = p * z + splat(-3.33332819422e-1f);
  const Vf near = p * z * x + x;
  const Vf size = maxF(x, -x);
  const Vf e = expF(splat(-2.0f) * size);
  const Vf far = (splat(1.0f) - e) / (splat(1.0f) + e);
  return select(size < splat(0.625f), near, select(x < Vf{}, -far, far));
}

/// fp32 to bf16, to nearest even; a NaN keeps its upper half, made quiet so that it cannot round to
/// infinity. Scalar, for loops that the compiler turns into vectors: GCC 12 takes conversions
/// between vectors of different widths apart into single lanes.
inline std::uint16_t roundToBf16(float x) {
  std::uint32_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  const std::uint32_t rounded = (bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16;
  const std::uint32_t quiet = (bits >> 16) | 0x40u;
  return static_cast<std::uint16_t>((bits & 0x7fffffffu) > 0x7f800000u ? quiet : rounded);
}

/// A small integer as bf16, which holds it exactly.
inline std::uint16_t integerToBf16(std::int8_t x) {
  const float value = x;
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return static_cast<std::uint16_t>(bits >> 16);
}

}  // namespace
}  // namespace ouroscope::cpu
