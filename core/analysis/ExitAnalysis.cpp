// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ExitAnalysis.h"

#include <algorithm>
#include <cmath>

namespace ouroscope {
namespace {

double sigmoid(float g) {
  return 1.0 / (1.0 + std::exp(-static_cast<double>(g)));
}

/// One token's distribution over the first `loops` gate logits, the last of them taking the
/// remainder; `p` [loops].
/// @return false where a gate that counts is NaN: all mass is then on the last loop.
bool distribute(const float* gates, int loops, double* p) {
  double survival = 1;
  for (int r = 0; r + 1 < loops; ++r) {
    const double lambda = sigmoid(gates[r]);
    if (std::isnan(lambda)) {
      std::fill(p, p + loops - 1, 0.0);
      p[loops - 1] = 1;
      return false;
    }
    p[r] = lambda * survival;
    survival *= 1 - lambda;
  }
  p[loops - 1] = survival;
  return true;
}

/// First loop whose CDF reaches q among the first `loops`. The product form of the CDF decides, as
/// in the engine's ExitRule.
int firstReaching(const float* gates, int loops, double q) {
  if (!(q < 1)) return loops - 1;
  double survival = 1;
  for (int r = 0; r + 1 < loops; ++r) {
    survival *= 1 - sigmoid(gates[r]);
    if (std::isnan(survival)) return loops - 1;
    if (1 - survival >= q) return r;
  }
  return loops - 1;
}

double entropyOf(const double* p, int n) {
  double h = 0;
  for (int r = 0; r < n; ++r)
    if (p[r] > 0) h -= p[r] * std::log(p[r]);
  return h;
}

}  // namespace

ExitDistribution exitDistribution(std::span<const float> gateLogits) {
  ExitDistribution d;
  const int loops = static_cast<int>(gateLogits.size());
  d.p.resize(gateLogits.size());
  if (loops == 0) return d;
  d.valid = distribute(gateLogits.data(), loops, d.p.data());
  double sum = 0;
  for (int r = 0; r < loops; ++r) {
    const auto i = static_cast<std::size_t>(r);
    d.lambda.push_back(sigmoid(gateLogits[i]));
    sum += d.p[i];
    d.cdf.push_back(r + 1 == loops ? 1.0 : sum);
    d.expectedDepth += (r + 1) * d.p[i];
  }
  d.entropy = entropyOf(d.p.data(), loops);
  return d;
}

int exitLoop(std::span<const float> gateLogits, double q) {
  return firstReaching(gateLogits.data(), static_cast<int>(gateLogits.size()), q);
}

Readout readout(const Trace& trace, const ReadoutRule& rule) {
  const int T = trace.tokens(), R = trace.loops();
  const int budget = rule.budget <= 0 ? R : std::min(rule.budget, R);
  const TraceColumns& c = trace.columns();
  std::vector<float> other;
  if (rule.gate != 0) other = trace.gateLogits(rule.gate);
  const float* gates = rule.gate == 0 ? c.gateLogit.data() : other.data();

  Readout out;
  out.rule = rule;
  out.rule.budget = budget;
  out.loop.resize(static_cast<std::size_t>(T));
  out.expectedDepth.resize(static_cast<std::size_t>(T));
  out.depthEntropy.resize(static_cast<std::size_t>(T));
  out.topId.resize(static_cast<std::size_t>(T));
  out.histogram.assign(static_cast<std::size_t>(R), 0);
  std::vector<double> p(static_cast<std::size_t>(R));
  std::int64_t total = 0;
  for (int t = 0; t < T; ++t) {
    const auto i = static_cast<std::size_t>(t);
    const float* g = gates + trace.at(t, 0);
    // Loops that a token did not run cannot be read: the last one that it ran takes the remainder.
    const int loops = std::min(budget, c.loopsRun[i]);
    distribute(g, loops, p.data());
    double depth = 0;
    for (int r = 0; r < loops; ++r) depth += (r + 1) * p[static_cast<std::size_t>(r)];
    const int loop = firstReaching(g, loops, rule.q);
    out.loop[i] = loop;
    out.expectedDepth[i] = static_cast<float>(depth);
    out.depthEntropy[i] = static_cast<float>(entropyOf(p.data(), loops));
    out.topId[i] = c.topkId[trace.at(t, loop) * static_cast<std::size_t>(trace.topK())];
    ++out.histogram[static_cast<std::size_t>(loop)];
    total += loop + 1;
  }
  out.meanLoops = static_cast<double>(total) / T;

  // Only a greedy run tells what another depth would have drawn.
  if (trace.info().sampling.temperature == 0)
    for (int t = std::max(0, trace.info().promptTokens - 1); t + 1 < T && out.firstBranch < 0; ++t)
      if (out.topId[static_cast<std::size_t>(t)] != c.tokenId[static_cast<std::size_t>(t + 1)])
        out.firstBranch = t + 1;
  return out;
}

}  // namespace ouroscope
