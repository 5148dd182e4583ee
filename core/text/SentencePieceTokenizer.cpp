// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/SentencePieceTokenizer.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "core/support/Error.h"
#include "core/support/FileHandle.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

using PieceType = SentencePieceModel::PieceType;

constexpr std::string_view kSpaceMark = "\xE2\x96\x81";  // U+2581

/// The byte of a piece spelled <0xNN>; the library has checked the spelling.
char byteOf(std::string_view piece) {
  unsigned value = 0;
  std::from_chars(piece.data() + 3, piece.data() + piece.size() - 1, value, 16);
  return static_cast<char>(value);
}

std::string surfaceOf(const SentencePieceModel::Piece& piece) {
  if (piece.type == PieceType::Control || piece.type == PieceType::Unknown) return piece.text;
  if (piece.type == PieceType::Byte) return std::string(1, byteOf(piece.text));
  std::string out;
  std::size_t pos = 0;
  for (std::size_t mark; (mark = piece.text.find(kSpaceMark, pos)) != std::string::npos;) {
    out.append(piece.text, pos, mark - pos).append(1, ' ');
    pos = mark + kSpaceMark.size();
  }
  return out.append(piece.text, pos);
}

}  // namespace

SentencePieceTokenizer::SentencePieceTokenizer(const std::filesystem::path& file)
    : SentencePieceTokenizer(readWholeFile(file, kMostBytes), file.string()) {}

SentencePieceTokenizer::SentencePieceTokenizer(std::string_view model, const std::string& name)
    : model_(checkSentencePieceModel(model, name)),
      processor_(std::make_unique<sentencepiece::SentencePieceProcessor>()) {
  const auto status = processor_->LoadFromSerializedProto(model);
  if (!status.ok() || processor_->GetPieceSize() != size()) {
    throw Error(name + " is refused by the sentencepiece library (" +
                printable(status.ok() ? "piece count differs" : status.message()) +
                "); get the file again from where the model came from.");
  }
  for (std::int32_t id = 0; id < size(); ++id) {
    bytes_.push_back(surfaceOf(piece(id)));
    if (isSpecial(id)) specials_.add(piece(id).text, id);
  }
  collectKnownCharacters();
  order_.resize(model_.pieces.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(),
            [&](std::int32_t a, std::int32_t b) { return piece(a).text < piece(b).text; });
}

SentencePieceTokenizer::~SentencePieceTokenizer() = default;

void SentencePieceTokenizer::collectKnownCharacters() {
  const bool hasBytes = std::any_of(model_.pieces.begin(), model_.pieces.end(),
                                    [](const auto& p) { return p.type == PieceType::Byte; });
  if (hasBytes || model_.hasCharsMap) return;
  known_ = {U' ', U'\u2581'};
  for (const SentencePieceModel::Piece& p : model_.pieces) {
    for (std::size_t pos = 0; pos < p.text.size();) {
      const Utf8Step step = utf8Step(p.text, pos);
      known_.push_back(step.codePoint);
      pos += step.length;
    }
  }
  std::sort(known_.begin(), known_.end());
  known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
}

std::string SentencePieceTokenizer::withShortUnknownRuns(std::string_view text) const {
  // The library joins neighbouring unknown characters into one token by copying all of them for
  // each. A long run gives the same single id when it is cut short, in linear time.
  constexpr int kEnough = 64;
  std::string out;
  out.reserve(text.size());
  int run = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const Utf8Step step = utf8Step(text, pos);
    run = std::binary_search(known_.begin(), known_.end(), step.codePoint) ? 0 : run + 1;
    if (run <= kEnough) out.append(text.substr(pos, step.length));
    pos += step.length;
  }
  return out;
}

std::string SentencePieceTokenizer::kind() const {
  switch (model_.algorithm) {
    case SentencePieceModel::Algorithm::Bpe:
      return "sentencepiece BPE";
    case SentencePieceModel::Algorithm::Word:
      return "sentencepiece words";
    case SentencePieceModel::Algorithm::Char:
      return "sentencepiece characters";
    default:
      return "sentencepiece unigram";
  }
}

void SentencePieceTokenizer::encodePlain(std::string_view text,
                                         std::vector<std::int32_t>& ids) const {
  std::string shortened;
  if (!known_.empty()) {
    shortened = withShortUnknownRuns(text);
    text = shortened;
  }
  std::vector<int> found;
  const auto status = processor_->Encode(text, &found);
  if (!status.ok()) {
    throw Error("The text could not be encoded (sentencepiece: " + printable(status.message()) +
                "); use a shorter or simpler text.");
  }
  ids.insert(ids.end(), found.begin(), found.end());
}

std::vector<std::int32_t> SentencePieceTokenizer::encode(std::string_view text) const {
  std::string repaired;
  if (utf8ValidPrefix(text) != text.size()) {
    repaired = utf8Lossy(text);
    text = repaired;
  }
  std::vector<std::int32_t> ids;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const WordTrie::Found special = specials_.longestAt(text, pos);
    if (special.length == 0) {
      pos += utf8Step(text, pos).length;
      continue;
    }
    if (pos > begin) encodePlain(text.substr(begin, pos - begin), ids);
    ids.push_back(special.value);
    pos += special.length;
    begin = pos;
  }
  if (begin < text.size()) encodePlain(text.substr(begin), ids);
  return ids;
}

std::string SentencePieceTokenizer::bytes(std::int32_t id) const {
  return has(id) ? bytes_[id] : std::string();
}

bool SentencePieceTokenizer::isSpecial(std::int32_t id) const {
  return has(id) && (piece(id).type == PieceType::Control || piece(id).type == PieceType::Unknown);
}

std::string SentencePieceTokenizer::decode(std::span<const std::int32_t> ids,
                                           bool skipSpecial) const {
  std::string joined;
  const bool dropsPrefix = model_.addDummyPrefix || model_.removeExtraWhitespaces;
  bool atStart = true;  // no text yet in this stretch, so a leading space is the model's own
  for (const std::int32_t id : ids) {
    if (!has(id)) continue;
    if (isSpecial(id)) {
      if (!skipSpecial) joined += piece(id).text;
      atStart = true;
      continue;
    }
    const std::string& surface = bytes_[id];
    const bool drop = atStart && dropsPrefix && piece(id).text.starts_with(kSpaceMark) &&
                      piece(id).type != PieceType::Byte;
    joined.append(surface, drop ? 1 : 0);
    // Where the model squeezes white space, every space before the first text goes; else the one
    // prefix.
    if (surface.size() > (drop ? 1u : 0u) || !model_.removeExtraWhitespaces) atStart = false;
  }
  return utf8Lossy(joined);
}

std::optional<std::int32_t> SentencePieceTokenizer::idOf(std::string_view token) const {
  const auto it = std::lower_bound(
      order_.begin(), order_.end(), token,
      [&](std::int32_t id, std::string_view wanted) { return piece(id).text < wanted; });
  if (it == order_.end() || piece(*it).text != token) return std::nullopt;
  return *it;
}

}  // namespace ouroscope
