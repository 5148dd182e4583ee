// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <limits>
#include <map>

#include "core/trace/Trace.h"

namespace ouroscope::test {

/// One token of a trace worked by hand. Loops that are not given were not run.
struct HandToken {
  std::int32_t id = 0;
  std::string bytes = {};
  std::vector<std::int32_t> best = {};  ///< best candidate of every loop that was run
  std::vector<float> logprob = {};      ///< of the token that follows; empty: -1 at every loop
  std::vector<float> gate = {};         ///< logits; empty: 0
};

/// A trace of one candidate per loop from tokens given by hand; `change` may alter the rest.
inline TracePtr handTrace(const std::vector<HandToken>& tokens, int loops,
                          void (*change)(TraceInfo&, RecordColumns&) = nullptr) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  TraceInfo info;
  info.modelName = "hand";
  info.tokenizerKind = "none";
  info.vocabSize = 1000;
  info.hiddenSize = 2;
  info.layers = 1;
  info.loopsTrained = loops;
  info.promptTokens = static_cast<int>(tokens.size());
  RecordColumns c;
  std::map<std::int32_t, std::string> words;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const HandToken& token = tokens[t];
    const bool last = t + 1 == tokens.size();
    c.tokenId.push_back(token.id);
    c.tokenBytes.push_back(token.bytes);
    words[token.id] = token.bytes;
    c.loopsRun.push_back(static_cast<int>(token.best.size()));
    for (std::size_t r = 0; r < static_cast<std::size_t>(loops); ++r) {
      const bool ran = r < token.best.size();
      const auto f = [&](float v) { return ran ? v : kNaN; };
      c.gateLogit.push_back(f(r < token.gate.size() ? token.gate[r] : 0));
      c.entropy.push_back(f(1));
      c.kl.push_back(f(0));
      c.logprob.push_back(last ? kNaN : f(r < token.logprob.size() ? token.logprob[r] : -1));
      c.rank.push_back(last || !ran ? -1 : 0);
      c.topkId.push_back(ran ? token.best[r] : -1);
      c.topkLogprob.push_back(f(-0.5f));
      c.stateNorm.push_back(f(2));
      c.stepNorm.push_back(r ? f(1) : kNaN);
      c.stepCosine.push_back(r ? f(0.5f) : kNaN);
      if (ran) words.try_emplace(token.best[r], " w" + std::to_string(token.best[r]));
    }
  }
  c.wordBytes.assign(words.begin(), words.end());
  if (change) change(info, c);
  return std::make_shared<const Trace>(std::move(info), std::move(c), loops, 1);
}

}  // namespace ouroscope::test
