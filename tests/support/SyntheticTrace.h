// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/support/HalfFloat.h"
#include "core/support/SplitMix.h"
#include "core/trace/Trace.h"

namespace ouroscope::test {

struct SyntheticOptions {
  int tokens = 24, loops = 4, topK = 5, vocab = 200, hidden = 8, layers = 2;
  int promptTokens = -1;  ///< -1: all
  int otherGates = 2, tracked = 1;
  bool captureHidden = false, captureLogits = false, captureLayers = false;
  bool captureSimilarity = false;  ///< goes with layers
  bool captureAttention = false;   ///< of two heads
  bool keepStates = false;         ///< of the last layer
  bool sweep = false;              ///< with a causal map over its tokens
  bool gated = true;               ///< the model has a gate of its own
  bool skipLoops = false;          ///< generated tokens ran fewer loops
  std::uint64_t seed = 1;
};

/// A causal map over all tokens but the last, asked for a word of the trace. Cell 2 has no value.
inline CausalMap syntheticSweep(int tokens, int loops, std::int32_t word) {
  CausalMap map;
  map.ofTokens = true;
  map.intervention = "noise,by=1";
  map.token = std::max(0, tokens - 2);
  map.word = word;
  map.logprob = -0.5;
  map.loops = loops;
  for (int token = 0; token <= map.token; ++token) map.places.push_back(token);
  for (std::size_t i = 0; i < map.cells(); ++i) {
    map.change.push_back(i == 2 ? std::nan("") : 0.25 * double(i) - 1);
    map.kl.push_back(0.5 * double(i));
    map.best.push_back(i == 2 ? -1 : word);
  }
  map.rows = map.rowsAlone = std::int64_t(map.cells());
  return map;
}

/// A trace with every column plausible and consistent, the same for the same options: no model
/// needed.
inline TracePtr syntheticTrace(const SyntheticOptions& o = {}) {
  std::uint64_t state = o.seed;
  const auto uniform = [&] {
    state += kSplitMixStep;
    return static_cast<float>(splitMix(state) >> 40) * 0x1.0p-24f;
  };
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  static const char* kWords[] = {" the",
                                 " fox",
                                 " ran",
                                 ",",
                                 " home",
                                 " 7",
                                 ".",
                                 " Ann",
                                 "'s",
                                 " boss",
                                 "\n",
                                 " caf\xc3\xa9",
                                 " \xe4\xb8\xad",
                                 "\xf0\x9f",
                                 "\x98\x80",
                                 " over",
                                 " and",
                                 " then",
                                 " went",
                                 " under"};
  TraceInfo info;
  info.toolVersion = "test";
  info.modelName = "synthetic";
  info.configSha256 = std::string(64, 'c');
  info.weightsSha256 = std::string(64, 'a');
  info.dtype = "bf16";
  info.device = "no device";
  info.tokenizerKind = "none";
  info.vocabSize = o.vocab;
  info.hiddenSize = o.hidden;
  info.layers = o.layers;
  info.loopsTrained = std::min(4, o.loops);
  info.promptTokens = o.promptTokens < 0 ? o.tokens : o.promptTokens;
  info.exitThreshold = 0.7;
  info.kvPolicy = o.skipLoops ? "last-exited-copy" : "full";
  info.gated = o.gated;
  if (o.gated) info.gateName = "lookahead";
  for (int g = 0; g < o.otherGates; ++g) info.otherGates.push_back("gate" + std::to_string(g));
  for (int m = 0; m < o.tracked; ++m) info.tracked.push_back(3 + m);
  info.captured = {o.captureHidden, o.captureLogits, o.captureLayers, o.captureSimilarity,
                   o.captureAttention};
  if (o.keepStates) info.captured.stateLayers = {o.layers - 1};
  if (o.captureAttention) info.heads = 2;

  RecordColumns c;
  std::set<std::int32_t> words(info.tracked.begin(), info.tracked.end());
  for (int t = 0; t < o.tokens; ++t)
    c.tokenId.push_back(static_cast<std::int32_t>(uniform() * static_cast<float>(o.vocab)));
  for (int t = 0; t < o.tokens; ++t) {
    const bool last = t + 1 == o.tokens;
    const int run = o.skipLoops && t >= info.promptTokens
                        ? 1 + static_cast<int>(uniform() * static_cast<float>(o.loops))
                        : o.loops;
    c.loopsRun.push_back(run);
    c.tokenBytes.push_back(kWords[static_cast<std::size_t>(c.tokenId[static_cast<std::size_t>(t)]) %
                                  std::size(kWords)]);
    words.insert(c.tokenId[static_cast<std::size_t>(t)]);
    const float hardness = uniform();  // hard tokens exit late
    for (int r = 0; r < o.loops; ++r) {
      const bool ran = r < run;
      const auto f = [&](float v) { return ran ? v : kNaN; };
      const float own = 3.0f * (static_cast<float>(r) / 2.0f - 2.0f * hardness) + uniform();
      if (o.gated) c.gateLogit.push_back(f(own));
      for (int g = 0; g < o.otherGates; ++g) c.otherGateLogit.push_back(f(uniform() * 4 - 2));
      c.entropy.push_back(f(uniform() * 3));
      c.logprob.push_back(last ? kNaN : f(-uniform() * 5));
      c.rank.push_back(last || !ran ? -1 : static_cast<std::int32_t>(uniform() * 20));
      c.kl.push_back(f(r + 1 == run ? 0 : uniform() * 2));
      c.klStep.push_back(r == 0 ? kNaN : f(c.kl.back() + 0.25f));
      c.jsStep.push_back(r == 0 ? kNaN : f(c.kl.back() / 4));
      const auto base = static_cast<std::int32_t>(uniform() * static_cast<float>(o.vocab - o.topK));
      float logprob = -0.1f - uniform();
      for (int k = 0; k < o.topK; ++k, logprob -= 0.3f + uniform()) {
        // Every second loop repeats a fixed winner, so that best words agree and flip.
        const std::int32_t id = k == 0 && r % 2 ? 7 : base + k;
        c.topkId.push_back(ran ? id : -1);
        c.topkLogprob.push_back(f(logprob));
        if (ran) words.insert(id);
      }
      for (int m = 0; m < o.tracked; ++m) {
        c.trackedLogprob.push_back(f(-uniform() * 8));
        c.trackedRank.push_back(
            ran ? static_cast<std::int32_t>(uniform() * static_cast<float>(o.vocab - 1)) : -1);
      }
      c.stateNorm.push_back(f(10 + uniform()));
      c.residualNorm.push_back(3 * c.stateNorm.back());
      c.stepNorm.push_back(r == 0 ? kNaN : f(uniform() * 5));
      c.stepCosine.push_back(r == 0 ? kNaN : f(0.5f + 0.5f * uniform()));
      // A bf16 run stores its states as bf16: values that survive the file.
      if (o.captureHidden)
        for (int i = 0; i < o.hidden; ++i)
          c.hidden.push_back(f(bf16ToFloat(floatToBf16(uniform() * 2 - 1))));
      if (o.keepStates)
        for (int i = 0; i < o.hidden; ++i)
          c.layerState.push_back(f(bf16ToFloat(floatToBf16(uniform() * 4 - 2))));
      if (o.captureLogits)
        for (int v = 0; v < o.vocab; ++v) c.logits.push_back(f(uniform() * 8 - 4));
      for (int i = 0; o.captureAttention && i < 2 * o.layers; ++i) {
        c.attentionSink.push_back(f(0.01f * (t % 40) + 0.1f * i));
        c.attentionColumns.push_back(f(1.0f / (1 + t)));
        c.attentionEntropy.push_back(f(0.1f * r + i));
        c.attentionStep.push_back(r == 0 ? kNaN : f(0.02f * t));
      }
      for (int l = 0; o.captureLayers && l < o.layers; ++l) {
        for (int k = 0; k < o.topK; ++k) {
          c.layerTopkId.push_back(ran ? k + l : -1);
          c.layerTopkLogprob.push_back(f(-1.0f - static_cast<float>(k)));
          words.insert(k + l);
        }
        c.layerEntropy.push_back(f(uniform()));
        c.layerLogprob.push_back(last ? kNaN : f(-uniform()));
        c.layerRank.push_back(last || !ran ? -1 : l);
        c.layerUpdateNorm.push_back(f(uniform()));
        c.layerKl.push_back(f(l + 1 == o.layers ? 0 : c.layerUpdateNorm.back()));
        c.layerNorm.push_back(f(20 + c.layerUpdateNorm.back()));
        c.layerCosine.push_back(r + l == 0 ? kNaN : f(1 - c.layerUpdateNorm.back()));
        c.layerStepNorm.push_back(r == 0 ? kNaN : f(c.layerUpdateNorm.back() * 2));
        c.layerStepCosine.push_back(r == 0 ? kNaN : f(1 - c.layerUpdateNorm.back() / 2));
        c.layerLastCosine.push_back(f(r + 1 == run ? 1 : 1 - c.layerUpdateNorm.back() / 4));
      }
    }
  }
  const int all = o.loops * o.layers;
  for (int t = 0; o.captureSimilarity && t < o.tokens; ++t)
    for (int v = 0; v < all; ++v)
      for (int w = 0; w < all; ++w)
        c.similarity.push_back(std::max(v, w) < c.loopsRun[t] * o.layers
                                   ? 1.0f - 0.01f * static_cast<float>(std::abs(v - w))
                                   : kNaN);
  if (o.sweep) info.sweep = syntheticSweep(o.tokens, o.loops, c.topkId.front());
  for (const std::int32_t id : words)
    c.wordBytes.emplace_back(id, kWords[static_cast<std::size_t>(id) % std::size(kWords)]);
  return std::make_shared<const Trace>(std::move(info), std::move(c), o.loops, o.topK);
}

}  // namespace ouroscope::test
