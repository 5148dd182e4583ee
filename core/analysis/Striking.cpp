// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Striking.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/AnswerDynamics.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// The token with the greatest value above `floor` (exclusive); NaN does not count.
template <class Value>
void addBest(std::vector<StrikingToken>& out, Strike strike, int tokens, double floor,
             Value value) {
  StrikingToken best{strike, -1, floor};
  bool named = false;
  const auto wasNamed = [&](int t) {
    return std::any_of(out.begin(), out.end(), [t](const auto& s) { return s.token == t; });
  };
  for (int t = 0; t < tokens; ++t) {
    const double v = value(t);
    if (!(v > best.value) && !(named && v == best.value && !wasNamed(t))) continue;
    best.token = t;
    best.value = v;
    named = wasNamed(t);
  }
  if (best.token >= 0) out.push_back(best);
}

/// How much of the next token's log-probability a token loses from its best loop to its last.
double lostNats(const Trace& trace, int token, int loops) {
  const auto& logprob = trace.columns().logprob;
  double best = -std::numeric_limits<double>::infinity();
  for (int r = 0; r < loops; ++r) best = std::max<double>(best, logprob[trace.at(token, r)]);
  return best - logprob[trace.at(token, loops - 1)];
}

}  // namespace

std::vector<StrikingToken> strikingTokens(const Trace& trace, const Readout& readout) {
  const int T = trace.tokens();
  const TraceColumns& c = trace.columns();
  const AnswerDynamics dynamics = answerDynamics(trace);
  const auto i = [](int t) { return static_cast<std::size_t>(t); };
  std::vector<StrikingToken> out;
  if (trace.loops() == 1) return out;
  addBest(out, Strike::Deepest, T, 1.0,
          [&](int t) { return static_cast<double>(readout.expectedDepth[i(t)]); });
  addBest(out, Strike::MostFlips, T, 0.0,
          [&](int t) { return static_cast<double>(dynamics.flips[i(t)]); });
  addBest(out, Strike::RightThenLost, T, -1.0, [&](int t) {
    return dynamics.rightThenLost[i(t)] ? lostNats(trace, t, c.loopsRun[i(t)]) : kNaN;
  });
  addBest(out, Strike::LateChange, T, 0.0, [&](int t) {
    const int run = c.loopsRun[i(t)];
    return run < 2 ? kNaN : static_cast<double>(c.kl[trace.at(t, run - 2)]);
  });
  addBest(out, Strike::LatestCommit, T, 1.0,
          [&](int t) { return dynamics.firstCommit[i(t)] + 1.0; });
  return out;
}

int deepLoop(const Readout& readout) {
  std::vector<int> sorted = readout.loop;
  if (sorted.empty()) return -1;
  std::sort(sorted.begin(), sorted.end());
  return std::max(sorted[sorted.size() * 3 / 4], sorted.front() + 1);
}

int nextDeepToken(const Readout& readout, int token, int direction) {
  const int deep = deepLoop(readout);
  for (int t = token + direction; t >= 0 && t < std::ssize(readout.loop); t += direction)
    if (readout.loop[t] >= deep) return t;
  return -1;
}

}  // namespace ouroscope
