// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/PuzzleGames.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "core/analysis/Answer.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

using Words = std::vector<std::string>;

const Words kCups{"red", "blue", "green"};
const Words kDays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
const Words kMonths{"January", "February", "March",     "April",   "May",      "June",
                    "July",    "August",   "September", "October", "November", "December"};
const Words kPlaces{"garden", "kitchen", "school", "market",
                    "forest", "tower",   "harbor", "library"};
const Words kRelations{"boss", "friend", "teacher", "neighbor"};
const Words kNames{"Ann", "Bob", "Cleo", "Dan", "Eva", "Finn", "Gia",  "Hugo", "Ida", "Jack",
                   "Kim", "Leo", "Mia",  "Ned", "Ola", "Pete", "Quin", "Rex",  "Sue", "Tom",
                   "Uma", "Vic", "Wes",  "Xia", "Yan", "Zoe",  "Abe",  "Bea",  "Cal", "Dot",
                   "Eli", "Fay", "Gus",  "Hal", "Ivy", "Jan",  "Kai",  "Liv",  "Max", "Nia"};
/// Who is whose boss, friend, teacher, neighbor: the invented world that the model was taught.
constexpr std::array<std::array<int, 40>, 4> kWorld{{
    {35, 6,  16, 24, 13, 11, 3,  19, 34, 23, 7,  0,  5,  10, 17, 12, 30, 28, 39, 1,
     29, 33, 32, 15, 8,  27, 37, 36, 14, 25, 18, 38, 22, 21, 20, 4,  2,  26, 31, 9},
    {6, 34, 23, 14, 24, 1,  33, 30, 16, 18, 9,  15, 0,  3,  35, 20, 19, 36, 2,  4,
     7, 12, 21, 11, 29, 22, 37, 32, 27, 13, 26, 8,  17, 38, 28, 10, 5,  31, 39, 25},
    {9, 24, 35, 37, 32, 2, 17, 26, 13, 14, 1, 27, 18, 25, 12, 20, 33, 11, 21, 6,
     0, 16, 36, 22, 15, 8, 28, 10, 23, 3,  4, 5,  19, 34, 39, 29, 31, 38, 7,  30},
    {1,  38, 9,  18, 5,  25, 29, 20, 27, 30, 37, 13, 4,  22, 11, 7,  36, 21, 26, 8,
     32, 23, 31, 16, 19, 10, 14, 33, 24, 0,  34, 28, 39, 2,  17, 12, 15, 3,  35, 6},
}};

int placeOf(const Words& list, std::string_view word) {
  const auto found = std::ranges::find(list, word);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

/// Words and marks of a prompt, taken from the front.
class Reader {
 public:
  explicit Reader(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto letter = [&](std::size_t at) {
        return std::isalnum(static_cast<unsigned char>(text[at])) != 0;
      };
      std::size_t end = i + 1;
      if (letter(i))
        while (end < text.size() && letter(end)) ++end;
      if (text[i] != ' ' && text[i] != '\n') words_.emplace_back(text.substr(i, end - i));
      i = end;
    }
  }
  bool ended() const { return at_ == words_.size(); }
  std::string take() { return ended() ? std::string() : words_[at_++]; }
  /// Takes these if they are next.
  bool next(std::initializer_list<std::string_view> wanted) {
    if (wanted.size() > words_.size() - at_ ||
        !std::equal(wanted.begin(), wanted.end(), words_.begin() + static_cast<long>(at_)))
      return false;
    at_ += wanted.size();
    return true;
  }
  /// Takes the next word if it is in the list.
  std::optional<std::string> oneOf(const Words& list) {
    if (ended() || placeOf(list, words_[at_]) < 0) return {};
    return take();
  }
  /// A single digit.
  std::optional<int> digit() {
    if (ended() || words_[at_].size() != 1 || words_[at_][0] < '0' || words_[at_][0] > '9')
      return {};
    return take()[0] - '0';
  }

 private:
  Words words_;
  std::size_t at_ = 0;
};

int lastDigit(int value) {
  return ((value % 10) + 10) % 10;
}

using Found = std::optional<PuzzleChain>;

Found take(Reader in) {
  if (!in.next({"Take"})) return {};
  const auto first = in.digit();
  if (!first) return {};
  PuzzleChain chain{"take", std::to_string(*first), {}};
  int value = *first;
  bool got = false;
  while (in.next({","}) && !(got = in.next({"get"}))) {
    const auto done = in.oneOf({"add", "subtract", "double", "triple"});
    if (!done) return {};
    std::string text = *done;
    if (*done == "double" || *done == "triple") {
      value *= *done == "double" ? 2 : 3;
    } else {
      const auto by = in.digit();
      if (!by) return {};
      value += *done == "add" ? *by : -*by;
      text += ' ' + std::to_string(*by);
    }
    value = lastDigit(value);
    chain.steps.push_back({text, std::to_string(value)});
  }
  if (!got || !in.ended() || chain.steps.empty()) return {};
  return chain;
}

