// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTabBar>

#include "ui/session/Workspace.h"

namespace ouroscope {

/// The open traces as tabs; not there while there is only one.
class TraceTabs : public QTabBar {
  Q_OBJECT
 public:
  explicit TraceTabs(Workspace& workspace, QWidget* parent = nullptr);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;  ///< the middle button closes

 private:
  void reload();
  void markCurrent();
  int idAt(int index) const { return tabData(index).toInt(); }
  Workspace& workspace_;
  bool filling_ = false;
};

}  // namespace ouroscope
