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

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<Cell> row);  ///< fewer cells than columns leave the rest empty
  void addLine(std::string text);   ///< one line across all columns

  /// Lines end with a newline; nothing trails behind the last cell that is not empty.
  std::string text(const Terminal& terminal) const;

 private:
  struct Row {
    std::vector<Cell> cells;
    std::string line;
  };
  std::vector<int> widths(int available) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace ouroscope::cli
