// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

namespace ouroscope {

/// A read-only table of one text line a row, of which whole rows are selected. Tab leaves it,
/// arrows move in it.
inline QTableView* denseTable(const char* name, const QString& accessibleName,
                              QAbstractItemModel* model) {
  auto* table = new QTableView;
  table->setObjectName(name);
  table->setAccessibleName(accessibleName);
  table->setModel(model);
  table->setShowGrid(false);
  table->setAlternatingRowColors(true);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setFrameShape(QFrame::NoFrame);
  table->setWordWrap(false);
  table->setTabKeyNavigation(false);
  table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table->verticalHeader()->setDefaultSectionSize(QFontMetrics(table->font()).height() + 6);
  table->verticalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setHighlightSections(false);
  return table;
}

/// As high as all its rows: what scrolls is the page around it, and no table in a page. The row
/// that keys move to stays in sight.
inline void showAllRows(QTableView* table) {
  table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  const auto fit = [table] {
    const QHeaderView *rows = table->verticalHeader(), *columns = table->horizontalHeader();
    table->setMinimumHeight(table->model()->rowCount() * rows->defaultSectionSize() +
                            columns->sizeHint().height() + 2 * table->frameWidth() +
                            table->horizontalScrollBar()->sizeHint().height());
  };
  // A model that is a child of its table empties itself when the table is half gone.
  const QObject* alive = table->verticalHeader();
  QObject::connect(table->model(), &QAbstractItemModel::modelReset, alive, fit);
  QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, alive, fit);
  QObject::connect(table->model(), &QAbstractItemModel::rowsRemoved, alive, fit);
  fit();
  if (!table->selectionModel()) return;
  QObject::connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, table,
                   [table](const QModelIndex& row) {
                     if (!table->hasFocus()) return;
                     const QRect rect = table->visualRect(row);
                     for (QWidget* each = table; each; each = each->parentWidget())
                       if (auto* page = qobject_cast<QScrollArea*>(each)) {
                         const QPoint at = table->viewport()->mapTo(page->widget(), rect.center());
                         return page->ensureVisible(at.x(), at.y(), 0, rect.height());
                       }
                   });
}

}  // namespace ouroscope
