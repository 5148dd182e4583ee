// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <any>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

#include "core/support/Progress.h"

namespace ouroscope {

/// What a job may do while it runs, from its own thread.
class JobContext {
 public:
  std::stop_token stop() const { return source_.get_token(); }
  /// Hand this to core functions.
  ProgressFn progress();
  /// A value for the window, replacing one that was not fetched yet: a slow window never piles up
  /// work.
  void publish(std::any value);

 private:
  friend class JobRunner;
  std::stop_source source_;
  std::mutex mutex_;
  std::string stage_;
  std::int64_t done_ = 0, total_ = 0;
  bool progressed_ = false;
  std::any published_;
};

/// The one way in which work leaves the window's thread. A runner has one job at a time; starting
/// another cancels the one under way. Results, errors and progress arrive as signals on the
/// window's thread.
class JobRunner : public QObject {
  Q_OBJECT
 public:
  using Work = std::function<std::any(JobContext&)>;
  using Done = std::function<void(const std::any&)>;

  explicit JobRunner(QObject* parent = nullptr);
  ~JobRunner() override;  ///< cancels and waits

  /// @param onResult with what `work` returned; not called after an error or a cancel
  /// @param onPublish with values that the work published, at most 60 times a second
  void start(const QString& name, Work work, Done onResult, Done onPublish = {});
  void cancel();
  bool running() const { return context_ != nullptr; }

 signals:
  void started(const QString& name);
  void progress(const QString& stage, qint64 done, qint64 total);
  void failed(const QString& sentence);
  void cancelled();
  void ended();  ///< after any of the above

 private:
  void drain();
  void finish(int number, const std::any& result, const QString& error, bool wasCancelled);

  QThreadPool pool_;
  QTimer timer_;
  std::shared_ptr<JobContext> context_;
  Done onResult_, onPublish_;
  int number_ = 0;
};

}  // namespace ouroscope
