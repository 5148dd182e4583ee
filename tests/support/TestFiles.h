// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QFile>
#include <QString>

#include "core/support/Error.h"

namespace ouroscope::test {

/// All of a file; empty where it cannot be read.
inline QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The sentence of the Error that `action` throws; empty where it throws none.
template <class Action>
QString refusal(const Action& action) {
  try {
    action();
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

}  // namespace ouroscope::test