Found cups(Reader in) {
  if (!in.next({"The", "ball", "is", "under", "the"})) return {};
  auto ball = in.oneOf(kCups);
  if (!ball || !in.next({"cup", "."})) return {};
  PuzzleChain chain{"cups", *ball, {}};
  while (in.next({"Swap"})) {
    const auto a = in.oneOf(kCups);
    if (!a || !in.next({"and"})) return {};
    const auto b = in.oneOf(kCups);
    if (!b || *a == *b || !in.next({"."})) return {};
    ball = *ball == *a ? *b : *ball == *b ? *a : *ball;
    chain.steps.push_back({"swap " + *a + " and " + *b, *ball});
  }
  if (!in.next({"Where", "is", "the", "ball", "?", "Under", "the"}) || !in.ended() ||
      chain.steps.empty())
    return {};
  return chain;
}

Found facts(Reader in) {
  const auto first = in.oneOf(kNames);
  if (!first) return {};
  PuzzleChain chain{"facts", *first, {}};
  int who = placeOf(kNames, *first);
  while (in.next({"'", "s"})) {
    const auto relation = in.oneOf(kRelations);
    if (!relation) return {};
    who = kWorld[static_cast<std::size_t>(placeOf(kRelations, *relation))]
                [static_cast<std::size_t>(who)];
    chain.steps.push_back({*relation, kNames[static_cast<std::size_t>(who)]});
  }
  if (!in.next({"is"}) || !in.ended() || chain.steps.empty()) return {};
  return chain;
}

Found where(Reader in) {
  std::map<std::string, PuzzleStep> known;
  while (!in.next({"Where", "is"})) {
    const auto who = in.oneOf(kNames);
    if (!who || known.contains(*who) || !in.next({"is"})) return {};
    if (in.next({"in", "the"})) {
      const auto place = in.oneOf(kPlaces);
      if (!place) return {};
      known[*who] = {"in the", *place};
    } else {
      const auto other = in.next({"with"}) ? in.oneOf(kNames) : std::nullopt;
      if (!other) return {};
      known[*who] = {"with", *other};
    }
    if (!in.next({"."})) return {};
  }
  const auto asked = in.oneOf(kNames);
  if (!asked || !in.next({"?", "In", "the"}) || !in.ended()) return {};
  PuzzleChain chain{"where", *asked, {}};
  for (std::string who = *asked; placeOf(kPlaces, who) < 0;) {
    const auto step = known.find(who);
    // Nothing is said of somebody, or they follow each other round.
    if (step == known.end() || chain.steps.size() > known.size()) return {};
    chain.steps.push_back(step->second);
    who = step->second.value;
  }
  return chain;
}

/// A text of brackets alone must not use up the stack.
constexpr int kMostDepth = 32;

/// A digit, or an expression in brackets, whose steps are then in `chain`.
std::optional<int> operand(Reader& in, PuzzleChain& chain, int depth);

std::optional<int> expression(Reader& in, PuzzleChain& chain, int depth) {
  const auto a = operand(in, chain, depth);
  const auto sign = a ? in.oneOf({"+", "-", "*"}) : std::nullopt;
  const auto b = sign ? operand(in, chain, depth) : std::nullopt;
  if (!b) return {};
  const int value = lastDigit(*sign == "+" ? *a + *b : *sign == "-" ? *a - *b : *a * *b);
  const std::string minus = *sign == "-" ? "\u2212" : *sign == "*" ? "\u00d7" : "+";
  chain.steps.push_back(
      {std::to_string(*a) + ' ' + minus + ' ' + std::to_string(*b), std::to_string(value)});
  return value;
}

std::optional<int> operand(Reader& in, PuzzleChain& chain, int depth) {
  if (!in.next({"("})) return in.digit();
  if (depth == kMostDepth) return {};
  const auto value = expression(in, chain, depth + 1);
  return value && in.next({")"}) ? value : std::nullopt;
}

Found brackets(Reader in) {
  PuzzleChain chain{"brackets", "", {}};
  if (!expression(in, chain, 0) || !in.next({"="}) || !in.ended()) return {};
  return chain;
}

Found days(Reader in) {
  Words steps;
  std::string unit;
  while (in.next({steps.empty() ? "The" : "the"})) {
    const auto named = in.oneOf({"day", "month"});
    if (!named || (!unit.empty() && unit != *named)) return {};
    unit = *named;
    const auto way = in.oneOf({"after", "before"});
    if (!way) return {};
    steps.push_back(*way);
  }
  if (steps.empty()) return {};
  const Words& names = unit == "day" ? kDays : kMonths;
  const auto from = in.oneOf(names);
  if (!from || !in.next({"is"}) || !in.ended()) return {};
  PuzzleChain chain{"days", *from, {}};
  int at = placeOf(names, *from);
  const int round = intSize(names);
  // What stands next to the name is done first.
  for (auto way = steps.rbegin(); way != steps.rend(); ++way) {
    at = (at + (*way == "after" ? 1 : round - 1)) % round;
    chain.steps.push_back({unit + ' ' + *way, names[static_cast<std::size_t>(at)]});
  }
  return chain;
}

