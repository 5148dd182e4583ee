// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/MarkRuns.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

constexpr std::size_t kShortRun = 32;

/// Whether the canonical decomposition begins with a mark, so that it may move before its left
/// neighbour.
bool isMark(char32_t c) {
  return c >= 0x300 &&
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LEAD_CANONICAL_COMBINING_CLASS) != 0;
}

struct Mark {
  char32_t c;
  std::uint8_t combiningClass;
};

void appendSorted(std::string_view run, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) {
    out.append(run);
    return;
  }
  std::vector<Mark> marks;
  icu::UnicodeString parts;
  for (std::size_t pos = 0; pos < run.size();) {
    const Utf8Step step = utf8Step(run, pos);
    pos += step.length;
    const UChar32 c = step.codePoint;
    if (!nfd->getDecomposition(c, parts)) parts = icu::UnicodeString(c);
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const UChar32 part = parts.char32At(i);
      marks.push_back({static_cast<char32_t>(part), nfd->getCombiningClass(part)});
    }
  }
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.combiningClass < b.combiningClass;
  });
  for (const Mark& mark : marks) appendUtf8(out, mark.c);
}

}  // namespace

std::string withSortedMarkRuns(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    std::size_t end = pos, marks = 0;
    Utf8Step step = utf8Step(text, pos);
    while (isMark(step.codePoint)) {
      ++marks;
      end += step.length;
      if (end == text.size()) break;
      step = utf8Step(text, end);
    }
    if (marks == 0) end = pos + step.length;
    if (marks > kShortRun) {
      appendSorted(text.substr(pos, end - pos), out);
    } else {
      out.append(text.substr(pos, end - pos));
    }
    pos = end;
  }
  return out;
}

}  // namespace ouroscope
