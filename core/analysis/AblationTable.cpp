// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AblationTable.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/analysis/TraceSummary.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"
#include "core/support/SplitMix.h"

namespace ouroscope {
namespace {

constexpr double kEdges[] = {0.1, 1.0, 3.0};
constexpr AblationByInfo kGroupings[] = {
    {AblationBy::None, "all", "All tokens"},
    {AblationBy::Word, "word", "Kind of token"},
    {AblationBy::Source, "source", "Prompt or generated"},
    {AblationBy::FirstLoopLoss, "first-loss", "Difficulty at loop 1"},
    {AblationBy::LastLoopLoss, "last-loss", "Difficulty at the last loop"},
};

/// Tokens that can be compared between loops, and their losses row by row.
struct Losses {
  std::vector<int> token;
  std::vector<float> rows;  ///< [n,R]
};

Losses lossesOf(const Trace& trace) {
  const TraceColumns& c = trace.columns();
  const int R = trace.loops();
  Losses out;
  for (int t = 0; t + 1 < trace.tokens(); ++t) {
    const float* logprob = c.logprob.data() + trace.at(t, 0);
    if (c.loopsRun[t] < R) continue;
    if (std::any_of(logprob, logprob + R, [](float v) { return std::isnan(v); })) continue;
    out.token.push_back(t);
    for (int r = 0; r < R; ++r) out.rows.push_back(-logprob[r]);
  }
  return out;
}

/// Order and name of a token's group.
std::pair<int, std::string> groupOf(const Trace& trace, int token, AblationBy by) {
  if (by == AblationBy::Word) return {0, tokenGroup(trace, token, Grouping::Word)};
  if (by == AblationBy::Source) {
    const bool generated = trace.generated(token);
    return {generated, generated ? "generated" : "prompt"};
  }
  const int loop = by == AblationBy::FirstLoopLoss ? 0 : trace.loops() - 1;
  const double loss = -trace.columns().logprob[trace.at(token, loop)];
  int bin = 0;
  while (bin < intSize(kEdges) && loss >= kEdges[bin]) ++bin;
  static const char* names[] = {"0-0.1", "0.1-1", "1-3", "3-"};
  return {bin, names[bin]};
}

class Draws {
 public:
  std::size_t below(std::size_t n) {
    state_ += kSplitMixStep;
    return static_cast<std::size_t>(((splitMix(state_) >> 32) * n) >> 32);
  }

 private:
  std::uint64_t state_ = 25102025;
};

void bootstrap(AblationGroup& group, const std::vector<float>& rows, std::size_t R, int resamples,
               const std::stop_token& stop, const std::function<void(int)>& done) {
  const std::size_t n = rows.size() / R;
  Draws draws;
  std::vector<std::vector<double>> gains(R - 1);
  std::vector<double> sums(R);
  std::vector<int> best(R, 0);
  for (int b = 0; b < resamples; ++b) {
    std::fill(sums.begin(), sums.end(), 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      // Once in a while is enough for a person, and costs nothing.
      if (i % 65536 == 0 && stop.stop_requested()) throw Cancelled();
      const float* row = rows.data() + draws.below(n) * R;
      for (std::size_t r = 0; r < R; ++r) sums[r] += row[r];
    }
    for (std::size_t r = 1; r < R; ++r) gains[r - 1].push_back((sums[r - 1] - sums[r]) / n);
    ++best[std::min_element(sums.begin(), sums.end()) - sums.begin()];
    if (done) done(b + 1);
  }
  const auto percentile = [](std::vector<double>& values, double share) {
    return valueAt(values, std::lround(share * (values.size() - 1)));
  };
  for (std::size_t r = 0; r + 1 < R; ++r)
    group.gain[r] = {percentile(gains[r], 0.025), percentile(gains[r], 0.975)};
  for (std::size_t r = 0; r < R; ++r) group.bestShare[r] = static_cast<double>(best[r]) / resamples;
}

}  // namespace

std::span<const AblationByInfo> ablationGroupings() {
  return kGroupings;
}
AblationTable ablationTable(const Trace& trace, AblationBy by, int resamples, double tolerance,
                            const std::stop_token& stop, const ProgressFn& progress) {
  const std::size_t R = trace.loops();
  const Losses losses = lossesOf(trace);
  struct Members {
    std::vector<bool> include;
    std::vector<float> rows;
  };
  using Key = std::pair<int, std::string>;
  const Key all{-1, "all"};  // sorts first
  std::map<Key, Members> members;
  const auto add = [&](const Key& key, std::size_t i) {
    Members& m = members[key];
    if (m.include.empty()) m.include.assign(trace.tokens(), false);
    m.include[losses.token[i]] = true;
    m.rows.insert(m.rows.end(), losses.rows.begin() + i * R, losses.rows.begin() + (i + 1) * R);
  };
  for (std::size_t i = 0; i < losses.token.size(); ++i) {
    add(all, i);
    if (by != AblationBy::None) add(groupOf(trace, losses.token[i], by), i);
  }

  AblationTable table;
  table.by = by;
  table.tolerance = tolerance;
  table.resamples = resamples;
  int finished = 0;
  for (const auto& [key, m] : members) {
    if (stop.stop_requested()) throw Cancelled();
    AblationGroup group;
    group.name = key.second;
    group.tokens = m.rows.size() / R;
    group.ablation = loopAblation(trace, tolerance, m.include);
    group.meanLoss.assign(R, 0.0);
    for (std::size_t i = 0; i < m.rows.size(); ++i) group.meanLoss[i % R] += m.rows[i];
    for (double& loss : group.meanLoss) loss /= group.tokens;
    group.gain.assign(R - 1, Interval{kNaN, kNaN});
    group.bestShare.assign(R, kNaN);
    const auto done = [&](int b) {
      if (progress && b % 50 == 0)
        progress("Bootstrap", product(finished, resamples) + b, product(members.size(), resamples));
    };
    if (group.tokens >= kFewestForInterval && R > 1 && resamples > 0)
      bootstrap(group, m.rows, R, resamples, stop, done);
    table.groups.push_back(std::move(group));
    ++finished;
  }
  return table;
}

}  // namespace ouroscope
