// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <QStringList>

class QWidget;

namespace ouroscope {

/// A symbol of resources/icons/adwaita in the ink of the theme, also after the theme changed; grey
/// where its control is disabled. An empty icon for an unknown name.
QIcon symbol(const QString& name);
/// The symbol of an action or a control by its name; empty where it has none.
QString symbolOf(const QString& objectName);
QStringList symbolNames();

/// Gives the buttons below `root` the symbols of the one table: alone in place of a sign, or before
/// the words. Their accessible names are words as before.
void giveIcons(QWidget& root);

}  // namespace ouroscope
