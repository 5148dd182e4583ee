// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Geometry.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

void needHidden(const Trace& trace) {
  if (!trace.info().captured.hidden)
    throw Error(
        "This trace has no hidden states: record it again with --capture hidden to see orbits.");
}

std::span<const float> statesOf(const Trace& trace, int token) {
  const std::size_t d = trace.info().hiddenSize;
  return std::span(trace.hidden()).subspan(trace.at(token, 0) * d, trace.loops() * d);
}

/// Cosine between the steps into loop r and into the loop before; NaN where one of them is zero.
float turnAt(std::span<const float> states, std::size_t d, std::size_t r) {
  double both = 0, now = 0, before = 0;
  for (std::size_t i = 0; i < d; ++i) {
    const double middle = states[(r - 1) * d + i];
    const double a = states[r * d + i] - middle, b = middle - states[(r - 2) * d + i];
    both += a * b;
    now += a * a;
    before += b * b;
  }
  const double size = std::sqrt(now * before);
  return size > 0 ? std::clamp(both / size, -1.0, 1.0) : kNaN;
}

}  // namespace

std::vector<float> stateTurns(const Trace& trace, const std::stop_token& stop) {
  std::vector<float> out(trace.columns().kl.size(), kNaN);
  if (!trace.info().captured.hidden) return out;
  const std::size_t d = trace.info().hiddenSize;
  for (int t = 0; t < trace.tokens(); ++t) {
    if (t % 256 == 0 && stop.stop_requested()) throw Cancelled();
    const auto states = statesOf(trace, t);
    for (int r = 2; r < trace.columns().loopsRun[t]; ++r)
      out[trace.at(t, r)] = turnAt(states, d, r);
  }
  return out;
}

std::vector<LoopSpread> loopSpread(const std::vector<float>& matrix, int loops) {
  const std::size_t R = loops;
  std::vector<LoopSpread> out;
  std::vector<float> values;
  for (std::size_t r = 0; r < R; ++r) {
    values.clear();
    for (std::size_t i = r; i < matrix.size(); i += R)
      if (std::isfinite(matrix[i])) values.push_back(matrix[i]);
    LoopSpread spread{intSize(values), kNaN, kNaN, kNaN};
    if (!values.empty()) {
      spread.low = quantile(values, 0.25);
      spread.median = quantile(values, 0.5);
      spread.high = quantile(values, 0.75);
    }
    out.push_back(spread);
  }
  return out;
}

Orbits orbitsOf(const Trace& trace, int components, int most, const std::stop_token& stop,
                const ProgressFn& progress) {
  needHidden(trace);
  Orbits orbits;
  orbits.basis = fitPca(trace.hidden(), trace.info().hiddenSize, components, stop, progress);
  const std::int64_t T = trace.tokens(), shown = std::min<std::int64_t>(T, most);
  for (std::int64_t i = 0; i < shown; ++i) {
    orbits.tokens.push_back(i * T / shown);
    const std::vector<float> path = orbitOf(trace, orbits.basis, orbits.tokens.back());
    orbits.cloud.insert(orbits.cloud.end(), path.begin(), path.end());
    if (stop.stop_requested()) throw Cancelled();
  }
  return orbits;
}

std::vector<float> orbitOf(const Trace& trace, const PcaBasis& basis, int token) {
  needHidden(trace);
  return project(basis, statesOf(trace, token));
}

}  // namespace ouroscope
