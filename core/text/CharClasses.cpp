// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "core/text/UnicodeTables.h"

namespace ouroscope::unicode {
namespace {

constexpr std::size_t kCodePoints = 0x110000;

/// One byte per code point: the scanners ask for a class at every character, and 1.1 MiB beats ten
/// steps of bisection.
std::vector<std::uint8_t> makeClasses() {
  std::vector<std::uint8_t> classes(kCodePoints, 0);
  const auto paint = [&](std::span<const Range> ranges, int set, int clear = 0) {
    for (const Range& range : ranges) {
      for (std::uint32_t c = range.first; c <= range.last; ++c) {
        classes[c] = (classes[c] | set) & ~clear;
      }
    }
  };
  paint(letters(), Letter | Word);
  paint(numbers(), Number | Word);
  paint(digits(), Digit);
  paint(spaces(), Space);
  paint(wordOnly(), Word);
  paint(notWord(), 0, Word);
  paint(symbols(), Symbol);
  return classes;
}

}  // namespace

std::uint8_t classOf(char32_t c) {
  static const std::vector<std::uint8_t> classes = makeClasses();
  return c < kCodePoints ? classes[c] : std::uint8_t{0};
}

char32_t toLower(char32_t c) {
  const auto runs = lowercaseRuns();
  // Runs with alternating deltas may interleave, so a few neighbours before the bisected place are
  // looked at as well.
  auto it = std::upper_bound(runs.begin(), runs.end(), c,
                             [](char32_t value, const CaseRun& run) { return value < run.first; });
  for (int back = 0; back < 3 && it != runs.begin(); ++back) {
    --it;
    if (c <= it->last && (c - it->first) % it->step == 0) {
      return static_cast<char32_t>(static_cast<std::int64_t>(c) + it->delta);
    }
  }
  return c;
}

}  // namespace ouroscope::unicode
