// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/TokenSearch.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

/// Backtracking steps that a search may take: about a tenth of a second.
constexpr auto kStepLimit = "(*LIMIT_MATCH=1000000)";

}  // namespace

void TokenSearch::setTrace(const TracePtr& trace) {
  text_.clear();
  begin_.clear();
  if (!trace) return;
  std::string bytes;
  std::vector<std::size_t> starts;
  for (const std::string& token : trace->columns().tokenBytes) {
    starts.push_back(bytes.size());
    bytes += token;
  }
  // A character belongs to the token in which it begins; half characters become U+FFFD.
  std::size_t token = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    while (token < starts.size() && starts[token] <= at) {
      begin_.push_back(text_.size());
      ++token;
    }
    const Utf8Step step = utf8Step(bytes, at);
    text_ += QString::fromUcs4(&step.codePoint, 1);
    at += step.length;
  }
  while (begin_.size() < starts.size()) begin_.push_back(text_.size());
}

int TokenSearch::tokenAt(qsizetype offset) const {
  const auto after = std::upper_bound(begin_.begin(), begin_.end(), offset);
  return static_cast<int>(after - begin_.begin()) - 1;
}

TokenSearch::Result TokenSearch::find(const QString& pattern, bool regex, bool matchCase) const {
  Result result;
  if (pattern.isEmpty() || begin_.empty()) return result;
  const auto add = [&](qsizetype offset, qsizetype length) {
    const Match match{tokenAt(offset), tokenAt(offset + std::max<qsizetype>(1, length) - 1)};
    if (result.matches.empty() || result.matches.back().firstToken != match.firstToken ||
        result.matches.back().lastToken != match.lastToken)
      result.matches.push_back(match);
  };
  if (!regex) {
    const auto sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = text_.indexOf(pattern, 0, sensitivity); at >= 0;
         at = text_.indexOf(pattern, at + pattern.size(), sensitivity))
      add(at, pattern.size());
    return result;
  }
  QRegularExpression::PatternOptions options =
      QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
  if (!matchCase) options |= QRegularExpression::CaseInsensitiveOption;
  // The person's pattern alone decides whether it is one; the limit must not change its message.
  if (const QRegularExpression own(pattern, options); !own.isValid()) {
    result.error = own.errorString();
    return result;
  }
  const QRegularExpression expression(kStepLimit + pattern, options);
  for (qsizetype at = 0; at <= text_.size();) {
    const QRegularExpressionMatch match = expression.match(text_, at);
    if (!match.isValid()) {
      result.error = QCoreApplication::translate(
          "TokenSearch", "this expression takes too long on this text; make it more specific");
      result.matches.clear();
      return result;
    }
    if (!match.hasMatch()) break;
    if (match.capturedLength() > 0) add(match.capturedStart(), match.capturedLength());
    at = std::max(match.capturedEnd(), match.capturedStart() + 1);
  }
  return result;
}

int TokenSearch::nextMatch(const std::vector<Match>& matches, int token, bool forward) {
  if (matches.empty()) return -1;
  const int count = static_cast<int>(matches.size());
  const auto after =
      std::lower_bound(matches.begin(), matches.end(), token,
                       [](const Match& match, int wanted) { return match.firstToken < wanted; });
  const int at = static_cast<int>(after - matches.begin());
  if (forward) return at == count ? 0 : at;
  return at == 0 ? count - 1 : at - 1;
}

}  // namespace ouroscope
