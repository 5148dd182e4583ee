// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SideList.h"

namespace ouroscope {

QSize SideDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
}

void SideDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  QPalette& palette = option->palette;
  const QColor ground = palette.color(QPalette::Window), ink = palette.color(QPalette::WindowText);
  const auto mix = [](int a, int b) { return qRound(a + 0.14 * (b - a)); };
  palette.setColor(QPalette::Highlight,
                   QColor(mix(ground.red(), ink.red()), mix(ground.green(), ink.green()),
                          mix(ground.blue(), ink.blue())));
  palette.setColor(QPalette::HighlightedText, ink);
}

SideList::SideList(QWidget* parent) : QListWidget(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setResizeMode(QListView::Adjust);
  setWordWrap(true);
  setItemDelegate(new SideDelegate(this));
  viewport()->setAutoFillBackground(false);
}

}  // namespace ouroscope
