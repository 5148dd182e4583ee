// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LimitClasses.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// Ranks from 0; equal values share the mean of theirs.
std::vector<double> ranksOf(std::span<const float> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from;
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    for (std::size_t i = from; i < to; ++i) ranks[order[i]] = (from + to - 1) / 2.0;
    from = to;
  }
  return ranks;
}

/// Of the values with their places; 0 where all are equal.
double rankCorrelation(std::span<const float> values) {
  const std::vector<double> ranks = ranksOf(values);
  const double mean = (values.size() - 1) / 2.0;
  double both = 0, own = 0, places = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    both += (ranks[i] - mean) * (i - mean);
    own += (ranks[i] - mean) * (ranks[i] - mean);
    places += (i - mean) * (i - mean);
  }
  return own > 0 ? both / std::sqrt(own * places) : 0;
}

bool isOrbit(std::span<const float> half, double near, int loops) {
  const int n = intSize(half);
  for (int period = 2; period <= loops / 4; ++period) {
    bool fits = true;
    for (int back = 1; back < n && fits; ++back)
      fits = (half[n - 1 - back] >= near) == (back % period == 0);
    if (fits) return true;
  }
  return false;
}

}  // namespace

std::string_view limitClassName(LimitClass kind) {
  constexpr std::string_view kNames[] = {"fixed point", "orbit", "slider", "unknown"};
  return kNames[static_cast<int>(kind)];
}

LimitClass limitClass(std::span<const float> cosines, const LimitOptions& options) {
  const int loops = intSize(cosines);
  if (loops < kLimitLoops) return LimitClass::Unknown;
  const auto half = cosines.subspan(loops / 2);
  if (std::ranges::any_of(half, [](float c) { return std::isnan(c); })) return LimitClass::Unknown;
  const double near = 1 - options.tau;
  if (std::ranges::all_of(half, [&](float c) { return c >= near; })) return LimitClass::FixedPoint;
  if (isOrbit(half, near, loops)) return LimitClass::Orbit;
  return rankCorrelation(half) >= options.rho ? LimitClass::Slider : LimitClass::Unknown;
}

std::vector<LimitClass> layerLimits(const Trace& trace, int token, const LimitOptions& options) {
  const auto& cosines = trace.columns().layerLastCosine;
  if (cosines.empty()) return {};
  const int layers = trace.info().layers;
  std::vector<LimitClass> out;
  std::vector<float> row(trace.columns().loopsRun[token]);
  for (int layer = 0; layer < layers; ++layer) {
    for (int r = 0; r < intSize(row); ++r) row[r] = cosines[trace.at(token, r) * layers + layer];
    out.push_back(limitClass(row, options));
  }
  return out;
}

LimitClass loopLimit(const Trace& trace, int token, const LimitOptions& options) {
  const std::size_t d = trace.info().hiddenSize;
  const auto state = [&](int loop) {
    return std::span(trace.hidden()).subspan(trace.at(token, loop) * d, d);
  };
  std::vector<float> row(trace.columns().loopsRun[token]);
  const auto last = state(intSize(row) - 1);
  for (int r = 0; r < intSize(row); ++r)
    row[r] = dot(state(r), last) / std::sqrt(dot(state(r), state(r)) * dot(last, last));
  return limitClass(row, options);
}

std::vector<LimitCounts> layerLimits(const Trace& trace, const LimitOptions& options) {
  if (trace.columns().layerLastCosine.empty()) return {};
  std::vector<LimitCounts> out(trace.info().layers);
  for (int t = 0; t < trace.tokens(); ++t) {
    const std::vector<LimitClass> classes = layerLimits(trace, t, options);
    for (std::size_t layer = 0; layer < out.size(); ++layer)
      ++out[layer].tokens[static_cast<int>(classes[layer])];
  }
  return out;
}

LimitCounts loopLimits(const Trace& trace, const LimitOptions& options) {
  LimitCounts out;
  if (trace.hidden().empty()) return out;
  for (int t = 0; t < trace.tokens(); ++t)
    ++out.tokens[static_cast<int>(loopLimit(trace, t, options))];
  return out;
}

}  // namespace ouroscope
