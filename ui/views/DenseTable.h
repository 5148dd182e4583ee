// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHeaderView>
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

}  // namespace ouroscope
