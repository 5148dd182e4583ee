// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace ouroscope {

/// Where the last file was opened or written: file dialogs begin there.
QString lastFolder();
QString inLastFolder(const QString& name);  ///< a name that a dialog suggests
/// @param path a file, or a folder that was chosen as such
void rememberFolderOf(const QString& path);

}  // namespace ouroscope
