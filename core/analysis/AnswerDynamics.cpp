// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AnswerDynamics.h"

#include <cmath>
#include <limits>

namespace ouroscope {

AnswerDynamics answerDynamics(const Trace& trace) {
  const auto T = static_cast<std::size_t>(trace.tokens());
  const TraceColumns& c = trace.columns();
  AnswerDynamics out;
  out.firstCommit.assign(T, -1);
  out.lastFlip.assign(T, -1);
  out.flips.assign(T, 0);
  out.firstRight.assign(T, -1);
  out.rightThenLost.assign(T, false);
  for (std::size_t t = 0; t < T; ++t) {
    const int token = static_cast<int>(t), loops = c.loopsRun[t];
    const auto best = [&](int r) {
      return c.topkId[trace.at(token, r) * static_cast<std::size_t>(trace.topK())];
    };
    const std::int32_t last = best(loops - 1);
    const bool known = t + 1 < T;
    for (int r = 0; r < loops; ++r) {
      if (out.firstCommit[t] < 0 && best(r) == last) out.firstCommit[t] = r;
      if (r > 0 && best(r) != best(r - 1)) {
        out.lastFlip[t] = r;
        ++out.flips[t];
      }
      if (known && out.firstRight[t] < 0 && best(r) == c.tokenId[t + 1]) out.firstRight[t] = r;
    }
    out.rightThenLost[t] = out.firstRight[t] >= 0 && last != c.tokenId[t + 1];
  }
  return out;
}

LoopAblation loopAblation(const Trace& trace, double tolerance, const std::vector<bool>& include) {
  const int T = trace.tokens(), R = trace.loops();
  const TraceColumns& c = trace.columns();
  const auto best = [&](int t, int r) {
    return c.topkId[trace.at(t, r) * static_cast<std::size_t>(trace.topK())];
  };
  LoopAblation out;
  double bestNll = std::numeric_limits<double>::infinity();
  for (int r = 0; r < R; ++r) {
    LoopAblationRow row;
    row.loop = r;
    double nll = 0, gain = 0;
    int counted = 0;
    for (int t = 0; t + 1 < T; ++t) {
      if (!include.empty() && !include[static_cast<std::size_t>(t)]) continue;
      // A comparison between loops needs tokens that ran all of them.
      if (c.loopsRun[static_cast<std::size_t>(t)] < R) continue;
      const double now = -static_cast<double>(c.logprob[trace.at(t, r)]);
      if (std::isnan(now)) continue;
      ++counted;
      nll += now;
      if (r == 0) continue;
      const double fall = -static_cast<double>(c.logprob[trace.at(t, r - 1)]) - now;
      gain += fall;
      if (fall > tolerance) {
        ++row.helped;
        row.helpedNats += fall;
      } else if (fall < -tolerance) {
        ++row.hurt;
        row.hurtNats -= fall;
      } else {
        ++row.unchanged;
      }
      const std::int32_t next = c.tokenId[static_cast<std::size_t>(t + 1)];
      const bool before = best(t, r - 1) == next, after = best(t, r) == next;
      row.madeRight += !before && after;
      row.madeWrong += before && !after;
    }
    row.meanGainNats = counted ? gain / counted : 0;
    if (r > 0) out.rows.push_back(row);
    if (counted && nll / counted < bestNll) {
      bestNll = nll / counted;
      out.bestLoop = r;
    }
  }
  return out;
}

}  // namespace ouroscope
