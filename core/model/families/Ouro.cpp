// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/Ouro.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/model/families/TensorTable.h"
#include "core/record/RunSettings.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

using nlohmann::json;

// Far above every model of this kind, and small enough that no product of them wraps 64 bits.
constexpr std::int64_t kMaxVocab = std::int64_t{1} << 24;
constexpr std::int64_t kMaxWidth = std::int64_t{1} << 18;
constexpr std::int64_t kMaxLayers = 4096;
constexpr std::int64_t kMaxHeads = 4096;
constexpr std::int64_t kMaxHeadDim = 4096;

int narrow(std::int64_t value) {
  return value;
}

/// Refuses a field that is there, not null, and asks for something else than `allowed`.
void requireOff(const JsonObject& config, std::string_view key, const std::string& meaning) {
  if (config.boolean(key, false))
    config.fail(key, "is true, but " + meaning + " is not implemented");
}

void readShape(const JsonObject& config, ModelConfig& out) {
  out.vocabSize = narrow(config.integer("vocab_size", 1, kMaxVocab));
  out.hiddenSize = narrow(config.integer("hidden_size", 1, kMaxWidth));
  out.intermediateSize = narrow(config.integer("intermediate_size", 1, kMaxWidth));
  out.layers = narrow(config.integer("num_hidden_layers", 1, kMaxLayers));
  out.heads = narrow(config.integer("num_attention_heads", 1, kMaxHeads));
  if (out.hiddenSize % out.heads != 0)
    config.fail("num_attention_heads", "is " + std::to_string(out.heads) +
                                           ", which does not divide hidden_size " +
                                           std::to_string(out.hiddenSize));
  out.kvHeads =
      narrow(config.optionalInteger("num_key_value_heads", 1, out.heads).value_or(out.heads));
  if (out.heads % out.kvHeads != 0)
    config.fail("num_key_value_heads", "is " + std::to_string(out.kvHeads) +
                                           ", which does not divide num_attention_heads " +
                                           std::to_string(out.heads));
  out.headDim = narrow(
      config.optionalInteger("head_dim", 2, kMaxHeadDim).value_or(out.hiddenSize / out.heads));
  if (out.headDim % 2 != 0 || out.headDim < 2)
    config.fail("head_dim",
                "is " + std::to_string(out.headDim) + ", but rotary positions need an even width");
  const std::int64_t longest = config.integer("max_position_embeddings", 1, std::int64_t{1} << 31);
  out.maxPositions = narrow(std::min<std::int64_t>(longest, std::numeric_limits<int>::max()));
  out.trainedLoops = narrow(config.integer("total_ut_steps", 1, kMaxLoops));
}

void readRope(const JsonObject& config, ModelConfig& out) {
  constexpr double kLeast = 1e-3, kMost = 1e30;  // angles stay finite in fp32
  if (const json* scaling = config.find("rope_scaling"))
    config.fail("rope_scaling", "must be null, found " + shownValue(*scaling) +
                                    "; rope scaling is not implemented");
  // Transformers 5 writes the same number into an object of its own.
  const json* parameters = config.find("rope_parameters");
  if (!parameters) {
    out.ropeTheta = config.number("rope_theta", kLeast, kMost);
    return;
  }
  const JsonObject rope(*parameters, config.what() + ": rope_parameters");
  if (const auto type = rope.optionalString("rope_type"); type && *type != "default")
    rope.fail("rope_type", "is " + shownText(*type) + ", but only 'default' is implemented");
  out.ropeTheta = rope.number("rope_theta", kLeast, kMost);
  if (const auto other = config.optionalNumber("rope_theta", kLeast, kMost);
      other && *other != out.ropeTheta)
    config.fail("rope_theta", "differs from rope_parameters.rope_theta; make them equal");
}

void readAttention(const JsonObject& config, const ModelConfig& out) {
  requireOff(config, "use_sliding_window", "a sliding window");
  // Where the switch says false the number that goes with it means nothing (as in the reference).
  const json* window = config.find("sliding_window");
  if (window && !config.find("use_sliding_window"))
    config.fail("sliding_window", "must be null, found " + shownValue(*window) +
                                      "; a sliding window is not implemented");
  requireOff(config, "attention_bias", "a bias in the attention");
  requireOff(config, "mlp_bias", "a bias in the feed-forward part");
  if (config.optionalNumber("partial_rotary_factor", 0.0, 1.0).value_or(1.0) != 1.0)
    config.fail("partial_rotary_factor", "must be 1; partial rotary positions are not implemented");
  if (const json* types = config.find("layer_types")) {
    if (!types->is_array() || std::ssize(*types) != out.layers)
      config.fail("layer_types",
                  "must be a list of num_hidden_layers = " + std::to_string(out.layers) +
                      " texts, found " + shownValue(*types));
    for (const json& type : *types)
      if (type != "full_attention")
        config.fail("layer_types", "must hold only 'full_attention', found " + shownValue(type));
  }
}

