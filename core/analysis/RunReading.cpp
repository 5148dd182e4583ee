// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RunReading.h"

#include <algorithm>
#include <cmath>

#include "core/record/ExitRule.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"
#include "core/support/VectorState.h"

namespace ouroscope {

TokenReading readToken(std::span<const float> gateLogits, double q) {
  TokenReading reading{intSize(gateLogits) - 1, 1};
  ExitRule rule(q);
  bool exited = false;
  // Expected depth is 1 + S_1 + ... + S_{B-1}; the last loop takes the remainder.
  for (std::size_t r = 0; r + 1 < gateLogits.size(); ++r) {
    if (rule.stops(gateLogits[r]) && !exited) {
      exited = true;
      reading.loop = r;
    }
    reading.expectedDepth += rule.survival();
  }
  return reading;
}

std::vector<TokenReading> readingOfRun(const Trace& trace) {
  clearUpperVectors();
  const std::vector<RunSettings> settings = runSettings(trace);
  const TraceColumns& c = trace.columns();
  const std::vector<float> gates = trace.gateLogits(0);
  std::vector<TokenReading> readings;
  readings.reserve(settings.size());
  for (int t = 0; t < trace.tokens(); ++t) {
    const std::size_t i = t;
    const int loops = std::min(settings[i].budget, c.loopsRun[i]);
    readings.push_back(
        readToken(std::span(gates).subspan(trace.at(t, 0), loops), settings[i].exitThreshold));
    if (!trace.info().gated) readings.back().expectedDepth = kNaN;
  }
  return readings;
}

double meanLoops(std::span<const TokenReading> readings) {
  double sum = 0;
  for (const TokenReading& reading : readings) sum += reading.loop + 1;
  return readings.empty() ? kNaN : sum / readings.size();
}

double tokensPerSecond(std::span<const double> times, double window) {
  if (times.size() < 2) return kNaN;
  // The token at the window's edge starts the clock; those after it are counted.
  auto first = std::lower_bound(times.begin(), times.end(), times.back() - window);
  if (first + 1 == times.end()) --first;
  const double seconds = times.back() - *first;
  return seconds > 0 ? (times.end() - first - 1) / seconds : kNaN;
}

}  // namespace ouroscope
