// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/AddedVocabulary.h"

#include <algorithm>

#include "core/support/DisplayText.h"
#include "core/text/UnicodeTables.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

bool isClassAt(std::string_view text, std::size_t pos, std::uint8_t mask) {
  return (unicode::classOf(utf8Step(text, pos).codePoint) & mask) != 0;
}

/// Start of the character before `pos` (pos > 0) in valid UTF-8.
std::size_t characterBefore(std::string_view text, std::size_t pos) {
  do {
    --pos;
  } while (pos > 0 && (static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80);
  return pos;
}

/// Where the white space that ends at `pos` begins, but not before `floor`.
std::size_t spacesBefore(std::string_view text, std::size_t pos, std::size_t floor) {
  while (pos > floor) {
    const std::size_t before = characterBefore(text, pos);
    if (!isClassAt(text, before, unicode::Space)) break;
    pos = before;
  }
  return pos;
}

std::size_t spacesBehind(std::string_view text, std::size_t pos) {
  while (pos < text.size() && isClassAt(text, pos, unicode::Space)) {
    pos += utf8Step(text, pos).length;
  }
  return pos;
}

}  // namespace

AddedVocabulary::Token AddedVocabulary::read(const JsonView& entry,
                                             const TextNormalizer& normalizer) {
  entry.requireObject();
  Token token;
  token.content = entry.member("content").string();
  token.singleWord = entry.member("single_word").boolean();
  token.leftStrip = entry.member("lstrip").boolean();
  token.rightStrip = entry.member("rstrip").boolean();
  token.normalized = entry.member("normalized").boolean();
  token.special = entry.member("special").boolean();
  if (token.content.size() > kLongestContent) {
    entry.fail("the added token " + shownText(token.content) + " is longer than " +
               std::to_string(kLongestContent) + " bytes");
  }
  token.shown = token.normalized ? normalizer.apply(token.content) : token.content;
  return token;
}

AddedVocabulary::AddedVocabulary(const JsonView& list, const BpeModel& model,
                                 const TextNormalizer& normalizer) {
  const std::size_t count = list.size();
  for (std::size_t i = 0; i < count; ++i) {
    const JsonView entry = list.element(i);
    const Token token = read(entry, normalizer);
    const std::int64_t written = entry.member("id").integer(0, 0xFFFFFFFF);
    add(token, model);
    if (const auto id = idOf(token.content); id && *id != written) {
      notes_.push_back({NoteKind::AddedOtherId,
                        {shownText(token.content), std::to_string(written), std::to_string(*id)}});
    }
    if (idEnd() > BpeModel::kIdLimit) entry.fail("there are too many tokens");
  }
  for (const auto& [id, token] : tokens_) {
    WordTrie& trie = token.normalized ? normalized_ : raw_;
    if (!trie.add(token.shown, id)) {
      // Which of them the reference finds changes from run to run.
      notes_.push_back({NoteKind::AddedHidden, {shownText(token.content)}});
    }
  }
}

void AddedVocabulary::add(const Token& token, const BpeModel& model) {
  if (token.content.empty()) return;
  if (token.special) special_.insert(token.content);
  std::int32_t id = 0;
  if (const auto known = idOf(token.content)) {
    id = *known;
  } else if (const auto inModel = model.idOf(token.content)) {
    id = *inModel;
  } else {
    id = std::max(idEnd(), model.entryCount());
  }
  ids_[token.content] = id;
  tokens_[id] = token;
}

std::vector<AddedVocabulary::Piece> AddedVocabulary::split(std::string_view text,
                                                           const WordTrie& trie,
                                                           std::span<const TextRange> plain) const {
  std::vector<Piece> pieces;
  std::size_t done = 0;                  // text up to here is in `pieces`
  std::size_t runBegin = 1, runEnd = 0;  // the white space last looked through behind a token
  const auto between = [&](std::size_t begin, std::size_t end) {
    if (begin < end) pieces.push_back({text.substr(begin, end - begin), -1});
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const WordTrie::Found found = trie.longestAt(text, pos);
    if (found.length == 0) {
      pos += utf8Step(text, pos).length;
      continue;
    }
    std::size_t begin = pos, end = pos + found.length;
    pos = end;
    const Token& token = tokens_.at(found.value);
    while (!plain.empty() && plain.front().end <= begin) plain = plain.subspan(1);
    if (!plain.empty() && plain.front().begin < end && isSpecial(found.value)) continue;
    if (token.singleWord) {
      const bool wordLeft =
          begin > 0 && isClassAt(text, characterBefore(text, begin), unicode::Word);
      const bool wordRight = end < text.size() && isClassAt(text, end, unicode::Word);
      if (wordLeft || wordRight) continue;
    }
    if (token.leftStrip) begin = std::max(spacesBefore(text, begin, std::min(begin, done)), done);
    if (token.rightStrip) {
      // A token made of white space may be found again inside what the last one swallowed; the run
      // is not walked twice.
      if (end < runBegin || end > runEnd) {
        runBegin = end;
        runEnd = spacesBehind(text, end);
      }
      end = runEnd;
    }
    between(done, begin);
    pieces.push_back({text.substr(std::min(begin, end), end - std::min(begin, end)), found.value});
    done = end;
  }
  between(done, text.size());
  return pieces;
}

std::optional<std::int32_t> AddedVocabulary::idOf(std::string_view content) const {
  const auto it = ids_.find(content);
  return it == ids_.end() ? std::nullopt : std::optional(it->second);
}

const std::string* AddedVocabulary::shownOf(std::int32_t id) const {
  const auto it = tokens_.find(id);
  return it == tokens_.end() ? nullptr : &it->second.shown;
}

bool AddedVocabulary::isSpecial(std::int32_t id) const {
  const auto it = tokens_.find(id);
  return it != tokens_.end() && special_.contains(it->second.content);
}

}  // namespace ouroscope
