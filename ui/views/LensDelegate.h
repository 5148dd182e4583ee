// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>

namespace ouroscope {

/// A word over a bar as long as its probability, its number, and how its rank changed; the row of
/// the exit loop is framed, a flip has a corner mark, layers within a loop are dimmed.
class LensDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintWord(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const;
};

}  // namespace ouroscope
