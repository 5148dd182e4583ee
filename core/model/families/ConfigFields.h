// SPDX-License-Identifier: GPL-3.0-or-later
// What readers of config.json share.
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/ModelConfig.h"
#include "core/model/families/ModelSpec.h"
#include "core/record/Note.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

// Far above every model of this kind, and small enough that no product of them wraps 64 bits.
inline constexpr std::int64_t kMaxVocab = std::int64_t{1} << 24;
inline constexpr std::int64_t kMaxWidth = std::int64_t{1} << 18;
inline constexpr std::int64_t kMaxLayers = 4096;
inline constexpr std::int64_t kMaxHeads = 4096;
inline constexpr std::int64_t kMaxHeadDim = 4096;
inline constexpr std::int64_t kMaxContext = std::int64_t{1} << 31;

/// Refuses a switch that is on. @param meaning in words
void requireOff(const JsonObject& config, std::string_view key, const std::string& meaning);

/// A key for which the released configuration class has a value of its own, which is taken with a
/// note where config.json leaves it out.
/// @param usual that value; 0: the key must be there
std::int64_t integerOrUsual(const JsonObject& config, std::string_view key, std::int64_t low,
                            std::int64_t high, std::int64_t usual, std::vector<Note>& notes);
double numberOrUsual(const JsonObject& config, std::string_view key, double low, double high,
                     double usual, std::vector<Note>& notes);
/// @param usual the same as text; empty: the key must be there
std::string stringOrUsual(const JsonObject& config, std::string_view key, const std::string& usual,
                          std::vector<Note>& notes);

/// The number and the width of heads, for a hidden size that is read.
/// @param key of the number of heads
/// @param widthKey what the hidden size is called in sentences
void readHeads(const JsonObject& config, std::string_view key, std::string_view widthKey,
               ModelConfig& out);

/// layer_types, a list of as many texts, or more (people cut layers off by hand); null where
/// absent.
/// @param allowed the texts that may be in it
const nlohmann::json* readLayerTypes(const JsonObject& config, int layers,
                                     std::initializer_list<std::string_view> allowed);

/// The window of every layer: sliding_window positions, where layer_types says 'sliding_attention'.
/// Empty where sliding_window is null.
/// @param usual where sliding_window is absent; 0: there are no windows then
/// @param has whether a layer has one, where layer_types is absent
std::vector<int> readWindows(const JsonObject& config, int layers, int usual,
                             const std::function<bool(int)>& has, std::vector<Note>& notes);

/// bos_token_id, eos_token_id (a number or a list) and the type of the weights, as written.
/// @param notes gets what a person should know of it
void readTokens(const JsonObject& config, ModelConfig& out, std::vector<Note>& notes);

/// Takes the sizes of the config over into the spec.
void takeSizes(ModelSpec& spec, const ModelConfig& config);

}  // namespace ouroscope
