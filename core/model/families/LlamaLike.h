// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/families/Family.h"

namespace ouroscope {

enum class HasBias : std::uint8_t { Never, ByKey, Always };

/// Which layers attend to the last sliding_window positions only, where layer_types does not say
/// it.
enum class WindowRule : std::uint8_t {
  Never,
  Every,
  Alternating,  ///< 0, 2, 4, ...
  FromLayer,    ///< those from max_window_layers on, where use_sliding_window is true
  Unrotated     ///< those without rotation, where use_sliding_window is true
};

/// What sets a member of the llama dialect apart, as data. All of them have Llama's keys in
/// config.json and Llama's names of tensors.
struct LlamaKind {
  std::string_view modelType = {}, architecture = {}, title = {};

  // Names of a layer's norms in the checkpoint, without ".weight"; null where there is none.
  const char* beforeAttention = "input_layernorm";
  const char* afterAttention = nullptr;
  const char* beforeMlp = "post_attention_layernorm";
  const char* afterMlp = nullptr;

  float normOffset = 0;  ///< all of them and the last norm scale by this and the stored weight
  bool gelu = false;     ///< of the MLP, by its approximation with tanh; else SiLU
  WindowRule windows = WindowRule::Never;
  int usualWindow = 0;  ///< where sliding_window is absent; 0: no layer has a window then

  const char* loopsKey = nullptr;  ///< in config.json; null: the layers run once
  bool loopNorm = false;           ///< model.norm closes every loop; else it is the head's
  bool exitGate = false;
  HasBias projectionBias = HasBias::ByKey;  ///< of queries, keys and values: attention_bias
  HasBias outputBias = HasBias::ByKey;      ///< attention_bias
  HasBias mlpBias = HasBias::ByKey;         ///< mlp_bias
  QueryKeyNorm queryKeyNorm = QueryKeyNorm::None;
  const char* queryNorm = "self_attn.q_norm";
  const char* keyNorm = "self_attn.k_norm";
  bool tiedByDefault = false;    ///< where tie_word_embeddings is absent
  bool someWithoutRope = false;  ///< no_rope_layers, no_rope_layer_interval

  // What the released configuration class takes where config.json leaves a key out; 0 and false:
  // the key must be there. Sizes always must: a wrong one would not always contradict the tensors.
  double usualTheta = 10000;    ///< rope_theta
  double usualEps = 1e-6;       ///< rms_norm_eps
  int usualContext = 2048;      ///< max_position_embeddings
  int usualLoops = 0;           ///< loopsKey
  bool usualActivation = true;  ///< hidden_act
};

/// What config.json chooses within a kind.
struct LlamaOptions {
  bool tied = false;
  bool projectionBias = false, outputBias = false, mlpBias = false;
  RopeSpec rope;                     ///< empty: unscaled, from ModelConfig::ropeTheta
  std::vector<std::uint8_t> rotary;  ///< [layers] 0: not rotated; empty: all are
  std::vector<int> windows;          ///< [layers] LayerSpec::window; empty: none has one
};

/// @throws Error naming field, found value and allowed range.
ModelDescription readLlamaLike(const JsonObject& config, const LlamaKind& kind);

/// The arithmetic and the tensors of a model of that kind and these sizes: all layers are looped.
ModelSpec llamaLikeSpec(const ModelConfig& config, const LlamaKind& kind,
                        const LlamaOptions& options = {});

}  // namespace ouroscope
