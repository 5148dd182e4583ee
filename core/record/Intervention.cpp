// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Intervention.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "core/record/RunSettings.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

using enum InterventionKind;

constexpr InterventionRow kRows[] = {
    {Scale, "scale", "loop! layer tokens by!"},
    {Add, "add", "loop! layer tokens by file! tensor sha256"},
    {Remove, "remove", "loop! layer tokens by file! tensor sha256"},
    {Noise, "noise", "loop! layer tokens by! seed"},
    {Replace, "replace", "loop! layer tokens from from-loop trace file tensor sha256"},
    {SkipLoop, "skip-loop", "loop! tokens"},
    {RepeatLoop, "repeat-loop", "loop! tokens times"},
    {SkipLayer, "skip-layer", "loop! layer! tokens"},
};
constexpr int kMaxIndex = 1'000'000'000;
constexpr int kMaxTimes = 64;

const InterventionRow& rowOf(InterventionKind kind) {
  return kRows[static_cast<int>(kind)];
}

std::vector<std::string_view> partsOf(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0;;) {
    const std::size_t at = text.find(separator, from);
    parts.push_back(text.substr(from, at - from));
    if (at == std::string_view::npos) return parts;
    from = at + 1;
  }
}

/// The keys of a row, each with whether it must be there.
std::map<std::string_view, bool> keysOf(const InterventionRow& row) {
  std::map<std::string_view, bool> keys;
  for (std::string_view key : partsOf(row.keys, ' ')) {
    const bool needed = key.ends_with('!');
    if (needed) key.remove_suffix(1);
    keys[key] = needed;
  }
  return keys;
}

/// Reads the values of one intervention and says what is wrong with them.
class SpecReader {
 public:
  explicit SpecReader(std::string_view text) : text_(text) {}

  [[noreturn]] void fail(const std::string& why) const {
    throw Error("The intervention " + shownText(text_, 200) + " " + why);
  }

  Intervention read() {
    const std::vector<std::string_view> parts = partsOf(text_, ',');
    const auto row = std::ranges::find(kRows, parts[0], &InterventionRow::name);
    if (row == std::end(kRows)) fail("begins with no kind: it takes " + namesOf() + ".");
    const auto keys = keysOf(*row);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::size_t equals = parts[i].find('=');
      const std::string key(parts[i].substr(0, equals));
      if (equals == std::string_view::npos) {
        // A comma within a file's name.
        if (last_.empty()) fail("has " + shownText(parts[i]) + " where KEY=VALUE belongs.");
        values_[last_] += "," + std::string(parts[i]);
        continue;
      }
      if (!keys.contains(key))
        fail("has the key " + shownText(key) + "; " + std::string(row->name) + " takes " +
             listOf(keys) + ".");
      if (values_.contains(key)) fail("has the key " + key + " twice.");
      values_[key] = parts[i].substr(equals + 1);
      last_ = key;
    }
    for (const auto& [key, needed] : keys)
      if (needed && !values_.contains(std::string(key))) fail("needs " + std::string(key) + "=.");

