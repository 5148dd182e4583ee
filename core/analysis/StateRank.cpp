// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/StateRank.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// -Σ p log p of shares of `values`.
double entropyOf(const std::vector<double>& values) {
  double total = 0, sum = 0;
  for (const double v : values) total += v;
  for (const double v : values)
    if (const double p = v / total; p > 0) sum -= p * std::log(p);
  return sum;
}

}  // namespace

StateRank stateRank(std::span<const float> rows, int width) {
  using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  StateRank out;
  out.tokens = static_cast<int>(rows.size() / width);
  if (out.tokens == 0) {
    out.energy = out.effectiveRank = out.matrixEntropy = out.stableRank = kNaN;
    return out;
  }
  RowMatrix x(out.tokens, width);
  std::ranges::copy(rows, x.data());
  // The smaller of the two products has the same eigenvalues that are not zero.
  const Eigen::MatrixXd gram =
      out.tokens < width ? Eigen::MatrixXd(x * x.transpose()) : Eigen::MatrixXd(x.transpose() * x);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram, Eigen::EigenvaluesOnly);
  std::vector<double> squares, values;  // from the largest
  const double most = solver.eigenvalues().maxCoeff();
  for (Eigen::Index i = solver.eigenvalues().size(); i-- > 0;) {
    // Below that it is rounding of the product, whose root would count as a direction.
    const double square = solver.eigenvalues()[i];
    if (square <= 1e-12 * most) break;
    squares.push_back(square);
    values.push_back(std::sqrt(square));
  }
  double total = 0;
  for (const double square : squares) total += square;
  out.energy = total / out.tokens;
  if (squares.empty()) return out;
  out.effectiveRank = std::exp(entropyOf(values));
  out.matrixEntropy = entropyOf(squares);
  out.stableRank = total / squares.front();
  for (double held = 0; held < 0.9 * total; ++out.rank90) held += squares[out.rank90];
  return out;
}

std::vector<StateRank> stateRanks(std::span<const TracePtr> traces) {
  const auto captured = [](const TracePtr& trace) { return trace->info().captured.hidden; };
  if (traces.empty() || !std::ranges::all_of(traces, captured)) return {};
  const int loops = traces.front()->loops(), d = traces.front()->info().hiddenSize;
  for (const TracePtr& trace : traces)
    if (trace->loops() != loops || trace->info().hiddenSize != d)
      throw Error("The traces have states of different widths or numbers of loops.");
  std::vector<StateRank> out;
  for (int loop = 0; loop < loops; ++loop) {
    std::vector<float> rows;
    for (const TracePtr& trace : traces)
      for (int t = 0; t < trace->tokens(); ++t) {
        const auto state =
            std::span(trace->hidden()).subspan(trace->at(t, loop) * std::size_t{1} * d, d);
        if (std::ranges::all_of(state, [](float v) { return std::isfinite(v); }))
          rows.insert(rows.end(), state.begin(), state.end());
      }
    out.push_back(stateRank(rows, d));
  }
  return out;
}

}  // namespace ouroscope
