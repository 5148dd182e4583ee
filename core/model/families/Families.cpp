// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/model/FolderFaults.h"
#include "core/model/ShardIndex.h"
#include "core/model/families/Family.h"
#include "core/model/families/Gemma2.h"
#include "core/model/families/LoopWindow.h"
#include "core/model/families/Nanbeige.h"
#include "core/model/families/Ouro.h"
#include "core/model/families/Plain.h"
#include "core/model/families/Raven.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Sha256.h"

namespace ouroscope {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxConfigBytes = std::size_t{4} << 20;

/// A field of every row of the table, as part of a sentence.
template <class Of>
std::string listed(const std::string& between, const Of& of) {
  std::string all;
  for (const Family& family : families()) all += (all.empty() ? "" : between) + of(family);
  return all;
}

/// "OuroForCausalLM" -> "OuroModel": the class of an export without the head.
std::string baseOf(std::string_view architecture) {
  constexpr std::string_view kClass = "ForCausalLM";
  return std::string(architecture.substr(0, architecture.size() - kClass.size())) + "Model";
}

/// What makes models of families that are known and not run another kind, by their names or by keys
/// that only they have.
struct NotRun {
  std::string_view modelType, key, reason;
};
constexpr NotRun kNotRun[] = {
    {"iquestpltcoder", "",
     "later loops attend to the keys and values of the first one through gates, and the code that "
     "does it is not released"},
    {"iquestloopcoder", "",
     "later loops attend to the keys and values of the first one, and copies of the released code "
     "disagree on how"},
    {"", "H_cycles", "two stacks run in nested cycles and read the prompt in both directions"},
    {"", "n_recurrent_loops",
     "vectors are brought to unit length and attention has windows with a rotation of their own"},
    {"", "num_local_experts", "its layers are a mixture of experts"},
    {"", "num_experts", "its layers are a mixture of experts"},
    {"", "n_routed_experts", "its layers are a mixture of experts"}};

/// Empty where nothing is known of the model.
std::string_view whyNotRun(const JsonObject& config, const std::string& modelType) {
  for (const NotRun& each : kNotRun)
    if (each.key.empty() ? each.modelType == modelType : config.find(each.key) != nullptr)
      return each.reason;
  return {};
}

const Family& familyOf(const JsonObject& config) {
  const std::string runs =
      "(it runs " + listed(", ", [](const Family& f) { return std::string(f.title); }) + " models)";
  const std::string unknown =
      "; this is not a looped model or a plain one that this tool knows " + runs;
  const json* type = config.find("model_type");
  if (!type) config.fail("model_type", "is missing" + unknown);
  const auto all = families();
  const auto family = std::find_if(all.begin(), all.end(), [&](const Family& f) {
    return type->is_string() && type->get_ref<const std::string&>() == f.modelType;
  });
  if (family == all.end() && type->is_string()) {
    const auto name = type->get<std::string>();
    if (const std::string_view why = whyNotRun(config, name); !why.empty())
      config.fail("model_type", "is " + shownText(name) + ", a kind of model that is not run: " +
                                    std::string(why) + " " + runs);
  }
  if (family == all.end()) {
    const std::string known =
        listed(" or ", [](const Family& f) { return "'" + std::string(f.modelType) + "'"; });
    config.fail("model_type",
                "must be the text " + known + ", found " + shownValue(*type) + unknown);
  }
  if (const json* list = config.find("architectures")) {
    const bool plausible = list->is_array() && !list->empty() && list->size() <= 8;
    if (!plausible || std::none_of(list->begin(), list->end(), [&](const json& name) {
          return name == family->architecture || name == baseOf(family->architecture);
        }))
      config.fail("architectures", "must list " + std::string(family->architecture) + ", found " +
                                       (plausible ? shownValue(list->front()) : shownValue(*list)) +
                                       unknown);
  }
  return *family;
}

}  // namespace

std::span<const Family> families() {
  static const Family all[] = {kOuro,  kRaven, kNanbeige, kLlama,   kMistral,
                               kQwen2, kQwen3, kOlmo2,    kSmolLm3, kGemma2};
  return all;
}

ModelDescription readModel(const ContainedFolder& files) {
  const auto shown = [&](const char* name) { return shownPath(files.path() / name); };
  const std::string what = shown("config.json");
  if (!files.contains("config.json")) {
    if (const std::string adapter = adapterSentence(files); !adapter.empty()) throw Error(adapter);
    const std::string broken = brokenDownload(files);
    throw Error(what + " does not exist; " +
                (broken.empty() ? "name a model folder in the Hugging Face layout" : broken) + ".");
  }
  const std::string text = files.read("config.json", kMaxConfigBytes);
  const json document = parseStrictJson(text, what);
  const JsonObject config(document, what);
  const Family& family = familyOf(config);
  // The weight files are opened only for families whose tensors tell what they are.
  std::optional<Shards> shards;
  const auto shapes = [&](const std::string& name) -> std::vector<std::uint64_t> {
    if (!shards) shards = Shards::open(files);
    const TensorInfo* tensor = shards->find(name);
    return tensor ? tensor->shape : std::vector<std::uint64_t>();
  };
  ModelDescription description =
      family.read ? family.read(config) : family.readByTensors(config, shapes);
  description.sha256 = Sha256::hexOf(text);
  constexpr const char* kOwn = "ouroscope.json";
  if (files.contains(kOwn)) {
    const LoopWindow window = loopWindowIn(files.read(kOwn, kMaxConfigBytes), shown(kOwn));
    loopLayers(description.spec, window);
    description.config.exitThreshold = window.exitThreshold;
  }
  return description;
}

ModelConfig readModelConfig(const std::filesystem::path& folder) {
  return readModel(folder).config;
}

}  // namespace ouroscope
