// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SpecCheck.h"

#include "core/support/Error.h"

namespace ouroscope {

void requireImplemented(const ModelSpec& spec) {
  const auto require = [&](bool holds, const char* what) {
    if (!holds)
      throw Error("Models of the family " + spec.family + " need " + what +
                  ", which is not implemented.");
  };
  require(spec.stages.prelude == 0 && spec.stages.coda == 0, "layers before or after the loop");
  require(spec.norm == NormKind::Rms, "a norm other than RMSNorm");
  require(spec.start == StartState::Embedding, "a start state other than the embedding");
  require(spec.loopInput == LoopInput::State, "an adapter at the input of a loop");
  require(spec.stepRule == StepRule::Replace, "a step rule other than replacing the state");
  require(spec.loopNorm, "loops that end without a norm");
  require(!spec.codaNorm && !spec.headNorm, "a norm before the coda or the head");
  require(spec.exitGate, "loops without an exit gate");
  require(spec.embeddingScale == 1, "scaled embeddings");
  require(spec.attentionScale == 0, "a scale of attention's scores of its own");
  require(spec.attentionCap == 0 && spec.logitCap == 0, "capped scores or logits");
  constexpr LayerNorms kSandwich{.beforeAttention = true,
                                 .afterAttention = true,
                                 .afterAttentionSum = false,
                                 .beforeMlp = true,
                                 .afterMlp = true,
                                 .afterMlpSum = false};
  for (const LayerSpec& layer : spec.layers) {
    require(layer.norms == kSandwich, "layers without norms before and after both branches");
    require(layer.activation == Activation::Silu, "an activation other than SiLU");
    require(layer.queryKeyNorm == QueryKeyNorm::None, "norms of queries and keys");
    require(!layer.queryKeyBias && !layer.valueBias && !layer.outputBias && !layer.mlpBias,
            "biases");
    require(layer.rope == 0, "layers without rotary positions");
    require(layer.window == 0, "a sliding window");
  }
  require(spec.ropes.size() == 1 && spec.ropes[0].factor == 1,
          "rotary positions with a factor or of several kinds");
}

}  // namespace ouroscope
