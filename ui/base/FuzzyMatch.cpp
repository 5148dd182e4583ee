// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FuzzyMatch.h"

#include <algorithm>

namespace ouroscope {
namespace {

constexpr int kStart = 10, kRun = 8, kLetter = 1, kJump = 4;
constexpr qsizetype kLongest = 200;  ///< titles beyond this are compared by their beginning

bool startsWord(const QString& title, qsizetype i) {
  return i == 0 || !title[i - 1].isLetterOrNumber() ||
         (title[i].isUpper() && title[i - 1].isLower());
}

}  // namespace

FuzzyMatch fuzzyMatch(const QString& query, const QString& title) {
  const QString wanted = QString(query).remove(' ').toCaseFolded().left(kLongest);
  const QString text = title.left(kLongest);
  const qsizetype n = wanted.size(), m = text.size();
  if (n == 0) return {0, {}};
  if (n > m) return {};
  // best[i][j]: score of the first i+1 letters with the last of them at j; -1 where impossible.
  std::vector<int> best(static_cast<std::size_t>(n * m), -1), from(best);
  const auto at = [m](qsizetype i, qsizetype j) { return static_cast<std::size_t>(i * m + j); };
  for (qsizetype i = 0; i < n; ++i) {
    int ahead = -1, aheadPlace = -1;  // best of the row above, before j - 1
    for (qsizetype j = 0; j < m; ++j) {
      if (i > 0 && j > 1 && best[at(i - 1, j - 2)] > ahead)
        ahead = best[at(i - 1, j - 2)], aheadPlace = static_cast<int>(j - 2);
      if (text[j].toCaseFolded() != wanted[i]) continue;
      const int here = kLetter + (startsWord(text, j) ? kStart : 0);
      if (i == 0) {
        best[at(0, j)] = here;
        continue;
      }
      const int run = j > 0 && best[at(i - 1, j - 1)] >= 0 ? best[at(i - 1, j - 1)] + kRun : -1;
      if (run < 0 && ahead < 0) continue;
      best[at(i, j)] = here + std::max(run, std::max(0, ahead - kJump));
      from[at(i, j)] = run >= 0 && run >= ahead - kJump ? static_cast<int>(j - 1) : aheadPlace;
    }
  }
  qsizetype end = -1;
  for (qsizetype j = 0; j < m; ++j)
    if (best[at(n - 1, j)] >= 0 && (end < 0 || best[at(n - 1, j)] > best[at(n - 1, end)])) end = j;
  if (end < 0) return {};
  FuzzyMatch match{best[at(n - 1, end)] * 1000 - static_cast<int>(std::min<qsizetype>(m, 999)), {}};
  for (qsizetype i = n - 1, j = end; i >= 0; j = from[at(i, j)], --i) match.places.push_back(j);
  std::ranges::reverse(match.places);
  return match;
}

}  // namespace ouroscope
