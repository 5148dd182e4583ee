// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/DisplayGuard.h"

#include <QString>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace ouroscope {
namespace {

QtMessageHandler before = nullptr;

/// "DISPLAY=:77"; the variables that are set, in the order in which Qt tries them.
QString displays() {
  QString text;
  for (const char* name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}) {
    if (qEnvironmentVariableIsEmpty(name)) continue;
    if (!text.isEmpty()) text += QStringLiteral(", ");
    text += QLatin1String(name) + '=' + qEnvironmentVariable(name);
  }
  return text;
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (type == QtFatalMsg) {
    std::fprintf(stderr,
                 "ouroscope: the display cannot be opened (%s). Record and read traces with "
                 "ouroscope-cli, render figures with \"ouroscope figure\" (both have --help).\n",
                 qPrintable(displays()));
    std::_Exit(1);
  }
  // What the platform plugins say of the same thing.
  if (context.category && std::strncmp(context.category, "qt.qpa.", 7) == 0) return;
  before
      ? before(type, context, message)
      : void(std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message))));
}

}  // namespace

DisplayGuard::DisplayGuard() {
  before = qInstallMessageHandler(listen);
}

DisplayGuard::~DisplayGuard() {
  qInstallMessageHandler(before);
}

}  // namespace ouroscope
