// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/LastFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace ouroscope {

QString lastFolder() {
  const QString folder = QSettings().value("lastFolder").toString();
  return QFileInfo(folder).isDir() ? folder : QString();
}

QString inLastFolder(const QString& name) {
  const QString folder = lastFolder();
  return folder.isEmpty() ? name : QDir(folder).filePath(name);
}

void rememberFolderOf(const QString& path) {
  QSettings().setValue("lastFolder", QFileInfo(path).absolutePath());
}

}  // namespace ouroscope
