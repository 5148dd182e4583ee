// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/LensDelegate.h"

#include <QPainter>

#include "ui/base/Language.h"
#include "ui/state/LensTableModel.h"

namespace ouroscope {
namespace {

const QColor kAccent(0xd9, 0x48, 0x01);

QString rankMark(const QModelIndex& index) {
  if (index.data(LensTableModel::NewRole).toBool()) return QStringLiteral("+");
  const QVariant risen = index.data(LensTableModel::RankChangeRole);
  if (!risen.isValid() || risen.toInt() == 0) return {};
  return risen.toInt() > 0 ? QStringLiteral("\u25b2%1").arg(risen.toInt())
                           : QStringLiteral("\u25bc%1").arg(-risen.toInt());
}

}  // namespace

void LensDelegate::paintWord(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const QPalette& palette = option.palette;
  const QRect rect = option.rect;
  const bool within = index.data(LensTableModel::WithinRole).toBool();
  const double p = index.data(LensTableModel::ProbabilityRole).toDouble();
  QColor bar = palette.color(QPalette::Highlight);
  const bool dark = palette.color(QPalette::Base).lightness() < 128;
  bar.setAlpha((dark ? 130 : 80) / (within ? 2 : 1));
  painter->fillRect(
      QRectF(rect.left() + 1, rect.top() + 1, (rect.width() - 2) * p, rect.height() - 2), bar);
  if (!index.data(LensTableModel::RunRole).toBool())
    painter->fillRect(rect.adjusted(1, 1, -1, -1),
                      QBrush(palette.color(QPalette::Mid), Qt::BDiagPattern));
  const QColor dim = palette.color(QPalette::PlaceholderText);
  QFont font = option.font;
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() * 0.82);
  const QFontMetrics smallMetrics(small);
  const QString number =
      index.data(LensTableModel::RunRole).toBool() ? shortProbability(p) : QString();
  const QString mark = rankMark(index);
  const int numberWidth = smallMetrics.horizontalAdvance(number) + 5,
            markWidth = mark.isEmpty() ? 0 : smallMetrics.horizontalAdvance(mark) + 4;
  font.setBold(index.column() == 1 && !within);
  font.setItalic(within);
  font.setUnderline(index.data(LensTableModel::TrackedRole).toBool());
  painter->setFont(font);
  painter->setPen(within ? dim : palette.color(QPalette::Text));
  const QRect words = rect.adjusted(6, 0, -numberWidth - markWidth, 0);
  painter->drawText(
      words, Qt::AlignVCenter | Qt::AlignLeft,
      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
  painter->setFont(small);  // over the bar quiet ink would be lost
  painter->drawText(rect.adjusted(0, 0, -4, 0), Qt::AlignVCenter | Qt::AlignRight, number);
  painter->drawText(rect.adjusted(0, 0, -numberWidth - 2, 0), Qt::AlignVCenter | Qt::AlignRight,
                    mark);
  if (index.data(LensTableModel::FlipRole).toBool()) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(kAccent);
    painter->drawPolygon(
        QPolygon{rect.topLeft(), rect.topLeft() + QPoint(7, 0), rect.topLeft() + QPoint(0, 7)});
  }
}

void LensDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  painter->save();
  const QRect rect = option.rect;
  if (option.state & QStyle::State_Selected) {
    QColor fill = option.palette.color(QPalette::Highlight);
    fill.setAlpha(36);
    painter->fillRect(rect, fill);
  }
  if (index.column() > 0) {
    paintWord(painter, option, index);
  } else {
    const bool within = index.data(LensTableModel::WithinRole).toBool();
    QFont font = option.font;
    font.setItalic(within);
    font.setBold(index.data(LensTableModel::ExitRole).toBool());
    painter->setFont(font);
    painter->setPen(option.palette.color(within ? QPalette::PlaceholderText : QPalette::Text));
    painter->drawText(rect.adjusted(4, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      index.data().toString());
  }
  if (index.data(LensTableModel::ExitRole).toBool()) {
    painter->setPen(QPen(kAccent, 2));
    painter->drawLine(rect.topLeft() + QPoint(0, 1), rect.topRight() + QPoint(0, 1));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
  }
  painter->restore();
}

QSize LensDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {96, QFontMetrics(option.font).height() + 6};
}

}  // namespace ouroscope
