// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/Nanbeige.h"

#include <nlohmann/json.hpp>

#include "core/model/families/ConfigFields.h"
#include "core/model/families/LlamaLike.h"
#include "core/record/RunSettings.h"

namespace ouroscope {
namespace {

constexpr LlamaKind kNanbeigeKind{.modelType = "nanbeige",
                                  .architecture = "NanbeigeForCausalLM",
                                  .title = "Nanbeige",
                                  .loopNorm = true,
                                  .queryNorm = "self_attn.q_layernorm",
                                  .keyNorm = "self_attn.k_layernorm",
                                  .usualEps = 0,
                                  .usualContext = 0,
                                  .usualActivation = false};

/// What the released code can do and the released models do not use.
void refuseExperiments(const JsonObject& config) {
  constexpr std::pair<const char*, const char*> kSwitches[] = {
      {"enable_hyper_connection", "hyper-connections"},
      {"enable_mhc", "hyper-connections"},
      {"enable_h_res_identity", "hyper-connections"},
      {"enable_depth_attention", "attention over depth"},
      {"ngram_insert_all_layers", "n-gram embeddings"}};
  for (const auto& [key, meaning] : kSwitches) requireOff(config, key, meaning);
  for (const char* key : {"emb_neighbor_num", "ngram_vocab_size_ratio"})
    if (config.find(key)) config.fail(key, "is set, but n-gram embeddings are not implemented");
  if (const auto* layers = config.find("insert_ngram_layer_idx"); layers && !layers->empty())
    config.fail("insert_ngram_layer_idx", "is set, but n-gram embeddings are not implemented");
  config.optionalInteger("pretraining_tp", 1, 1);
}

/// LoopSplit: the middle layers are looped, those before and after them run once, and all layers
/// together run twice.
void splitLoops(const JsonObject& config, ModelDescription& out) {
  const int layers = out.config.layers;
  const int middle = config.integer("loop_middle_layers", 1, layers);
  if ((layers - middle) % 2 != 0 || (layers + middle) % middle != 0)
    config.fail("loop_middle_layers", "is " + std::to_string(middle) + " of " +
                                          std::to_string(layers) +
                                          " layers, which does not loop a whole number of times");
  out.spec.stages = {(layers - middle) / 2, middle, (layers - middle) / 2};
  out.config.trainedLoops = out.spec.trainedLoops = (layers + middle) / middle;
}

ModelDescription readNanbeige(const JsonObject& config) {
  refuseExperiments(config);
  LlamaKind kind = kNanbeigeKind;
  const bool split = config.boolean("enable_double_loop_split", false);
  kind.loopNorm = !split && !config.boolean("skip_loop_final_norm", false);
  if (config.boolean("qk_layernorm", false)) kind.queryKeyNorm = QueryKeyNorm::PerHead;
  ModelDescription out = readLlamaLike(config, kind);
  const auto* weights = config.find("loop_loss_weights");
  if (weights && (!weights->is_array() || weights->size() >= kMaxLoops))
    config.fail("loop_loss_weights", "must be a list of fewer than " + std::to_string(kMaxLoops) +
                                         " numbers, found " + shownValue(*weights));
  out.config.trainedLoops = weights && !weights->empty()
                                ? static_cast<int>(weights->size()) + 1
                                : config.optionalInteger("num_loops", 1, kMaxLoops).value_or(1);
  out.spec.trainedLoops = out.config.trainedLoops;
  if (split) splitLoops(config, out);
  out.spec.sharedLoopKv = config.boolean("loop_share_kv", false);
  if (out.spec.sharedLoopKv && !split)
    config.fail("loop_share_kv",
                "is true without enable_double_loop_split, which is not implemented");
  return out;
}

}  // namespace

constinit const Family kNanbeige{kNanbeigeKind.modelType, kNanbeigeKind.architecture,
                                 kNanbeigeKind.title, readNanbeige};

}  // namespace ouroscope
