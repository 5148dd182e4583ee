// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ByteLevelBpeTokenizer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/support/FileHandle.h"
#include "core/support/StrictJson.h"
#include "core/text/TokenizerJson.h"
#include "core/text/Utf8.h"
#include "core/text/ValidText.h"

namespace ouroscope {

struct ByteLevelBpeTokenizer::Parts {
  TextNormalizer normalizer;
  PreTokenizer preTokenizer;
  BpeModel model;
  AddedVocabulary added;
  TextAffixes affixes;
  TokenSpelling spelling;

  static Parts read(std::string_view text, const std::string& name) {
    nlohmann::json document = parseStrictJson(text, name, {.maxDepth = 32, .maxBytes = kMostBytes});
    const JsonEmptier emptier(document);
    const JsonView root(document, name);
    tokenizer_json::checkTopLevel(root);
    Parts parts{tokenizer_json::readNormalizer(root),
                tokenizer_json::readPreTokenizer(root),
                BpeModel(root.member("model")),
                AddedVocabulary(),
                {},
                tokenizer_json::readDecoder(root)};
    if (document.contains("added_tokens")) {
      parts.added = AddedVocabulary(root.member("added_tokens"), parts.model, parts.normalizer);
    }
    parts.affixes =
        tokenizer_json::readPostProcessor(root, std::max(parts.model.idEnd(), parts.added.idEnd()));
    return parts;
  }
};

ByteLevelBpeTokenizer::ByteLevelBpeTokenizer(const std::filesystem::path& file)
    : ByteLevelBpeTokenizer(readWholeFile(file, kMostBytes), file.string()) {}

ByteLevelBpeTokenizer::ByteLevelBpeTokenizer(std::string_view json, const std::string& name)
    : ByteLevelBpeTokenizer(Parts::read(json, name)) {}

ByteLevelBpeTokenizer::ByteLevelBpeTokenizer(Parts&& parts)
    : normalizer_(std::move(parts.normalizer)),
      preTokenizer_(std::move(parts.preTokenizer)),
      model_(std::move(parts.model)),
      added_(std::move(parts.added)),
      affixes_(std::move(parts.affixes)),
      spelling_(parts.spelling) {
  const std::int32_t end = std::max(model_.idEnd(), added_.idEnd());
  bytes_.resize(end);
  for (std::int32_t id = 0; id < end; ++id) {
    const std::string* token = added_.shownOf(id);
    if (token == nullptr) token = model_.tokenOf(id);
    if (token != nullptr) bytes_[id] = spelling_.bytesOf(*token);
  }
}

std::vector<std::int32_t> ByteLevelBpeTokenizer::encodePlain(
    std::string_view given, std::span<const TextRange> plainIn) const {
  const ValidText valid(given, plainIn);
  const std::string_view text = valid.text;
  const std::span<const TextRange> plain = valid.plain;
  std::vector<std::int32_t> ids;
  const auto encodeStretch = [&](std::string_view stretch, bool first) {
    const Pieces pieces = preTokenizer_.apply(stretch, first);
    std::size_t begin = 0;
    for (const std::size_t end : pieces.ends) {
      model_.encode(std::string_view(pieces.text).substr(begin, end - begin), ids);
      begin = end;
    }
  };
  for (const AddedVocabulary::Piece& raw : added_.splitRaw(text, plain)) {
    if (raw.id >= 0) {
      ids.push_back(raw.id);
      continue;
    }
    const std::string normalized = normalizer_.apply(std::string(raw.text));
    // Normalising moves places, so a stretch that has a plain part is plain.
    const std::size_t begin = raw.text.data() - text.data();
    const bool isPlain = std::ranges::any_of(plain, [&](const TextRange& range) {
      return range.begin < begin + raw.text.size() && range.end > begin;
    });
    const TextRange all{0, normalized.size()};
    const auto ranges = std::span(&all, isPlain ? 1 : 0);
    for (const AddedVocabulary::Piece& piece : added_.splitNormalized(normalized, ranges)) {
      if (piece.id >= 0) {
        ids.push_back(piece.id);
      } else {
        encodeStretch(piece.text, begin == 0 && piece.text.data() == normalized.data());
      }
    }
  }
  return ids;
}

std::vector<Note> ByteLevelBpeTokenizer::notes() const {
  std::vector<Note> notes = added_.notes();
  if (affixes_.behind) notes.push_back({NoteKind::TokensBehind});
  return notes;
}

std::string ByteLevelBpeTokenizer::bytes(std::int32_t id) const {
  return id >= 0 && id < size() ? bytes_[id] : std::string();
}

std::string ByteLevelBpeTokenizer::decode(std::span<const std::int32_t> ids,
                                          bool skipSpecial) const {
  std::vector<const std::string*> tokens;
  for (const std::int32_t id : ids) {
    if (skipSpecial && isSpecial(id)) continue;
    const std::string* token = added_.shownOf(id);
    if (token == nullptr) token = model_.tokenOf(id);
    if (token != nullptr) tokens.push_back(token);
  }
  return spelling_.join(tokens);
}

std::optional<std::int32_t> ByteLevelBpeTokenizer::idOf(std::string_view token) const {
  const auto added = added_.idOf(token);
  return added ? added : model_.idOf(token);
}

}  // namespace ouroscope
