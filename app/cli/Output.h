// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope::cli {

enum class Format { Text, Json, Csv };

/// Whether standard output takes colours: a terminal, and NO_COLOR is not set.
bool coloured();

/// `text` on the colour of loop `loop` (0-based) of `loops`: ordered lightness steps of cividis, dark to light.
std::string shaded(std::string_view text, int loop, int loops);

/// A token's bytes for a terminal: spaces at the ends, line ends, control characters and half characters made visible.
std::string printable(const std::string& bytes);

/// Columns of a terminal that UTF-8 text takes (wide characters two).
int displayWidth(std::string_view text);

/// Cut to `width` columns with an ellipsis, or filled with spaces.
std::string fitted(std::string_view text, int width, bool right = false);

/// Locale-free number; NaN gives "".
std::string number(double value, int decimals);

/// One CSV line (RFC 4180), ended by \n.
std::string csvLine(const std::vector<std::string>& cells);

/// Rows of cells as aligned text; the first row is the header. Columns that hold only numbers are set right.
std::string alignedTable(const std::vector<std::vector<std::string>>& rows);

}  // namespace ouroscope::cli
