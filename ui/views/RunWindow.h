// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace ouroscope {

/// Opens the window and runs until it is closed. `path`: a trace, a model folder, or empty for the
/// demo model.
/// @return the program's exit status
int runWindow(const QString& path);

}  // namespace ouroscope
