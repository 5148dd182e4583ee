// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace ouroscope {

/// `ouroscope figure RECIPE|NAME TRACE [--out F] ...`, `arguments` after the word "figure". @return
/// exit status
int runFigureCommand(const QStringList& arguments);

}  // namespace ouroscope
