// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/BidiOrder.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <memory>

#include "core/support/Index.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

bool isStrong(UChar32 c) {
  switch (u_charDirection(c)) {
    case U_LEFT_TO_RIGHT:
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_EUROPEAN_NUMBER:
    case U_ARABIC_NUMBER:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool mayRunRightToLeft(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char b = bytes[i];
    // D6..DF: U+0580-07FF; E0 A0..A3: U+0800-08FF; E2 80/81: marks and embeddings; EF: presentation
    // forms; F0 90, F0 9E: old scripts, Adlam.
    if (b >= 0xd6 && b <= 0xdf) return true;
    if (i + 1 >= bytes.size()) continue;
    const unsigned char next = bytes[i + 1];
    if (b == 0xe0 && next >= 0xa0 && next <= 0xa3) return true;
    if (b == 0xef && (next >= 0xac && next <= 0xbb)) return true;
    if (b == 0xf0 && (next == 0x90 || next == 0x9e)) return true;
    if (b == 0xe2 && (next == 0x80 || next == 0x81) && i + 2 < bytes.size()) {
      const unsigned char third = bytes[i + 2];
      if (next == 0x80 ? third == 0x8f || (third >= 0xaa && third <= 0xae)
                       : third >= 0xa6 && third <= 0xa9)
        return true;
    }
  }
  return false;
}

TokenLevels bidiLevels(std::span<const std::string> tokens) {
  TokenLevels out;
  out.tokens.assign(tokens.size(), 0);
  std::string bytes;
  std::vector<std::size_t> end;  // of every token, in bytes
  for (const std::string& token : tokens) {
    bytes += token;
    end.push_back(bytes.size());
  }
  // A character belongs to the token in which it begins.
  std::u16string text;
  std::vector<std::size_t> first(tokens.size() + 1, 0);  // first UTF-16 unit of every token
  std::size_t token = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    while (token < end.size() && at >= end[token]) first[++token] = text.size();
    const Utf8Step step = utf8Step(bytes, at);
    const char32_t c = step.codePoint;
    if (c >= 0x10000) {
      text += static_cast<char16_t>(0xd7c0 + (c >> 10));
      text += static_cast<char16_t>(0xdc00 + (c & 0x3ff));
    } else {
      text += static_cast<char16_t>(c);
    }
    at += step.length;
  }
  while (token < tokens.size()) first[++token] = text.size();
  if (text.empty()) return out;

  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  UErrorCode status = U_ZERO_ERROR;
  if (!bidi) return out;
  ubidi_setPara(bidi.get(), text.data(), intSize(text), UBIDI_DEFAULT_LTR, nullptr, &status);
  const UBiDiLevel* levels = U_SUCCESS(status) ? ubidi_getLevels(bidi.get(), &status) : nullptr;
  if (!levels || U_FAILURE(status)) return out;  // out of memory: logical order
  out.paragraph = ubidi_getParaLevel(bidi.get()) & 1;
  std::uint8_t before = out.paragraph;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    // The first character with a direction of its own speaks for the token; then the first that is
    // no space; then what it begins with.
    std::size_t chosen = first[t];
    bool visible = false;
    for (std::size_t u = first[t]; u < first[t + 1]; ++u) {
      const bool pair = (text[u] & 0xfc00) == 0xd800 && u + 1 < text.size();
      const UChar32 c =
          pair ? U16_GET_SUPPLEMENTARY(text[u], text[u + 1]) : static_cast<UChar32>(text[u]);
      if (!visible && !u_isUWhiteSpace(c)) {
        visible = true;
        chosen = u;
      }
      if (isStrong(c)) {
        chosen = u;
        break;
      }
      u += pair;
    }
    out.tokens[t] = first[t] < first[t + 1] ? levels[chosen] : before;
    before = out.tokens[t];
  }
  return out;
}

std::vector<int> visualOrder(std::span<const std::uint8_t> levels) {
  std::vector<int> order(levels.size());
  if (!levels.empty()) ubidi_reorderVisual(levels.data(), intSize(levels), order.data());
  return order;
}

}  // namespace ouroscope