    Intervention out;
    out.kind = row->kind;
    out.loops = range("loop", out.loops, kMaxLoops);
    if (const auto layer = values_.find("layer"); layer != values_.end() && layer->second != "end")
      out.layers = range("layer", {}, 4096);
    if (out.kind == SkipLayer && out.atEnd()) fail("skips a layer: the end of a loop is none.");
    if (const auto tokens = values_.find("tokens"); tokens != values_.end())
      if (tokens->second != "all")
        for (const std::string_view part : partsOf(tokens->second, '+'))
          out.tokens.push_back(rangeOf("tokens", part, kMaxIndex));
    out.by = number("by", out.by);
    out.seed = whole<std::uint64_t>("seed", 0, 0, std::numeric_limits<std::uint64_t>::max());
    out.times = whole("times", 1, 1, kMaxTimes);
    out.fromToken = whole("from", 0, 1, kMaxIndex) - 1;
    out.fromLoop = whole("from-loop", 0, 1, kMaxLoops) - 1;
    for (const auto& [key, to] : {std::pair("trace", &out.trace),
                                  {"file", &out.file},
                                  {"tensor", &out.tensor},
                                  {"sha256", &out.sha256}})
      *to = name(key);
    check(out);
    return out;
  }

 private:
  void check(const Intervention& out) const {
    if (!out.trace.empty() && !out.file.empty()) fail("has a trace and a file: give one of them.");
    if (!out.tensor.empty() && out.file.empty()) fail("names a tensor of no file: give file=.");
    if (!out.sha256.empty() && !out.hasSource()) fail("has a sha256 of no file.");
    if (out.kind != Replace) return;
    if (!out.hasSource() && out.fromToken < 0 && out.fromLoop < 0)
      fail("replaces a state by nothing: give from=, from-loop=, trace= or file=.");
    if (!out.file.empty() && (out.fromToken >= 0 || out.fromLoop >= 0))
      fail("takes a vector of a file: from= and from-loop= name a state of a run.");
    if (!out.trace.empty() && !out.atEnd())
      fail("takes a state of a trace, which holds those of the ends of loops: leave layer= out.");
  }

  static std::string namesOf() {
    std::string names;
    for (const InterventionRow& row : kRows)
      names += (names.empty() ? "" : ", ") + std::string(row.name);
    return names;
  }
  static std::string listOf(const std::map<std::string_view, bool>& keys) {
    std::string names;
    for (const auto& [key, needed] : keys) names += (names.empty() ? "" : ", ") + std::string(key);
    return names;
  }

  std::string name(const char* key) const {
    const auto at = values_.find(key);
    if (at == values_.end()) return {};
    if (at->second.empty()) fail(std::string("names nothing: ") + key + "= needs a value.");
    return at->second;
  }

  template <class Number>
  Number whole(const char* key, Number usual, Number low, Number high) const {
    const auto at = values_.find(key);
    if (at == values_.end()) return usual;
    Number value{};
    if (!parsed(at->second, value) || value < low || value > high)
      fail(std::string("has ") + key + "=" + shownText(at->second) +
           ": it takes a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
           ".");
    return value;
  }

  double number(const char* key, double usual) const {
    const auto at = values_.find(key);
    if (at == values_.end()) return usual;
    double value = 0;
    if (!parsed(at->second, value) || !std::isfinite(value) || std::abs(value) > 1e9)
      fail(std::string("has ") + key + "=" + shownText(at->second) + ": it takes a number.");
    return value;
  }

  template <class Number>
  static bool parsed(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
  }

  IndexRange range(const char* key, IndexRange usual, int most) const {
    const auto at = values_.find(key);
    if (at == values_.end() || at->second == "all") return usual;
    return rangeOf(key, at->second, most);
  }

  /// "N", "A-B" or "A-", from 1.
  IndexRange rangeOf(const char* key, std::string_view text, int most) const {
    const std::size_t dash = text.find('-');
    const std::string_view to = dash == std::string_view::npos ? text : text.substr(dash + 1);
    int first = 0, last = most;
    const bool open = dash != std::string_view::npos && to.empty();
    if (!parsed(text.substr(0, dash), first) || (!open && !parsed(to, last)) || first < 1 ||
        last < first || last > most)
      fail(std::string("has ") + key + "=" + shownText(text) +
           ": it takes all, N, A-B or A-, counted from 1.");
    return {first - 1, open ? IndexRange::kOpen : last - 1};
  }

  std::string_view text_;
  std::map<std::string, std::string, std::less<>> values_;
  std::string last_;
};

std::string rangeText(const IndexRange& range) {
  if (range == IndexRange{}) return "all";
  const std::string first = std::to_string(range.first + 1);
  if (range.last == IndexRange::kOpen) return first + "-";
  return range.last == range.first ? first : first + "-" + std::to_string(range.last + 1);
}

std::string numberText(double value) {
  char digits[32];
  return {digits, std::to_chars(digits, std::end(digits), value).ptr};
}

}  // namespace

std::span<const InterventionRow> interventionRows() {
  return kRows;
}

const InterventionRow& interventionRow(InterventionKind kind) {
  return *std::ranges::find(interventionRows(), kind, &InterventionRow::kind);
}

bool Intervention::hasToken(int token) const {
  return tokens.empty() ||
         std::ranges::any_of(tokens, [&](const IndexRange& range) { return range.has(token); });
}

Intervention interventionOf(std::string_view text) {
  return SpecReader(text).read();
}

std::string interventionText(const Intervention& i) {
  const Intervention usual;
  std::string text(rowOf(i.kind).name);
  const auto add = [&](const char* key, const std::string& value) {
    text += "," + std::string(key) + "=" + value;
  };
  add("loop", rangeText(i.loops));
  if (!i.atEnd()) add("layer", rangeText(i.layers));
  std::string tokens;
  for (const IndexRange& range : i.tokens)
    tokens += (tokens.empty() ? "" : "+") + (range == IndexRange{} ? "1-" : rangeText(range));
  if (!tokens.empty()) add("tokens", tokens);
  if (i.by != usual.by || rowOf(i.kind).keys.find("by!") != std::string_view::npos)
    add("by", numberText(i.by));
  if (i.seed != usual.seed) add("seed", std::to_string(i.seed));
  if (i.times != usual.times) add("times", std::to_string(i.times));
  if (i.fromToken >= 0) add("from", std::to_string(i.fromToken + 1));
  if (i.fromLoop >= 0) add("from-loop", std::to_string(i.fromLoop + 1));
  for (const auto& [key, value] : {std::pair("trace", &i.trace),
                                   {"file", &i.file},
                                   {"tensor", &i.tensor},
                                   {"sha256", &i.sha256}})
    if (!value->empty()) add(key, *value);
  return text;
}

}  // namespace ouroscope
