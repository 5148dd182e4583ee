// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/engine/Engine.h"
#include "core/model/families/Ouro.h"
#include "core/text/Tokenizer.h"
#include "kernels/cpu/CpuBackend.h"

namespace ouroscope::test {

inline ModelConfig shape(int hidden = 48, int heads = 4, int kvHeads = 2, int headDim = 12,
                         int ffn = 80, int vocab = 131, int layers = 2) {
  ModelConfig c;
  c.hiddenSize = hidden;
  c.heads = heads;
  c.kvHeads = kvHeads;
  c.headDim = headDim;
  c.intermediateSize = ffn;
  c.vocabSize = vocab;
  c.layers = layers;
  c.maxPositions = 4096;
  c.trainedLoops = 4;
  return c;
}

/// Models loaded while it lives take this set of instructions (OUROSCOPE_CPU).
class UsePath {
 public:
  explicit UsePath(const std::string& name) { setenv("OUROSCOPE_CPU", name.c_str(), 1); }
  ~UsePath() { unsetenv("OUROSCOPE_CPU"); }
  UsePath(const UsePath&) = delete;
  UsePath& operator=(const UsePath&) = delete;
};

/// A model of that shape with random weights.
inline std::unique_ptr<Backend> load(const ModelSpec& spec, Precision precision = Precision::F32,
                                     std::optional<ExitGate> gate = {}, int threads = 2,
                                     std::uint64_t seed = 7) {
  CpuOptions options;
  options.precision = precision;
  options.threads = threads;
  options.gate = std::move(gate);
  return loadCpuBackend(spec, *ModelWeights::random(spec, seed), options);
}

inline std::unique_ptr<Backend> backend(const ModelConfig& config,
                                        Precision precision = Precision::F32, int threads = 2,
                                        std::uint64_t seed = 7) {
  return load(ouroSpec(config), precision, {}, threads, seed);
}

inline std::vector<std::int32_t> tokens(int n, int vocab, int seed = 3) {
  std::vector<std::int32_t> ids;
  std::uint32_t x = static_cast<std::uint32_t>(seed);
  for (int i = 0; i < n; ++i) {
    x = x * 1664525u + 1013904223u;
    ids.push_back(static_cast<std::int32_t>((x >> 8) % static_cast<std::uint32_t>(vocab)));
  }
  return ids;
}

/// Keeps every column of a run, joined over its records.
struct Collector : LoopObserver {
  std::vector<std::int32_t> token, loopsRun, rank, topId, trackedRank, layerTopId;
  std::vector<float> gate, entropy, logprob, kl, topLogProb, lse, hidden, logits, stateNorm,
      stepNorm, stepCosine, residualNorm, layerUpdate, layerEntropy, tracked, klStep, jsStep,
      layerKl, layerNorm, layerCosine, layerStepNorm, layerStepCosine, layerLastCosine, similarity,
      attentionSink, attentionColumns, attentionEntropy, attentionStep, layerState;
  std::vector<RunEvent> events;
  std::function<void(const LoopRecord&)> also;