void readRest(const JsonObject& config, ModelConfig& out) {
  if (const std::string activation = config.string("hidden_act"); activation != "silu")
    config.fail("hidden_act", "is " + shownText(activation) + ", but only 'silu' is implemented");
  requireOff(config, "tie_word_embeddings",
             "sharing one matrix between embedding and head (tied embeddings)");
  if (config.find("quantization_config"))
    config.fail(
        "quantization_config",
        "is set, but quantised weights are not implemented; use a BF16, F16 or F32 checkpoint");
  // Smaller would be zero in fp32, and the norm of an all-zero state not finite.
  out.rmsNormEps = config.number("rms_norm_eps", 1e-30, 1.0);
  // Absent and null mean "no threshold", which reads the last loop, as 1 does.
  out.exitThreshold =
      config.optionalNumber("early_exit_threshold", 0.0, std::numeric_limits<double>::max())
          .value_or(1.0);
  const std::int64_t lastId = out.vocabSize - 1;
  if (const auto bos = config.optionalInteger("bos_token_id", 0, lastId)) out.bosId = narrow(*bos);
  if (const json* eos = config.find("eos_token_id")) {
    if (eos->is_array()) {
      if (eos->size() > 64) config.fail("eos_token_id", "lists more than 64 tokens");
      for (const json& id : *eos)
        out.eosIds.push_back(narrow(config.integerIn(id, "eos_token_id", 0, lastId)));
    } else {
      out.eosIds.push_back(narrow(config.integerIn(*eos, "eos_token_id", 0, lastId)));
    }
  }
  out.dtype =
      config.optionalString(config.find("torch_dtype") ? "torch_dtype" : "dtype").value_or("");
}

ModelDescription readOuro(const JsonObject& object) {
  ModelConfig config;
  readShape(object, config);
  readRope(object, config);
  readAttention(object, config);
  readRest(object, config);
  return {config, ouroSpec(config)};
}

constexpr NamedSlot kFirst[] = {{TensorSlot::Embedding, "model.embed_tokens.weight"}};
constexpr NamedSlot kLayer[] = {
    {TensorSlot::Query, "self_attn.q_proj.weight"},
    {TensorSlot::Key, "self_attn.k_proj.weight"},
    {TensorSlot::Value, "self_attn.v_proj.weight"},
    {TensorSlot::Output, "self_attn.o_proj.weight"},
    {TensorSlot::Gate, "mlp.gate_proj.weight"},
    {TensorSlot::Up, "mlp.up_proj.weight"},
    {TensorSlot::Down, "mlp.down_proj.weight"},
    {TensorSlot::BeforeAttention, "input_layernorm.weight"},
    {TensorSlot::AfterAttention, "input_layernorm_2.weight"},
    {TensorSlot::BeforeMlp, "post_attention_layernorm.weight"},  // despite its name
    {TensorSlot::AfterMlp, "post_attention_layernorm_2.weight"}};
constexpr NamedSlot kLast[] = {{TensorSlot::LoopNorm, "model.norm.weight"},
                               {TensorSlot::ExitGate, "model.early_exit_gate.weight"},
                               {TensorSlot::ExitGateBias, "model.early_exit_gate.bias"},
                               {TensorSlot::Head, "lm_head.weight"}};

}  // namespace

constinit const Family kOuro{"ouro", "OuroForCausalLM", "Ouro", readOuro};

ModelSpec ouroSpec(const ModelConfig& config) {
  LayerSpec layer;
  layer.norms.beforeAttention = layer.norms.afterAttention = true;
  layer.norms.beforeMlp = layer.norms.afterMlp = true;

  RopeSpec rope;
  for (int k = 0; k < config.headDim / 2; ++k)
    rope.inverseFrequency.push_back(
        static_cast<float>(std::pow(config.ropeTheta, -2.0 * k / config.headDim)));

  ModelSpec spec;
  spec.family = kOuro.modelType;
  spec.vocabSize = config.vocabSize;
  spec.hiddenSize = config.hiddenSize;
  spec.intermediateSize = config.intermediateSize;
  spec.heads = config.heads;
  spec.kvHeads = config.kvHeads;
  spec.headDim = config.headDim;
  spec.trainedLoops = config.trainedLoops;
  spec.stages.core = config.layers;
  spec.layers.assign(config.layers, layer);
  spec.ropes.push_back(std::move(rope));
  spec.normEps = config.rmsNormEps;
  spec.loopNorm = spec.exitGate = true;

  addTensors(spec, kFirst);
  for (int i = 0; i < config.layers; ++i)
    addTensors(spec, kLayer, i, "model.layers." + std::to_string(i) + ".");
  addTensors(spec, kLast);
  return spec;
}

ModelConfig namedShape(const std::string& name) {
  ModelConfig c;
  c.rmsNormEps = 1e-6;
  c.trainedLoops = 4;
  c.dtype = "bfloat16";
  if (name == "1.4b" || name == "2.6b") {
    c.vocabSize = 49152;
    c.hiddenSize = 2048;
    c.intermediateSize = 5632;
    c.layers = name == "1.4b" ? 24 : 48;
    c.heads = c.kvHeads = 16;
    c.headDim = 128;
    c.maxPositions = 65536;
    c.ropeTheta = 1e6;
    c.bosId = 0;
    c.eosIds = {0};
  } else if (name == "demo") {
    c.vocabSize = 1024;
    c.hiddenSize = 256;
    c.intermediateSize = 704;
    c.layers = 2;
    c.heads = c.kvHeads = 4;
    c.headDim = 64;
    c.maxPositions = 512;
    c.ropeTheta = 10000;
  } else {
    throw Error("There is no model shape called " + shownText(name) + "; use 1.4b, 2.6b or demo.");
  }
  return c;
}

}  // namespace ouroscope