std::vector<PuzzlePart> takeParts(int steps) {
  Words digits, done;
  for (int i = 0; i < 10; ++i) digits.push_back(std::to_string(i));
  for (const char* name : {"add ", "subtract "})
    for (int i = 1; i < 10; ++i) done.push_back(name + std::to_string(i));
  done.insert(done.end(), {"double", "triple"});
  std::vector<PuzzlePart> parts{{"Take "}, {{}, digits}};
  for (int i = 0; i < steps; ++i) {
    parts.push_back({", "});
    parts.push_back({{}, done});
  }
  parts.push_back({", get"});
  return parts;
}

std::vector<PuzzlePart> cupsParts(int steps) {
  std::vector<PuzzlePart> parts{{"The ball is under the "}, {{}, kCups}, {" cup."}};
  for (int i = 0; i < steps; ++i) {
    parts.push_back({" Swap "});
    parts.push_back({{}, {"red and blue", "blue and green", "green and red"}});
    parts.push_back({"."});
  }
  parts.push_back({" Where is the ball? Under the"});
  return parts;
}

std::vector<PuzzlePart> factsParts(int steps) {
  std::vector<PuzzlePart> parts{{{}, kNames}};
  for (int i = 0; i < steps; ++i) {
    parts.push_back({"'s "});
    parts.push_back({{}, kRelations});
  }
  parts.push_back({" is"});
  return parts;
}

std::vector<PuzzlePart> bracketsParts(int) {
  Words digits;
  for (int i = 0; i < 10; ++i) digits.push_back(std::to_string(i));
  const Words signs{"+", "-", "*"};
  return {{{}, digits}, {" "},       {{}, signs}, {" ("},       {{}, digits},
          {" "},        {{}, signs}, {" "},       {{}, digits}, {") ="}};
}

std::vector<PuzzlePart> daysParts(int steps) {
  std::vector<PuzzlePart> parts;
  for (int i = 0; i < steps; ++i) {
    parts.push_back({i == 0 ? "The day " : "the day "});
    parts.push_back({{}, {"after", "before"}});
    parts.push_back({" "});
  }
  parts.push_back({{}, kDays});
  parts.push_back({" is"});
  return parts;
}

std::vector<PuzzlePart> easyParts(int) {
  return {
      {"The opposite of "},
      {{}, {"hot", "cold", "big", "small", "up", "down", "left", "right", "open", "wet", "fast"}},
      {" is"}};
}

std::vector<PuzzlePart> storyParts(int) {
  return {{"Once upon a time there was a "},
          {{}, {"little", "old", "brave", "sleepy", "clever", "kind"}},
          {" "},
          {{}, {"fox", "owl", "bear", "cat", "dog", "mouse", "frog", "hen"}},
          {" named"}};
}

}  // namespace

bool isPuzzleModel(const std::string& name, int vocabulary, int hidden) {
  return name == "demo" && vocabulary == 1024 && hidden == 256;
}

bool isPuzzleModel(const TraceInfo& info) {
  return isPuzzleModel(info.modelName, info.vocabSize, info.hiddenSize);
}

bool beginsAsPuzzle(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
  if (text.empty() || text[0] == '(' || std::isdigit(static_cast<unsigned char>(text[0])))
    return true;
  for (const std::string_view start :
       {"Take ", "The ball is", "The day ", "The month ", "Count:", "Letters:", "The opposite of",
        "Say ", "Once upon a time", "There once was a", "This is the story of"})
    if (text.starts_with(start) || start.starts_with(text)) return true;
  return std::ranges::any_of(kNames, [&](const std::string& name) {
    return name.starts_with(text) ||
           (text.starts_with(name) &&
            (text.size() == name.size() || text[name.size()] == ' ' || text[name.size()] == '\''));
  });
}

std::vector<int> PuzzleChain::stepsWith(std::string_view word) const {
  while (word.starts_with(' ')) word.remove_prefix(1);
  while (word.ends_with(' ')) word.remove_suffix(1);
  std::vector<int> found;
  for (int i = 0; i < intSize(steps); ++i)
    if (steps[static_cast<std::size_t>(i)].value == word) found.push_back(i);
  return found;
}

std::optional<PuzzleChain> puzzleChain(std::string_view prompt) {
  const Reader in(prompt);
  for (const auto game : {take, cups, facts, where, brackets, days})
    if (Found chain = game(in)) return chain;
  return {};
}

std::optional<PuzzleChain> puzzleChain(const Trace& trace, int token) {
  if (!isPuzzleModel(trace.info()) || token != answerToken(trace)) return {};
  std::string prompt;
  for (int t = 0; t <= token; ++t)
    prompt += trace.columns().tokenBytes[static_cast<std::size_t>(t)];
  return puzzleChain(prompt);
}

const std::vector<PuzzleGame>& puzzleGames() {
  static const std::vector<PuzzleGame> games{
      {"take", 1, 3, 6, takeParts},   {"cups", 1, 2, 4, cupsParts},
      {"facts", 1, 2, 3, factsParts}, {"brackets", 1, 1, 1, bracketsParts},
      {"days", 1, 2, 4, daysParts},   {"easy", 1, 1, 1, easyParts},
      {"story", 1, 1, 1, storyParts},
  };
  return games;
}

}  // namespace ouroscope
