// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SpecCheck.h"

#include <algorithm>
#include <string>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

struct Need {
  bool met;
  const char* what;
};

const char* firstUnmet(std::initializer_list<Need> needs) {
  for (const Need& need : needs)
    if (!need.met) return need.what;
  return nullptr;
}

bool allLayers(const ModelSpec& spec, bool (*holds)(const LayerSpec&)) {
  return std::all_of(spec.layers.begin(), spec.layers.end(), holds);
}

}  // namespace

void requireImplemented(const ModelSpec& spec) {
  const char* unmet = firstUnmet({
      {spec.norm == NormKind::Rms, "a norm other than RMSNorm"},
      {spec.headNorm || (spec.stages.coda == 0 && !spec.codaNorm),
       "layers after the loop without a norm before the head"},
  });
  if (unmet)
    throw Error("Models of the family " + spec.family + " need " + unmet +
                ", which is not implemented.");
}

void requireOnGpu(const ModelSpec& spec) {
  requireImplemented(spec);
  constexpr LayerNorms kSandwich{.beforeAttention = true,
                                 .afterAttention = true,
                                 .afterAttentionSum = false,
                                 .beforeMlp = true,
                                 .afterMlp = true,
                                 .afterMlpSum = false};
  const auto layers = [&](bool (*holds)(const LayerSpec&)) { return allLayers(spec, holds); };
  const bool sandwich = std::all_of(spec.layers.begin(), spec.layers.end(),
                                    [&](const LayerSpec& l) { return l.norms == kSandwich; });
  const char* unmet = firstUnmet({
      {spec.stages.prelude == 0 && spec.stages.coda == 0, "layers before or after the loop"},
      {spec.start == StartState::Embedding, "a start state other than the embedding"},
      {spec.loopInput == LoopInput::State, "an adapter at the input of a loop"},
      {!spec.firstLoopAsIs, "a first loop without its adapter"},
      {!spec.sharedLoopKv, "keys and values that loops share"},
      {spec.stepRule == StepRule::Replace, "a step rule other than replacing the state"},
      {!spec.codaNorm, "a norm before the coda"},
      {spec.embeddingScale == 1, "scaled embeddings"},
      {spec.loopNorm, "loops that end without a norm"},
      {!spec.headNorm, "a norm before the head"},
      {spec.exitGate, "loops without an exit gate"},
      {sandwich, "layers without norms before and after both branches"},
      {layers([](const LayerSpec& l) { return l.queryKeyNorm == QueryKeyNorm::None; }),
       "norms of queries and keys"},
      {layers([](const LayerSpec& l) { return !l.projectionBias && !l.outputBias && !l.mlpBias; }),
       "biases"},
      {layers([](const LayerSpec& l) { return l.rope == 0; }), "layers without rotary positions"},
      {spec.attentionScale == 0, "a scale of attention's scores of its own"},
      {spec.attentionCap == 0 && spec.logitCap == 0, "capped scores or logits"},
      {layers([](const LayerSpec& l) { return l.activation == Activation::Silu; }),
       "an activation other than SiLU"},
      {layers([](const LayerSpec& l) { return l.window == 0; }), "a sliding window"},
      {spec.ropes.size() == 1 && spec.ropes[0].factor == 1,
       "rotary positions with a factor or of several kinds"},
  });
  if (unmet)
    throw Error("Models of the family " + spec.family + " need " + unmet +
                ", which is not implemented on the GPU: choose --device cpu.");
}

}  // namespace ouroscope
