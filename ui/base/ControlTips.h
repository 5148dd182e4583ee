// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QWidget;

namespace ouroscope {

/// The one table of what controls are for, by the name of the object: one line in plain words,
/// translated; empty for an unknown name.
QString controlTip(const QString& name);

/// Gives every control below `root` that has no tool tip of its own the line of the table. A tip
/// that changes (why a button is grey) stays with the code that knows the reason.
void giveTips(QWidget& root);

}  // namespace ouroscope
