// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace ouroscope {

struct WindowOptions {
  QString path;           ///< a trace, a model folder, or empty: the last session, else the demo
  QString sessionFolder;  ///< empty: the person's own
  bool session = true;    ///< whether anything is brought back and kept
  QStringList commands;   ///< done one after the other, each when no job runs (MainWindow::perform)
};

/// Opens the window and runs until it is closed.
/// @return the program's exit status
int runWindow(const WindowOptions& options);

}  // namespace ouroscope
