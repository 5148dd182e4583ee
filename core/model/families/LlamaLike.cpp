// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/LlamaLike.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/model/families/ConfigFields.h"
#include "core/model/families/RopeTable.h"
#include "core/model/families/TensorTable.h"
#include "core/record/RunSettings.h"
#include "core/support/DisplayText.h"

namespace ouroscope {
namespace {

using nlohmann::json;

int narrow(std::int64_t value) {
  return value;
}

void readShape(const JsonObject& config, const LlamaKind& kind, ModelDescription& description) {
  ModelConfig& out = description.config;
  out.vocabSize = narrow(config.integer("vocab_size", 1, kMaxVocab));
  out.hiddenSize = narrow(config.integer("hidden_size", 1, kMaxWidth));
  out.intermediateSize = narrow(config.integer("intermediate_size", 1, kMaxWidth));
  out.layers = narrow(config.integer("num_hidden_layers", 1, kMaxLayers));
  readHeads(config, "num_attention_heads", "hidden_size", out);
  const std::int64_t longest = integerOrUsual(config, "max_position_embeddings", 1, kMaxContext,
                                              kind.usualContext, description.notes);
  out.maxPositions = narrow(std::min<std::int64_t>(longest, std::numeric_limits<int>::max()));
  out.trainedLoops = kind.loopsKey ? narrow(integerOrUsual(config, kind.loopsKey, 1, kMaxLoops,
                                                           kind.usualLoops, description.notes))
                                   : 1;
}

/// Attention windows of the layers; empty where none has one.
/// @param rotary as in LlamaOptions
std::vector<int> windowsOf(const JsonObject& config, const LlamaKind& kind, int layers,
                           const std::vector<std::uint8_t>& rotary, std::vector<Note>& notes) {
  constexpr const char *kSwitch = "use_sliding_window", *kWidth = "sliding_window";
  const bool every = kind.windows == WindowRule::Every;
  const bool switched =
      kind.windows == WindowRule::FromLayer || kind.windows == WindowRule::Unrotated;
  if (!every && !switched) requireOff(config, kSwitch, "a sliding window in models of this family");
  const json* width = config.find(kWidth);
  if (switched ? !config.boolean(kSwitch, false)
               : kind.windows == WindowRule::Never || (every && config.has(kWidth) && !width)) {
    readLayerTypes(config, layers, {"full_attention"});
    if (width && !config.find(kSwitch))
      notes.push_back({NoteKind::WindowWithout, {shownValue(*width)}});
    return {};
  }
  if (every) readLayerTypes(config, layers, {"sliding_attention"});
  int from = 0;
  if (kind.windows == WindowRule::FromLayer && !config.find("layer_types"))
    from = narrow(integerOrUsual(config, "max_window_layers", 0, kMaxLayers, 28, notes));
  const auto has = [&](int layer) {
    if (kind.windows == WindowRule::Alternating) return layer % 2 == 0;
    if (kind.windows == WindowRule::Unrotated) return !rotary[layer];
    return layer >= from;
  };
  return readWindows(config, layers, kind.usualWindow, has, notes);
}

/// Refuses what no kind has: partial rotation, sparse layers, quantised weights.
void refuseOthers(const JsonObject& config, const LlamaKind& kind, const ModelConfig& out,
                  std::vector<Note>& notes) {
  if (config.optionalNumber("partial_rotary_factor", 0.0, 1.0).value_or(1.0) != 1.0)
    config.fail("partial_rotary_factor", "must be 1; partial rotary positions are not implemented");
  const json* types = config.find("layer_types");
  if (types && types->is_array() && std::ssize(*types) > out.layers)
    notes.push_back(
        {NoteKind::LongLayerTypes, {std::to_string(types->size()), std::to_string(out.layers)}});
  // Gemma's code reads the one key, its older folders have the other.
  const bool older = config.find("hidden_act") && !config.find("hidden_activation");
  const char* key = kind.gelu && !older ? "hidden_activation" : "hidden_act";
  const std::string activation = kind.gelu ? "gelu_pytorch_tanh" : "silu";
  if (const std::string found =
          stringOrUsual(config, key, kind.usualActivation ? activation : std::string(), notes);
      found != activation)
    config.fail(key, "is " + shownText(found) + ", but only '" + activation + "' is implemented");
  for (const char* quantised : {"quantization_config", "quantization"})
    if (config.find(quantised))
      config.fail(
          quantised,
          "is set, but quantised weights are not implemented; use a BF16, F16 or F32 checkpoint");
  for (const char* experts : {"num_local_experts", "num_experts", "n_routed_experts"})
    if (config.optionalInteger(experts, 0, kMaxWidth).value_or(0) > 1)
      config.fail(experts, "asks for a mixture of experts, which is not implemented");
}

/// early_exit_step comes before the threshold; where it is no loop, the released code takes it for
/// absent.
void readExitStep(const JsonObject& config, ModelDescription& out) {
  const auto step = config.optionalInteger("early_exit_step", -kMaxLoops, kMaxLoops);
  if (!step) return;
  if (*step < 0 || *step >= out.config.trainedLoops) {
    out.notes.push_back(
        {NoteKind::ExitStepNone, {std::to_string(*step), std::to_string(out.config.trainedLoops)}});
    return;
  }
  out.config.exitLoop = static_cast<int>(*step) + 1;
  out.notes.push_back(
      {NoteKind::ExitStep, {std::to_string(*step), std::to_string(out.config.exitLoop)}});
}

void readRest(const JsonObject& config, const LlamaKind& kind, ModelDescription& description) {
  ModelConfig& out = description.config;
  // Smaller would be zero in fp32, and the norm of an all-zero state not finite.
  out.rmsNormEps =
      numberOrUsual(config, "rms_norm_eps", 1e-30, 1.0, kind.usualEps, description.notes);
  // Absent and null mean "no threshold", which reads the last loop, as 1 does.
  out.exitThreshold =
      config.optionalNumber("early_exit_threshold", 0.0, std::numeric_limits<double>::max())
          .value_or(1.0);
  readTokens(config, out, description.notes);
}

/// Whether a projection has a bias. A kind that never has one refuses the key that asks for it.
bool hasBias(const JsonObject& config, HasBias has, const char* key, const char* meaning) {
  if (has == HasBias::Always) return true;
  if (has == HasBias::Never) {
    requireOff(config, key, meaning);
    return false;
  }
  return config.boolean(key, false);
}

/// Which layers are rotated: no_rope_layers holds 1 for those, despite its name.
std::vector<std::uint8_t> readRotary(const JsonObject& config, const ModelConfig& shape) {
  std::vector<std::uint8_t> rotary;
  if (const json* list = config.find("no_rope_layers")) {
    if (!list->is_array() || std::ssize(*list) != shape.layers)
      config.fail("no_rope_layers",
                  "must be a list of num_hidden_layers = " + std::to_string(shape.layers) +
                      " numbers, found " + shownValue(*list));
    for (const json& value : *list)
      rotary.push_back(config.integerIn(value, "no_rope_layers", 0, 1) == 1);
    return rotary;
  }
  const auto interval = config.optionalInteger("no_rope_layer_interval", 1, kMaxLayers).value_or(4);
  for (int i = 0; i < shape.layers; ++i) rotary.push_back((i + 1) % interval != 0);
  return rotary;
}

constexpr NamedSlot kProjections[] = {
    {TensorSlot::Query, "self_attn.q_proj.weight"}, {TensorSlot::Key, "self_attn.k_proj.weight"},
    {TensorSlot::Value, "self_attn.v_proj.weight"}, {TensorSlot::Output, "self_attn.o_proj.weight"},
    {TensorSlot::Gate, "mlp.gate_proj.weight"},     {TensorSlot::Up, "mlp.up_proj.weight"},
    {TensorSlot::Down, "mlp.down_proj.weight"}};
constexpr NamedSlot kProjectionBiases[] = {{TensorSlot::QueryBias, "self_attn.q_proj.bias"},
                                           {TensorSlot::KeyBias, "self_attn.k_proj.bias"},
                                           {TensorSlot::ValueBias, "self_attn.v_proj.bias"}};
constexpr NamedSlot kOutputBias[] = {{TensorSlot::OutputBias, "self_attn.o_proj.bias"}};
constexpr NamedSlot kMlpBiases[] = {{TensorSlot::GateBias, "mlp.gate_proj.bias"},
                                    {TensorSlot::UpBias, "mlp.up_proj.bias"},
                                    {TensorSlot::DownBias, "mlp.down_proj.bias"}};
constexpr char kEmbedding[] = "model.embed_tokens.weight";

void addLayer(ModelSpec& spec, const LlamaKind& kind, int index) {
  const std::string prefix = "model.layers." + std::to_string(index) + ".";
  const LayerSpec& layer = spec.layers[index];
  const auto add = [&](std::span<const NamedSlot> names) {
    addTensors(spec, names, index, prefix);
  };
  const auto addWeight = [&](TensorSlot slot, const char* name) {
    if (name) addNorm(spec, slot, prefix + name + ".weight", kind.normOffset, index);
  };
  add(kProjections);
  if (layer.projectionBias) add(kProjectionBiases);
  if (layer.outputBias) add(kOutputBias);
  if (layer.mlpBias) add(kMlpBiases);
  if (layer.queryKeyNorm != QueryKeyNorm::None) {
    addWeight(TensorSlot::QueryNorm, kind.queryNorm);
    addWeight(TensorSlot::KeyNorm, kind.keyNorm);
  }
  addWeight(TensorSlot::BeforeAttention, kind.beforeAttention);
  addWeight(TensorSlot::AfterAttention, kind.afterAttention);
  addWeight(TensorSlot::BeforeMlp, kind.beforeMlp);
  addWeight(TensorSlot::AfterMlp, kind.afterMlp);
}

}  // namespace

ModelDescription readLlamaLike(const JsonObject& config, const LlamaKind& kind) {
  ModelDescription out;
  readShape(config, kind, out);
  LlamaOptions options;
  RopeReading rope = readRope(config, out.config.headDim, out.config.maxPositions, kind.usualTheta);
  out.config.ropeTheta = rope.theta;
  std::ranges::move(rope.notes, std::back_inserter(out.notes));
  options.rope = std::move(rope.rope);
  refuseOthers(config, kind, out.config, out.notes);
  options.projectionBias =
      hasBias(config, kind.projectionBias, "attention_bias", "a bias in the attention");
  options.outputBias =
      hasBias(config, kind.outputBias, "attention_bias", "a bias in the attention");
  options.mlpBias = hasBias(config, kind.mlpBias, "mlp_bias", "a bias in the feed-forward part");
  options.tied = config.boolean("tie_word_embeddings", kind.tiedByDefault);
  if (kind.someWithoutRope) options.rotary = readRotary(config, out.config);
  options.windows = windowsOf(config, kind, out.config.layers, options.rotary, out.notes);
  readRest(config, kind, out);
  if (kind.exitGate)
    readExitStep(config, out);
  else
    out.config.exitThreshold = 1;  // the last loop
  out.spec = llamaLikeSpec(out.config, kind, options);
  return out;
}

ModelSpec llamaLikeSpec(const ModelConfig& config, const LlamaKind& kind,
                        const LlamaOptions& options) {
  LayerSpec layer;
  layer.norms.beforeAttention = kind.beforeAttention;
  layer.norms.afterAttention = kind.afterAttention;
  layer.norms.beforeMlp = kind.beforeMlp;
  layer.norms.afterMlp = kind.afterMlp;
  layer.queryKeyNorm = kind.queryKeyNorm;
  layer.projectionBias = options.projectionBias;
  layer.outputBias = options.outputBias;
  layer.mlpBias = options.mlpBias;
  if (kind.gelu) layer.activation = Activation::GeluTanh;

  ModelSpec spec;
  spec.family = kind.modelType;
  takeSizes(spec, config);
  spec.stages.core = config.layers;
  spec.layers.assign(config.layers, layer);
  for (std::size_t i = 0; i < options.rotary.size(); ++i)
    if (!options.rotary[i]) spec.layers[i].rope = -1;
  for (std::size_t i = 0; i < options.windows.size(); ++i)
    spec.layers[i].window = options.windows[i];
  spec.ropes.push_back(options.rope.inverseFrequency.empty()
                           ? plainRope(config.ropeTheta, config.headDim)
                           : options.rope);
  spec.loopNorm = kind.loopNorm;
  spec.headNorm = !kind.loopNorm;
  spec.exitGate = kind.exitGate;

  addTensor(spec, TensorSlot::Embedding, kEmbedding);
  for (int i = 0; i < config.layers; ++i) addLayer(spec, kind, i);
  addNorm(spec, kind.loopNorm ? TensorSlot::LoopNorm : TensorSlot::HeadNorm, "model.norm.weight",
          kind.normOffset);
  if (kind.exitGate) {
    addTensor(spec, TensorSlot::ExitGate, "model.early_exit_gate.weight");
    addTensor(spec, TensorSlot::ExitGateBias, "model.early_exit_gate.bias");
  }
  addTensor(spec, TensorSlot::Head, options.tied ? kEmbedding : "lm_head.weight");
  return spec;
}

}  // namespace ouroscope
