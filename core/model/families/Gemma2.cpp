// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/Gemma2.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/model/families/ConfigFields.h"
#include "core/model/families/LlamaLike.h"

namespace ouroscope {
namespace {

constexpr LlamaKind kGemma2Kind{.modelType = "gemma2",
                                .architecture = "Gemma2ForCausalLM",
                                .title = "Gemma 2",
                                .afterAttention = "post_attention_layernorm",
                                .beforeMlp = "pre_feedforward_layernorm",
                                .afterMlp = "post_feedforward_layernorm",
                                .normOffset = 1,
                                .gelu = true,
                                .windows = WindowRule::Alternating,
                                .usualWindow = 4096,
                                .mlpBias = HasBias::Never,
                                .tiedByDefault = true,
                                .usualContext = 8192};

ModelDescription readGemma2(const JsonObject& config) {
  requireOff(config, "use_bidirectional_attention", "attention in both directions");
  ModelDescription out = readLlamaLike(config, kGemma2Kind);
  out.spec.embeddingScale = std::sqrt(static_cast<double>(out.spec.hiddenSize));
  readSoftCaps(config, out.spec);
  return out;
}

}  // namespace

void readSoftCaps(const JsonObject& config, ModelSpec& spec) {
  constexpr double kLeast = 1e-3, kMost = 1e9;
  const auto cap = [&](const char* key, double usual) {
    // Null, which find() takes for absent, is no cap.
    return config.has(key) ? config.optionalNumber(key, kLeast, kMost).value_or(0) : usual;
  };
  const double width = config.optionalNumber("query_pre_attn_scalar", kLeast, kMost).value_or(256);
  spec.attentionScale = 1 / std::sqrt(width);
  spec.attentionCap = cap("attn_logit_softcapping", 50);
  spec.logitCap = cap("final_logit_softcapping", 30);
}

constinit const Family kGemma2{kGemma2Kind.modelType, kGemma2Kind.architecture, kGemma2Kind.title,
                               readGemma2};

}  // namespace ouroscope
