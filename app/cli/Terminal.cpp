// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

Terminal look(int descriptor) {
  Terminal terminal;
  terminal.interactive = isatty(descriptor) == 1;
  if (!terminal.interactive) return terminal;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    terminal.columns = std::clamp<int>(size.ws_col, 40, 200);

  const char* noColour = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  if ((noColour && *noColour) || !kind || std::string_view(kind) == "dumb") return terminal;
  const char* depth = std::getenv("COLORTERM");
  const bool direct =
      depth && (std::string_view(depth) == "truecolor" || std::string_view(depth) == "24bit");
  terminal.colours = direct ? ColourDepth::True : ColourDepth::Palette256;
  return terminal;
}

struct Rgb {
  double red, green, blue;
};

/// Five points of the cividis colour map, joined by straight lines.
Rgb cividis(double position) {
  static constexpr std::array<Rgb, 5> kPoints{
      {{0, 34, 78}, {64, 77, 107}, {124, 123, 120}, {187, 174, 112}, {254, 232, 56}}};
  const double scaled = std::clamp(position, 0.0, 1.0) * (kPoints.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(scaled), kPoints.size() - 2);
  const double part = scaled - static_cast<double>(low);
  const auto mix = [&](double a, double b) { return a + (b - a) * part; };
  const Rgb &a = kPoints[low], &b = kPoints[low + 1];
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

std::string background(const Rgb& colour, ColourDepth depth) {
  const auto whole = [](double value) { return std::to_string(std::lround(value)); };
  if (depth == ColourDepth::True)
    return "48;2;" + whole(colour.red) + ';' + whole(colour.green) + ';' + whole(colour.blue);
  // The 6 x 6 x 6 cube of the 256-colour palette: levels 0, 95, 135, 175, 215, 255.
  const auto level = [](double v) {
    return v < 48 ? 0 : v < 115 ? 1 : static_cast<int>((v - 35) / 40);
  };
  return "48;5;" +
         std::to_string(16 + 36 * level(colour.red) + 6 * level(colour.green) + level(colour.blue));
}

int characterWidth(char32_t codePoint) {
  const auto c = static_cast<UChar32>(codePoint);
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

}  // namespace

Terminal Terminal::standardOutput() {
  return look(STDOUT_FILENO);
}
Terminal Terminal::standardError() {
  return look(STDERR_FILENO);
}

std::string styled(std::string_view text, const Style& style, ColourDepth colours) {
  std::string codes;
  const auto add = [&](const std::string& code) { codes += (codes.empty() ? "" : ";") + code; };
  if (style.bold) add("1");
  if (style.dim) add("2");
  if (style.shade >= 0) {
    const Rgb paint = cividis(style.shade);
    // Text that stands out from its own background in every theme of the terminal.
    const double lightness = 0.299 * paint.red + 0.587 * paint.green + 0.114 * paint.blue;
    add(background(paint, colours));
    add(lightness > 118 ? "38;5;16" : "38;5;231");
  }
  if (colours == ColourDepth::None || codes.empty()) return std::string(text);
  return "\x1b[" + codes + 'm' + std::string(text) + "\x1b[0m";
}

int displayWidth(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = utf8Step(text, at);
    width += characterWidth(step.codePoint);
    at += step.length;
  }
  return width;
}

std::string fitted(std::string_view text, int width) {
  if (displayWidth(text) <= width) return std::string(text);
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = utf8Step(text, at);
    const int next = characterWidth(step.codePoint);
    if (used + next > width - 1) break;
    out.append(text.substr(at, step.length));
    used += next;
    at += step.length;
  }
  return out + "…";
}

std::string wrapped(std::string_view text, int width, int first, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string out;
  int column = first;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const int wide = displayWidth(word);
    if (!out.empty() && column + 1 + wide > width) {
      out += '\n';
      out += margin;
      column = indent;
    } else if (!out.empty()) {
      out += ' ';
      ++column;
    }
    out += word;
    column += wide;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return out;
}

}  // namespace ouroscope::cli
