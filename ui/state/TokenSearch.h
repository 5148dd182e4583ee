// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Finds text in a trace, across tokens. Decodes once per trace; a search is one pass.
class TokenSearch {
 public:
  void setTrace(const TracePtr& trace);

  struct Match {
    int firstToken = 0, lastToken = 0;
  };
  struct Result {
    std::vector<Match> matches;  ///< in order; the same tokens are counted once
    QString error;               ///< why a regular expression is not one; empty where all is well
  };
  /// Plain text is found in any case unless `matchCase`. A regular expression that takes too
  /// long is given up with a sentence, so that typing never blocks the window.
  Result find(const QString& pattern, bool regex, bool matchCase) const;

  /// The match that begins at or after `token` (or before it), around the end; -1 where there is
  /// none.
  static int nextMatch(const std::vector<Match>& matches, int token, bool forward);

 private:
  int tokenAt(qsizetype offset) const;
  QString text_;
  std::vector<qsizetype> begin_;  ///< offset in text_ where every token begins
};

}  // namespace ouroscope
