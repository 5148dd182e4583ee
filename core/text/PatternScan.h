// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/text/UnicodeTables.h"
#include "core/text/Utf8.h"

/// What the matchers of split patterns are made of.
namespace ouroscope::pattern {

/// The character at `pos` with its class; past the end `length` is 0.
struct Peek {
  char32_t c = 0;
  std::size_t length = 0;
  std::uint8_t classes = 0;

  Peek(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) return;
    const Utf8Step step = utf8Step(text, pos);
    c = step.codePoint;
    length = step.length;
    classes = unicode::classOf(c);
  }
  bool is(std::uint8_t mask) const { return length != 0 && (classes & mask) != 0; }
  bool isOther() const {
    return length != 0 && (classes & (unicode::Letter | unicode::Number | unicode::Space)) == 0;
  }
  bool isNewline() const { return length != 0 && (c == '\n' || c == '\r'); }
};

/// End of the longest run at `pos` whose characters satisfy `accept`.
template <typename Accept>
std::size_t runEnd(std::string_view text, std::size_t pos, Accept accept) {
  for (Peek next(text, pos); next.length != 0 && accept(next); next = Peek(text, pos))
    pos += next.length;
  return pos;
}

constexpr auto kIsLetter = [](const Peek& p) { return p.is(unicode::Letter); };
constexpr auto kIsNumber = [](const Peek& p) { return p.is(unicode::Number); };
constexpr auto kIsOther = [](const Peek& p) { return p.isOther(); };
constexpr auto kIsSpace = [](const Peek& p) { return p.is(unicode::Space); };

}  // namespace ouroscope::pattern
