// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/Tokenizer.h"

namespace ouroscope {

/// What a word that a person typed is to a tokenizer.
struct WordTokens {
  std::int32_t id = -1;                   ///< the one token that it is; -1 where it is several
  std::vector<std::int32_t> pieces = {};  ///< of the word as it is written, where it is several
};

/// N of "#N", a token named by its id.
std::optional<std::int32_t> tokenNumber(std::string_view text);

/// "#N" is token N. A word that begins with a space is the token of exactly these characters;
/// another one is looked up as running text has it (after a space), then as it is written.
/// @param vocabulary ids below it can be named
WordTokens wordTokens(const Tokenizer& tokenizer, int vocabulary, const std::string& word);

/// The one token of a word, or of "#N".
/// @throws Error that names the word's tokens where it is not exactly one
std::int32_t wordToken(const Tokenizer& tokenizer, int vocabulary, const std::string& word);

/// Adds the tokens of `words` that are not among `ids` yet. @throws Error as wordToken()
void addWordTokens(const Tokenizer& tokenizer, int vocabulary, std::span<const std::string> words,
                   std::vector<std::int32_t>& ids);

/// Token ids in a person's writing: "1,2,3", "#1 #2 #3" or a mixture.
/// @throws Error that names the part that is none
std::vector<std::int32_t> tokenList(std::string_view text);

}  // namespace ouroscope
