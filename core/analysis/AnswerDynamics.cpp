// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AnswerDynamics.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr DynamicsFilterInfo kFilters[] = {
    {DynamicsFilter::RightThenLost, "right-then-lost", "Right, then lost"},
    {DynamicsFilter::Hurt, "hurt", "Better 0.1 nats or more at an earlier loop"},
    {DynamicsFilter::LateCommit, "late-commit", "Answer first at the last loop"},
    {DynamicsFilter::OnlyLastRight, "only-last-right", "Right at the last loop only"},
    {DynamicsFilter::NeverRight, "never-right", "Never right"},
    {DynamicsFilter::ManyFlips, "many-flips", "Two flips or more"},
    {DynamicsFilter::AnyFlip, "any-flip", "Any flip"},
};

constexpr double kHurtNats = 0.1;

/// A loop whose logits are not numbers has no best word.
bool allBestKnown(const Trace& trace, int token) {
  for (int r = 0; r < trace.columns().loopsRun[token]; ++r)
    if (trace.columns().topkId[trace.at(token, r) * trace.topK()] < 0) return false;
  return true;
}

bool matches(const Trace& trace, const AnswerDynamics& d, DynamicsFilter filter, std::size_t t) {
  const int last = trace.columns().loopsRun[t] - 1;
  if (last < 1) return false;
  switch (filter) {
    case DynamicsFilter::RightThenLost:
      return d.rightThenLost[t];
    case DynamicsFilter::Hurt:
      return overthinkingNats(trace, t) >= kHurtNats;
    case DynamicsFilter::LateCommit:
      return d.firstCommit[t] == last;
    case DynamicsFilter::OnlyLastRight:
      return d.firstRight[t] == last;
    case DynamicsFilter::NeverRight:
      return d.firstRight[t] < 0 && t + 1 < trace.columns().tokenId.size() &&
             allBestKnown(trace, t);
    case DynamicsFilter::ManyFlips:
      return d.flips[t] >= 2;
    case DynamicsFilter::AnyFlip:
      return d.flips[t] >= 1;
  }
  return false;
}

}  // namespace

AnswerDynamics answerDynamics(const Trace& trace) {
  const std::size_t T = trace.tokens();
  const TraceColumns& c = trace.columns();
  AnswerDynamics out;
  out.firstCommit.assign(T, -1);
  out.lastFlip.assign(T, -1);
  out.flips.assign(T, 0);
  out.firstRight.assign(T, -1);
  out.rightThenLost.assign(T, false);
  for (std::size_t t = 0; t < T; ++t) {
    const int token = t, loops = c.loopsRun[t];
    const auto best = [&](int r) { return c.topkId[trace.at(token, r) * trace.topK()]; };
    const std::int32_t last = best(loops - 1);
    const bool known = t + 1 < T;
    for (int r = 0; r < loops; ++r) {
      if (best(r) < 0) continue;
      if (out.firstCommit[t] < 0 && best(r) == last) out.firstCommit[t] = r;
      if (r > 0 && best(r - 1) >= 0 && best(r) != best(r - 1)) {
        out.lastFlip[t] = r;
        ++out.flips[t];
      }
      if (known && out.firstRight[t] < 0 && best(r) == c.tokenId[t + 1]) out.firstRight[t] = r;
    }
    out.rightThenLost[t] = out.firstRight[t] >= 0 && last >= 0 && last != c.tokenId[t + 1];
  }
  return out;
}

std::vector<float> answerStates(const Trace& trace) {
  const TraceColumns& c = trace.columns();
  const std::size_t K = trace.topK();
  std::vector<float> out(c.kl.size(), kNaN);
  for (int t = 0; t + 1 < trace.tokens(); ++t) {
    const std::size_t i = t;
    const std::int32_t last = c.topkId[trace.at(t, c.loopsRun[i] - 1) * K], next = c.tokenId[i + 1];
    for (int r = 0; r < c.loopsRun[i]; ++r) {
      const std::int32_t best = c.topkId[trace.at(t, r) * K];
      if (best < 0 || last < 0) continue;
      const AnswerState state =
          best == last   ? (best == next ? AnswerState::RightAndFinal : AnswerState::WrongAndFinal)
          : best == next ? AnswerState::RightThenLost
                         : AnswerState::WrongAndOther;
      out[trace.at(t, r)] = static_cast<float>(state);
    }
  }
  return out;
}

std::span<const DynamicsFilterInfo> dynamicsFilters() {
  return kFilters;
}

std::vector<int> tokensWith(const Trace& trace, const AnswerDynamics& dynamics,
                            DynamicsFilter filter) {
  std::vector<int> out;
  for (int t = 0; t < trace.tokens(); ++t)
    if (matches(trace, dynamics, filter, t)) out.push_back(t);
  return out;
}

double overthinkingNats(const Trace& trace, int token) {
  const float* logprob = trace.columns().logprob.data() + trace.at(token, 0);
  const int run = trace.columns().loopsRun[token];
  double best = logprob[run - 1];
  if (std::isnan(best)) return best;
  const double last = best;
  for (int r = 0; r < run; ++r) best = std::max<double>(best, logprob[r]);
  return best - last;
}

LoopAblation loopAblation(const Trace& trace, double tolerance, const std::vector<bool>& include) {
  const int T = trace.tokens(), R = trace.loops();
  const TraceColumns& c = trace.columns();
  const auto best = [&](int t, int r) { return c.topkId[trace.at(t, r) * trace.topK()]; };
  LoopAblation out;
  double bestNll = std::numeric_limits<double>::infinity();
  for (int r = 0; r < R; ++r) {
    LoopAblationRow row;
    row.loop = r;
    double nll = 0, gain = 0;
    int counted = 0;
    for (int t = 0; t + 1 < T; ++t) {
      if (!include.empty() && !include[t]) continue;
      // A comparison between loops needs tokens that ran all of them, with numbers at each.
      if (c.loopsRun[t] < R) continue;
      const float* logprob = c.logprob.data() + trace.at(t, 0);
      if (std::any_of(logprob, logprob + R, [](float v) { return std::isnan(v); })) continue;
      const double now = -logprob[r];
      ++counted;
      nll += now;
      if (r == 0) continue;
      const double fall = -c.logprob[trace.at(t, r - 1)] - now;
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
      const std::int32_t next = c.tokenId[t + 1];
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
