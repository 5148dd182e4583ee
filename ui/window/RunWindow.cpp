// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunWindow.h"

#include <sys/socket.h>
#include <unistd.h>

#include <QApplication>
#include <QSocketNotifier>
#include <QTimer>
#include <csignal>
#include <cstdio>

#include "ui/base/Language.h"
#include "ui/session/SessionKeeper.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"

namespace ouroscope {
namespace {

int signalPipe[2];

/// SIGTERM, SIGINT and SIGHUP close the window as a person would: the session is written.
void closeOnSignals(MainWindow& window) {
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0) return;
  auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &window);
  QObject::connect(notifier, &QSocketNotifier::activated, &window, [&window, notifier] {
    notifier->setEnabled(false);
    window.closeUnattended();
    QApplication::quit();
  });
  for (const int number : {SIGTERM, SIGINT, SIGHUP})
    std::signal(number, [](int) {
      const char byte = 1;
      [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
    });
}

/// Performs commands in order, each once nothing runs any more.
void performAll(MainWindow& window, const QStringList& commands) {
  auto* timer = new QTimer(&window);
  QObject::connect(timer, &QTimer::timeout, &window, [&window, timer, left = commands]() mutable {
    if (window.busy() || window.runs().asking()) return;
    if (left.isEmpty()) return timer->stop();
    const QString command = left.takeFirst();
    if (!window.perform(command))
      std::fprintf(stderr, "ouroscope: --do %s: there is no such command\n", qPrintable(command));
  });
  timer->start(30);
}

}  // namespace

int runWindow(const WindowOptions& options) {
  installLanguage(startLanguage());
  MainWindow window;
  window.show();
  window.docks().showView("text");  // the arrows work at once
  closeOnSignals(window);
  if (options.session)
    window.startSession(
        options.sessionFolder.isEmpty() ? SessionKeeper::defaultBase() : options.sessionFolder,
        options.path);
  else
    window.open(options.path);
  if (!options.commands.isEmpty()) performAll(window, options.commands);
  return QApplication::exec();
}

}  // namespace ouroscope
