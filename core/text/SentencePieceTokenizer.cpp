// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/SentencePieceTokenizer.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <new>
#include <numeric>

#include "core/support/Error.h"
#include "core/support/FileHandle.h"
#include "core/text/TextNormalizer.h"
#include "core/text/Utf8.h"
#include "core/text/ValidText.h"

namespace ouroscope {
namespace {

using PieceType = SentencePieceModel::PieceType;

/// The byte of a piece spelled <0xNN>; the library has checked the spelling.
char byteOf(std::string_view piece) {
  unsigned value = 0;
  std::from_chars(piece.data() + 3, piece.data() + piece.size() - 1, value, 16);
  return static_cast<char>(value);
}

std::string surfaceOf(const SentencePieceModel::Piece& piece) {
  if (piece.type == PieceType::Control || piece.type == PieceType::Unknown) return piece.text;
  if (piece.type == PieceType::Byte) return std::string(1, byteOf(piece.text));
  return marksToSpaces(piece.text);
}

/// Where memory ends while it reads, the library's protobuf ends the program. So what it needs,
/// some ten times the file, is asked for before and given back. @throws std::bad_alloc
void requireRoomFor(std::string_view model) {
  constexpr std::size_t kTimes = 16, kAtLeast = std::size_t{4} << 20;
  void* volatile room = std::malloc(kAtLeast + kTimes * model.size());
  if (!room) throw std::bad_alloc();
  std::free(room);
}

}  // namespace

SentencePieceTokenizer::SentencePieceTokenizer(const std::filesystem::path& file)
    : SentencePieceTokenizer(readWholeFile(file, kMostBytes), file.string()) {}

SentencePieceTokenizer::SentencePieceTokenizer(std::string_view model, const std::string& name,
                                               const AddedEntries& added)
    : model_(checkSentencePieceModel(model, name)),
      processor_(std::make_unique<sentencepiece::SentencePieceProcessor>()) {
  requireRoomFor(model);
  const auto status = processor_->LoadFromSerializedProto(model);
  if (!status.ok() || processor_->GetPieceSize() != intSize(model_.pieces)) {
    throw Error(name + " is refused by the sentencepiece library (" +
                printable(status.ok() ? "piece count differs" : status.message()) +
                "); get the file again from where the model came from.");
  }
  for (std::int32_t id = 0; id < intSize(model_.pieces); ++id) {
    bytes_.push_back(surfaceOf(piece(id)));
    if (isSpecial(id)) specials_.add(piece(id).text, id);
  }
  collectKnownCharacters();
  order_.resize(model_.pieces.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(),
            [&](std::int32_t a, std::int32_t b) { return piece(a).text < piece(b).text; });
  add(added);
  if (!added.legacy && model_.addDummyPrefix) {
    // Appended to the message, this says normalizer_spec.add_dummy_prefix = false.
    const std::string changed = std::string(model) + std::string("\x1A\x02\x18\x00", 4);
    requireRoomFor(model);
    bare_ = std::make_unique<sentencepiece::SentencePieceProcessor>();
    if (!bare_->LoadFromSerializedProto(changed).ok())
      throw Error(name + " cannot be read without its space mark; set legacy to true.");
  }
}

/// Tokens that the folder adds. Those of ids that are pieces must be these pieces.
void SentencePieceTokenizer::add(const AddedEntries& added) {
  notes_ = added.notes;
  for (const AddedEntry& entry : added.entries) {
    if (isPiece(entry.id)) {
      if (piece(entry.id).text != entry.content)
        notes_.push_back({NoteKind::AddedIsPiece,
                          {printable(entry.content), std::to_string(entry.id),
                           printable(piece(entry.id).text)}});
      continue;
    }
    if (added_.contains(entry.id) || !specials_.add(entry.content, entry.id)) {
      notes_.push_back({NoteKind::AddedTwice, {printable(entry.content)}});
      continue;
    }
    added_.emplace(entry.id, entry);
    if (entry.id >= size()) bytes_.resize(entry.id + 1);
    bytes_[entry.id] = entry.content;
  }
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

void SentencePieceTokenizer::encodeStretch(std::string_view text, bool first,
                                           std::vector<std::int32_t>& ids) const {
  if (text.empty()) return;
  std::string shortened;
  if (!known_.empty()) {
    shortened = withShortUnknownRuns(text);
    text = shortened;
  }
  std::vector<int> found;
  const auto& processor = bare_ && !first ? *bare_ : *processor_;
  const auto status = processor.Encode(text, &found);
  if (!status.ok()) {
    throw Error("The text could not be encoded (sentencepiece: " + printable(status.message()) +
                "); use a shorter or simpler text.");
  }
  ids.insert(ids.end(), found.begin(), found.end());
}

std::vector<std::int32_t> SentencePieceTokenizer::encodePlain(
    std::string_view given, std::span<const TextRange> plainIn) const {
  const ValidText valid(given, plainIn);
  const std::string_view text = valid.text;
  std::span<const TextRange> plain = valid.plain;
  constexpr std::string_view kSpaces = " \t\r\n";
  std::vector<std::int32_t> ids;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const WordTrie::Found special = specials_.longestAt(text, pos);
    while (!plain.empty() && plain.front().end <= pos) plain = plain.subspan(1);
    const bool word =
        !plain.empty() && plain.front().begin < pos + special.length && isSpecial(special.value);
    if (special.length == 0 || word) {
      pos += utf8Step(text, pos).length;
      continue;
    }
    const auto entry = added_.find(special.value);
    std::string_view before = text.substr(begin, pos - begin);
    if (entry != added_.end() && entry->second.leftStrip)
      before = before.substr(0, before.find_last_not_of(kSpaces) + 1);
    // The library puts the space mark before the whole text, and takes it away again only where a
    // special token follows at once.
    if (bare_ && pos == 0 && !isSpecial(special.value)) before = kSpaceMark;
    encodeStretch(before, begin == 0 && pos > 0, ids);
    ids.push_back(special.value);
    pos += special.length;
    if (entry != added_.end() && entry->second.rightStrip)
      pos = std::min(text.find_first_not_of(kSpaces, pos), text.size());
    begin = pos;
  }
  encodeStretch(text.substr(begin), begin == 0, ids);
  return ids;
}

std::string SentencePieceTokenizer::bytes(std::int32_t id) const {
  return has(id) ? bytes_[id] : std::string();
}

bool SentencePieceTokenizer::isSpecial(std::int32_t id) const {
  if (isPiece(id))
    return piece(id).type == PieceType::Control || piece(id).type == PieceType::Unknown;
  const auto entry = added_.find(id);
  return entry != added_.end() && entry->second.special;
}

std::string SentencePieceTokenizer::decode(std::span<const std::int32_t> ids,
                                           bool skipSpecial) const {
  std::string joined;
  const bool dropsPrefix = model_.addDummyPrefix || model_.removeExtraWhitespaces;
  bool atStart = true;  // no text yet in this stretch, so a leading space is the model's own
  for (const std::int32_t id : ids) {
    if (!has(id)) continue;
    if (!isPiece(id) || isSpecial(id)) {
      if (!skipSpecial || !isSpecial(id)) joined += bytes_[id];
      atStart = !bare_;
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
  if (it != order_.end() && piece(*it).text == token) return *it;
  for (const auto& [id, entry] : added_)
    if (entry.content == token) return id;
  return std::nullopt;
}

}  // namespace ouroscope
