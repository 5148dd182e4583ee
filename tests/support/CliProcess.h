// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace ouroscope::test {

struct CliResult {
  int status = -1;  ///< -2: ended by a signal
  QByteArray out, err;
};

/// Runs the built ouroscope-cli: the tests see what a person and a script see.
inline CliResult cli(const QStringList& arguments, const QByteArray& input = {}) {
  QProcess process;
  process.start(qEnvironmentVariable("OUROSCOPE_CLI"), arguments);
  process.write(input);
  process.closeWriteChannel();
  if (!process.waitForFinished(60000)) return {};
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
          process.readAllStandardOutput(), process.readAllStandardError()};
}

}  // namespace ouroscope::test
