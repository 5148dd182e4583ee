// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/GateAudit.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/analysis/ExitAnalysis.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {

Spread spreadOf(std::vector<double> values) {
  std::erase_if(values, [](double v) { return std::isnan(v); });
  if (values.empty()) return {0, kNaN, kNaN, kNaN, kNaN};
  Spread s;
  s.count = intSize(values);
  for (const double v : values) s.mean += v;
  s.mean /= s.count;
  s.lower = quantile(values, 0.25);
  s.median = quantile(values, 0.5);
  s.upper = quantile(values, 0.75);
  return s;
}

GateAverages gateAverages(const Trace& trace, int gate) {
  const std::vector<float> logits = trace.gateLogits(gate);
  const std::size_t R = trace.loops();
  std::vector<std::vector<double>> lambda(R), p(R), cdf(R);
  std::vector<double> entropy, depth;
  GateAverages out;
  out.tokens = trace.tokens();
  for (int t = 0; t < trace.tokens(); ++t) {
    const std::size_t run = trace.columns().loopsRun[t];
    const ExitDistribution d = exitDistribution(std::span(logits).subspan(trace.at(t, 0), run));
    if (!d.valid) {
      ++out.invalid;
      continue;
    }
    for (std::size_t r = 0; r < run; ++r) {
      lambda[r].push_back(d.lambda[r]);
      p[r].push_back(d.p[r]);
      cdf[r].push_back(d.cdf[r]);
    }
    entropy.push_back(d.entropy);
    depth.push_back(d.expectedDepth);
  }
  for (std::size_t r = 0; r < R; ++r) {
    out.lambda.push_back(spreadOf(std::move(lambda[r])));
    out.p.push_back(spreadOf(std::move(p[r])));
    out.cdf.push_back(spreadOf(std::move(cdf[r])));
  }
  out.entropy = spreadOf(std::move(entropy));
  out.expectedDepth = spreadOf(std::move(depth));
  return out;
}

}  // namespace ouroscope
