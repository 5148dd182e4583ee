// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/SessionKeeper.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr int kPrograms = 16;  ///< windows at the same time
constexpr const char* kMarker = "restoring";

int readMarker(const QDir& dir) {
  QFile file(dir.filePath(kMarker));
  return file.open(QIODevice::ReadOnly) ? file.read(8).toInt() : 0;
}

}  // namespace

QString SessionKeeper::why() const {
  const std::lock_guard lock(whyMutex_);
  return why_;
}

QString SessionKeeper::defaultBase() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/sessions";
}

SessionKeeper::SessionKeeper(const QString& base, QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);  // writes are in order
  rest_.setSingleShot(true);
  connect(&rest_, &QTimer::timeout, this, &SessionKeeper::write);
  for (int n = 0; n < kPrograms && source_.isEmpty(); ++n) {
    const QString folder = base + "/" + QString::number(n);
    if (!QDir().mkpath(folder)) break;
    auto lock = std::make_unique<QLockFile>(base + "/" + QString::number(n) + ".lock");
    lock->setStaleLockTime(0);  // of a dead program only, however old
    if (!lock->tryLock()) {
      if (lock->error() == QLockFile::LockFailedError) continue;  // a living program has it
      source_ = folder;  // a full or read-only disk: what is there can be read all the same
      break;
    }
    lock_ = std::move(lock);
    source_ = folder_ = folder;
  }
  writer_ = std::make_unique<SessionWriter>(source_);
  if (folder_.isEmpty())
    why_ = tr("The session cannot be kept: the folder %1 cannot be written. Save runs by hand.")
               .arg(base);
}

SessionKeeper::~SessionKeeper() {
  pool_.waitForDone();
  if (endsWell_) restored();
}

SessionState SessionKeeper::read(QStringList& problems) {
  if (source_.isEmpty()) return {};
  if (folder_.isEmpty()) return readSession(source_, problems);
  const QDir dir(folder_);
  if (const int tries = readMarker(dir); tries >= 2) {
    const QString aside =
        folder_ + "-set-aside-" + QDateTime::currentDateTime().toString("yyyyMMdd-hhmmss");
    if (QDir().rename(folder_, aside))
      problems << tr("Bringing the last session back ended the program twice, so it was set aside "
                     "in %1.")
                      .arg(aside);
    QDir().mkpath(folder_);
    return {};
  } else if (QFile file(dir.filePath(kMarker)); file.open(QIODevice::WriteOnly)) {
    file.write(QByteArray::number(tries + 1));
  }
  return readSession(folder_, problems);
}

void SessionKeeper::restored() {
  if (!folder_.isEmpty()) QFile::remove(QDir(folder_).filePath(kMarker));
}

void SessionKeeper::start(std::function<SessionState()> take) {
  take_ = std::move(take);
}

void SessionKeeper::changed() {
  // A run that grows is written again and again: at most a tenth of the time goes into that.
  if (take_ && !folder_.isEmpty() && !rest_.isActive())
    rest_.start(std::max(kRestMs, 10 * lastWriteMs_));
}

void SessionKeeper::write() {
  pool_.start([this, state = take_()] {
    QElapsedTimer clock;
    clock.start();
    try {
      writer_->write(state);
      failing_ = false;
    } catch (const std::exception& error) {
      const QString sentence =
          tr("The session could not be kept: %1").arg(QString::fromUtf8(error.what()));
      if (!failing_.exchange(true)) emit failed(sentence);
      const std::lock_guard lock(whyMutex_);
      why_ = sentence;
    }
    lastWriteMs_ = static_cast<int>(clock.elapsed());
  });
}

bool SessionKeeper::flush() {
  if (!take_) return true;  // nothing was brought back yet, and so nothing changed
  if (folder_.isEmpty()) return false;
  rest_.stop();
  write();
  pool_.waitForDone();
  return !failing_;
}

}  // namespace ouroscope
