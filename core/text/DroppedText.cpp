// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/DroppedText.h"

#include <algorithm>
#include <cstdio>

#include "core/support/Index.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

/// The text of some tokens without a word-start mark that the text itself does not have.
struct JoinedTokens {
  std::string text;
  std::vector<std::size_t> begins;  ///< of every token

  JoinedTokens(const Tokenizer& tokenizer, std::span<const std::int32_t> ids, bool spaceBefore) {
    begins.reserve(ids.size());
    for (const std::int32_t id : ids) {
      begins.push_back(text.size());
      text += tokenizer.bytes(id);
      if (begins.size() == 1 && !spaceBefore && text.starts_with(' ')) text.erase(0, 1);
    }
  }
  /// The token that holds this byte; their number at the end.
  int tokenAt(std::size_t at) const {
    if (at >= text.size()) return intSize(begins);
    return static_cast<int>(std::ranges::upper_bound(begins, at) - begins.begin()) - 1;
  }
};

std::string codePointName(std::string_view text) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(utf8Step(text, 0).codePoint));
  return name;
}

}  // namespace

std::vector<DroppedText> droppedText(const Tokenizer& tokenizer, std::string_view text,
                                     std::span<const std::int32_t> ids) {
  std::string repaired;  // as the tokenizer reads it
  if (utf8ValidPrefix(text) < text.size()) text = repaired = utf8Lossy(text);
  const JoinedTokens joined(tokenizer, ids, text.starts_with(' '));
  if (joined.text == text) return {};
  std::vector<DroppedText> dropped;
  std::size_t seen = 0;  // of the tokens' text
  bool follows = false;  // the character before was dropped as well
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, utf8Step(text, at).length);
    at += character.size();
    if (joined.text.compare(seen, character.size(), character) == 0) {
      seen += character.size();
      follows = false;
      continue;
    }
    if (!follows) dropped.push_back({joined.tokenAt(seen), {}});
    dropped.back().text += character;
    follows = true;
  }
  if (seen < joined.text.size()) return {};
  return dropped;
}

std::optional<Note> droppedNote(std::span<const DroppedText> dropped) {
  if (dropped.empty()) return {};
  std::size_t count = 0;
  for (const DroppedText& gap : dropped)
    for (std::size_t at = 0; at < gap.text.size(); ++count) at += utf8Step(gap.text, at).length;
  const std::string first = codePointName(dropped.front().text),
                    token = std::to_string(dropped.front().token + 1);
  if (count == 1) return Note{NoteKind::DroppedOne, {first, token}};
  return Note{NoteKind::DroppedSome, {std::to_string(count), first, token}};
}

}  // namespace ouroscope
