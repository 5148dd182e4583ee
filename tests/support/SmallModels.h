// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of small random models with the tokenizers of tests/text/fixtures.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/model/families/Raven.h"
#include "tests/model/ModelFixtures.h"

namespace ouroscope::test {

inline void copyTokenizer(const std::string& name, const std::filesystem::path& folder) {
  std::filesystem::copy_file(
      std::filesystem::path(OUROSCOPE_SOURCE_DIR) / "tests/text/fixtures" / name,
      folder / "tokenizer.json", std::filesystem::copy_options::overwrite_existing);
}

/// A looped model whose tokenizer has ChatML marks, without a chat template.
inline void writeChatModel(const std::filesystem::path& folder, fixture::ConfigText config = {}) {
  std::filesystem::create_directories(folder);
  fixture::writeFile(folder / "config.json", config.set("vocab_size", "600").text());
  fixture::ModelBytes(readModel(folder).spec).write(folder / "model.safetensors");
  copyTokenizer("qwen2.json", folder);
}

/// A template with a default system turn, as SmolLM2 has it.
inline constexpr const char* kSystemTemplate =
    "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
    "{{ '<|im_start|>system\\nBe brief.<|im_end|>\\n' }}{% endif %}"
    "{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/// A plain model of four layers, with the same tokenizer.
inline void writePlainModel(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  fixture::ConfigText config;
  config.set("model_type", "\"llama\"").set("architectures", "[\"LlamaForCausalLM\"]");
  config.remove("total_ut_steps").remove("early_exit_threshold").set("num_key_value_heads", "2");
  config.set("num_hidden_layers", "4").set("vocab_size", "600");
  fixture::writeFile(folder / "config.json", config.text());
  fixture::ModelBytes(readModel(folder).spec).write(folder / "model.safetensors");
  copyTokenizer("qwen2.json", folder);
}

/// A model that was made recurrent afterwards: loops that start from noise, layers before and after
/// them, and Huginn's tokenizer, which drops what its pattern does not match.
inline void writeNoiseModel(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const std::string config =
      R"({"model_type": "huginn_raven", "n_embd": 16, "num_attention_heads": 4,
          "intermediate_size": 24, "vocab_size": 704, "padding_multiple": 32, "block_size": 64,
          "norm_eps": 1e-6, "n_layers_in_prelude": 1, "n_layers_in_recurrent_block": 2,
          "n_layers_in_coda": 1, "mean_recurrence": 4})";
  fixture::writeFile(folder / "config.json", config);
  const nlohmann::json document = nlohmann::json::parse(config);
  const ModelDescription model =
      kRaven.readByTensors(JsonObject(document, "config.json"),
                           [](const std::string&) { return std::vector<std::uint64_t>{}; });
  fixture::ModelBytes(model.spec).write(folder / "model.safetensors");
  copyTokenizer("huginn.json", folder);
}

}  // namespace ouroscope::test
