// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AnswerChange.h"

#include <algorithm>

namespace ouroscope {

AnswerChange answerChange(const Trace& trace, const Readout& read) {
  AnswerChange change;
  if (trace.topK() < 1 || trace.tokens() < 1) return change;
  const TraceColumns& c = trace.columns();
  change.token = std::clamp(trace.info().promptTokens - 1, 0, trace.tokens() - 1);
  for (int t = 0; t < trace.tokens(); ++t) {
    const std::int32_t now = read.topId[t];
    const std::int32_t full = c.topkId[trace.at(t, c.loopsRun[t] - 1) * trace.topK()];
    if (t == change.token) {
      change.now = now;
      change.full = full;
    }
    if (now < 0 || full < 0) continue;
    ++change.compared;
    change.changed += now != full;
  }
  return change;
}

}  // namespace ouroscope
