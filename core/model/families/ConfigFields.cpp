// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/ConfigFields.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/support/DisplayText.h"

namespace ouroscope {
namespace {

void noteUsual(std::string_view key, std::string usual, std::vector<Note>& notes) {
  notes.push_back({NoteKind::UsualValue, {std::string(key), std::move(usual)}});
}

}  // namespace

void requireOff(const JsonObject& config, std::string_view key, const std::string& meaning) {
  if (config.boolean(key, false))
    config.fail(key, "is true, but " + meaning + " is not implemented");
}

std::int64_t integerOrUsual(const JsonObject& config, std::string_view key, std::int64_t low,
                            std::int64_t high, std::int64_t usual, std::vector<Note>& notes) {
  if (usual == 0 || config.find(key)) return config.integer(key, low, high);
  noteUsual(key, std::to_string(usual), notes);
  return usual;
}

double numberOrUsual(const JsonObject& config, std::string_view key, double low, double high,
                     double usual, std::vector<Note>& notes) {
  if (usual == 0 || config.find(key)) return config.number(key, low, high);
  noteUsual(key, shownValue(usual), notes);
  return usual;
}

std::string stringOrUsual(const JsonObject& config, std::string_view key, const std::string& usual,
                          std::vector<Note>& notes) {
  if (usual.empty() || config.find(key)) return config.string(key);
  noteUsual(key, shownText(usual), notes);
  return usual;
}

void readHeads(const JsonObject& config, std::string_view key, std::string_view widthKey,
               ModelConfig& out) {
  out.heads = config.integer(key, 1, kMaxHeads);
  if (out.hiddenSize % out.heads != 0)
    config.fail(key, "is " + std::to_string(out.heads) + ", which does not divide " +
                         std::string(widthKey) + " " + std::to_string(out.hiddenSize));
  out.kvHeads = config.optionalInteger("num_key_value_heads", 1, out.heads).value_or(out.heads);
  if (out.heads % out.kvHeads != 0)
    config.fail("num_key_value_heads", "is " + std::to_string(out.kvHeads) +
                                           ", which does not divide " + std::string(key) + " " +
                                           std::to_string(out.heads));
  out.headDim =
      config.optionalInteger("head_dim", 2, kMaxHeadDim).value_or(out.hiddenSize / out.heads);
  if (out.headDim % 2 != 0 || out.headDim < 2)
    config.fail("head_dim",
                "is " + std::to_string(out.headDim) + ", but rotary positions need an even width");
}

const nlohmann::json* readLayerTypes(const JsonObject& config, int layers,
                                     std::initializer_list<std::string_view> allowed) {
  const nlohmann::json* types = config.find("layer_types");
  if (!types) return nullptr;
  if (!types->is_array() || std::ssize(*types) < layers || std::ssize(*types) > kMaxLayers)
    config.fail("layer_types", "must be a list of num_hidden_layers = " + std::to_string(layers) +
                                   " texts, found " + shownValue(*types));
  std::string known;
  for (const std::string_view text : allowed)
    known += (known.empty() ? "'" : " or '") + std::string(text) + "'";
  for (int i = 0; i < layers; ++i) {
    const nlohmann::json& type = (*types)[i];
    const std::string text = type.is_string() ? type.get<std::string>() : std::string();
    if (std::find(allowed.begin(), allowed.end(), text) == allowed.end())
      config.fail("layer_types", "must hold only " + known + ", found " + shownValue(type));
  }
  return types;
}

std::vector<int> readWindows(const JsonObject& config, int layers, int usual,
                             const std::function<bool(int)>& has, std::vector<Note>& notes) {
  const auto* types = readLayerTypes(config, layers, {"full_attention", "sliding_attention"});
  const bool absent = !config.has("sliding_window");
  if (absent ? usual == 0 : !config.find("sliding_window")) return {};
  const std::int64_t width = integerOrUsual(config, "sliding_window", 1, kMaxContext, usual, notes);
  std::vector<int> windows(layers);
  for (int i = 0; i < layers; ++i)
    if (types ? (*types)[i] == "sliding_attention" : has(i))
      windows[i] = std::min<std::int64_t>(width, std::numeric_limits<int>::max());
  return windows;
}

void readTokens(const JsonObject& config, ModelConfig& out, std::vector<Note>& notes) {
  const std::int64_t lastId = out.vocabSize - 1;
  if (const auto bos = config.optionalInteger("bos_token_id", 0, lastId))
    out.bosId = static_cast<int>(*bos);
  if (const nlohmann::json* eos = config.find("eos_token_id")) {
    // -1 is how some folders write "none".
    bool none = false;
    const auto add = [&](const nlohmann::json& id) {
      const std::int64_t value = config.integerIn(id, "eos_token_id", -1, lastId);
      none = none || value < 0;
      if (value >= 0) out.eosIds.push_back(static_cast<int>(value));
    };
    if (!eos->is_array()) {
      add(*eos);
    } else if (eos->size() > 64) {
      config.fail("eos_token_id", "lists more than 64 tokens");
    } else {
      for (const nlohmann::json& id : *eos) add(id);
    }
    if (none) notes.push_back({NoteKind::NoEos});
  }
  out.dtype =
      config.optionalString(config.find("torch_dtype") ? "torch_dtype" : "dtype").value_or("");
}

void takeSizes(ModelSpec& spec, const ModelConfig& config) {
  spec.vocabSize = config.vocabSize;
  spec.hiddenSize = config.hiddenSize;
  spec.intermediateSize = config.intermediateSize;
  spec.heads = config.heads;
  spec.kvHeads = config.kvHeads;
  spec.headDim = config.headDim;
  spec.trainedLoops = config.trainedLoops;
  spec.normEps = config.rmsNormEps;
}

}  // namespace ouroscope
