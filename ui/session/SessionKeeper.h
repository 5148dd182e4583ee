// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include "ui/session/SessionFile.h"

namespace ouroscope {

/// Keeps a session on disk while the window is worked with: some rest after a change, the state is
/// taken on the window's thread and written on another. Each running program has a folder of its
/// own (0, 1, ...): the first that no living program holds.
class SessionKeeper : public QObject {
  Q_OBJECT
 public:
  /// @param base folder of the sessions; made where it is missing
  explicit SessionKeeper(const QString& base, QObject* parent = nullptr);
  ~SessionKeeper() override;  ///< waits for what is being written

  /// Empty where no folder could be had: then nothing is kept, and why() says why.
  QString folder() const { return folder_; }
  QString why() const;  ///< or why the last write failed
  static QString defaultBase();

  /// For a job: reads what the last program left here, also where nothing can be kept. A session
  /// that ended the program twice while it was brought back is set aside as a whole.
  SessionState read(QStringList& problems);
  /// The restored window was open for a while: the session did no harm.
  void restored();
  /// The program ends as it should, however soon after its start: this start is not counted.
  void endsWell() { endsWell_ = true; }
  void adopt(int id, const TracePtr& trace, const QString& run) { writer_->adopt(id, trace, run); }

  /// From now on changes are written; `take` gives the state, on the window's thread.
  void start(std::function<SessionState()> take);
  void changed();
  bool flush();  ///< writes now and waits. @return whether everything is kept
  /// This trace is in a file of the session. Not while a write may be under way.
  bool has(int id, const TracePtr& trace) const { return writer_ && writer_->has(id, trace); }

  static constexpr int kRestMs = 600;

 signals:
  void failed(const QString& sentence);  ///< once, until a later write succeeds

 private:
  void write();
  QString folder_, why_;
  mutable std::mutex whyMutex_;
  QString source_;  ///< where the last session is read from; folder_ wherever there is one
  std::unique_ptr<QLockFile> lock_;
  std::unique_ptr<SessionWriter> writer_;
  std::function<SessionState()> take_;
  QThreadPool pool_;
  QTimer rest_;
  std::atomic<int> lastWriteMs_ = 0;
  std::atomic<bool> failing_ = false;
  std::atomic<bool> endsWell_ = false;
};

}  // namespace ouroscope
