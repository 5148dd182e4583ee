// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CandidateMargins.h"

#include <cmath>
#include <span>

namespace ouroscope {
namespace {

struct Leaders {
  int first = -1, second = -1;
};

/// The two best candidates; the lower index first where they are equal.
Leaders leadersOf(std::span<const float> logprobs) {
  Leaders out;
  for (int m = 0; m < intSize(logprobs); ++m) {
    if (std::isnan(logprobs[m])) return {};
    if (out.first < 0 || logprobs[m] > logprobs[out.first])
      out = {m, out.first};
    else if (out.second < 0 || logprobs[m] > logprobs[out.second])
      out.second = m;
  }
  return out;
}

}  // namespace

CandidateMargins candidateMargins(const Trace& trace) {
  CandidateMargins out;
  const int R = trace.loops(), T = trace.tokens(), M = intSize(trace.info().tracked);
  if (M < 2) return out;
  const std::size_t cells = std::size_t{1} * T * R;
  out.leader.assign(cells, -1);
  for (auto* column : {&out.margin, &out.gap, &out.update}) column->assign(cells, kAbsentNumber);
  out.holdsFrom.assign(T, -1);
  const auto at = [&](int token, int loop) {
    return std::span(trace.columns().trackedLogprob).subspan(trace.at(token, loop) * M, M);
  };
  for (int t = 0; t < T; ++t) {
    const int run = trace.columns().loopsRun[t];
    const Leaders last = leadersOf(at(t, run - 1));
    for (int r = 0; r < run; ++r) {
      const std::size_t cell = trace.at(t, r);
      const auto words = at(t, r);
      const Leaders now = leadersOf(words);
      if (now.first >= 0) {
        out.leader[cell] = now.first;
        out.margin[cell] = words[now.first] - words[now.second];
      }
      if (last.first < 0 || now.first < 0) continue;
      out.gap[cell] = words[last.first] - words[last.second];
      if (r > 0) out.update[cell] = out.gap[cell] - out.gap[cell - 1];
    }
    if (last.first < 0) continue;
    int from = run - 1;
    while (from > 0 && out.leader[trace.at(t, from - 1)] == last.first) --from;
    out.holdsFrom[t] = from;
  }
  return out;
}

}  // namespace ouroscope
