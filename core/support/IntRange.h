// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace ouroscope {

/// "A-B", how a person names tokens or layers: both counted from 1, A not after B. Nothing for any
/// other text.
/// @param between stands between the numbers
inline std::optional<std::pair<int, int>> intRangeOf(std::string_view text, char between = '-') {
  const char *at = text.data(), *end = at + text.size();
  const auto number = [&](int& out) {
    const auto [next, error] = std::from_chars(at, end, out);
    at = next;
    return error == std::errc{} && out >= 1;
  };
  int first = 0, last = 0;
  if (!number(first) || at == end || *at++ != between || !number(last) || at != end || last < first)
    return std::nullopt;
  return std::pair(first, last);
}

}  // namespace ouroscope
