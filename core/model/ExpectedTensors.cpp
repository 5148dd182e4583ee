// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ModelWeights.h"

namespace ouroscope {

std::vector<ExpectedTensor> expectedTensors(const ModelConfig& config) {
  const auto wide = [](int n) { return static_cast<std::uint64_t>(n); };
  const std::uint64_t d = wide(config.hiddenSize), f = wide(config.intermediateSize),
                      v = wide(config.vocabSize);
  const std::uint64_t q = wide(config.heads) * wide(config.headDim);
  const std::uint64_t kv = wide(config.kvHeads) * wide(config.headDim);
  std::vector<ExpectedTensor> all;
  all.push_back({"model.embed_tokens.weight", {v, d}});
  for (int i = 0; i < config.layers; ++i) {
    const std::string at = "model.layers." + std::to_string(i) + ".";
    all.push_back({at + "self_attn.q_proj.weight", {q, d}});
    all.push_back({at + "self_attn.k_proj.weight", {kv, d}});
    all.push_back({at + "self_attn.v_proj.weight", {kv, d}});
    all.push_back({at + "self_attn.o_proj.weight", {d, q}});
    all.push_back({at + "mlp.gate_proj.weight", {f, d}});
    all.push_back({at + "mlp.up_proj.weight", {f, d}});
    all.push_back({at + "mlp.down_proj.weight", {d, f}});
    all.push_back({at + "input_layernorm.weight", {d}});
    all.push_back({at + "input_layernorm_2.weight", {d}});
    all.push_back({at + "post_attention_layernorm.weight", {d}});
    all.push_back({at + "post_attention_layernorm_2.weight", {d}});
  }
  all.push_back({"model.norm.weight", {d}});
  all.push_back({"model.early_exit_gate.weight", {1, d}});
  all.push_back({"model.early_exit_gate.bias", {1}});
  all.push_back({"lm_head.weight", {v, d}});
  return all;
}

}  // namespace ouroscope
