// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/WordToken.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

std::optional<std::int32_t> wholeNumber(std::string_view text) {
  std::int32_t number = -1;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (at != end || text.empty() || text.front() == '-') return {};
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::int32_t>::max();
  return error == std::errc{} ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<std::int32_t> tokenNumber(std::string_view text) {
  if (text.empty() || text.front() != '#') return {};
  return wholeNumber(text.substr(1));
}

WordTokens wordTokens(const Tokenizer& tokenizer, int vocabulary, const std::string& word) {
  if (const auto id = tokenNumber(word); id && *id < vocabulary) return {*id};
  // A token as tables write it, with its space: an encoder may put another space before it.
  if (word.size() > 1 && word.front() == ' ')
    for (std::int32_t id = 0; id < std::min(tokenizer.size(), vocabulary); ++id)
      if (!tokenizer.isSpecial(id) && tokenizer.bytes(id) == word) return {id};
  if (!word.empty() && word.front() != ' ')
    if (const auto spaced = tokenizer.encode(' ' + word); spaced.size() == 1) return {spaced[0]};
  WordTokens tokens;
  tokens.pieces = tokenizer.encode(word);
  if (tokens.pieces.size() == 1) return {tokens.pieces[0]};
  return tokens;
}

std::int32_t wordToken(const Tokenizer& tokenizer, int vocabulary, const std::string& word) {
  if (word.empty()) throw Error("A word is empty: give a word, or a token id as #123.");
  if (const auto number = tokenNumber(word); number && *number >= vocabulary)
    throw Error("Token " + word.substr(1) + " is not in the vocabulary: ids run from 0 to " +
                std::to_string(vocabulary - 1) + ".");
  const WordTokens found = wordTokens(tokenizer, vocabulary, word);
  if (found.id >= 0) return found.id;
  std::string pieces;
  for (const std::int32_t id : found.pieces)
    pieces += (pieces.empty() ? "'" : ", '") + printable(tokenizer.bytes(id)) + "'";
  throw Error("\"" + printable(word) + "\" is " + std::to_string(found.pieces.size()) +
              " tokens (" + pieces + "): give one of them, or a token id as #123.");
}

void addWordTokens(const Tokenizer& tokenizer, int vocabulary, std::span<const std::string> words,
                   std::vector<std::int32_t>& ids) {
  for (const std::string& word : words) {
    const std::int32_t id = wordToken(tokenizer, vocabulary, word);
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }
}

std::vector<std::int32_t> tokenList(std::string_view text) {
  constexpr std::string_view kBetween = ", \t\r\n";
  std::vector<std::int32_t> ids;
  for (std::size_t at = text.find_first_not_of(kBetween); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const auto id = part.front() == '#' ? tokenNumber(part) : wholeNumber(part);
    if (!id)
      throw Error("Token ids are written like 1,2,3 or #1 #2 #3, not '" + printable(part) + "'.");
    ids.push_back(*id);
    at = text.find_first_not_of(kBetween, end);
  }
  return ids;
}

}  // namespace ouroscope
