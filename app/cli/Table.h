// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "app/cli/Terminal.h"

namespace ouroscope::cli {

/// Rows of text in aligned columns, fitted to a width by shortening the columns that allow it.
class Table {
 public:
  enum class Align { Left, Right };
  struct Column {
    std::string title;
    Align align = Align::Left;
    int minimum = 0;  ///< columns it may shrink to; 0: it is never cut
    int gap = 2;      ///< blank columns before it
  };
  struct Cell {
    std::string text;
    Style style = {};
  };

  explicit Table(std::vector<Column> columns);

  void add(std::vector<Cell> row);  ///< fewer cells than columns leave the rest empty

  /// Lines end with a newline; nothing trails behind the last cell that is not empty.
  std::string text(const Terminal& terminal) const;

  // A table that is too long to be held: every row is given twice, to fit() and then to line().
  void fit(const std::vector<Cell>& row);  ///< columns become as wide as the row needs
  /// Widths for the rows so far, which line() takes.
  std::vector<int> widths(const Terminal& terminal) const;
  std::string head(const std::vector<int>& widths, const Terminal& terminal) const;
  std::string line(const std::vector<Cell>& row, const std::vector<int>& widths,
                   const Terminal& terminal) const;

 private:
  std::vector<Column> columns_;
  std::vector<int> needed_;  ///< [columns] by titles and rows
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace ouroscope::cli
