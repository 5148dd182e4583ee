// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/DepthSpark.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "ui/figures/base/ColourMap.h"
#include "ui/state/DocumentTableModel.h"

namespace ouroscope {

void DepthSpark::paint(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
  QStyleOptionViewItem ground = option;
  initStyleOption(&ground, index);
  const QWidget* widget = option.widget;
  (widget ? widget->style() : QApplication::style())
      ->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);
  const QByteArray shares = index.data(DocumentTableModel::Spark).toByteArray();
  if (shares.isEmpty()) return;
  const QRectF room = QRectF(option.rect).adjusted(4, 2, -4, -2);
  constexpr double kWidest = 14;
  const double step = std::min(kWidest, room.width() / std::max<double>(1, double(shares.size())));
  painter->save();
  painter->setPen(Qt::NoPen);
  const ColourMap& ink = ColourMap::depth(night_);
  for (qsizetype r = 0; r < shares.size(); ++r) {
    const double share = static_cast<unsigned char>(shares[r]) / 255.0;
    const QRectF place(room.left() + double(r) * step, room.top(), std::max(1.0, step - 1),
                       room.height());
    QColor bed = option.palette.color(QPalette::Mid);
    bed.setAlpha(60);
    painter->fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), bed);
    if (share == 0) continue;
    const double height = std::max(1.0, share * place.height());
    // The lightest inks are near the ground: a thin edge keeps the bar seen.
    painter->setPen(QPen(option.palette.color(QPalette::PlaceholderText), 0.6));
    painter->setBrush(ink.loopColour(static_cast<int>(r)));
    painter->drawRect(
        QRectF(place.left(), place.bottom() - height, place.width() - 0.5, height - 0.5));
  }
  painter->restore();
}

}  // namespace ouroscope
