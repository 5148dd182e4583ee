// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/VocabMerges.h"

#include <nlohmann/json.hpp>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"
#include "core/text/AddedEntries.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SplitPatterns.h"

namespace ouroscope {
namespace {

using Json = nlohmann::json;

constexpr const char *kVocab = "vocab.json", *kMerges = "merges.txt",
                     *kTokenizerConfig = "tokenizer_config.json";

/// One merge a line; a first line "#version" is none.
Json mergesOf(const std::string& text) {
  Json merges = Json::array();
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = std::min(text.find('\n', pos), text.size());
    std::string line = text.substr(pos, end - pos);
    if (line.ends_with('\r')) line.pop_back();
    pos = end + 1;
    if (!line.empty() && !line.starts_with("#version")) merges.push_back(std::move(line));
  }
  return merges;
}

Json byteLevel(bool addPrefixSpace, bool useRegex) {
  return {{"type", "ByteLevel"},
          {"add_prefix_space", addPrefixSpace},
          {"trim_offsets", true},
          {"use_regex", useRegex}};
}

/// What the tokenizer.json of this class would hold besides model and added tokens.
void addSteps(Json& document, const std::string& kind, bool addPrefixSpace) {
  if (kind == "Qwen2Tokenizer" || kind == "Qwen2TokenizerFast") {
    document["normalizer"] = {{"type", "NFC"}};
    const Json split{{"type", "Split"},
                     {"pattern", {{"Regex", kQwen2Pattern}}},
                     {"behavior", "Isolated"},
                     {"invert", false}};
    document["pre_tokenizer"] = {{"type", "Sequence"},
                                 {"pretokenizers", {split, byteLevel(addPrefixSpace, false)}}};
  } else if (kind.empty() || kind == "GPT2Tokenizer" || kind == "GPT2TokenizerFast") {
    document["pre_tokenizer"] = byteLevel(addPrefixSpace, true);
  } else {
    throw Error(std::string(kTokenizerConfig) + ": vocab.json and merges.txt of the class " +
                shownText(kind) +
                " are not read: save the tokenizer as tokenizer.json, or name GPT2Tokenizer or "
                "Qwen2Tokenizer.");
  }
  document["decoder"] = byteLevel(false, true);
}

}  // namespace

std::unique_ptr<Tokenizer> openVocabMerges(const ContainedFolder& folder) {
  constexpr std::size_t kMost = ByteLevelBpeTokenizer::kMostBytes;
  const std::string name = shownPath(folder.path() / kVocab);
  std::string kind;
  bool addPrefixSpace = false;
  if (folder.contains(kTokenizerConfig)) {
    const Json json = parseStrictJson(folder.read(kTokenizerConfig, kMost), kTokenizerConfig);
    const JsonObject config(json, kTokenizerConfig);
    kind = config.optionalString("tokenizer_class").value_or("");
    addPrefixSpace = config.boolean("add_prefix_space", false);
  }
  Json document;
  document["model"] = {
      {"type", "BPE"},
      {"vocab", parseStrictJson(folder.read(kVocab, kMost), name, {.maxBytes = kMost})},
      {"merges", mergesOf(folder.read(kMerges, kMost))}};
  addSteps(document, kind, addPrefixSpace);
  const AddedEntries added = AddedEntries::read(folder);
  Json list = Json::array();
  for (const AddedEntry& entry : added.entries)
    list.push_back({{"id", entry.id},
                    {"content", entry.content},
                    {"single_word", false},
                    {"lstrip", entry.leftStrip},
                    {"rstrip", entry.rightStrip},
                    {"normalized", false},
                    {"special", entry.special}});
  if (!list.empty()) document["added_tokens"] = std::move(list);
  return std::make_unique<ByteLevelBpeTokenizer>(
      document.dump(-1, ' ', false, Json::error_handler_t::replace), name);
}

}  // namespace ouroscope
