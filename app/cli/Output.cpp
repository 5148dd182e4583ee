// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

/// Decodes the character at `at` (valid UTF-8 expected) and moves on.
char32_t nextCharacter(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const int length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  char32_t c = length == 1 ? lead : lead & (0xff >> (length + 1));
  for (int i = 1; i < length && at + static_cast<std::size_t>(i) < text.size(); ++i)
    c = (c << 6) | (static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]) & 0x3f);
  at += static_cast<std::size_t>(length);
  return c;
}

int columnsOf(char32_t c) {
  if ((c >= 0x300 && c <= 0x36f) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f)) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                    (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
  return wide ? 2 : 1;
}

bool isNumber(const std::string& cell) {
  if (cell.empty()) return true;
  double value = 0;
  const char* end = cell.data() + cell.size();
  return std::from_chars(cell.data(), end, value).ptr == end;
}

}  // namespace

bool coloured() {
  const char* wish = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) && (!wish || !*wish);
}

std::string shaded(std::string_view text, int loop, int loops) {
  if (!coloured()) return std::string(text);
  // Five anchors of cividis; enough for terminals, the exact map is ui/figures/ColourMap.
  static constexpr int kAnchors[5][3] = {{0, 34, 78}, {62, 77, 108}, {124, 123, 120}, {188, 175, 111}, {254, 232, 56}};
  const double at = loops > 1 ? 4.0 * loop / (loops - 1) : 0.0;
  const int low = std::min(3, static_cast<int>(at));
  int rgb[3];
  for (int i = 0; i < 3; ++i) rgb[i] = static_cast<int>(std::lround(kAnchors[low][i] + (at - low) * (kAnchors[low + 1][i] - kAnchors[low][i])));
  const bool light = rgb[0] * 299 + rgb[1] * 587 + rgb[2] * 114 > 128000;
  return "\x1b[48;2;" + std::to_string(rgb[0]) + ';' + std::to_string(rgb[1]) + ';' + std::to_string(rgb[2]) + (light ? "m\x1b[30m" : "m\x1b[97m") + std::string(text) + "\x1b[0m";
}

std::string printable(const std::string& bytes) { return ouroscope::printable(bytes, Spaces::Visible); }

int displayWidth(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += columnsOf(nextCharacter(text, at));
  return width;
}

std::string fitted(std::string_view text, int width, bool right) {
  const int full = displayWidth(text);
  if (full <= width) {
    const std::string fill(static_cast<std::size_t>(width - full), ' ');
    return right ? fill + std::string(text) : std::string(text) + fill;
  }
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const int columns = columnsOf(nextCharacter(text, at));
    if (used + columns > width - 1) break;
    out += text.substr(from, at - from);
    used += columns;
  }
  return out + "\u2026" + std::string(static_cast<std::size_t>(std::max(0, width - 1 - used)), ' ');
}

std::string number(double value, int decimals) {
  if (std::isnan(value)) return "";
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
  return error == std::errc{} ? std::string(buffer, end) : "?";
}

std::string csvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i) line += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + '\n';
}

std::string alignedTable(const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return "";
  const std::size_t columns = rows.front().size();
  std::vector<int> width(columns, 0);
  std::vector<bool> right(columns, true);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < columns && c < rows[r].size(); ++c) {
      width[c] = std::max(width[c], displayWidth(rows[r][c]));
      if (r > 0 && !isNumber(rows[r][c])) right[c] = false;
    }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < columns && c < row.size(); ++c) line += (c ? "  " : "") + fitted(row[c], width[c], right[c]);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

}  // namespace ouroscope::cli
