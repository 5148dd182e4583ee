// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/LanguageDemoJob.h"

#include <signal.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <algorithm>
#include <iterator>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr int kPollMs = 50;
constexpr int kEndMs = 5000;  ///< that the script has to clean up after a cancel

/// Thousandths of the work that are done when a step begins; fetching takes most of the time.
constexpr int kStepBegins[] = {0, 700, 750, 850, 1000};
constexpr int kSteps = 4;

/// "1/4 fetching 34 of 92 MB" -> thousandths; -1 for another line.
int progressIn(const QString& line) {
  static const QRegularExpression step(QStringLiteral("^([1-4])/4 (?:fetching (\\d+) of (\\d+))?"));
  const auto match = step.match(line);
  if (!match.hasMatch()) return -1;
  const int at = match.capturedView(1).toInt() - 1;
  const double whole = match.capturedView(3).toDouble();
  const double part = whole > 0 ? std::min(1.0, match.capturedView(2).toDouble() / whole) : 0;
  static_assert(std::size(kStepBegins) == kSteps + 1);
  return kStepBegins[at] + static_cast<int>(part * (kStepBegins[at + 1] - kStepBegins[at]));
}

/// The last line of what the script says of a failure, without its own name.
QString reasonIn(const QByteArray& said) {
  QString text = QString::fromUtf8(said).trimmed();
  text = text.mid(text.lastIndexOf('\n') + 1).trimmed();
  const QString name = QStringLiteral("language_demo: ");
  return text.startsWith(name) ? text.mid(name.size()) : text;
}

/// The script with everything that it started. It stands in a group of its own.
void endGroup(QProcess& script) {
  const auto group = static_cast<pid_t>(script.processId());
  if (group <= 0) return;
  ::kill(-group, SIGTERM);
  if (script.waitForFinished(kEndMs)) return;
  ::kill(-group, SIGKILL);
  script.waitForFinished();
}

}  // namespace

JobRunner::Work languageDemoJob(const QStringList& command) {
  return [command](JobContext& context) -> std::any {
    QProcess script;
    script.setChildProcessModifier([] { ::setpgid(0, 0); });
    script.setStandardInputFile(QProcess::nullDevice());
    script.start(command.first(), command.mid(1));
    if (!script.waitForStarted())
      throw Error(QCoreApplication::translate("LanguageDemoJob", "%1 does not start: %2")
                      .arg(command.first(), script.errorString())
                      .toStdString());
    const ProgressFn progress = context.progress();
    while (!script.waitForFinished(kPollMs) && script.state() != QProcess::NotRunning) {
      if (context.stop().stop_requested()) {
        endGroup(script);
        throw Cancelled();
      }
      while (script.canReadLine())
        if (const int done = progressIn(QString::fromUtf8(script.readLine())); done >= 0)
          progress("Language demo", done, kStepBegins[kSteps]);
    }
    if (script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0) return {};
    if (context.stop().stop_requested()) throw Cancelled();
    const QString reason = reasonIn(script.readAllStandardError());
    throw Error((reason.isEmpty()
                     ? QCoreApplication::translate("LanguageDemoJob",
                                                   "The language demo was not made: the "
                                                   "script ended without a reason.")
                     : reason)
                    .toStdString());
  };
}

}  // namespace ouroscope
