// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/PaintWatch.h"

#include <QtGlobal>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

thread_local PaintWatch* watching = nullptr;
QtMessageHandler printing = nullptr;
bool quiet = false;

bool isNoise(const QString& message) {
  return message.contains("XDG_RUNTIME_DIR") || message.contains("runtime directory") ||
         message.contains("OpenType support missing") ||
         message.startsWith("Populating font family aliases");
}

void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  const bool warned = type == QtWarningMsg || type == QtCriticalMsg;
  if (isNoise(message) && (quiet || watching)) return;
  if (warned && watching)
    watching->warnings << message;
  else if (printing)
    printing(type, context, message);
}

void listen() {
  const QtMessageHandler before = qInstallMessageHandler(onMessage);
  if (before != onMessage) printing = before;
}

}  // namespace

PaintWatch::PaintWatch() : outer_(watching) {
  listen();
  watching = this;
}

PaintWatch::~PaintWatch() {
  watching = outer_;
}

void PaintWatch::check() const {
  if (warnings.isEmpty()) return;
  throw Error("The figure could not be painted completely, probably for want of memory (Qt: " +
              shownText(warnings.first().toStdString(), 120) +
              "): choose fewer tokens, a smaller size or a lower resolution.");
}

void dropQtNoise() {
  quiet = true;
  listen();
}

}  // namespace ouroscope
