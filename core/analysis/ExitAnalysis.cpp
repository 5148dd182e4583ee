// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ExitAnalysis.h"

#include <algorithm>
#include <cmath>

#include "core/record/ExitRule.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"
#include "core/support/VectorState.h"

namespace ouroscope {
namespace {

/// One token's distribution over the first `loops` gate logits, the last of them taking the
/// remainder; `p` [loops], NaN from the first NaN gate on.
/// @return false where a gate that counts is NaN
bool distribute(const float* gates, int loops, double* p) {
  double survival = 1;
  for (int r = 0; r + 1 < loops; ++r) {
    const double lambda = exitProbability(gates[r]);
    p[r] = lambda * survival;
    survival *= 1 - lambda;
  }
  p[loops - 1] = survival;
  return !std::isnan(survival);
}

double entropyOf(const double* p, int n) {
  double h = 0;
  for (int r = 0; r < n; ++r)
    if (p[r] > 0 || std::isnan(p[r])) h -= p[r] * std::log(p[r]);
  return h;
}

}  // namespace

ExitDistribution exitDistribution(std::span<const float> gateLogits) {
  ExitDistribution d;
  const int loops = intSize(gateLogits);
  d.p.resize(gateLogits.size());
  if (loops == 0) return d;
  d.valid = distribute(gateLogits.data(), loops, d.p.data());
  double sum = 0;
  for (int r = 0; r < loops; ++r) {
    const std::size_t i = r;
    d.lambda.push_back(exitProbability(gateLogits[i]));
    sum += d.p[i];
    d.cdf.push_back(r + 1 == loops && d.valid ? 1.0 : sum);
    d.expectedDepth += (r + 1) * d.p[i];
  }
  d.entropy = entropyOf(d.p.data(), loops);
  return d;
}

int exitLoop(std::span<const float> gateLogits, double q) {
  return exitLoopAt(q, intSize(gateLogits), [&](int r) { return gateLogits[r]; });
}

ReadoutTables::ReadoutTables(const Trace& trace, int gate) : gate_(gate) {
  clearUpperVectors();
  const int T = trace.tokens(), R = trace.loops();
  std::vector<float> other;
  gated_ = gate != 0 || trace.info().gated;
  if (gate != 0 || !gated_) other = trace.gateLogits(gate);
  const float* gates = other.empty() ? trace.columns().gateLogit.data() : other.data();
  const std::size_t cells = product(T, R);
  for (auto* column : {&survival_, &depthSum_, &entropySum_}) column->resize(cells);
  for (auto* column : {&lambda_, &probability_, &cdf_}) column->assign(cells, kNaN);
  for (int t = 0; t < T; ++t) {
    const int run = trace.columns().loopsRun[t];
    const float* g = gates + trace.at(t, 0);
    double survival = 1, depth = 0, entropy = 0, cdf = 0;
    for (int r = 0; r < R; ++r) {
      const std::size_t cell = trace.at(t, r);
      const double lambda = exitProbability(g[r]), p = lambda * survival;
      if (r < run && gated_) {
        // The last loop that was run takes the remainder. What a NaN gate decides is NaN.
        const bool last = r + 1 == run;
        const double share = last ? survival : p;
        cdf = last && !std::isnan(share) ? 1.0 : cdf + share;
        lambda_[cell] = lambda;
        probability_[cell] = share;
        cdf_[cell] = cdf;
      }
      survival *= 1 - lambda;
      depth += (r + 1) * p;
      if (p > 0) entropy -= p * std::log(p);
      survival_[cell] = survival;
      depthSum_[cell] = depth;
      entropySum_[cell] = entropy;
    }
  }
}

Readout ReadoutTables::read(const Trace& trace, const ReadoutRule& rule) const {
  clearUpperVectors();
  const int T = trace.tokens(), R = trace.loops();
  const int budget = rule.budget <= 0 ? R : std::min(rule.budget, R);
  const TraceColumns& c = trace.columns();
  const std::size_t K = trace.topK();

  Readout out;
  out.rule = rule;
  out.rule.gate = gate_;
  out.rule.budget = budget;
  out.loop.resize(T);
  out.expectedDepth.resize(T);
  out.depthEntropy.resize(T);
  out.topId.resize(T);
  out.histogram.assign(R, 0);
  std::int64_t total = 0;
  for (int t = 0; t < T; ++t) {
    const std::size_t i = t;
    const double* survival = survival_.data() + trace.at(t, 0);
    // Loops that a token did not run cannot be read: the last one that it ran takes the remainder.
    const int loops = std::min(budget, c.loopsRun[i]);
    const double rest = loops > 1 ? survival[loops - 2] : 1;
    const std::size_t last = trace.at(t, std::max(0, loops - 2));
    const double depth = (loops > 1 ? depthSum_[last] : 0) + loops * rest;
    double entropy = loops > 1 ? entropySum_[last] : 0;
    if (rest > 0 || std::isnan(rest)) entropy -= rest * std::log(rest);
    out.expectedDepth[i] = gated_ ? depth : kNaN;
    out.depthEntropy[i] = gated_ ? entropy : kNaN;
    const int loop = firstReaching(rule.q, loops, [&](int r) { return survival[r]; });
    out.loop[i] = loop;
    out.topId[i] = c.topkId[trace.at(t, loop) * K];
    ++out.histogram[loop];
    total += loop + 1;
  }
  out.meanLoops = static_cast<double>(total) / T;

  // Only a greedy run tells what another depth would have drawn. A token that a person put in its
  // place says nothing about the depth.
  const auto given = [&](int token) {
    const auto& events = trace.info().events;
    return std::any_of(events.begin(), events.end(), [&](const RunEvent& event) {
      return event.token == token && event.what == RunEvent::What::Branch;
    });
  };
  if (trace.info().sampling.temperature == 0)
    for (int t = std::max(0, trace.info().promptTokens - 1); t + 1 < T && out.firstBranch < 0; ++t)
      if (out.topId[t] >= 0 && out.topId[t] != c.tokenId[t + 1] && !given(t + 1))
        out.firstBranch = t + 1;
  return out;
}

int unknownExits(const Trace& trace, const Readout& read) {
  int unknown = 0;
  for (int t = 0; t < trace.tokens(); ++t) unknown += exitKnown(trace, read, t) ? 0 : 1;
  return unknown;
}

Readout readout(const Trace& trace, const ReadoutRule& rule) {
  return ReadoutTables(trace, rule.gate).read(trace, rule);
}

ReadoutRule ruleOfRun(const Trace& trace) {
  const TraceInfo& info = trace.info();
  return {0, info.budget > 0 ? info.budget : trace.loops(), info.exitThreshold};
}

}  // namespace ouroscope
