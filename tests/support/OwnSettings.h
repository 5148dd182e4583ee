// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QSettings>

#include "ui/base/Language.h"

namespace ouroscope::test {

/// From here on the program's settings are files in `folder`, and no test reads those of a person.
inline void ownSettings(const QString& folder) {
  QCoreApplication::setOrganizationName("ouroscope-test");
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

/// The same with nothing in them yet, and a window that speaks English.
inline void freshSettings(const QString& folder) {
  ownSettings(folder);
  QSettings().clear();
  installLanguage("en");
}

}  // namespace ouroscope::test
