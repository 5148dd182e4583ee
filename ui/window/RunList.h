// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>

#include "ui/session/Workspace.h"
#include "ui/state/RunRows.h"
#include "ui/window/SideList.h"

namespace ouroscope {

/// The open runs. Each shows its text with what sets it apart from its neighbour in bold, how deep
/// it was read, and where it comes from. One that is dropped on another is compared with it.
class RunList : public SideList {
  Q_OBJECT
 public:
  explicit RunList(Workspace& workspace, QWidget* parent = nullptr);
  int idAt(int row) const { return item(row)->data(Qt::UserRole).toInt(); }
  QRect rowRect(int row) const { return visualItemRect(item(row)); }  ///< of the viewport
  QSize sizeHint() const override;

 signals:
  void compareAsked(int id);  ///< the shown run with this one
  void saveAsked();           ///< the shown run

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;  ///< the middle button closes
  void keyPressEvent(QKeyEvent* event) override;        ///< Del closes
  void contextMenuEvent(QContextMenuEvent* event) override;
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void reload();
  void markCurrent();
  /// The row under a drag of another run; -1 where it cannot be dropped.
  int target(const QDropEvent& event) const;
  const DepthProfile& profileOf(const Workspace::Item& run);
  Workspace& workspace_;
  std::map<int, std::pair<std::weak_ptr<const Trace>, DepthProfile>> profiles_;  ///< by run
  bool filling_ = false;
};

}  // namespace ouroscope
