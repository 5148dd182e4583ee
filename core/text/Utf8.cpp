// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Utf8.h"

#include <algorithm>

namespace ouroscope {

Utf8Step utf8Step(std::string_view bytes, std::size_t pos) {
  const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned first = byteAt(pos);
  if (first < 0x80) return {first, 1, true};
  int length = 0;
  // The second byte's range excludes overlong forms, surrogates and values above U+10FFFF (Unicode
  // table 3-7).
  unsigned low = 0x80, high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return {0xFFFD, 1, false};
  }
  char32_t value = first & (0x7Fu >> length);
  for (int i = 1; i < length; ++i) {
    const std::size_t at = pos + i;
    if (at >= bytes.size() || byteAt(at) < low || byteAt(at) > high) {
      return {0xFFFD, static_cast<std::uint8_t>(i), false};
    }
    value = value << 6 | (byteAt(at) & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {value, static_cast<std::uint8_t>(length), true};
}

void appendUtf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t utf8ValidPrefix(std::string_view bytes) {
  std::size_t pos = 0;
  while (pos < bytes.size()) {
    const Utf8Step step = utf8Step(bytes, pos);
    if (!step.valid) break;
    pos += step.length;
  }
  return pos;
}

std::size_t utf8IncompleteSuffix(std::string_view bytes) {
  // Only the last three bytes can belong to an unfinished character; its lead byte is the last byte
  // that is not a continuation byte.
  const std::size_t reach = std::min<std::size_t>(3, bytes.size());
  for (std::size_t back = 1; back <= reach; ++back) {
    const std::size_t pos = bytes.size() - back;
    const unsigned char byte = bytes[pos];
    if ((byte & 0xC0) == 0x80) continue;
    const Utf8Step step = utf8Step(bytes, pos);
    const bool couldGrow = byte >= 0xC2 && byte <= 0xF4;
    return !step.valid && couldGrow && step.length == back ? back : 0;
  }
  return 0;
}

std::string utf8Lossy(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = utf8ValidPrefix(bytes);
    out.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    out += "\xEF\xBF\xBD";
    bytes.remove_prefix(utf8Step(bytes, 0).length);
  }
  return out;
}

namespace {

/// Characters that move the cursor, reorder the line or show nothing at all.
bool isUnsafeToPrint(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) ||
         (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c <= 0xE0FFF);
}

void appendHex(std::string& out, unsigned value, int minimumDigits) {
  static constexpr char kDigits[] = "0123456789abcdef";
  int digits = minimumDigits;
  while (digits < 8 && value >> (4 * digits) != 0) ++digits;
  while (digits-- > 0) out += kDigits[value >> (4 * digits) & 15];
}

void appendEscaped(std::string& out, char32_t c) {
  const bool ascii = c < 0x80;
  out += ascii ? "\\x" : "\\u{";
  appendHex(out, c, ascii ? 2 : 4);
  if (!ascii) out += '}';
}

}  // namespace

std::string printableSentence(std::string_view sentence) {
  const std::string text = utf8Lossy(sentence);
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const Utf8Step step = utf8Step(text, pos);
    const bool joiner = step.codePoint == 0x200C || step.codePoint == 0x200D;
    if (isUnsafeToPrint(step.codePoint) && !joiner)
      appendEscaped(out, step.codePoint);
    else
      out.append(text, pos, step.length);
    pos += step.length;
  }
  return out;
}

std::string printable(std::string_view bytes, Spaces spaces) {
  std::string out;
  out.reserve(bytes.size() + 8);
  for (std::size_t pos = 0; pos < bytes.size();) {
    const Utf8Step step = utf8Step(bytes, pos);
    const char32_t c = step.codePoint;
    if (!step.valid) {
      for (std::size_t i = 0; i < step.length; ++i) {
        out += "\\x";
        appendHex(out, static_cast<unsigned char>(bytes[pos + i]), 2);
      }
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\\') {
      out += "\\\\";
    } else if (c == ' ' && spaces == Spaces::Visible) {
      out += "\u2423";
    } else if (isUnsafeToPrint(c)) {
      appendEscaped(out, c);
    } else {
      out.append(bytes.substr(pos, step.length));
    }
    pos += step.length;
  }
  return out;
}

std::string jsonForTerminal(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t pos = 0; pos < json.size();) {
    const unsigned char lead = json[pos];
    if (lead < 0x7f) {
      out += json[pos++];
      continue;
    }
    const Utf8Step step = utf8Step(json, pos);
    if (step.valid && isUnsafeToPrint(step.codePoint)) {
      const auto unit = [&](char32_t c) {
        out += "\\u";
        appendHex(out, c, 4);
      };
      const char32_t c = step.codePoint;
      if (c > 0xFFFF) {
        unit(0xD7C0 + (c >> 10));
        unit(0xDC00 + (c & 0x3FF));
      } else {
        unit(c);
      }
    } else {
      out.append(json.substr(pos, step.length));
    }
    pos += step.length;
  }
  return out;
}

}  // namespace ouroscope
