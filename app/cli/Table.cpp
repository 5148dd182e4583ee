// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Table.h"

#include <algorithm>
#include <numeric>

namespace ouroscope::cli {
namespace {

std::string padded(const std::string& text, int width, Table::Align align) {
  const int missing = std::max(0, width - displayWidth(text));
  const std::string space(static_cast<std::size_t>(missing), ' ');
  return align == Table::Align::Right ? space + text : text + space;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {
  for (const Column& column : columns_) needed_.push_back(displayWidth(column.title));
}

void Table::add(std::vector<Cell> row) {
  fit(row);
  rows_.push_back(std::move(row));
}

void Table::fit(const std::vector<Cell>& row) {
  for (std::size_t c = 0; c < std::min(row.size(), columns_.size()); ++c)
    needed_[c] = std::max(needed_[c], displayWidth(row[c].text));
}

std::vector<int> Table::widths(const Terminal& terminal) const {
  std::vector<int> widths = needed_;
  // Take from the widest column that may shrink, one terminal column at a time.
  int total = std::accumulate(widths.begin(), widths.end(), 0);
  for (std::size_t c = 1; c < columns_.size(); ++c) total += columns_[c].gap;
  for (; total > terminal.columns; --total) {
    std::size_t widest = columns_.size();
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (columns_[c].minimum > 0 && widths[c] > columns_[c].minimum &&
          (widest == columns_.size() || widths[c] > widths[widest]))
        widest = c;
    if (widest == columns_.size()) break;
    --widths[widest];
  }
  return widths;
}

std::string Table::head(const std::vector<int>& widths, const Terminal& terminal) const {
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.push_back({column.title, {.bold = true}});
  return line(titles, widths, terminal);
}

std::string Table::line(const std::vector<Cell>& cells, const std::vector<int>& widths,
                        const Terminal& terminal) const {
  std::string out;
  std::size_t last = cells.size();
  while (last > 0 && cells[last - 1].text.empty()) --last;
  for (std::size_t c = 0; c < last; ++c) {
    if (c > 0) out.append(columns_[c].gap, ' ');
    const std::string shown = fitted(cells[c].text, widths[c]);
    const bool pad = c + 1 < last || columns_[c].align == Align::Right || cells[c].style.shade >= 0;
    out += styled(pad ? padded(shown, widths[c], columns_[c].align) : shown, cells[c].style,
                  terminal.colours);
  }
  return out + '\n';
}

std::string Table::text(const Terminal& terminal) const {
  const std::vector<int> wide = widths(terminal);
  std::string out = head(wide, terminal);
  for (const auto& row : rows_) out += line(row, wide, terminal);
  return out;
}

}  // namespace ouroscope::cli
