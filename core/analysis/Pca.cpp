// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Pca.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

using RowMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Rows = Eigen::Map<const RowMatrix>;

constexpr std::int64_t kChunk = 1024;  ///< rows at a time: 8 MiB at d = 2048, sums stay exact
constexpr int kSpare = 10;             ///< directions beside the wanted ones: they speed it up
constexpr int kMostPasses = 40;
constexpr double kAim = 1e-4;

/// Runs of rows without a value that is not finite, none longer than a chunk.
struct RowRun {
  std::int64_t first, count;
};

struct StateRows {
  Rows rows;
  std::vector<RowRun> runs;
  std::int64_t used = 0;
  Eigen::VectorXd mean;
  double totalVariance = 0;
};

void checkStop(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Cancelled();
}

StateRows look(std::span<const float> values, int d, const std::stop_token& stop) {
  StateRows in{Rows(values.data(), static_cast<Eigen::Index>(values.size()) / d, d), {}, 0, {}, 0};
  in.mean = Eigen::VectorXd::Zero(d);
  for (std::int64_t i = 0; i < in.rows.rows(); ++i) {
    if (i % kChunk == 0) checkStop(stop);
    if (!in.rows.row(i).allFinite()) continue;
    if (in.runs.empty() || in.runs.back().first + in.runs.back().count != i ||
        in.runs.back().count == kChunk)
      in.runs.push_back({i, 0});
    ++in.runs.back().count;
    ++in.used;
    in.mean += in.rows.row(i).transpose().cast<double>();
  }
  if (in.used) in.mean /= in.used;
  return in;
}

RowMatrix centred(const StateRows& in, const RowRun& run) {
  return in.rows.middleRows(run.first, run.count).rowwise() -
         in.mean.transpose().cast<float>().eval();
}

/// Covariance times q, without the covariance.
Eigen::MatrixXd covarianceTimes(const StateRows& in, const Eigen::MatrixXd& q,
                                const std::stop_token& stop,
                                const std::function<void(std::int64_t)>& done) {
  const Eigen::MatrixXf narrow = q.cast<float>();
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(q.rows(), q.cols());
  std::int64_t rows = 0;
  for (const RowRun& run : in.runs) {
    checkStop(stop);
    const RowMatrix x = centred(in, run);
    const Eigen::MatrixXf y = x * narrow;
    const Eigen::MatrixXf part = x.transpose() * y;
    sum += part.cast<double>();
    done(rows += run.count);
  }
  return sum / (in.used - 1);
}

Eigen::MatrixXd orthonormal(const Eigen::MatrixXd& m) {
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(m);
  return qr.householderQ() * Eigen::MatrixXd::Identity(m.rows(), m.cols());
}

Eigen::MatrixXd fixedStart(int d, int columns) {
  std::uint64_t state = 1;
  Eigen::MatrixXd out(d, columns);
  for (Eigen::Index j = 0; j < columns; ++j)
    for (Eigen::Index i = 0; i < d; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      out(i, j) = (state >> 40) * 0x1.0p-23 - 1.0;
    }
  return out;
}

}  // namespace

PcaBasis fitPca(std::span<const float> values, int dimensions, int components,
                const std::stop_token& stop, const ProgressFn& progress) {
  if (dimensions < 1 || values.size() % dimensions)
    throw Error("The principal components need rows of one size.");
  StateRows in = look(values, dimensions, stop);
  PcaBasis basis;
  basis.dimensions = dimensions;
  basis.rows = in.used;
  basis.mean.resize(dimensions);
  for (int i = 0; i < dimensions; ++i) basis.mean[i] = in.mean[i];
  basis.components =
      std::min<std::int64_t>({components, dimensions, std::max<std::int64_t>(0, in.used - 1)});
  if (basis.components < 1) return basis;
  for (const RowRun& run : in.runs) {
    checkStop(stop);
    basis.totalVariance += centred(in, run).squaredNorm();
  }
  basis.totalVariance /= in.used - 1;

  const int k = basis.components, l = std::min(dimensions, k + kSpare);
  Eigen::MatrixXd q = orthonormal(fixedStart(dimensions, l));
  Eigen::MatrixXd axes;
  Eigen::VectorXd variance;
  for (basis.passes = 1;; ++basis.passes) {
    const Eigen::MatrixXd z = covarianceTimes(in, q, stop, [&](std::int64_t rows) {
      if (progress)
        progress("Principal components", (basis.passes - 1) * in.used + rows,
                 kMostPasses * in.used);
    });
    const Eigen::MatrixXd small = q.transpose() * z;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> ritz(0.5 * (small + small.transpose()));
    // Eigen sorts upwards.
    const Eigen::MatrixXd turn = ritz.eigenvectors().rowwise().reverse();
    variance = ritz.eigenvalues().reverse();
    axes = q * turn;
    const Eigen::MatrixXd image = z * turn;
    basis.residual = 0;
    for (int i = 0; i < k; ++i)
      basis.residual = std::max(basis.residual, (image.col(i) - variance[i] * axes.col(i)).norm());
    basis.residual = variance[0] > 0 ? basis.residual / variance[0] : 0;
    if (basis.residual <= kAim || basis.passes == kMostPasses) break;
    q = orthonormal(image);
  }

  for (int i = 0; i < k; ++i) {
    Eigen::Index at = 0;
    axes.col(i).cwiseAbs().maxCoeff(&at);
    const double sign = axes(at, i) < 0 ? -1 : 1;
    for (int j = 0; j < dimensions; ++j) basis.axes.push_back(sign * axes(j, i));
    basis.variance.push_back(std::max(0.0, variance[i]));
  }
  return basis;
}

std::vector<float> project(const PcaBasis& basis, std::span<const float> values) {
  const std::size_t d = basis.dimensions, k = basis.components, n = d ? values.size() / d : 0;
  std::vector<float> out(n * k);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t c = 0; c < k; ++c) {
      double sum = 0;
      for (std::size_t j = 0; j < d; ++j)
        sum += static_cast<double>(values[i * d + j] - basis.mean[j]) *
               static_cast<double>(basis.axes[c * d + j]);
      out[i * k + c] = std::isfinite(sum) ? sum : kNaN;
    }
  return out;
}

}  // namespace ouroscope
