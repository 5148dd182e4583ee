// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/OperatingCurve.h"
#include "core/record/ExitRule.h"
#include "core/support/Numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ouroscope {
namespace {

constexpr int kOracleStepsPerLoop = 20;

/// q of grid point i.
double thresholdAt(int i, int points) {
  return points > 1 ? 1.0 * i / (points - 1) : 1.0;
}

/// How many grid thresholds a CDF value reaches: those with q <= cdf and q < 1.
int reached(double cdf, int points) {
  int i = std::clamp(static_cast<int>(cdf * (points - 1)), 0, points - 1);
  // The product may have been rounded across a grid point: the comparison itself decides.
  while (i > 0 && thresholdAt(i, points) > cdf) --i;
  while (i + 1 < points && thresholdAt(i + 1, points) <= cdf) ++i;
  while (i >= 0 && thresholdAt(i, points) >= 1) --i;
  return i >= 0 && thresholdAt(i, points) <= cdf ? i + 1 : 0;
}

/// A token's exit loop only rises with q, so a sweep over q is one difference array: every token
/// adds and removes a reading at the few thresholds where its exit loop changes.
struct Sweep {
  const ReadingQuality& q;
  int points;
  std::vector<QualitySums> change;           ///< [points + 1]
  std::vector<std::vector<int>> loopChange;  ///< [R][points + 1] tokens per exit loop
  std::vector<int> rerunFrom;                ///< [points + 1]

  Sweep(const ReadingQuality& quality, int n)
      : q(quality),
        points(n),
        change(n + 1),
        loopChange(quality.loops, std::vector<int>(n + 1)),
        rerunFrom(n + 1) {}

  /// Token read at `loop` for thresholds [from, to).
  void read(int token, int loop, int from, int to) {
    if (to <= from) return;
    change[from].add(q, token, loop);
    change[to].add(q, token, loop, -1);
    ++loopChange[loop][from];
    --loopChange[loop][to];
  }

  void token(int t, const float* gates, int budget) {
    const int run = q.deepest[t] + 1, limit = std::min(budget, run);
    double survival = 1;
    int from = 0;
    for (int r = 0; r < limit; ++r) {
      survival *= 1 - exitProbability(gates[r]);
      const int to = std::isnan(survival) ? from : reached(1 - survival, points);
      if (r + 1 < limit) {
        read(t, r, from, to);
        from = std::max(from, to);
        if (!std::isnan(survival)) continue;
      }
      read(t, limit - 1, from, points);
      // It stopped for good at its last loop; a higher q would have run on, but nothing is recorded
      // there.
      if (run < budget) ++rerunFrom[std::max(from, to)];
      return;
    }
  }
};

}  // namespace

double OracleFrontier::at(double loops) const {
  if (meanLoops.empty() || !(loops >= meanLoops.front() - 1e-9)) return kNaN;
  const auto above = std::upper_bound(meanLoops.begin(), meanLoops.end(), loops);
  if (above == meanLoops.end()) return value.back();
  if (above == meanLoops.begin()) return value.front();
  const std::size_t i = above - meanLoops.begin();
  const double share = (loops - meanLoops[i - 1]) / (meanLoops[i] - meanLoops[i - 1]);
  return value[i - 1] + share * (value[i] - value[i - 1]);
}

OracleFrontier oracleFrontier(const ReadingQuality& q, Quality judgedBy) {
  struct Step {
    double slope;  ///< cost a loop, negative
    double cost;
    int loops;
  };
  const auto known = [&](std::size_t t) {
    return judgedBy == Quality::Agreement ? q.compared[t] != 0
           : judgedBy == Quality::Nll     ? q.scored[t] != 0
                                          : q.klKnown[t] != 0;
  };
  const auto cost = [&](std::size_t cell) {
    return judgedBy == Quality::Agreement ? 1.0 - q.agrees[cell]
           : judgedBy == Quality::Nll     ? static_cast<double>(q.nll[cell])
                                          : static_cast<double>(q.kl[cell]);
  };
  const int n = q.tokensOf(judgedBy);
  OracleFrontier frontier;
  if (n == 0) return frontier;
  std::vector<Step> steps;
  double total = 0;
  for (int t = 0; t < q.tokens; ++t) {
    if (!known(t)) continue;
    const int last = q.deepest[t];
    total += cost(q.at(t, 0));
    // The falling lower hull of the token's costs: what it gains by each further purchase of depth.
    for (int from = 0; from < last;) {
      Step best{0, 0, 0};
      for (int to = from + 1; to <= last; ++to) {
        const double change = cost(q.at(t, to)) - cost(q.at(t, from)), slope = change / (to - from);
        if (slope < best.slope) best = {slope, change, to - from};
      }
      if (best.loops == 0) break;
      steps.push_back(best);
      from += best.loops;
    }
  }
  std::sort(steps.begin(), steps.end(),
            [](const Step& a, const Step& b) { return a.slope < b.slope; });
  frontier.meanLoops.push_back(1);
  frontier.value.push_back(total / n);
  std::int64_t loops = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    loops += steps[i].loops;
    total += steps[i].cost;
    if (i + 1 < steps.size() && steps[i + 1].slope == steps[i].slope) continue;  // no corner
    frontier.meanLoops.push_back(1 + 1.0 * loops / q.tokens);
    frontier.value.push_back(total / n);
  }
  return frontier;
}