  void onRecord(const LoopRecord& r) override {
    const auto add = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    const RecordColumns& c = r.columns;
    add(token, c.tokenId);
    add(loopsRun, c.loopsRun);
    add(gate, c.gateLogit);
    add(entropy, c.entropy);
    add(logprob, c.logprob);
    add(kl, c.kl);
    add(rank, c.rank);
    add(topId, c.topkId);
    add(topLogProb, c.topkLogprob);
    add(lse, r.logSumExp);
    add(tracked, c.trackedLogprob);
    add(trackedRank, c.trackedRank);
    add(hidden, c.hidden);
    add(attentionSink, c.attentionSink);
    add(attentionColumns, c.attentionColumns);
    add(attentionEntropy, c.attentionEntropy);
    add(attentionStep, c.attentionStep);
    add(logits, c.logits);
    add(stateNorm, c.stateNorm);
    add(stepNorm, c.stepNorm);
    add(stepCosine, c.stepCosine);
    add(residualNorm, c.residualNorm);
    add(klStep, c.klStep);
    add(jsStep, c.jsStep);
    add(layerKl, c.layerKl);
    add(layerNorm, c.layerNorm);
    add(layerCosine, c.layerCosine);
    add(layerStepNorm, c.layerStepNorm);
    add(layerStepCosine, c.layerStepCosine);
    add(layerLastCosine, c.layerLastCosine);
    add(layerUpdate, c.layerUpdateNorm);
    add(similarity, c.similarity);
    add(layerState, c.layerState);
    add(layerEntropy, c.layerEntropy);
    add(layerTopId, c.layerTopkId);
    if (also) also(r);
  }
  void onEvent(const RunEvent& event) override { events.push_back(event); }
};

inline Collector ran(Backend& backend, const RunRequest& request) {
  Collector all;
  Engine(backend).run(request, all);
  return all;
}

/// The first number of a column in which two runs differ, as a token; -1 where they are the same.
/// `width` values a token.
template <class T>
int firstDifference(const std::vector<T>& a, const std::vector<T>& b, std::size_t width) {
  const std::size_t n = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < n; ++i)
    if (std::memcmp(&a[i], &b[i], sizeof(T)) != 0) return static_cast<int>(i / width);
  return a.size() == b.size() ? -1 : static_cast<int>(n / width);
}

/// Bitwise equality, so that NaN equals NaN.
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

/// Every number of every token.
inline bool sameRecords(const Collector& a, const Collector& b) {
  return same(a.token, b.token) && same(a.loopsRun, b.loopsRun) && same(a.gate, b.gate) &&
         same(a.entropy, b.entropy) && same(a.logprob, b.logprob) && same(a.rank, b.rank) &&
         same(a.kl, b.kl) && same(a.lse, b.lse) && same(a.topId, b.topId) &&
         same(a.topLogProb, b.topLogProb) && same(a.tracked, b.tracked) &&
         same(a.attentionSink, b.attentionSink) && same(a.attentionColumns, b.attentionColumns) &&
         same(a.attentionEntropy, b.attentionEntropy) && same(a.attentionStep, b.attentionStep) &&
         same(a.hidden, b.hidden) && same(a.logits, b.logits) && same(a.stateNorm, b.stateNorm) &&
         same(a.stepNorm, b.stepNorm) && same(a.stepCosine, b.stepCosine) &&
         same(a.residualNorm, b.residualNorm) && same(a.layerUpdate, b.layerUpdate) &&
         same(a.trackedRank, b.trackedRank) && same(a.layerTopId, b.layerTopId) &&
         same(a.layerEntropy, b.layerEntropy) && same(a.klStep, b.klStep) &&
         same(a.jsStep, b.jsStep) && same(a.layerKl, b.layerKl) && same(a.layerNorm, b.layerNorm) &&
         same(a.layerCosine, b.layerCosine) && same(a.layerStepNorm, b.layerStepNorm) &&
         same(a.layerStepCosine, b.layerStepCosine) && same(a.layerLastCosine, b.layerLastCosine) &&
         same(a.similarity, b.similarity) && same(a.layerState, b.layerState);
}

/// Random weights have no words.
class NoWords : public Tokenizer {
 public:
  explicit NoWords(int size) : size_(size) {}
  std::string kind() const override { return "none"; }
  int size() const override { return size_; }
  std::vector<std::int32_t> encode(std::string_view) const override { return {}; }
  std::string bytes(std::int32_t id) const override { return " " + std::to_string(id); }
  std::string decode(std::span<const std::int32_t>, bool) const override { return {}; }
  bool isSpecial(std::int32_t) const override { return false; }
  std::optional<std::int32_t> idOf(std::string_view) const override { return {}; }

 private:
  int size_;
};

}  // namespace ouroscope::test
