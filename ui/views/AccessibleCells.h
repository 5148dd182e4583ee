// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPair>
#include <QRect>
#include <QString>

class QWidget;

namespace ouroscope {

/// What a painted widget tells a screen reader of its cells: tokens of a text (one row), tokens by
/// loops of a heatmap. The widget is a child of QObject and of this; see installAccessibleCells().
class AccessibleCells {
 public:
  virtual ~AccessibleCells() = default;
  virtual int cellRows() const = 0;
  virtual int cellColumns() const = 0;
  virtual QString cellName(int row, int column) const = 0;   ///< what it is: token 5 "the", loop 3
  virtual QString cellValue(int row, int column) const = 0;  ///< what it shows: exit loop 3
  virtual QRect cellRect(int row, int column) const = 0;     ///< on the widget; empty where hidden
  virtual QPair<int, int> cellAt(const QPoint& point) const = 0;  ///< row, column; -1 where none
  virtual bool cellSelected(int row, int column) const = 0;
  virtual void selectCell(int row, int column) = 0;
};

/// Makes every widget that is an AccessibleCells a table to screen readers. Call it in the
/// constructor of such a widget; once is enough, more do no harm.
void installAccessibleCells();

/// Tells screen readers that the current cell moved.
void announceCell(QWidget* widget, int row, int column);
/// Tells them that all cells are others now.
void announceCellsChanged(QWidget* widget);

}  // namespace ouroscope