OperatingCurve operatingCurve(const ReadingQuality& q, std::span<const float> gateLogits,
                              int budget, int points) {
  const int T = q.tokens, R = q.loops;
  budget = budget <= 0 ? R : std::min(budget, R);
  OperatingCurve curve;

  std::vector<int> loop(T);
  for (int b = 1; b <= R; ++b) {
    std::fill(loop.begin(), loop.end(), b - 1);
    curve.uniform.push_back(q.point(loop, b));
    for (const int deepest : q.deepest) curve.uniform.back().needRerun += deepest + 1 < b;
  }

  if (gateLogits.empty()) points = 0;
  Sweep sweep(q, points);
  for (int t = 0; t < T && points > 0; ++t) sweep.token(t, gateLogits.data() + q.at(t, 0), budget);
  QualitySums sums;
  std::vector<int> tokensAt(R);
  int rerun = 0;
  for (int i = 0; i < points; ++i) {
    const std::size_t at = i;
    sums += sweep.change[at];
    rerun += sweep.rerunFrom[at];
    OperatingPoint gate = sums.mean(q, thresholdAt(i, points));
    gate.needRerun = rerun;
    curve.gate.push_back(gate);
    // The same exit loops dealt to tokens at random: every token reads loop r with r's share.
    OperatingPoint random{gate.setting, 0, 0, 0, 0, rerun};
    for (int r = 0; r < R; ++r) {
      const std::size_t l = r;
      tokensAt[l] += sweep.loopChange[l][at];
      const double share = 1.0 * tokensAt[l] / T;
      if (share == 0) continue;
      random.meanLoops += share * curve.uniform[l].meanLoops;
      random.agreement += share * curve.uniform[l].agreement;
      random.nll += share * curve.uniform[l].nll;
      random.kl += share * curve.uniform[l].kl;
    }
    curve.random.push_back(random);
  }

  curve.bestAgreement = oracleFrontier(q, Quality::Agreement);
  curve.bestNll = oracleFrontier(q, Quality::Nll);
  curve.bestKl = oracleFrontier(q, Quality::Kl);
  const int steps = (R - 1) * kOracleStepsPerLoop;
  for (int i = 0; i <= steps; ++i) {
    const double loops = 1 + 1.0 * i / kOracleStepsPerLoop;
    curve.oracle.push_back({loops, loops, 1 - curve.bestAgreement.at(loops),
                            curve.bestNll.at(loops), curve.bestKl.at(loops), 0});
  }
  return curve;
}

OperatingCurve operatingCurve(const Trace& trace, int gate, int points) {
  std::vector<float> gates;
  if (gate != 0 || trace.info().gated) gates = trace.gateLogits(gate);
  return operatingCurve(ReadingQuality(trace), gates, 0, points);
}

OperatingPoint readingPoint(const ReadingQuality& quality, const Readout& readout) {
  return quality.point(readout.loop, readout.rule.q);
}

MeasuredRun measuredRun(const Trace& trace) {
  MeasuredRun run;
  run.measured = trace.info().kvPolicy != "full";
  const TraceColumns& c = trace.columns();
  double nll = 0, loops = 0, generatedLoops = 0;
  int scored = 0;
  for (int t = 0; t < trace.tokens(); ++t) {
    const int ran = c.loopsRun[t];
    loops += ran;
    if (trace.generated(t)) generatedLoops += ran;
    const float logprob = c.logprob[trace.at(t, ran - 1)];
    if (!std::isfinite(logprob)) continue;
    nll -= logprob;
    ++scored;
  }
  const int generated = trace.tokens() - trace.info().promptTokens;
  run.meanLoops = loops / trace.tokens();
  run.meanLoopsGenerated = generated > 0 ? generatedLoops / generated : kNaN;
  run.nll = scored ? nll / scored : kNaN;
  return run;
}

double thresholdFor(std::span<const OperatingPoint> gate, double meanLoops, double current) {
  double best = current, distance = std::numeric_limits<double>::infinity();
  for (const OperatingPoint& p : gate) {
    const double d = std::abs(p.meanLoops - meanLoops);
    const bool nearer = d < distance - 1e-9;
    const bool tied =
        !nearer && d < distance + 1e-9 && std::abs(p.setting - current) < std::abs(best - current);
    if (nearer || tied) best = p.setting;
    distance = std::min(distance, d);
  }
  return best;
}

}  // namespace ouroscope
