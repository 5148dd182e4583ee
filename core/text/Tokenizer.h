// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Note.h"
#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// A stretch of a text, in bytes.
struct TextRange {
  std::size_t begin = 0, end = 0;
};

/// Text to token ids and back. Ids index the model's embedding rows. Immutable after loading: safe
/// from any thread.
class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  /// Opens FOLDER/tokenizer.json (BPE); where there is none, or it holds what is not supported or
  /// the conversion of a sentencepiece model that lies beside it, FOLDER/tokenizer.model
  /// (sentencepiece) with the tokens that the folder adds to it; else vocab.json and merges.txt.
  /// @throws Error naming file, place and defect.
  static std::unique_ptr<Tokenizer> open(const ContainedFolder& folder);

  virtual std::string kind() const = 0;  ///< "byte-level BPE" or "sentencepiece BPE" ...
  virtual int size() const = 0;          ///< highest id + 1

  /// `text` is UTF-8; invalid bytes are replaced by U+FFFD first. Special tokens written out in the
  /// text are recognised, as Hugging Face's tokenizers do. No BOS or EOS is added.
  virtual std::vector<std::int32_t> encode(std::string_view text) const = 0;

  /// The same with special tokens that are written out within one of `plain` (sorted, apart) taken
  /// as the words that they are written with, as `encode_special_tokens` of the Python library has
  /// it. Added tokens that are not special are recognised everywhere.
  virtual std::vector<std::int32_t> encodePlain(std::string_view text,
                                                std::span<const TextRange> /*plain*/) const {
    return encode(text);
  }

  /// Tokens that the tokenizer's own file puts in front of a text.
  virtual std::vector<std::int32_t> prefix() const { return {}; }

  /// The bytes this token stands for in running text; may be half a character. A sentencepiece
  /// word-start mark is a space. Control tokens give their name ("<|endoftext|>"). Unknown ids give
  /// nothing.
  virtual std::string bytes(std::int32_t id) const = 0;

  /// All bytes joined, decoded once: one U+FFFD per maximal invalid prefix, special tokens left out
  /// where asked.
  virtual std::string decode(std::span<const std::int32_t> ids, bool skipSpecial = false) const = 0;

  virtual bool isSpecial(std::int32_t id) const = 0;
  virtual std::optional<std::int32_t> idOf(
      std::string_view token) const = 0;  ///< exact vocabulary entry or special token

  /// What a person should know about the file though it was loaded: sentences, mostly none.
  virtual std::vector<Note> notes() const { return {}; }
};

}  // namespace ouroscope
