// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LoopWalk.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/AnswerDynamics.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string text) {
  // ASCII alone: letters of other scripts must be typed as they are.
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = c - 'A' + 'a';
  return text;
}

}  // namespace

LoopWalk loopWalk(const Trace& trace, int token, const Readout& readout, int words) {
  const TraceColumns& c = trace.columns();
  const std::size_t t = token;
  const std::vector<float> gates = trace.gateLogits(readout.rule.gate);
  const ExitDistribution d =
      exitDistribution(std::span(gates).subspan(trace.at(token, 0), c.loopsRun[t]));
  LoopWalk walk;
  walk.token = token;
  walk.exitLoop = readout.loop[t];
  if (t + 1 < c.tokenId.size()) walk.next = c.tokenId[t + 1];
  const int kept = std::min(words, trace.topK());
  for (int r = 0; r < c.loopsRun[t]; ++r) {
    const std::size_t i = r;
    WalkLoop loop;
    loop.lambda = d.lambda[i];
    loop.exitProbability = d.p[i];
    loop.cdf = d.cdf[i];
    loop.stops = r == walk.exitLoop;
    for (int k = 0; k < kept; ++k) {
      const std::size_t at = trace.at(token, r) * trace.topK() + k;
      if (c.topkId[at] < 0) continue;
      loop.words.push_back({c.topkId[at], trace.word(c.topkId[at]),
                            std::exp(static_cast<double>(c.topkLogprob[at]))});
    }
    loop.changed = r > 0 && !loop.words.empty() && !walk.loops.back().words.empty() &&
                   loop.words.front().id != walk.loops.back().words.front().id;
    walk.loops.push_back(std::move(loop));
  }
  return walk;
}

GuessRound guessRound(const LoopWalk& walk, int choices) {
  GuessRound round;
  const auto add = [&](const WalkWord& word) {
    const bool known =
        std::any_of(round.choices.begin(), round.choices.end(), [&](const WalkWord& other) {
          return other.id == word.id || guessMatches(other.bytes, word.bytes);
        });
    if (!known && intSize(round.choices) < choices && !trimmed(word.bytes).empty())
      round.choices.push_back(word);
  };
  if (walk.loops.empty()) return round;
  const auto& read = walk.loops[walk.exitLoop].words;
  if (read.empty()) return round;
  round.choices.push_back(read.front());  // even where it is white space
  for (const WalkLoop& loop : walk.loops)
    if (!loop.words.empty()) add(loop.words.front());
  for (const WalkLoop& loop : walk.loops)
    for (const WalkWord& word : loop.words) add(word);
  const std::int32_t right = round.choices.front().id;
  std::sort(round.choices.begin(), round.choices.end(), [](const WalkWord& a, const WalkWord& b) {
    return lower(trimmed(a.bytes)) < lower(trimmed(b.bytes));
  });
  for (std::size_t i = 0; i < round.choices.size(); ++i)
    if (round.choices[i].id == right) round.right = i;
  return round;
}

bool guessMatches(const std::string& typed, const std::string& word) {
  const std::string a = lower(trimmed(typed));
  return !a.empty() && a == lower(trimmed(word));
}

}  // namespace ouroscope
