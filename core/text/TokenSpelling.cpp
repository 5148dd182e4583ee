// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TokenSpelling.h"

#include <algorithm>

#include "core/text/PreTokenizer.h"
#include "core/text/TextNormalizer.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// "<0x0A>" -> 10, else -1.
int writtenByte(std::string_view token) {
  if (token.size() != 6 || !token.starts_with("<0x") || token[5] != '>') return -1;
  const int high = hexDigit(token[3]), low = hexDigit(token[4]);
  return high < 0 || low < 0 ? -1 : 16 * high + low;
}

}  // namespace

std::string TokenSpelling::bytesOf(std::string_view token) const {
  if (byteLevel) return bytesFromAlphabet(token);
  const int byte = byteFallback ? writtenByte(token) : -1;
  if (byte >= 0) return std::string(1, static_cast<char>(byte));
  return marks ? marksToSpaces(token) : std::string(token);
}

std::string TokenSpelling::join(std::span<const std::string* const> tokens) const {
  std::string out;
  if (byteLevel) {
    for (const std::string* token : tokens) out += bytesOf(*token);
    return utf8Lossy(out);
  }
  std::string run;  // of bytes
  const auto endRun = [&] {
    if (utf8ValidPrefix(run) == run.size())
      out += run;
    else
      for (std::size_t i = 0; i < run.size(); ++i) out += "\xEF\xBF\xBD";
    run.clear();
  };
  for (const std::string* token : tokens) {
    if (byteFallback && writtenByte(*token) >= 0) {
      run += bytesOf(*token);
      continue;
    }
    endRun();
    out += bytesOf(*token);
  }
  endRun();
  const std::size_t spaces = std::min(out.find_first_not_of(' '), out.size());
  out.erase(0, std::min<std::size_t>(spaces, strip));
  return out;
}

}  // namespace ouroscope
