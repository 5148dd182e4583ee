// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/DisplayText.h"

#include <cstdint>
#include <cstring>

namespace ouroscope {
namespace {

/// Length of the UTF-8 sequence at text[at], its code point in `code`; 0 where there is none.
std::size_t decode(std::string_view text, std::size_t at, std::uint32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) {
    code = lead;
    return 1;
  }
  std::size_t length = 0;
  std::uint32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    least = 0x80;
    code = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    least = 0x800;
    code = lead & 0x0Fu;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    least = 0x10000;
    code = lead & 0x07u;
  } else {
    return 0;
  }
  if (text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0;
  return length;
}

/// Characters that would change how the rest of a line is shown, or are not seen at all.
bool misleading(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x61C ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
         (code >= 0xFFF0 && code <= 0xFFFF && code != 0xFFFD) || code >= 0xE0000;
}

void appendHex(std::string& out, std::uint32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += "0123456789ABCDEF"[(value >> shift) & 15u];
}

}  // namespace

std::string shownPath(const std::filesystem::path& path) {
  return shownText(path.native(), 300);
}

std::size_t firstInvalidUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight plain ASCII bytes at a time: headers of 100 MB are almost all ASCII.
    while (text.size() - at >= 8) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + at, 8);
      if (word & 0x8080808080808080u) break;
      at += 8;
    }
    if (at == text.size()) break;
    std::uint32_t code = 0;
    const std::size_t length = decode(text, at, code);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::string shownText(std::string_view text, std::size_t maxBytes) {
  std::string out = "'";
  std::size_t at = 0;
  while (at < text.size()) {
    if (out.size() > maxBytes) return out + "...'";
    std::uint32_t code = 0;
    const std::size_t length = decode(text, at, code);
    if (length == 0) {
      out += "\\x";
      appendHex(out, static_cast<unsigned char>(text[at]), 2);
      ++at;
      continue;
    }
    if (misleading(code)) {
      out += "\\u{";
      appendHex(out, code, code > 0xFFFF ? 6 : 4);
      out += "}";
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out + "'";
}

}  // namespace ouroscope
