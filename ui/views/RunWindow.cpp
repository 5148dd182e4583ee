// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/RunWindow.h"

#include <QApplication>

#include "ui/views/MainWindow.h"

namespace ouroscope {

int runWindow(const QString& path) {
  MainWindow window;
  window.show();
  window.open(path);
  return QApplication::exec();
}

}  // namespace ouroscope
