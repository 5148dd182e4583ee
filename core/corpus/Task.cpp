// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/Task.h"

#include <algorithm>

namespace ouroscope {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";

bool isWhite(char c) {
  return kWhite.find(c) != std::string_view::npos;
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Where the first of `until` begins; the end where none is in the text.
std::size_t endOf(std::string_view text, std::span<const std::string> until) {
  std::size_t end = text.size();
  for (const std::string& mark : until) end = std::min(end, text.find(mark));
  return end;
}

std::string withPlainSpaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!isWhite(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// A number that begins at `at`: its digits with one point, commas left out. @return its end
std::size_t numberAt(std::string_view text, std::size_t at, std::string& digits) {
  digits.clear();
  bool point = false;
  const auto digitAt = [&](std::size_t i) { return i < text.size() && isDigit(text[i]); };
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (isDigit(c)) {
      digits += c;
    } else if (c == '.' && !point && digitAt(at + 1)) {
      point = true;
      digits += c;
    } else if (!(c == ',' && !point && !digits.empty() && digitAt(at + 1) && digitAt(at + 2) &&
                 digitAt(at + 3) && !digitAt(at + 4))) {
      break;
    }
  }
  return at;
}

std::string normalised(std::string digits, bool negative) {
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
  }
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  std::size_t zeros = 0;
  while (zeros + 1 < whole && digits[zeros] == '0') ++zeros;
  digits.erase(0, zeros);
  if (digits.empty() || digits.front() == '.') digits.insert(0, "0");
  return negative && digits != "0" ? "-" + digits : digits;
}

}  // namespace

std::string Task::withChoice(std::size_t choice) const {
  const std::string& text = choices[choice];
  const bool apart = isWhite(question.back()) || isWhite(text.front());
  return question + (apart ? "" : " ") + text;
}

std::string answerIn(std::string_view generated, std::span<const std::string> until) {
  return std::string(generated.substr(0, endOf(generated, until)));
}

bool endsIn(std::string_view generated, std::span<const std::string> until) {
  return endOf(generated, until) < generated.size();
}

bool sameAnswer(std::string_view a, std::string_view b) {
  return withPlainSpaces(a) == withPlainSpaces(b);
}

std::string lastNumber(std::string_view text) {
  std::string last, digits;
  for (std::size_t at = 0; at < text.size();) {
    const bool point = text[at] == '.' && at + 1 < text.size() && isDigit(text[at + 1]) &&
                       (at == 0 || !isDigit(text[at - 1]));
    const bool begins = isDigit(text[at]) || point;
    if (!begins) {
      ++at;
      continue;
    }
    const bool minus = at > 0 && text[at - 1] == '-';
    const char before = at > 1 ? text[at - 2] : ' ';
    const bool joins = isDigit(before) || isLetter(before) || before == ')' || before == ']';
    at = numberAt(text, at, digits);
    last = normalised(digits, minus && !joins);
  }
  return last;
}

int charactersOf(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace ouroscope
