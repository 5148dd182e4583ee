// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TextNormalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/text/MarkRuns.h"
#include "core/text/UnicodeTables.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

/// tokenizers normalises with the tables of Unicode 9: to it, younger characters have no
/// decomposition and do not reorder. ICU knows them, so the text is cut at them and each stretch
/// between is normalised alone, which is the same.
constexpr int kUnicodeOfTokenizers = 9;

bool isYounger(char32_t c) {
  if (c < 0x300) return false;
  UVersionInfo age;
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] > kUnicodeOfTokenizers;
}

const icu::Normalizer2& form(TextNormalizer::Step step) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = nullptr;
  switch (step) {
    case TextNormalizer::Step::Nfc:
      found = icu::Normalizer2::getNFCInstance(status);
      break;
    case TextNormalizer::Step::Nfd:
      found = icu::Normalizer2::getNFDInstance(status);
      break;
    case TextNormalizer::Step::Nfkc:
      found = icu::Normalizer2::getNFKCInstance(status);
      break;
    default:
      found = icu::Normalizer2::getNFKDInstance(status);
      break;
  }
  if (U_FAILURE(status) || found == nullptr) {
    throw Error(
        "Unicode normalisation is not available: the ICU library has no data; reinstall libicu.");
  }
  return *found;
}

void normalizeStretch(const icu::Normalizer2& form, std::string_view text, std::string& out) {
  if (text.size() > 0x3FFFFFFFu) {
    // ICU counts in int32.
    throw Error("The text is longer than 1 GiB, which cannot be normalised; use a shorter text.");
  }
  const std::string sorted = withSortedMarkRuns(text);
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  form.normalizeUTF8(0, icu::StringPiece(sorted.data(), intSize(sorted)), sink, nullptr, status);
  if (U_FAILURE(status))
    throw Error("Unicode normalisation of the text failed; use a shorter text.");
}

std::string normalize(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t start = 0, pos = 0;
  while (pos < text.size()) {
    const Utf8Step step = utf8Step(text, pos);
    if (isYounger(step.codePoint)) {
      normalizeStretch(form, text.substr(start, pos - start), out);
      out.append(text.substr(pos, step.length));
      start = pos + step.length;
    }
    pos += step.length;
  }
  normalizeStretch(form, text.substr(start), out);
  return out;
}

std::string lowercase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const Utf8Step step = utf8Step(text, pos);
    if (step.codePoint == 0x130) {
      out += "i\xCC\x87";
    } else {
      appendUtf8(out, unicode::toLower(step.codePoint));
    }
    pos += step.length;
  }
  return out;
}

std::string withMarks(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 4);
  for (const char c : text) c == ' ' ? out.append(kSpaceMark) : out.append(1, c);
  return out;
}

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string marksToSpaces(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find(kSpaceMark, at), text.size());
    out.append(text.substr(at, mark - at));
    if (mark < text.size()) out += ' ';
    at = mark + kSpaceMark.size();
  }
  return out;
}

std::string TextNormalizer::apply(std::string text) const {
  for (const Step step : steps_) {
    if (step == Step::Lowercase) {
      text = lowercase(text);
    } else if (step == Step::PrependMark) {
      if (!text.empty()) text.insert(0, kSpaceMark);
    } else if (step == Step::SpacesToMarks) {
      text = withMarks(text);
    } else if (!isAscii(text)) {
      text = normalize(form(step), text);
    }
  }
  return text;
}

}  // namespace ouroscope
