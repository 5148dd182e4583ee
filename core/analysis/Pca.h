// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/support/Progress.h"

namespace ouroscope {

/// The directions in which vectors of size d vary most. Centred, not scaled.
struct PcaBasis {
  int dimensions = 0;            ///< d
  int components = 0;            ///< k, at most d and one less than the rows
  std::vector<float> mean;       ///< [d]
  std::vector<float> axes;       ///< [k,d] orthonormal, by falling variance. Sign: the entry of
                                 ///< largest size (the first of equals) is positive
  std::vector<double> variance;  ///< [k] along each axis, n - 1 in the denominator
  double totalVariance = 0;      ///< summed over all d directions
  std::int64_t rows = 0;         ///< n that were used
  int passes = 0;                ///< over the rows, after the mean
  double residual = 0;  ///< largest |C v - variance v| over the largest variance; 1e-4 is the aim

  /// Share of the variance along axis i; 0 where nothing varies.
  double share(int i) const { return totalVariance > 0 ? variance[i] / totalVariance : 0; }
};

/// Subspace iteration with Rayleigh-Ritz steps on the covariance of all rows (Halko, Martinsson and
/// Tropp 2011), from a fixed start: nothing is sampled and the same rows give the same basis. Rows
/// with a value that is not finite are left out. Passes take 4 n d (k + 10) operations each.
/// @param values [n,d] row-major. @throws Cancelled.
PcaBasis fitPca(std::span<const float> values, int dimensions, int components,
                const std::stop_token& stop = {}, const ProgressFn& progress = {});

/// [rows,k] coordinates of rows in a basis; NaN for rows that are not finite.
std::vector<float> project(const PcaBasis& basis, std::span<const float> values);

}  // namespace ouroscope
