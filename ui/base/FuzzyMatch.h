// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

namespace ouroscope {

/// How well what was typed fits a title.
struct FuzzyMatch {
  int score = -1;                 ///< -1: some letter of the query is not there, in order
  std::vector<qsizetype> places;  ///< of the matched letters in the title, for underlining
  explicit operator bool() const { return score >= 0; }
};

/// The letters of `query` occur in `title` in this order, case aside and blanks left out.
/// Beginnings of words and runs of letters count most, then short titles: "eh" finds "Depth
/// heatmap" after "Export heatmap".
FuzzyMatch fuzzyMatch(const QString& query, const QString& title);

}  // namespace ouroscope
