// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ouroscope {

/// Directions of the tokens of one paragraph by Unicode's bidirectional algorithm (UAX #9).
struct TokenLevels {
  std::uint8_t paragraph = 0;  ///< 0 left to right, 1 right to left: its first strong character
  std::vector<std::uint8_t> tokens;  ///< embedding level of each; odd runs right to left
};

/// @param tokens bytes of the tokens of one paragraph; half characters have no direction
TokenLevels bidiLevels(std::span<const std::string> tokens);

/// The tokens of one line from left to right, as indexes into `levels`.
std::vector<int> visualOrder(std::span<const std::uint8_t> levels);

/// Whether a text can need reordering at all: a quick scan that most texts pass without.
bool mayRunRightToLeft(std::string_view bytes);

}  // namespace ouroscope
