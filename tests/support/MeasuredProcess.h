// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <cstdint>
#include <vector>

namespace ouroscope::test {

struct Used {
  bool exited = false;  ///< by itself, not by a signal
  int status = -1;
  std::uint64_t peak = 0;  ///< bytes in memory
  QByteArray err;
};

/// Runs a program with its standard output thrown away.
/// @param errors file for its standard error
/// @param addressSpace in bytes; 0: no limit. With one it is killed after half a minute: a library
///   that got no memory may wait for ever.
inline Used runMeasured(const QByteArray& program, const QStringList& arguments,
                        const QString& errors, rlim_t addressSpace = 0) {
  const QByteArray err = errors.toLocal8Bit();
  QList<QByteArray> texts{program};
  for (const QString& argument : arguments) texts << argument.toLocal8Bit();
  std::vector<char*> pointers;
  for (QByteArray& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open("/dev/null", O_WRONLY), 1);
    ::dup2(::open(err.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
    if (addressSpace > 0) {
      const rlimit limit{addressSpace, addressSpace};
      ::setrlimit(RLIMIT_AS, &limit);
      ::alarm(30);
    }
    ::execv(program.constData(), pointers.data());
    ::_exit(127);
  }
  int status = 0;
  struct rusage used {};
  if (::wait4(child, &status, 0, &used) != child) return {};
  QFile file(errors);
  return {WIFEXITED(status), WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          static_cast<std::uint64_t>(used.ru_maxrss) * 1024,
          file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
}

}  // namespace ouroscope::test
