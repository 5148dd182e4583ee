// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobRunner.h"

#include <QMetaObject>
#include <QPointer>

#include "core/support/Error.h"
#include "core/support/VectorState.h"

namespace ouroscope {

ProgressFn JobContext::progress() {
  return [this](std::string_view stage, std::int64_t done, std::int64_t total) {
    const std::lock_guard lock(mutex_);
    stage_ = stage;
    done_ = done;
    total_ = total;
    progressed_ = true;
  };
}

void JobContext::publish(std::any value) {
  const std::lock_guard lock(mutex_);
  published_ = std::move(value);
}

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
  // A pool of its own: the global one would let a long run hold up the program's end.
  pool_.setMaxThreadCount(2);
  timer_.setTimerType(Qt::PreciseTimer);
  timer_.setInterval(16);
  connect(&timer_, &QTimer::timeout, this, &JobRunner::drain);
}

JobRunner::~JobRunner() {
  if (context_) context_->source_.request_stop();
  pool_.waitForDone();
}

void JobRunner::start(const QString& name, Work work, Done onResult, Done onPublish) {
  cancel();
  const int number = ++number_;
  context_ = std::make_shared<JobContext>();
  onResult_ = std::move(onResult);
  onPublish_ = std::move(onPublish);
  timer_.start();
  emit started(name);
  pool_.start(
      [self = QPointer<JobRunner>(this), context = context_, work = std::move(work), number] {
        clearUpperVectors();
        std::any result;
        QString error;
        bool wasCancelled = false;
        try {
          result = work(*context);
        } catch (const Cancelled&) {
          wasCancelled = true;
        } catch (const std::bad_alloc&) {
          error = tr("Out of memory: use fewer tokens or loops, or capture less.");
        } catch (const std::exception& problem) {
          error = QString::fromUtf8(problem.what());
        }
        // The runner waits for its pool before it goes, so it is alive here; the call is queued to
        // its thread.
        QMetaObject::invokeMethod(
            self.data(),
            [self, number, result, error, wasCancelled] {
              if (self) self->finish(number, result, error, wasCancelled);
            },
            Qt::QueuedConnection);
      });
}

void JobRunner::cancel() {
  if (context_) context_->source_.request_stop();
}

void JobRunner::drain() {
  if (!context_) return;
  QString stage;
  std::int64_t done = 0, total = 0;
  bool progressed = false;
  std::any published;
  {
    const std::lock_guard lock(context_->mutex_);
    std::swap(published, context_->published_);
    std::swap(progressed, context_->progressed_);
    stage = QString::fromStdString(context_->stage_);
    done = context_->done_;
    total = context_->total_;
  }
  if (progressed) emit progress(stage, done, total);
  if (published.has_value() && onPublish_) onPublish_(published);
}

void JobRunner::finish(int number, const std::any& result, const QString& error,
                       bool wasCancelled) {
  if (number != number_) return;  // an older job, overtaken
  drain();
  timer_.stop();
  context_.reset();
  const Done done = std::move(onResult_);
  onPublish_ = {};
  if (!error.isEmpty())
    emit failed(error);
  else if (wasCancelled)
    emit cancelled();
  else if (done)
    done(result);
  if (!context_) emit ended();
}

}  // namespace ouroscope
