// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/Plain.h"

#include "core/model/families/LlamaLike.h"

namespace ouroscope {
namespace {

template <const LlamaKind& kind>
constexpr Family plainFamily() {
  return {kind.modelType, kind.architecture, kind.title,
          [](const JsonObject& config) { return readLlamaLike(config, kind); }};
}

/// Llama 2 and 3, TinyLlama, SmolLM2.
constexpr LlamaKind kLlamaKind{
    .modelType = "llama", .architecture = "LlamaForCausalLM", .title = "Llama"};

constexpr LlamaKind kMistralKind{.modelType = "mistral",
                                 .architecture = "MistralForCausalLM",
                                 .title = "Mistral",
                                 .windows = WindowRule::Every,
                                 .usualWindow = 4096,
                                 .projectionBias = HasBias::Never,
                                 .outputBias = HasBias::Never,
                                 .mlpBias = HasBias::Never,
                                 .usualContext = 131072};

/// No key says that queries, keys and values have biases.
constexpr LlamaKind kQwen2Kind{.modelType = "qwen2",
                               .architecture = "Qwen2ForCausalLM",
                               .title = "Qwen2",
                               .windows = WindowRule::FromLayer,
                               .usualWindow = 4096,
                               .projectionBias = HasBias::Always,
                               .outputBias = HasBias::Never,
                               .mlpBias = HasBias::Never,
                               .usualContext = 32768};

constexpr LlamaKind kQwen3Kind{.modelType = "qwen3",
                               .architecture = "Qwen3ForCausalLM",
                               .title = "Qwen3",
                               .windows = WindowRule::FromLayer,
                               .usualWindow = 4096,
                               .mlpBias = HasBias::Never,
                               .queryKeyNorm = QueryKeyNorm::PerHead,
                               .usualContext = 32768};

/// Norms on the branches only.
constexpr LlamaKind kOlmo2Kind{.modelType = "olmo2",
                               .architecture = "Olmo2ForCausalLM",
                               .title = "OLMo-2",
                               .beforeAttention = nullptr,
                               .afterAttention = "post_attention_layernorm",
                               .beforeMlp = nullptr,
                               .afterMlp = "post_feedforward_layernorm",
                               .mlpBias = HasBias::Never,
                               .queryKeyNorm = QueryKeyNorm::WholeWidth,
                               .usualEps = 1e-5};

constexpr LlamaKind kSmolLm3Kind{.modelType = "smollm3",
                                 .architecture = "SmolLM3ForCausalLM",
                                 .title = "SmolLM3",
                                 .windows = WindowRule::Unrotated,
                                 .tiedByDefault = true,
                                 .someWithoutRope = true,
                                 .usualTheta = 2e6,
                                 .usualContext = 32768};

}  // namespace

constinit const Family kLlama = plainFamily<kLlamaKind>();
constinit const Family kMistral = plainFamily<kMistralKind>();
constinit const Family kQwen2 = plainFamily<kQwen2Kind>();
constinit const Family kQwen3 = plainFamily<kQwen3Kind>();
constinit const Family kOlmo2 = plainFamily<kOlmo2Kind>();
constinit const Family kSmolLm3 = plainFamily<kSmolLm3Kind>();

}  // namespace ouroscope
