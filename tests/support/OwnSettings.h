// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QSettings>

namespace ouroscope::test {

/// From here on the program's settings are files in `folder`, and no test reads those of a person.
inline void ownSettings(const QString& folder) {
  QCoreApplication::setOrganizationName("ouroscope-test");
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

}  // namespace ouroscope::test
