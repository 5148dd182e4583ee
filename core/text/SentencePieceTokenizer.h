// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Note.h"
#include "core/support/Index.h"
#include "core/text/AddedEntries.h"
#include "core/text/SentencePieceCheck.h"
#include "core/text/Tokenizer.h"
#include "core/text/WordTrie.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace ouroscope {

/// A sentencepiece .model run by the sentencepiece library, behind our own check of its bytes.
///
/// Control pieces (<s>, <|endoftext|> ...) and the unknown piece are special: written out in a text
/// they become their id, and the stretches between are encoded one by one, each with the model's
/// dummy prefix, as Hugging Face's Llama tokenizer does. decode() drops that prefix again at the
/// start of each stretch.
class SentencePieceTokenizer : public Tokenizer {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;  ///< of the file

  explicit SentencePieceTokenizer(const std::filesystem::path& file);

  /// From the bytes of a .model; `name` stands for the file in errors. @throws Error
  /// @param added tokens beside it: found in a text before anything else, as control pieces are
  SentencePieceTokenizer(std::string_view model, const std::string& name,
                         const AddedEntries& added = {});
  ~SentencePieceTokenizer() override;

  std::string kind() const override;
  int size() const override { return intSize(bytes_); }
  std::vector<std::int32_t> encode(std::string_view text) const override {
    return encodePlain(text, {});
  }
  std::vector<std::int32_t> encodePlain(std::string_view text,
                                        std::span<const TextRange> plain) const override;
  std::string bytes(std::int32_t id) const override;
  std::string decode(std::span<const std::int32_t> ids, bool skipSpecial = false) const override;
  bool isSpecial(std::int32_t id) const override;
  std::optional<std::int32_t> idOf(std::string_view token) const override;
  std::vector<Note> notes() const override { return notes_; }

 private:
  void add(const AddedEntries& added);
  bool isPiece(std::int32_t id) const { return id >= 0 && id < intSize(model_.pieces); }
  bool has(std::int32_t id) const { return id >= 0 && id < size(); }
  const SentencePieceModel::Piece& piece(std::int32_t id) const { return model_.pieces[id]; }
  void collectKnownCharacters();
  std::string withShortUnknownRuns(std::string_view text) const;
  /// @param first nothing stands before it
  void encodeStretch(std::string_view text, bool first, std::vector<std::int32_t>& ids) const;

  SentencePieceModel model_;
  std::unique_ptr<sentencepiece::SentencePieceProcessor> processor_;
  /// Not legacy: for stretches behind a special token, which get no space mark; else null.
  std::unique_ptr<sentencepiece::SentencePieceProcessor> bare_;
  std::map<std::int32_t, AddedEntry> added_;  ///< by ids that are no pieces
  std::vector<Note> notes_;
  std::vector<std::string> bytes_;   ///< by id
  std::vector<std::int32_t> order_;  ///< ids sorted by piece, for idOf
  WordTrie specials_;
  std::vector<char32_t> known_;  ///< sorted: every character of a piece; empty where not needed
};

}  // namespace ouroscope
