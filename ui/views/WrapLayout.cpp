// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/WrapLayout.h"

#include <algorithm>

namespace ouroscope {

WrapLayout::WrapLayout(int spacing, QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(spacing);
}

WrapLayout::~WrapLayout() {
  for (QLayoutItem* item : items_) delete item;
}

QLayoutItem* WrapLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[index] : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item) items_.erase(items_.begin() + index);
  return item;
}

int WrapLayout::heightForWidth(int width) const {
  return arrange({0, 0, width, 0}, false);
}

QSize WrapLayout::sizeHint() const {
  QSize size(-spacing(), 0);
  for (const QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    size.rwidth() += item->sizeHint().width() + spacing();
    size.setHeight(std::max(size.height(), item->sizeHint().height()));
  }
  return size.expandedTo({0, 0});
}

QSize WrapLayout::minimumSize() const {
  QSize size(0, 0);
  for (const QLayoutItem* item : items_)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  return size;
}

void WrapLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int WrapLayout::arrange(const QRect& rect, bool move) const {
  std::vector<QLayoutItem*> line;
  int used = -spacing(), y = rect.y();
  const auto finish = [&] {
    int height = 0, wanting = 0;
    for (const QLayoutItem* item : line) {
      height = std::max(height, item->sizeHint().height());
      wanting += bool(item->expandingDirections() & Qt::Horizontal);
    }
    const int left = std::max(0, rect.width() - used);
    int x = rect.x();
    for (QLayoutItem* item : line) {
      int width = std::min(item->sizeHint().width(), rect.width());
      if (wanting > 0 && item->expandingDirections() & Qt::Horizontal) width += left / wanting;
      if (move) item->setGeometry({x, y, width, height});
      x += width + spacing();
    }
    y += height + spacing();
    line.clear();
    used = -spacing();
  };
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const int width = item->sizeHint().width();
    if (!line.empty() && used + spacing() + width > rect.width()) finish();
    line.push_back(item);
    used += spacing() + width;
  }
  if (!line.empty()) finish();
  return std::max(0, y - spacing() - rect.y());
}

}  // namespace ouroscope
