// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/Raven.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/model/families/ConfigFields.h"
#include "core/model/families/Gemma2.h"
#include "core/model/families/RopeTable.h"
#include "core/model/families/TensorTable.h"
#include "core/record/RunSettings.h"
#include "core/support/DisplayText.h"

namespace ouroscope {
namespace {

using nlohmann::json;

/// Whose layers the blocks are.
enum class RavenBlock { Huginn, Llama, Olmo2, Gemma2 };

RavenBlock blockOf(const JsonObject& config, const TensorShapes& shapes) {
  const std::string block = "transformer.core_block.0.";
  const auto has = [&](const std::string& name) { return !shapes(name).empty(); };
  if (has(block + "attn.q_norm.weight")) return RavenBlock::Olmo2;
  if (!has(block + "norm_3.weight")) return RavenBlock::Llama;
  if (has(block + "attn.qk_bias")) return RavenBlock::Huginn;
  if (!config.find("attn_logit_softcapping"))
    config.fail("model_type",
                "is 'huginn_raven', but the tensors are neither Huginn's (no qk_bias) nor, without "
                "attn_logit_softcapping in config.json, those of a Gemma-2 made recurrent");
  return RavenBlock::Gemma2;
}

/// The first of two spellings that is there.
std::string_view spelling(const JsonObject& config, std::string_view one, std::string_view other) {
  return config.find(one) || !config.find(other) ? one : other;
}

/// Refuses a choice that only experiments make.
void requireText(const JsonObject& config, std::string_view key,
                 std::initializer_list<std::string_view> allowed) {
  const auto found = config.optionalString(key);
  if (!found) return;
  for (const std::string_view text : allowed)
    if (*found == text) return;
  config.fail(key, "is " + shownText(*found) + ", but only '" + std::string(*allowed.begin()) +
                       "' is implemented");
}

void refuseRavenExperiments(const JsonObject& config, RavenBlock block) {
  // Retrofits keep Huginn's words for what their own code decides.
  if (block == RavenBlock::Gemma2) {
    requireText(config, "nonlin_name", {"gelu_pytorch_tanh", "GELU", "SiLU"});
  } else {
    requireText(config, "nonlin_name", {"SiLU"});
    requireText(config, "norm_class_name", {"RMSNorm_llama", "RMSNorm"});
  }
  requireText(config, "injection_type", {"linear"});
  requireText(config, "mlp_class_name", {"GatedMLP"});
  requireText(config, "state_init", {"like-init"});
  requireOff(config, "bias", "a bias in the products");
  if (config.optionalNumber("test_time_noise", 0, 1e9).value_or(0) != 0)
    config.fail("test_time_noise", "must be 0; noise between the loops is not implemented");
}

/// Keys that Huginn's released configuration class has values for; that of the retrofits, under the
/// same name, is another one.
void readRavenShape(const JsonObject& config, RavenBlock block, ModelDescription& description) {
  ModelConfig& out = description.config;
  const bool own = block == RavenBlock::Huginn;

  out.hiddenSize = config.integer(spelling(config, "n_embd", "hidden_size"), 1, kMaxWidth);
  readHeads(config, spelling(config, "n_heads", "num_attention_heads"), "n_embd", out);
  out.intermediateSize = config.integer("intermediate_size", 1, kMaxWidth);
  // The embedding is stored with the padded number of rows.
  const std::int64_t vocabulary = config.integer("vocab_size", 1, kMaxVocab);
  const std::int64_t multiple =
      config.optionalInteger("padding_multiple", 1, kMaxVocab).value_or(4096);
  const auto padded =
      config.optionalInteger("padded_vocab_size", vocabulary, std::int64_t{2} * kMaxVocab);
  out.vocabSize = padded.value_or((vocabulary + multiple - 1) / multiple * multiple);
  const auto context = config.optionalInteger("max_position_embeddings", 1, kMaxContext);
  out.maxPositions = std::min<std::int64_t>(
      context
          ? *context
          : integerOrUsual(config, "block_size", 1, kMaxContext, own ? 4096 : 0, description.notes),
      std::numeric_limits<int>::max());
  out.trainedLoops =
      integerOrUsual(config, "mean_recurrence", 1, kMaxLoops, own ? 32 : 0, description.notes);
  out.rmsNormEps = numberOrUsual(config, spelling(config, "norm_eps", "rms_norm_eps"), 1e-30, 1.0,
                                 own ? 1e-6 : 0, description.notes);
}

Stages readStages(const JsonObject& config) {
  const auto count = [&](const char* key, int least) -> int {
    return config.integer(key, least, kMaxLayers);
  };
  return {count("n_layers_in_prelude", 0), count("n_layers_in_recurrent_block", 1),
          count("n_layers_in_coda", 0)};
}

/// Rows of a tensor that is several matrices, one above the other.
void addPart(ModelSpec& spec, TensorSlot slot, int layer, const std::string& name,
             std::int64_t firstRow, std::uint64_t rowsOfAll, int pairsOf = 0) {
  TensorSpec& part = addTensor(spec, slot, name, layer);
  part.shape[0] = rowsOfAll;
  part.firstRow = firstRow;
  part.pairsOf = pairsOf;
}

float normOffset(RavenBlock block) {
  return block == RavenBlock::Gemma2 ? 1.0f : 0.0f;
}

void addBlock(ModelSpec& spec, RavenBlock block, int layer, const std::string& prefix) {
  const std::int64_t q = spec.attentionWidth(), kv = spec.kvWidth(), f = spec.intermediateSize;
  const std::string qkv = prefix + "attn.Wqkv.weight", fused = prefix + "mlp.fc.weight";
  const int pairs = block == RavenBlock::Huginn ? spec.headDim : 0;
  addPart(spec, TensorSlot::Query, layer, qkv, 0, q + 2 * kv, pairs);
  addPart(spec, TensorSlot::Key, layer, qkv, q, q + 2 * kv, pairs);
  addPart(spec, TensorSlot::Value, layer, qkv, q + kv, q + 2 * kv);
  if (block == RavenBlock::Huginn) {
    // [2, 1, heads, headDim]: of queries, then of keys.
    const std::uint64_t heads = spec.heads, width = spec.headDim;
    for (const TensorSlot slot : {TensorSlot::QueryBias, TensorSlot::KeyBias}) {
      TensorSpec& bias = addTensor(spec, slot, prefix + "attn.qk_bias", layer);
      bias.shape = {2, 1, heads, width};
      bias.firstRow = slot == TensorSlot::KeyBias ? spec.heads : 0;
      bias.rows = spec.heads;
      bias.pairsOf = pairs;
    }
  }
  if (block == RavenBlock::Olmo2) {
    addTensor(spec, TensorSlot::QueryNorm, prefix + "attn.q_norm.weight", layer);
    addTensor(spec, TensorSlot::KeyNorm, prefix + "attn.k_norm.weight", layer);
  }
  addTensor(spec, TensorSlot::Output, prefix + "attn.proj.weight", layer);
  addPart(spec, TensorSlot::Gate, layer, fused, 0, 2 * f);
  addPart(spec, TensorSlot::Up, layer, fused, f, 2 * f);
  addTensor(spec, TensorSlot::Down, prefix + "mlp.proj.weight", layer);
  const auto norm = [&](TensorSlot slot, int number) {
    addNorm(spec, slot, prefix + "norm_" + std::to_string(number) + ".weight", normOffset(block),
            layer);
  };
  switch (block) {
    case RavenBlock::Huginn:
      norm(TensorSlot::BeforeAttention, 1);
      norm(TensorSlot::AfterAttentionSum, 2);
      norm(TensorSlot::BeforeMlp, 3);
      norm(TensorSlot::AfterMlpSum, 4);
      break;
    case RavenBlock::Llama:
      norm(TensorSlot::BeforeAttention, 1);
      norm(TensorSlot::BeforeMlp, 2);
      break;
    case RavenBlock::Olmo2:
      norm(TensorSlot::AfterAttention, 1);
      norm(TensorSlot::AfterMlp, 2);
      break;
    case RavenBlock::Gemma2:
      norm(TensorSlot::BeforeAttention, 1);
      norm(TensorSlot::AfterAttention, 2);
      norm(TensorSlot::BeforeMlp, 3);
      norm(TensorSlot::AfterMlp, 4);
      break;
  }
}

LayerSpec layerOf(RavenBlock block) {
  LayerSpec layer;
  const bool huginn = block == RavenBlock::Huginn, olmo = block == RavenBlock::Olmo2,
             gemma = block == RavenBlock::Gemma2;
  layer.norms = {.beforeAttention = !olmo,
                 .afterAttention = olmo || gemma,
                 .afterAttentionSum = huginn,
                 .beforeMlp = !olmo,
                 .afterMlp = olmo || gemma,
                 .afterMlpSum = huginn};
  if (gemma) layer.activation = Activation::GeluTanh;
  layer.projectionBias = huginn;
  if (olmo) layer.queryKeyNorm = QueryKeyNorm::WholeWidth;
  return layer;
}

/// The start state and the scale of the embedding: numbers of init_values, where it is there. The
/// retrofits keep Huginn's, whatever their own width is.
void readInit(const JsonObject& config, RavenBlock block, ModelSpec& spec) {
  const double d = spec.hiddenSize;
  const bool scaled = block == RavenBlock::Huginn || block == RavenBlock::Gemma2;
  double deviation = std::sqrt(2 / (5 * d)), scale = scaled ? std::sqrt(d) : 1;
  if (const json* values = config.find("init_values")) {
    const JsonObject init(*values, config.what() + ": init_values");
    deviation = init.optionalNumber("std", 0, 1e6).value_or(deviation);
    scale = init.optionalNumber("embed_scale", 0, 1e6).value_or(scale);
  }
  // Gemma-2's own code scales the embedding where init_values says 1, as it does for all retrofits.
  spec.embeddingScale = block == RavenBlock::Gemma2 && scale == 1 ? std::sqrt(d) : scale;
  spec.start = StartState::Noise;
  spec.startSpread = deviation * scale;
  const std::string mode = config.optionalString("initial_state_mode").value_or("random");
  spec.firstLoopAsIs = mode == "skip-adapter";
  if (mode == "embed-init" || mode == "skip-adapter")
    spec.start = StartState::Embedding;
  else if (mode != "random")
    config.fail("initial_state_mode",
                "is " + shownText(mode) +
                    ", but only 'random', 'embed-init' and 'skip-adapter' are implemented");
  if (spec.start == StartState::Noise && spec.startSpread == 0) spec.start = StartState::Zeros;
}

ModelDescription readRaven(const JsonObject& config, const TensorShapes& shapes) {
  const RavenBlock block = blockOf(config, shapes);
  refuseRavenExperiments(config, block);
  ModelDescription out;
  ModelConfig& c = out.config;
  readRavenShape(config, block, out);
  // Whether the vocabulary is padded, the checkpoint knows best.
  if (const auto shape = shapes("transformer.wte.weight");
      shape.size() == 2 && shape[0] <= std::uint64_t{kMaxVocab} && shape[0] >= 1)
    c.vocabSize = shape[0];
  const char* theta = config.find("rope_theta") ? "rope_theta" : "rope_base";
  RopeReading rope = readRope(config, c.headDim, c.maxPositions, 50000, theta);
  c.ropeTheta = rope.theta;
  std::ranges::move(rope.notes, std::back_inserter(out.notes));
  readTokens(config, c, out.notes);

  ModelSpec& spec = out.spec;
  spec.family = block == RavenBlock::Huginn  ? "huginn"
                : block == RavenBlock::Llama ? "huginn-llama"
                : block == RavenBlock::Olmo2 ? "huginn-olmo2"
                                             : "huginn-gemma2";
  spec.stages = readStages(config);
  c.layers = spec.stages.prelude + spec.stages.core + spec.stages.coda;
  takeSizes(spec, c);
  spec.layers.assign(c.layers, layerOf(block));
  spec.ropes.push_back(std::move(rope.rope));
  spec.loopInput = LoopInput::Adapter;
  spec.headNorm = true;
  spec.codaNorm = block == RavenBlock::Huginn;
  readInit(config, block, spec);
  if (block == RavenBlock::Gemma2) {
    readSoftCaps(config, spec);
    const std::vector<int> windows = readWindows(
        config, c.layers, 0, [](int) { return false; }, out.notes);
    for (std::size_t i = 0; i < windows.size(); ++i) spec.layers[i].window = windows[i];
    if (!windows.empty() && !config.find("layer_types"))
      out.notes.push_back({NoteKind::WindowNowhere, {shownValue(*config.find("sliding_window"))}});
  }

  const std::string top = "transformer.";
  addTensor(spec, TensorSlot::Embedding, top + "wte.weight");
  int layer = 0;
  const std::pair<const char*, int> parts[] = {{"prelude.", spec.stages.prelude},
                                               {"core_block.", spec.stages.core},
                                               {"coda.", spec.stages.coda}};
  for (const auto& [name, count] : parts)
    for (int i = 0; i < count; ++i)
      addBlock(spec, block, layer++, top + name + std::to_string(i) + ".");
  addTensor(spec, TensorSlot::Adapter, top + "adapter.weight");
  addNorm(spec, TensorSlot::HeadNorm, top + "ln_f.weight", normOffset(block));
  if (spec.codaNorm) addTensor(spec, TensorSlot::CodaNorm, top + "ln_f.weight");
  const bool tied = config.boolean(
      "tie_embeddings", config.boolean("tie_word_embeddings", block == RavenBlock::Huginn));
  addTensor(spec, TensorSlot::Head, tied ? top + "wte.weight" : "lm_head.weight");
  return out;
}

}  // namespace

constinit const Family kRaven{"huginn_raven", "RavenForCausalLM", "Huginn", nullptr, readRaven};

}  // namespace ouroscope
