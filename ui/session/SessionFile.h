// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <map>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// What the window comes back with: `session.json` in the session's folder, and beside it a trace
/// file for every run that was not saved by hand.
struct SessionState {
  struct OpenTrace {
    int id = 0;      ///< Workspace's, which other traces' views may name; 0: none is known
    TracePtr trace;  ///< null: the person's file is away or cannot be read; the entry is kept
    QString title;
    QString path;  ///< where the person saved it; empty: the session keeps it
    QString run;   ///< name of the session's own file, where it has one
    QJsonObject view;
    QJsonObject ran, draft;  ///< Workspace::Item
  };
  QJsonObject window;  ///< layout, prompt, model: MainWindow's business
  std::vector<OpenTrace> traces;
  int current = -1;  ///< place in `traces`
};

/// Reads a session in any state: what is damaged is renamed (never deleted) and reported in
/// `problems`, the rest is brought back, runs that no session mentions too.
SessionState readSession(const QString& folder, QStringList& problems);

/// Writes every part whole or not at all, session.json last, so that a kill at any point leaves
/// either the old session or the new one.
class SessionWriter {
 public:
  explicit SessionWriter(QString folder) : folder_(std::move(folder)) {}
  /// These are on disk already: files of a session that was read.
  void adopt(int id, const TracePtr& trace, const QString& run) { runs_[id] = {trace, run}; }
  /// This very trace is in a file of the session: the next program finds it.
  bool has(int id, const TracePtr& trace) const {
    const auto known = runs_.find(id);
    return known != runs_.end() && known->second.trace == trace;
  }
  /// Runs whose trace did not change since the last call are not written again. @throws Error
  void write(const SessionState& state);

 private:
  struct Run {
    TracePtr trace;
    QString file;
  };
  QString folder_;
  std::map<int, Run> runs_;
  QByteArray last_;  ///< session.json as it is on disk
};

}  // namespace ouroscope
