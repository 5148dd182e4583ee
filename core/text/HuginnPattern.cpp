// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/HuginnPattern.h"

#include <algorithm>

#include "core/text/PatternScan.h"

namespace ouroscope {
namespace {

using pattern::kIsLetter;
using pattern::kIsNumber;
using pattern::kIsSpace;
using pattern::Peek;
using pattern::runEnd;

/// A character of a word to \b, which differs a little from the \w of single_word.
bool isWord(const Peek& p) {
  switch (p.c) {
    case 0xB2:
    case 0xB3:
    case 0xB9:
    case 0xBC:
    case 0xBD:
    case 0xBE:
      return p.length != 0;
    case 0x200C:
    case 0x200D:
      return false;
    default:
      return p.is(unicode::Word);
  }
}

bool isAsciiLetter(const Peek& p) {
  return p.length == 1 && ((p.c >= 'a' && p.c <= 'z') || (p.c >= 'A' && p.c <= 'Z'));
}

/// Behind a character of a word: the word ends here.
bool wordEnds(std::string_view text, std::size_t pos) {
  return !isWord(Peek(text, pos));
}

/// "\n" and what is one of its commands; the words stand without their n.
constexpr std::string_view kCommands[] = {
    "ewcommand",  "ewenvironment", "ewline",     "ewpage",   "ewtheorem", "abla",  "e",
    "eq",         "geq",           "gtr",        "leq",      "exists",    "ocite", "oindent",
    "olinebreak", "onumber",       "opagebreak", "ormalsize"};

constexpr std::string_view kOperators[] = {"==", "!=", "<=", ">=", "<<", ">>", "**",
                                           "//", "+=", "-=", "*=", "/=", "%=", "&=",
                                           "|=", "^=", ":=", "++", "--"};

bool isApostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;  // U+02BC is one, too, and a letter
}

/// [\p{L}]+['’ʼ](?:\p{L}+)\b with its backtracking; end of the match, or pos.
std::size_t contractionEnd(std::string_view text, std::size_t pos) {
  const std::size_t run = runEnd(text, pos, kIsLetter);
  if (run == pos) return pos;
  const Peek mark(text, run);
  if (mark.length != 0 && isApostrophe(mark.c)) {
    const std::size_t begin = run + mark.length, end = runEnd(text, begin, kIsLetter);
    if (end > begin && wordEnds(text, end)) return end;
  }
  // Within the run: any U+02BC between two of its letters will do, the match ends with the run.
  if (!wordEnds(text, run)) return pos;
  for (std::size_t at = pos; at < run;) {
    const Peek here(text, at);
    if (at > pos && here.c == 0x2BC && at + here.length < run) return run;
    at += here.length;
  }
  return pos;
}

/// What may follow one space or tab; end of the match, or pos.
std::size_t tokenEnd(std::string_view text, std::size_t pos) {
  const std::string_view rest = text.substr(pos);
  if (rest.empty()) return pos;
  for (const std::string_view op : kOperators)
    if (rest.starts_with(op)) return pos + op.size();
  if (const std::size_t end = contractionEnd(text, pos); end > pos) return end;
  const Peek here(text, pos), next(text, pos + here.length);
  if (here.c == '\\') {
    if (isAsciiLetter(next)) return runEnd(text, pos + 1, isAsciiLetter);
    if (next.length == 1 && std::string_view("{}[]").find(rest[1]) != std::string_view::npos)
      return pos + 2;
  }
  const auto run = [&](char32_t c) {
    return runEnd(text, pos, [c](const Peek& p) { return p.c == c; });
  };
  switch (here.c) {
    case '{':
    case '}':
    case '[':
    case ']':
    case '(':
    case ')':
    case '|':
    case '+':
    case '-':
    case '*':
    case 0x2014:
    case '=':
    case '.':
    case ',':
    case '!':
    case '?':
    case ';':
      return pos + here.length;
    case '_':
    case '`':
    case '"':
    case '#':
      return run(here.c);
    case '$':
      return pos + (next.c == '$' ? 2 : 1);
    default:
      break;
  }
  if (here.is(unicode::Number)) {
    const std::size_t end = runEnd(text, pos, kIsNumber);
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (text.substr(end).starts_with(ending)) return end + 2;
    return pos + here.length;
  }
  if (here.is(unicode::Letter)) return runEnd(text, pos, kIsLetter);
  if (!here.isNewline() && next.is(unicode::Letter))
    return runEnd(text, pos + here.length, kIsLetter);
  return runEnd(text, pos, [](const Peek& p) { return p.is(unicode::Symbol); });
}

}  // namespace

std::size_t matchHuginn(std::string_view text, std::size_t pos) {
  if (text.substr(pos).starts_with("\\n")) {
    const std::string_view rest = text.substr(pos + 2);
    for (const std::string_view command : kCommands)
      if (rest.starts_with(command) && wordEnds(text, pos + 2 + command.size()))
        return 2 + command.size();
    if (!wordEnds(text, pos + 2)) return 2;
  }
  const char first = text[pos];
  if (first == '\n') return runEnd(text, pos, [](const Peek& p) { return p.c == '\n'; }) - pos;
  if (first == ' ' || first == '\t')
    if (const std::size_t end = tokenEnd(text, pos + 1); end > pos + 1) return end - pos;
  if (const std::size_t end = tokenEnd(text, pos); end > pos) return end - pos;
  return runEnd(text, pos, kIsSpace) - pos;
}

}  // namespace ouroscope
