// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/OperatingCurve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ouroscope {
namespace {

/// What reading every token at every loop would give; a point of the curve picks one loop per
/// token.
struct Qualities {
  int T, R;
  std::vector<double> nll, kl;  ///< [T,R]; NaN where there is no next token
  std::vector<char> agrees;     ///< [T,R]
  std::vector<int> deepest;     ///< [T] last loop run

  explicit Qualities(const Trace& trace) : T(trace.tokens()), R(trace.loops()) {
    const TraceColumns& c = trace.columns();
    const std::size_t K = static_cast<std::size_t>(trace.topK());
    nll.resize(c.logprob.size());
    kl.resize(c.kl.size());
    agrees.resize(c.kl.size());
    for (int t = 0; t < T; ++t) {
      deepest.push_back(c.loopsRun[static_cast<std::size_t>(t)] - 1);
      const std::int32_t last = c.topkId[trace.at(t, deepest.back()) * K];
      for (int r = 0; r < R; ++r) {
        const std::size_t at = trace.at(t, std::min(r, deepest.back()));
        const std::size_t cell = trace.at(t, r);
        nll[cell] = -static_cast<double>(c.logprob[at]);
        kl[cell] = static_cast<double>(c.kl[at]);
        agrees[cell] = c.topkId[at * K] == last;
      }
    }
  }

  /// @param weight of reading token t at loop r; the weights of a token sum to 1.
  template <class Weight>
  OperatingPoint point(double setting, const Weight& weight) const {
    OperatingPoint p;
    p.setting = setting;
    int known = 0;
    for (int t = 0; t < T; ++t) {
      const std::size_t base = static_cast<std::size_t>(t) * static_cast<std::size_t>(R);
      const bool hasNext = !std::isnan(nll[base]);
      known += hasNext;
      for (int r = 0; r < R; ++r) {
        const double w = weight(t, r);
        if (w == 0) continue;
        const std::size_t cell = base + static_cast<std::size_t>(r);
        p.meanLoops += w * (std::min(r, deepest[static_cast<std::size_t>(t)]) + 1);
        p.agreement += w * agrees[cell];
        p.kl += w * kl[cell];
        if (hasNext) p.nll += w * nll[cell];
      }
    }
    p.meanLoops /= T;
    p.agreement /= T;
    p.kl /= T;
    p.nll = known ? p.nll / known : std::numeric_limits<double>::quiet_NaN();
    return p;
  }
};

}  // namespace

OperatingCurve operatingCurve(const Trace& trace, int gate, int points) {
  const Qualities q(trace);
  const int T = q.T, R = q.R;
  const std::vector<float> gates = trace.gateLogits(gate);
  OperatingCurve curve;

  std::vector<int> loop(static_cast<std::size_t>(T));
  const auto chosen = [&](int t, int r) {
    return loop[static_cast<std::size_t>(t)] == r ? 1.0 : 0.0;
  };
  for (int i = 0; i < points; ++i) {
    const double threshold = points > 1 ? static_cast<double>(i) / (points - 1) : 1.0;
    std::vector<double> share(static_cast<std::size_t>(R), 0.0);
    for (int t = 0; t < T; ++t) {
      const int run = q.deepest[static_cast<std::size_t>(t)] + 1;
      loop[static_cast<std::size_t>(t)] = exitLoop(
          std::span(gates).subspan(trace.at(t, 0), static_cast<std::size_t>(run)), threshold);
      share[static_cast<std::size_t>(loop[static_cast<std::size_t>(t)])] += 1.0 / T;
    }
    curve.gate.push_back(q.point(threshold, chosen));
    // The same exit loops dealt to tokens at random: every token reads loop r with the share of
    // loop r.
    curve.random.push_back(
        q.point(threshold, [&](int, int r) { return share[static_cast<std::size_t>(r)]; }));
  }
  for (int budget = 1; budget <= R; ++budget) {
    std::fill(loop.begin(), loop.end(), budget - 1);
    curve.uniform.push_back(q.point(budget, chosen));
  }
  for (const double tolerance :
       {0.0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0}) {
    for (int t = 0; t < T; ++t) {
      const double* nll = q.nll.data() + trace.at(t, 0);
      const int run = q.deepest[static_cast<std::size_t>(t)] + 1;
      int first = run - 1;
      const double best = *std::min_element(nll, nll + run);
      for (int r = run - 1; r >= 0; --r)
        if (nll[r] <= best + tolerance)
          first = r;  // a NaN compares false: without a next token the oracle reads the last loop
      loop[static_cast<std::size_t>(t)] = first;
    }
    curve.oracle.push_back(q.point(tolerance, chosen));
  }
  return curve;
}

}  // namespace ouroscope
