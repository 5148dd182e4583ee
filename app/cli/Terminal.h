// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace ouroscope::cli {

enum class ColourDepth { None, Palette256, True };

/// What the stream at the other end can show. Colours only on a terminal, never with NO_COLOR set
/// (https://no-color.org) or TERM=dumb.
struct Terminal {
  bool interactive = false;  ///< a person looks at it
  int columns = 80;
  ColourDepth colours = ColourDepth::None;

  static Terminal standardOutput();
  static Terminal standardError();
};

/// How a cell looks. `shade` in [0, 1] paints its background from the cividis ramp (dark blue is
/// shallow, yellow is deep); below 0 there is no paint.
struct Style {
  double shade = -1;
  bool bold = false;
  bool dim = false;
};

/// The escape sequences around `text`; `text` itself where there are no colours.
std::string styled(std::string_view text, const Style& style, ColourDepth colours);

/// Columns a UTF-8 text takes on a terminal: wide characters two, combining marks none.
int displayWidth(std::string_view text);

/// `text` cut to at most `width` columns, with an ellipsis where something was cut.
std::string fitted(std::string_view text, int width);

/// One line broken at spaces into lines of at most `width` columns; those after the first are
/// indented. A word that is longer than a line stays whole.
/// @param first column at which the first line begins; @param indent of the others
std::string wrapped(std::string_view text, int width = 80, int first = 0, int indent = 2);

}  // namespace ouroscope::cli
