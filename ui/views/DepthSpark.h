// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>

namespace ouroscope {

/// A column of shares, one bar a loop in the loop's colour (DocumentTableModel::Spark).
class DepthSpark : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  void setNight(bool night) { night_ = night; }  ///< on a dark ground

 private:
  bool night_ = false;
};

}  // namespace ouroscope
