// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Note.h"
#include "core/support/Index.h"
#include "core/text/AddedVocabulary.h"
#include "core/text/BpeModel.h"
#include "core/text/PreTokenizer.h"
#include "core/text/TextAffixes.h"
#include "core/text/TextNormalizer.h"
#include "core/text/TokenSpelling.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// BPE from Hugging Face's tokenizer.json, byte-level or converted from a sentencepiece model (with
/// its marks of spaces and bytes), with the same ids as the Python package tokenizers 0.23 gives
/// with add_special_tokens=False. Parts that are not implemented are refused by name; truncation
/// and padding are read but not applied, the templates of the post-processor only in prefix().
class ByteLevelBpeTokenizer : public Tokenizer {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{128} << 20;  ///< of the file

  explicit ByteLevelBpeTokenizer(const std::filesystem::path& file);

  /// From the bytes of a tokenizer.json; `name` stands for the file in errors. @throws Error
  ByteLevelBpeTokenizer(std::string_view json, const std::string& name);

  std::string kind() const override {
    return converted() ? "BPE of a sentencepiece model" : "byte-level BPE";
  }
  /// From a sentencepiece model.
  bool converted() const { return !spelling_.byteLevel; }
  int size() const override { return intSize(bytes_); }
  std::vector<std::int32_t> encode(std::string_view text) const override {
    return encodePlain(text, {});
  }
  std::vector<std::int32_t> encodePlain(std::string_view text,
                                        std::span<const TextRange> plain) const override;
  std::vector<std::int32_t> prefix() const override { return affixes_.before; }
  std::string bytes(std::int32_t id) const override;
  std::string decode(std::span<const std::int32_t> ids, bool skipSpecial = false) const override;
  bool isSpecial(std::int32_t id) const override { return added_.isSpecial(id); }
  std::optional<std::int32_t> idOf(std::string_view token) const override;
  std::vector<Note> notes() const override;

 private:
  struct Parts;
  explicit ByteLevelBpeTokenizer(Parts&& parts);

  TextNormalizer normalizer_;
  PreTokenizer preTokenizer_;
  BpeModel model_;
  AddedVocabulary added_;
  TextAffixes affixes_;  ///< tokens that the file puts around a text
  TokenSpelling spelling_;
  std::vector<std::string> bytes_;  ///< by id: what the token stands for
};

}  // namespace ouroscope
