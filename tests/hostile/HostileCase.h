// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

/// One malformed (or odd but good) input with the outcome that is expected of it.
struct HostileCase {
  std::string name;
  std::string bytes;
  std::string phrase;  ///< what the refusal must contain; empty: must be accepted
};
using HostileCases = std::vector<HostileCase>;

inline std::string times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}
