// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/WordText.h"

#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

bool startsWord(std::string_view bytes) {
  return bytes.size() > 1 && bytes[0] == ' ' && bytes[1] != ' ';
}

}  // namespace

std::string wordText(std::string_view bytes) {
  if (startsWord(bytes)) return ' ' + printable(bytes.substr(1), Spaces::Visible);
  return printable(bytes, Spaces::Visible);
}

std::string compactWordText(std::string_view bytes) {
  return printable(startsWord(bytes) ? bytes.substr(1) : bytes, Spaces::Visible);
}

}  // namespace ouroscope::cli
