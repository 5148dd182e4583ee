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

void Table::add(std::vector<Cell> row) {
  rows_.push_back({std::move(row), {}});
}

void Table::addLine(std::string text) {
  rows_.push_back({{}, std::move(text)});
}

std::vector<int> Table::widths(int available) const {
  std::vector<int> widths(columns_.size());
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    widths[c] = displayWidth(columns_[c].title);
    for (const Row& row : rows_)
      if (c < row.cells.size()) widths[c] = std::max(widths[c], displayWidth(row.cells[c].text));
  }
  // Take from the widest column that may shrink, one terminal column at a time.
  int total = std::accumulate(widths.begin(), widths.end(), 0);
  for (std::size_t c = 1; c < columns_.size(); ++c) total += columns_[c].gap;
  for (; total > available; --total) {
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

std::string Table::text(const Terminal& terminal) const {
  const std::vector<int> width = widths(terminal.columns);
  std::string out;
  const auto line = [&](const std::vector<Cell>& cells) {
    std::size_t last = cells.size();
    while (last > 0 && cells[last - 1].text.empty()) --last;
    for (std::size_t c = 0; c < last; ++c) {
      if (c > 0) out.append(static_cast<std::size_t>(columns_[c].gap), ' ');
      const std::string shown = fitted(cells[c].text, width[c]);
      const bool pad =
          c + 1 < last || columns_[c].align == Align::Right || cells[c].style.shade >= 0;
      out += styled(pad ? padded(shown, width[c], columns_[c].align) : shown, cells[c].style,
                    terminal.colours);
    }
    out += '\n';
  };
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.push_back({column.title, {.bold = true}});
  line(titles);
  for (const Row& row : rows_) {
    if (row.cells.empty())
      out += styled(row.line, {.dim = true}, terminal.colours) + '\n';
    else
      line(row.cells);
  }
  return out;
}

}  // namespace ouroscope::cli
