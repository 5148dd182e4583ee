// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/support/Index.h"
#include "core/text/JsonView.h"

namespace ouroscope {

/// The `model` of a tokenizer.json of type BPE: a vocabulary and ranked merges. Immutable after
/// loading.
class BpeModel {
 public:
  /// Ids from here on are refused, so that no file can make an id-indexed table huge.
  static constexpr std::int64_t kIdLimit = 1'000'000;

  /// @throws Error naming file, field and defect
  explicit BpeModel(const JsonView& model);

  /// Appends the ids of one piece of text (valid UTF-8). Equal to merging the leftmost pair of
  /// lowest rank until none is left, in O(n log n). Characters outside the vocabulary are dropped,
  /// or become unk_token or bytes where the model says so. @throws Error where unk_token is
  /// needed and is not in the vocabulary
  void encode(std::string_view piece, std::vector<std::int32_t>& ids) const;

  std::optional<std::int32_t> idOf(std::string_view token) const;
  const std::string* tokenOf(std::int32_t id) const;  ///< nullptr for an id without a token
  std::int32_t entryCount() const { return intSize(order_); }
  std::int32_t idEnd() const { return intSize(tokens_); }  ///< highest id + 1

 private:
  struct Merge {
    std::int32_t right;
    std::uint32_t rank;
    std::int32_t result;
  };
  struct Symbol;

  void loadVocabulary(const JsonView& model);
  void loadMerges(const JsonView& model);
  const Merge* mergeOf(std::int32_t left, std::int32_t right) const;
  std::int32_t idOfCharacter(char32_t codePoint, std::string_view utf8) const;  ///< -1 if none
  std::vector<Symbol> symbolsOf(std::string_view piece) const;
  void mergeAll(std::vector<Symbol>& symbols) const;

  std::vector<std::string> tokens_;  ///< by id; "" where hasToken_ is not set
  std::vector<bool> hasToken_;
  std::vector<std::int32_t> order_;             ///< ids sorted by token, for idOf
  std::array<std::int32_t, 0x200> shortIds_{};  ///< of the one-character tokens below U+0200, or -1
  // Merges grouped by their left id and sorted by the right one: no hash table that a file could
  // flood.
  std::vector<Merge> merges_;
  std::vector<std::uint32_t> mergesOfLeft_;  ///< [id, id + 1) delimits the merges of a left id

  std::optional<std::string> unkToken_;
  std::optional<std::int32_t> unkId_;
  std::array<std::int32_t, 256> byteIds_{};  ///< of <0x00> to <0xFF>, or -1
  bool fuseUnk_ = false;
  bool byteFallback_ = false;
  bool ignoreMerges_ = false;
};

}  // namespace ouroscope
