// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QListWidget>
#include <QStyledItemDelegate>

namespace ouroscope {

/// Lines with room around them, and a quiet mark on the chosen one: strong colours belong to the
/// pictures.
class SideDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A list at the side of the window, on the window's own ground.
class SideList : public QListWidget {
  Q_OBJECT
 public:
  explicit SideList(QWidget* parent = nullptr);
};

}  // namespace ouroscope
