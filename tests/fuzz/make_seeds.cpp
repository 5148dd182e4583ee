// SPDX-License-Identifier: GPL-3.0-or-later
// Small inputs that no file of the repository gives: traces of many shapes, with every column,
// gates and lenses of the small model.   fuzz_seeds FOLDER
#include <iostream>

#include "tests/model/ModelFixtures.h"
#include "tests/support/SyntheticTrace.h"

namespace {

using namespace ouroscope;
namespace fs = std::filesystem;

void traces(const fs::path& folder) {
  int number = 0;
  const auto write = [&](const test::SyntheticOptions& o) {
    writeTrace(*test::syntheticTrace(o),
               folder / ("synthetic" + std::to_string(number++) + ".trace.safetensors"));
  };
  for (const int tokens : {1, 2, 3, 5, 8})
    for (const int loops : {1, 2, 3, 5})
      write({.tokens = tokens,
             .loops = loops,
             .topK = 1 + tokens % 4,
             .vocab = 24,
             .hidden = 3,
             .promptTokens = tokens / 2,
             .otherGates = tokens % 3,
             .tracked = loops % 3,
             .captureHidden = tokens % 2 == 1,
             .captureLogits = loops % 3 == 0,
             .captureLayers = loops % 2 == 1,
             .captureSimilarity = loops == 3,
             .captureAttention = tokens == 3,
             .keepStates = tokens == 5,
             .sweep = loops == 2,
             .skipLoops = tokens % 2 == 0,
             .seed = std::uint64_t(7 * tokens + loops)});
}

void gates(const fs::path& folder) {
  const std::vector<float> weight(16, 0.5f), bias{0.25f};
  const auto gate = [&](const std::string& name) {
    return std::vector<TensorToWrite>{
        {name + ".weight", DType::F32, {1, 16}, std::as_bytes(std::span(weight))},
        {name + ".bias", DType::F32, {1}, std::as_bytes(std::span(bias))}};
  };
  auto tensors = gate("plain");
  writeSafetensors(folder / "one.safetensors", tensors, {{"default", "plain"}});
  for (const TensorToWrite& tensor : gate("other")) tensors.push_back(tensor);
  writeSafetensors(folder / "two.safetensors", tensors, {});
}

void lenses(const fs::path& folder) {
  const std::vector<float> weight(256, 0.25f), bias(16, 1.0f);
  const TensorToWrite map{
      "loop1.layer2.weight", DType::F32, {16, 16}, std::as_bytes(std::span(weight))};
  const TensorToWrite shift{"loop1.layer2.bias", DType::F32, {16}, std::as_bytes(std::span(bias))};
  writeSafetensors(folder / "map.safetensors", std::vector{map}, {});
  writeSafetensors(folder / "affine.safetensors", std::vector{map, shift},
                   {{"ouroscope.lens", "{}"}});
}

/// Small: a mutation of the fixtures costs a hundred times as much.
constexpr const char* kTokenizer = R"({"version": "1.0", "truncation": null, "padding": null,
  "added_tokens": [{"id": 0, "content": "<|endoftext|>", "single_word": false, "lstrip": false,
                    "rstrip": false, "normalized": false, "special": true}],
  "normalizer": {"type": "NFC"},
  "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
    {"type": "Digits", "individual_digits": true},
    {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}]},
  "post_processor": null,
  "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true,
              "use_regex": true},
  "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": null,
            "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false,
            "vocab": {"<|endoftext|>": 0, "h": 1, "e": 2, "l": 3, "o": 4, "he": 5, "ll": 6},
            "merges": ["h e", "l l"]}})";

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "fuzz_seeds FOLDER: writes seeds into FOLDER/trace, FOLDER/gates ...\n";
    return 2;
  }
  const fs::path root = argv[1];
  for (const char* name : {"trace", "gates", "lens", "config", "index"})
    fs::create_directories(root / name);
  traces(root / "trace");
  gates(root / "gates");
  lenses(root / "lens");
  fixture::writeFile(root / "tokenizer_json" / "small.json", kTokenizer);
  fixture::writeFile(root / "config" / "small.json", fixture::ConfigText().text());
  fixture::writeFile(root / "index" / "two.json",
                     R"({"metadata": {"total_size": 12}, "weight_map": {
  "lm_head.weight": "model-00002-of-00002.safetensors",
  "model.norm.weight": "model-00001-of-00002.safetensors"}})");
  return 0;
}
