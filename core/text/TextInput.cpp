// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TextInput.h"

#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

/// With its mark, or English and the like without one: every second byte is zero.
bool isUtf16(const std::string& bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return false;
  for (const std::size_t zero : {0, 1}) {
    bool all = true;
    for (std::size_t i = 0; all && i < bytes.size(); ++i) all = (bytes[i] == 0) == (i % 2 == zero);
    if (all) return true;
  }
  return false;
}

std::string hex(char byte) {
  const unsigned value = static_cast<unsigned char>(byte);
  const char* digits = "0123456789ABCDEF";
  return {digits[value >> 4], digits[value & 15]};
}

}  // namespace

TextInput textInput(std::string bytes, const std::string& what) {
  if (isUtf16(bytes)) throw Error(what + " is UTF-16 text: save it as UTF-8.");
  TextInput input{std::move(bytes)};
  if (input.text.starts_with("\xEF\xBB\xBF")) {
    input.text.erase(0, 3);
    input.hadByteOrderMark = true;
  }
  const std::size_t good = utf8ValidPrefix(input.text);
  if (good < input.text.size())
    throw Error(what + " is not UTF-8: byte " +
                std::to_string(good + 1 + (input.hadByteOrderMark ? 3 : 0)) + " is 0x" +
                hex(input.text[good]) + "; save it as UTF-8, or give token ids with --tokens.");
  return input;
}

}  // namespace ouroscope
