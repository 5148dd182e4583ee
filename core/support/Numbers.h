// SPDX-License-Identifier: GPL-3.0-or-later
// Numerics that several analyses share.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace ouroscope {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// The value that stands at `place` when `values` are sorted. Changes their order.
/// @param values not empty, none of them NaN
template <class Value>
Value valueAt(std::vector<Value>& values, std::ptrdiff_t place) {
  std::nth_element(values.begin(), values.begin() + place, values.end());
  return values[place];
}

/// The quantile with linear interpolation between neighbours. Changes the order of `values`.
/// @param values not empty, none of them NaN
/// @param share in [0, 1]
template <class Value>
double quantile(std::vector<Value>& values, double share) {
  const double place = share * (values.size() - 1);
  const std::size_t whole = place;
  const double below = valueAt(values, whole);
  if (whole + 1 == values.size()) return below;
  const double above = *std::min_element(values.begin() + whole + 1, values.end());
  return below + (place - whole) * (above - below);
}

/// Sum of term(i) in double: eight sums side by side, because one would wait for itself.
template <class Term>
double sumOf(std::size_t n, const Term& term) {
  constexpr std::size_t kSums = 8;
  double sums[kSums] = {};
  std::size_t i = 0;
  for (; i + kSums <= n; i += kSums)
    for (std::size_t s = 0; s < kSums; ++s) sums[s] += term(i + s);
  for (; i < n; ++i) sums[i % kSums] += term(i);
  double total = 0;
  for (const double sum : sums) total += sum;
  return total;
}

/// In double precision.
inline double dot(std::span<const float> a, std::span<const float> b) {
  return sumOf(a.size(), [&](std::size_t i) { return double{a[i]} * b[i]; });
}

/// ||a - b||, in double precision.
inline double distance(std::span<const float> a, std::span<const float> b) {
  return std::sqrt(sumOf(a.size(), [&](std::size_t i) {
    const double delta = double{a[i]} - b[i];
    return delta * delta;
  }));
}

}  // namespace ouroscope
