// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AnswerChange.h"

#include <algorithm>

#include "core/analysis/Answer.h"

namespace ouroscope {

AnswerChange answerChange(const Trace& trace, const Readout& read) {
  AnswerChange change;
  if (trace.topK() < 1 || trace.tokens() < 1) return change;
  const TraceColumns& c = trace.columns();
  change.token = std::max(0, answerToken(trace));
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
