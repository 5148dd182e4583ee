// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Note.h"
#include "core/text/BpeModel.h"
#include "core/text/JsonView.h"
#include "core/text/TextNormalizer.h"
#include "core/text/Tokenizer.h"
#include "core/text/WordTrie.h"

namespace ouroscope {

/// The `added_tokens` of a tokenizer.json: words that are found in the text before anything else
/// happens to it. Those that are not `normalized` are looked for in the raw text, the others in
/// each normalised stretch between.
class AddedVocabulary {
 public:
  /// Longer contents are refused: looking for one costs as many steps per byte of text.
  static constexpr std::size_t kLongestContent = 256;

  AddedVocabulary() = default;

  /// `list` is the array. Ids are given as the reference gives them: that of the same word in the
  /// model's vocabulary, else the next free one; the id in the file is not used, and a difference
  /// is reported in notes().
  AddedVocabulary(const JsonView& list, const BpeModel& model, const TextNormalizer& normalizer);

  /// A stretch of the text: an added token (id >= 0) or text between them (-1).
  struct Piece {
    std::string_view text;
    std::int32_t id;
  };
  /// @param plain stretches (sorted, apart) in which special tokens are ordinary text
  std::vector<Piece> splitRaw(std::string_view text, std::span<const TextRange> plain = {}) const {
    return split(text, raw_, plain);
  }
  std::vector<Piece> splitNormalized(std::string_view text,
                                     std::span<const TextRange> plain = {}) const {
    return split(text, normalized_, plain);
  }

  std::optional<std::int32_t> idOf(std::string_view content) const;
  /// What decoding shows: the content, normalised where the token is; nullptr if the id is not an
  /// added token.
  const std::string* shownOf(std::int32_t id) const;
  bool isSpecial(std::int32_t id) const;
  std::int32_t idEnd() const { return tokens_.empty() ? 0 : tokens_.rbegin()->first + 1; }
  const std::vector<Note>& notes() const { return notes_; }

 private:
  struct Token {
    std::string content;
    std::string shown;  ///< what is looked for in the text and written when decoding
    bool singleWord, leftStrip, rightStrip, normalized, special;
  };

  static Token read(const JsonView& entry, const TextNormalizer& normalizer);
  void add(const Token& token, const BpeModel& model);
  std::vector<Piece> split(std::string_view text, const WordTrie& trie,
                           std::span<const TextRange> plain) const;

  std::map<std::int32_t, Token> tokens_;  ///< the last definition of each id counts
  std::map<std::string, std::int32_t, std::less<>> ids_;
  std::set<std::string, std::less<>> special_;  ///< contents that were special once
  WordTrie raw_, normalized_;
  std::vector<Note> notes_;
};

}  // namespace ouroscope
