// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMenu>
#include <QTest>

namespace ouroscope::test {

/// Clicks an entry of an open menu as a hand does: the mouse moves onto it first. Under Qt 6.8 a
/// menu closes without an answer where the mouse has not moved since it was opened.
inline void clickEntry(QMenu* menu, QAction* action) {
  const QPoint at = menu->actionGeometry(action).center();
  for (int step = 8; step >= 0; --step) QTest::mouseMove(menu, at - QPoint(step, 0));
  QTest::mouseClick(menu, Qt::LeftButton, {}, at);
}

}  // namespace ouroscope::test
