// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LoopFindings.h"

#include <algorithm>

#include "core/analysis/Measures.h"
#include "core/support/Numbers.h"

namespace ouroscope {

int LoopFindings::mostChanging() const {
  const auto most = std::ranges::max_element(changed);
  return most == changed.end() || *most == 0 ? -1 : static_cast<int>(most - changed.begin());
}

LoopFindings loopFindings(const Trace& trace) {
  const TraceColumns& c = trace.columns();
  const int R = trace.loops(), T = trace.tokens();
  LoopFindings out;
  out.changed.assign(R, 0);
  out.ran.assign(R, 0);
  std::vector<int> settled(R, 0);
  for (int t = 0; t < T && trace.topK() > 0; ++t) {
    const int loops = c.loopsRun[t];
    const auto best = [&](int r) { return c.topkId[trace.at(t, r) * trace.topK()]; };
    const std::int32_t last = best(loops - 1);
    out.scored += t + 1 < T && loops > 1;
    bool all = last >= 0;
    for (int r = 0; r < loops; ++r) {
      all &= best(r) >= 0;
      if (r == 0 || best(r) < 0 || best(r - 1) < 0) continue;
      ++out.ran[r];
      out.changed[r] += best(r) != best(r - 1);
    }
    if (!all) continue;
    ++out.compared;
    for (int r = 0; r < R; ++r) settled[r] += r >= loops || best(r) == last;
  }
  for (const int count : settled)
    out.settled.push_back(out.compared ? double(count) / out.compared : kNaN);
  out.ablation = loopAblation(trace);
  std::vector<float> steps = c.stepNorm;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool first = i % R == 0;  // it starts from the embedding, which is on another scale
    steps[i] = !first && c.stateNorm[i] > 0 ? steps[i] / c.stateNorm[i] : kAbsentNumber;
  }
  out.step = loopSpread(steps, R);
  return out;
}

double settledAtRandom(const LoopFindings& findings, const Readout& read) {
  double share = 0;
  for (std::size_t r = 0; r < read.histogram.size(); ++r)
    share += read.histogram[r] * findings.settled[r];
  return read.loop.empty() ? kNaN : share / read.loop.size();
}

}  // namespace ouroscope
