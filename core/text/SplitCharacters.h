// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <vector>

namespace ouroscope {

/// A character whose bytes lie in more than one token.
struct SplitCharacter {
  int firstToken = 0, lastToken = 0;
  std::string bytes;  ///< the whole character, valid UTF-8
  int headBytes = 0;  ///< how many of them end the first token
  int tailBytes = 0;  ///< how many of them begin the last token; those between are whole tokens
};

/// All of them, in order, at most one beginning per token. Bytes that no neighbour completes are in
/// none.
std::vector<SplitCharacter> splitCharacters(std::span<const std::string> tokens);

}  // namespace ouroscope
