// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/SplitPatterns.h"

#include <array>
#include <utility>

#include "core/support/Sha256.h"
#include "core/text/HuginnPattern.h"
#include "core/text/PatternScan.h"

namespace ouroscope {
namespace {

using pattern::kIsLetter;
using pattern::kIsNumber;
using pattern::kIsOther;
using pattern::Peek;
using pattern::runEnd;

/// 's 't 're 've 'm 'll 'd behind an ASCII apostrophe; 0 where none is.
std::size_t matchContraction(std::string_view text, std::size_t pos) {
  if (text[pos] != '\'') return 0;
  for (const std::string_view ending : {"s", "t", "re", "ve", "m", "ll", "d"}) {
    if (text.substr(pos + 1).starts_with(ending)) return 1 + ending.size();
  }
  return 0;
}

/// The same under (?i): also upper case and, as case folding has it, U+017F (long s) for s.
std::size_t matchContractionAnyCase(std::string_view text, std::size_t pos) {
  if (text[pos] != '\'') return 0;
  const std::string_view rest = text.substr(pos + 1);
  const auto lower = [&](std::size_t i) {
    const char c = i < rest.size() ? rest[i] : '\0';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const char first = lower(0), second = lower(1);
  if (first == 's' || first == 't' || first == 'm' || first == 'd') return 2;
  if (rest.starts_with("\xC5\xBF")) return 3;
  if ((first == 'r' || first == 'v') && second == 'e') return 3;
  if (first == 'l' && second == 'l') return 3;
  return 0;
}

/// "\s*[\r\n]+": the white-space run up to and with its last line end.
std::size_t matchThroughNewline(std::string_view text, std::size_t pos) {
  std::size_t end = pos;
  std::size_t at = pos;
  for (Peek next(text, at); next.is(unicode::Space); next = Peek(text, at)) {
    at += next.length;
    if (next.isNewline()) end = at;
  }
  return end - pos;
}

/// cl100k, Llama 3 (three numbers at a time) and Qwen 2 (one).
template <int kNumbers>
std::size_t matchTiktoken(std::string_view text, std::size_t pos) {
  if (const std::size_t n = matchContractionAnyCase(text, pos)) return n;
  const Peek here(text, pos);
  const Peek next(text, pos + here.length);
  if (here.is(unicode::Letter)) return runEnd(text, pos, kIsLetter) - pos;
  if (!here.isNewline() && !here.is(unicode::Number) && next.is(unicode::Letter)) {
    return runEnd(text, pos + here.length, kIsLetter) - pos;
  }
  if (here.is(unicode::Number)) {
    int left = kNumbers;
    return runEnd(text, pos, [&](const Peek& p) { return kIsNumber(p) && left-- > 0; }) - pos;
  }
  if (here.isOther() || (here.c == ' ' && next.isOther())) {
    const std::size_t end = runEnd(text, here.c == ' ' ? pos + 1 : pos, kIsOther);
    return runEnd(text, end, [](const Peek& p) { return p.isNewline(); }) - pos;
  }
  if (const std::size_t n = matchThroughNewline(text, pos)) return n;
  return matchSpaceRun(text, pos);
}

std::size_t matchNumber(std::string_view text, std::size_t pos) {
  const Peek here(text, pos);
  return here.is(unicode::Number) ? here.length : 0;
}

std::size_t matchUpToThreeNumbers(std::string_view text, std::size_t pos) {
  int left = 3;
  return runEnd(text, pos, [&](const Peek& p) { return kIsNumber(p) && left-- > 0; }) - pos;
}

std::size_t matchNumbers(std::string_view text, std::size_t pos) {
  return runEnd(text, pos, kIsNumber) - pos;
}

}  // namespace

std::size_t matchSpaceRun(std::string_view text, std::size_t pos) {
  std::size_t end = pos, last = pos;
  for (Peek next(text, end); next.is(unicode::Space); next = Peek(text, end)) {
    last = end;
    end += next.length;
  }
  return end < text.size() && last > pos ? last - pos : end - pos;
}

std::size_t matchGpt2(std::string_view text, std::size_t pos) {
  if (const std::size_t n = matchContraction(text, pos)) return n;
  // The optional prefix is U+0020 only; it belongs to the run of whichever class follows it.
  const std::size_t start = text[pos] == ' ' ? pos + 1 : pos;
  const Peek first(text, start);
  if (first.is(unicode::Letter)) return runEnd(text, start, kIsLetter) - pos;
  if (first.is(unicode::Number)) return runEnd(text, start, kIsNumber) - pos;
  if (first.isOther()) return runEnd(text, start, kIsOther) - pos;
  return matchSpaceRun(text, pos);
}

SplitMatcher splitMatcherFor(std::string_view pattern) {
  static constexpr std::array<std::pair<std::string_view, SplitMatcher>, 9> kKnown = {{
      {R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)", &matchGpt2},
      {R"('(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)", &matchGpt2},
      {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
       &matchTiktoken<3>},
      {kQwen2Pattern, &matchTiktoken<1>},
      {R"(\p{N})", &matchNumber},
      {R"(\p{N}{1})", &matchNumber},
      {R"(\p{N}{1,3})", &matchUpToThreeNumbers},
      {R"(\p{N}+)", &matchNumbers},
      {R"(\s+(?!\S)|\s+)", &matchSpaceRun},
  }};
  for (const auto& [text, matcher] : kKnown) {
    if (text == pattern) return matcher;
  }
  return Sha256::hexOf(pattern) == kHuginnPatternSha256 ? &matchHuginn : nullptr;
}

}  // namespace ouroscope
