// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SideList.h"

#include <QApplication>
#include <QEvent>
#include <QStyledItemDelegate>

namespace ouroscope {
namespace {

class Roomy : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
  }
};

QColor between(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](int x, int y) { return qRound(x + share * (y - x)); };
  return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

}  // namespace

SideList::SideList(QWidget* parent) : QListWidget(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setResizeMode(QListView::Adjust);
  setWordWrap(true);
  setItemDelegate(new Roomy(this));
  viewport()->setAutoFillBackground(false);
  tint();
}

void SideList::tint() {
  tinting_ = true;
  QPalette own = QApplication::palette();
  const QColor ground = own.color(QPalette::Window), ink = own.color(QPalette::WindowText);
  own.setColor(QPalette::Highlight, between(ground, ink, 0.14));
  own.setColor(QPalette::HighlightedText, ink);
  own.setColor(QPalette::Base, ground);
  own.setColor(QPalette::Text, ink);
  setPalette(own);
  tinting_ = false;
}

void SideList::changeEvent(QEvent* event) {
  QListWidget::changeEvent(event);
  if ((event->type() == QEvent::PaletteChange ||
       event->type() == QEvent::ApplicationPaletteChange) &&
      !tinting_)
    tint();
}

}  // namespace ouroscope
