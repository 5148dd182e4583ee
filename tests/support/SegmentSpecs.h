// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small models of every way to loop: layers before and after the loop, adapters, start states, step
// rules, shared keys and values.
#include <string>

#include "core/model/families/LlamaLike.h"
#include "core/model/families/LoopWindow.h"
#include "core/model/families/TensorTable.h"
#include "tests/support/EngineFixtures.h"

namespace ouroscope::test {

inline constexpr LlamaKind kLlama{.modelType = "llama"};

inline ModelSpec plain(int layers = 5) {
  ModelConfig config = shape();
  config.layers = layers;
  config.trainedLoops = 1;
  return llamaLikeSpec(config, kLlama);
}

/// Prelude 1, core 2, coda 2, an adapter and a start from noise.
inline ModelSpec recurrent(bool sums = true) {
  ModelSpec spec = plain();
  spec.family = "recurrent";
  spec.stages = {1, 2, 2};
  spec.trainedLoops = 4;
  spec.loopInput = LoopInput::Adapter;
  spec.start = StartState::Noise;
  spec.startSpread = 0.6;
  const auto add = [&](TensorSlot slot, int layer, const std::string& name) {
    addTensor(spec, slot, name, layer);
  };
  add(TensorSlot::Adapter, -1, "adapter.weight");
  if (!sums) return spec;
  spec.codaNorm = true;
  add(TensorSlot::CodaNorm, -1, "model.norm.weight");
  for (int i = 0; i < 5; ++i) {
    spec.layers[i].norms.afterAttentionSum = spec.layers[i].norms.afterMlpSum = true;
    add(TensorSlot::AfterAttentionSum, i, std::to_string(i) + ".norm_2");
    add(TensorSlot::AfterMlpSum, i, std::to_string(i) + ".norm_4");
  }
  return spec;
}

/// Caps so low that they are felt, windows shorter than the prompt.
inline ModelSpec gemma() {
  ModelSpec spec = recurrent(false);
  spec.attentionScale = 0.3;
  spec.attentionCap = 1.5;
  spec.logitCap = 2;
  spec.embeddingScale = 4;
  for (int i = 0; i < 5; ++i) {
    spec.layers[i].activation = Activation::GeluTanh;
    spec.layers[i].window = i % 2 == 0 ? 4 : 0;
  }
  for (TensorSpec& tensor : spec.tensors)
    if (tensor.slot == TensorSlot::BeforeMlp || tensor.slot == TensorSlot::BeforeAttention) {
      tensor.offset = 1;
      tensor.mean -= 1;
    }
  return spec;
}

/// LoopSplit whose loops attend to the keys and values of the first.
inline ModelSpec shared() {
  ModelSpec spec = plain();
  spec.stages = {1, 2, 2};
  spec.trainedLoops = 4;
  spec.sharedLoopKv = true;
  return spec;
}

inline ModelSpec window(StepRule rule) {
  ModelSpec spec = plain();
  loopLayers(spec, {2, 3, rule, 0.5, 4});
  return spec;
}

}  // namespace ouroscope::test
