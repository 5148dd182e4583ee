// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LoopFindings.h"

#include <algorithm>

#include "core/analysis/Measures.h"
#include "core/analysis/ReadingQuality.h"
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
  for (int t = 0; t < T && trace.topK() > 0; ++t) {
    const int loops = c.loopsRun[t];
    const auto best = [&](int r) { return c.topkId[trace.at(t, r) * trace.topK()]; };
    out.scored += t + 1 < T && loops > 1;
    for (int r = 1; r < loops; ++r) {
      if (best(r) < 0 || best(r - 1) < 0) continue;
      ++out.ran[r];
      out.changed[r] += best(r) != best(r - 1);
    }
  }
  const ReadingQuality quality(trace);
  out.compared = quality.comparedTokens;
  for (int r = 0; r < R; ++r)
    out.settled.push_back(quality.point(std::vector<int>(T, r), r).agreement);
  out.ablation = loopAblation(trace);
  out.step = loopSpread(measureMatrix(trace, measure("relative-step")), R);
  return out;
}

double settledAtRandom(const LoopFindings& findings, const Readout& read) {
  double share = 0;
  for (std::size_t r = 0; r < read.histogram.size(); ++r)
    share += read.histogram[r] * findings.settled[r];
  return read.loop.empty() ? kNaN : share / read.loop.size();
}

}  // namespace ouroscope
